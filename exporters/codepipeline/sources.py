"""The source stage: the repository that starts the pipeline, or an archive of ours where there is none."""

import io
import zipfile
from collections.abc import Iterator

from designer.catalog.naming import asset_key
from designer.catalog.needs import Asset, BuildProject, GitTrigger
from designer.workflow.model import Workflow
from exporters.codepipeline.actions import action_type, is_build
from exporters.codepipeline.artifacts import first_artifact, git_trigger, own_source
from exporters.codepipeline.staging import SOURCE_STAGE
from exporters.codepipeline.texts import pipeline_text

_CONNECTION = "CodeStarSourceConnection"


def source_stage(workflow: Workflow) -> dict[str, object]:
    """Return the first stage."""
    git, artifact = git_trigger(workflow), first_artifact(workflow)
    action: dict[str, object] = {
        "name": git.node if git else artifact,
        **(_git_action(git, workflow.name) if git else _s3_action(source_asset(workflow).key)),
        "runOrder": 1,
        "outputArtifacts": [{"name": artifact}],
    }
    return {"name": SOURCE_STAGE, "actions": [action, *_folders(workflow)]}


def _folders(workflow: Workflow) -> Iterator[dict[str, object]]:
    """Yield an action for each folder that a build of the user's own brings along."""
    for step in workflow.steps:
        artifact = own_source(step, workflow) if is_build(step) else ""
        if artifact:
            need = next(one for one in workflow.needs if isinstance(one, BuildProject) and one.node == step.node)
            yield {
                "name": artifact,
                **_s3_action(need.source_key),
                "runOrder": 1,
                "outputArtifacts": [{"name": artifact}],
            }


def _git_action(git: GitTrigger, pipeline: str) -> dict[str, object]:
    if git.provider == "codecommit":
        configuration = {"RepositoryName": git.repository, "BranchName": git.branch, "PollForSourceChanges": "false"}
        return {"actionTypeId": action_type("Source", "CodeCommit"), "configuration": configuration}
    if git.provider == "s3":
        bucket, _, key = git.repository.partition("/")
        configuration = {"S3Bucket": bucket, "S3ObjectKey": key, "PollForSourceChanges": "false"}
        return {"actionTypeId": action_type("Source", "S3"), "configuration": configuration}
    configuration = {
        "ConnectionArn": pipeline_text(git.connection_arn, pipeline)
        if git.connection_arn
        else f"${{{git.logical_id}Arn}}",
        "FullRepositoryId": git.repository,
        "BranchName": git.branch,
        "OutputArtifactFormat": "CODE_ZIP",
        "DetectChanges": "false",
    }
    return {"actionTypeId": action_type("Source", _CONNECTION), "configuration": configuration}


def _s3_action(key: str) -> dict[str, object]:
    configuration = {"S3Bucket": "${AssetsBucket}", "S3ObjectKey": key, "PollForSourceChanges": "false"}
    return {"actionTypeId": action_type("Source", "S3"), "configuration": configuration}


def source_asset(workflow: Workflow) -> Asset:
    """Return the archive that stands for a source: an action needs an input, though no generated build reads it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        entry = zipfile.ZipInfo("README.txt", date_time=(1980, 1, 1, 0, 0, 0))
        archive.writestr(entry, f"{workflow.name} takes no source; its code is among the assets.\n")
    content = written.getvalue()
    return Asset(key=asset_key(content, "source.zip"), content=content)


def triggers(workflow: Workflow) -> list[dict[str, object]]:
    """Return the triggers of the pipeline itself: a push to the branch, on the paths that were named."""
    git = git_trigger(workflow)
    if git is None or git.provider != "connection":
        return []
    branch = {"branches": {"includes": [git.branch]}, **_paths(git)}
    configuration: dict[str, object] = {
        "sourceActionName": git.node,
        "push": [{"tags": {"includes": list(git.tags)}} if git.tags else branch],
    }
    if git.pull_requests:
        configuration["pullRequest"] = [{"events": list(git.pull_requests), **branch}]
    return [{"providerType": _CONNECTION, "gitConfiguration": configuration}]


def _paths(git: GitTrigger) -> dict[str, object]:
    given = {"includes": list(git.paths), "excludes": list(git.excluded_paths)}
    named = {name: paths for name, paths in given.items() if paths}
    return {"filePaths": named} if named else {}
