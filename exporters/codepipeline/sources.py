"""The source stage: the repository that starts the pipeline, or an archive of ours where there is none."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from designer.catalog.naming import artifact_name, asset_key
from designer.catalog.needs import Asset, BuildProject, GitTrigger, ImageTrigger
from designer.workflow.model import Workflow
from exporters.codepipeline.actions import action_type
from exporters.codepipeline.artifacts import first_artifact, git_trigger, image_triggers, own_source
from exporters.codepipeline.kept import is_imported
from exporters.codepipeline.native import is_build
from exporters.codepipeline.staging import SOURCE_STAGE
from exporters.codepipeline.texts import pipeline_text

_CONNECTION = "CodeStarSourceConnection"


def source_stage(workflow: Workflow) -> dict[str, object]:
    """Return the first stage."""
    git, images, artifact = git_trigger(workflow), image_triggers(workflow), first_artifact(workflow)
    actions = [_action(git.node, _git_action(git, workflow.name))] if git else []
    actions += [_action(image.node, _image_action(image)) for image in images]
    if not actions:
        actions = [_action(artifact, _s3_action(source_asset(workflow).key))]
    return {"name": SOURCE_STAGE, "actions": [*actions, *_folders(workflow)]}


def needs_archive(workflow: Workflow) -> bool:
    """Say whether an archive of ours stands for the source, since nothing else gives one."""
    return not (git_trigger(workflow) or image_triggers(workflow) or is_imported(workflow))


def _action(name: str, what: Mapping[str, object]) -> dict[str, object]:
    return {"name": name, **what, "runOrder": 1, "outputArtifacts": [{"name": artifact_name(name)}]}


def _image_action(image: ImageTrigger) -> dict[str, object]:
    configuration = {"RepositoryName": image.repository, "ImageTag": image.tag}
    return {"actionTypeId": action_type("Source", "ECR"), "configuration": configuration}


def _folders(workflow: Workflow) -> Iterator[dict[str, object]]:
    """Yield an action for each folder that a build of the user's own brings along."""
    for step in workflow.steps:
        artifact = own_source(step, workflow) if is_build(step) else ""
        if artifact:
            need = next(one for one in workflow.needs if isinstance(one, BuildProject) and one.node == step.node)
            yield _action(artifact, _s3_action(need.source_key))


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
