"""The source stage and the triggers."""

import zipfile
from dataclasses import replace
from io import BytesIO

from designer.catalog.needs import GitTrigger, ImageTrigger
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.codepipeline.artifacts import first_artifact
from exporters.codepipeline.sources import needs_archive, source_asset, source_stage, triggers
from exporters.codepipeline.support import support
from tests.unit.exporters.codepipeline.build import PACKAGE, actions, call, configuration, own_build, workflow

PUSH = GitTrigger(
    logical_id="PushConnection",
    node="push",
    provider="connection",
    repository="team/churn",
    branch="main",
    paths=("code/**",),
)


def from_git(**changes: object) -> Workflow:
    return workflow(call("a"), needs=(replace(PUSH, **changes),))  # type: ignore[arg-type]


def test_without_a_repository_the_source_is_an_archive_of_ours_among_the_assets() -> None:
    flow = workflow(call("a"))

    source = actions(source_stage(flow))["Source"]

    assert configuration(source) == {
        "S3Bucket": "${AssetsBucket}",
        "S3ObjectKey": source_asset(flow).key,
        "PollForSourceChanges": "false",
    }
    assert zipfile.ZipFile(BytesIO(source_asset(flow).content)).namelist() == ["README.txt"]
    assert triggers(flow) == []


def test_the_archive_is_the_same_each_time() -> None:
    assert source_asset(workflow(call("a"))) == source_asset(workflow(call("b")))


def test_a_repository_behind_a_connection_is_fetched_and_starts_the_pipeline_by_its_trigger() -> None:
    source = actions(source_stage(from_git()))["push"]

    assert configuration(source) == {
        "ConnectionArn": "${PushConnectionArn}",
        "FullRepositoryId": "team/churn",
        "BranchName": "main",
        "OutputArtifactFormat": "CODE_ZIP",
        "DetectChanges": "false",
    }
    assert triggers(from_git()) == [
        {
            "providerType": "CodeStarSourceConnection",
            "gitConfiguration": {
                "sourceActionName": "push",
                "push": [{"branches": {"includes": ["main"]}, "filePaths": {"includes": ["code/**"]}}],
            },
        }
    ]


def _configuration(**changes: object) -> object:
    (trigger,) = triggers(from_git(**changes))
    return trigger["gitConfiguration"]


def test_a_tag_starts_the_pipeline_instead_of_a_push_to_the_branch() -> None:
    assert _configuration(tags=("v*",), paths=()) == {
        "sourceActionName": "push",
        "push": [{"tags": {"includes": ["v*"]}}],
    }


def test_pull_requests_to_the_branch_start_it_too_and_paths_can_be_left_out() -> None:
    branch = {"branches": {"includes": ["main"]}, "filePaths": {"excludes": ["docs/**"]}}

    assert _configuration(paths=(), excluded_paths=("docs/**",), pull_requests=("OPEN", "UPDATED")) == {
        "sourceActionName": "push",
        "push": [branch],
        "pullRequest": [{"events": ["OPEN", "UPDATED"], **branch}],
    }


def test_a_connection_that_exists_is_used() -> None:
    arn = "arn:aws:codeconnections:eu-west-1:123456789012:connection/a"

    source = actions(source_stage(from_git(connection_arn=arn)))["push"]

    assert configuration(source)["ConnectionArn"] == arn


def test_code_commit_is_a_source_of_its_own_kind() -> None:
    flow = from_git(provider="codecommit", repository="churn")

    source = actions(source_stage(flow))["push"]

    assert source["actionTypeId"] == {"category": "Source", "owner": "AWS", "provider": "CodeCommit", "version": "1"}
    assert configuration(source)["RepositoryName"] == "churn"
    assert triggers(flow) == []


def test_an_object_in_s3_is_named_by_bucket_and_key() -> None:
    source = actions(source_stage(from_git(provider="s3", repository="lake/deep/source.zip")))["push"]

    assert configuration(source)["S3Bucket"] == "lake"
    assert configuration(source)["S3ObjectKey"] == "deep/source.zip"


def test_the_folder_of_a_build_is_a_source_of_its_own_that_only_this_build_takes() -> None:
    flow = workflow(own_build(), call("a"), needs=(replace(PACKAGE, source_key="assets/01/package.zip"),))

    found = actions(source_stage(flow))

    assert configuration(found["package-source"])["S3ObjectKey"] == "assets/01/package.zip"
    assert found["package-source"]["outputArtifacts"] == [{"name": "package-source"}]


PUSHED = ImageTrigger(logical_id="BaseImage", node="base", repository="model", tag="latest")


def test_an_image_that_is_pushed_is_a_source_of_its_own() -> None:
    flow = workflow(call("a"), needs=(PUSHED,))

    (source,) = actions(source_stage(flow)).values()

    assert source["actionTypeId"]["provider"] == "ECR"  # type: ignore[index]
    assert configuration(source) == {"RepositoryName": "model", "ImageTag": "latest"}
    assert source["outputArtifacts"] == [{"name": "base"}]
    assert not needs_archive(flow)


def test_an_image_stands_beside_the_repository_whose_code_the_builds_take() -> None:
    flow = workflow(call("a"), needs=(PUSHED, PUSH))

    assert list(actions(source_stage(flow))) == ["push", "base"]
    assert first_artifact(flow) == "push"
    assert [one.level.value for one in support(flow)] == ["lowered", "native", "native"]


def test_the_pipeline_may_look_at_the_image() -> None:
    (needed,) = [
        one
        for one in engine_statements(workflow(call("a"), needs=(PUSHED,)), "codepipeline")
        if "ecr:DescribeImages" in one.actions
    ]

    assert needed.resources == ("arn:${Partition}:ecr:${Region}:${AccountId}:repository/model",)
