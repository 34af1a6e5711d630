"""Builds whose commands are run, with an `aws` command that talks to the sandbox."""

from collections.abc import Callable
from itertools import count

import pytest

from designer.sandbox.builds.commands import can_run_builds
from designer.sandbox.documents import Record, Value
from tests.contract.sandbox.conftest import Clients, until

pytestmark = pytest.mark.skipif(not can_run_builds(), reason="there is no bash on this machine")
Build = Callable[..., tuple[Record, list[str]]]
NUMBERS = count()


@pytest.fixture
def build(client_of: Clients, role_arn: str, steer: Callable[..., Value]) -> Build:
    """Run a build of some commands; return it and its log."""
    steer(run_builds=True)

    def build(*commands: str, exported: str = "") -> tuple[Record, list[str]]:
        lines = "".join(f"      - {command}\n" for command in commands)
        spec = f"version: 0.2\nenv:\n  exported-variables: [{exported}]\nphases:\n  build:\n    commands:\n{lines}"
        name = f"builds-{next(NUMBERS)}"
        builds = client_of("codebuild")
        builds.create_project(
            name=name,
            source={"type": "NO_SOURCE", "buildspec": spec},
            artifacts={"type": "NO_ARTIFACTS"},
            environment={"type": "LINUX_CONTAINER", "image": "image", "computeType": "BUILD_GENERAL1_SMALL"},
            serviceRole=role_arn,
        )
        made = builds.start_build(projectName=name)["build"]
        look = lambda: builds.batch_get_builds(ids=[made["id"]])["builds"][0]  # noqa: E731 - one line
        ended = until(look, lambda seen: seen["buildComplete"])
        place = {"logGroupName": ended["logs"]["groupName"], "logStreamName": ended["logs"]["streamName"]}
        return ended, [event["message"] for event in client_of("logs").get_log_events(**place)["events"]]

    return build


def test_a_request_from_a_file_reaches_the_service_and_its_answer_the_script(build: Build, client_of: Clients) -> None:
    ended, log = build(
        """'echo "{\\"ModelPackageGroupName\\": \\"builds-group\\"}" > request.json'""",
        "aws sagemaker create-model-package-group --cli-input-json file://request.json --output json > answer.json",
        "export ARN=$(sed -n 's/.*\\(arn:[^\\\"]*\\).*/\\1/p' answer.json)",
        exported="ARN",
    )

    assert ended["buildStatus"] == "SUCCEEDED", log
    found = client_of("sagemaker").describe_model_package_group(ModelPackageGroupName="builds-group")
    assert ended["exportedEnvironmentVariables"] == [{"name": "ARN", "value": found["ModelPackageGroupArn"]}]


def test_options_queries_and_text_output_are_understood(build: Build) -> None:
    _, log = build(
        "aws sts get-caller-identity --query Account --output text",
        "aws s3api create-bucket --bucket builds-bucket > made.json",
        "aws s3 cp --quiet made.json s3://builds-bucket/a/",
        "aws s3 cp s3://builds-bucket/a/made.json copy.json && cmp made.json copy.json && echo same",
    )

    assert log == ["123456789012", "same"]


def test_a_function_is_invoked_with_its_answer_in_a_file(build: Build, function: Callable[[str, str], str]) -> None:
    function("builds-echo", "def handler(event, context):\n    return event\n")

    _, log = build(
        """'echo "[1, 2]" > payload.json'""",
        "aws lambda invoke --function-name builds-echo --payload file://payload.json "
        "--cli-binary-format raw-in-base64-out --output json answer.json > call.json",
        "cat answer.json",
    )

    assert log == ["[1, 2]"]


def test_a_refused_call_fails_the_build_with_the_words_of_the_service(build: Build) -> None:
    ended, log = build("aws sagemaker describe-endpoint --endpoint-name builds-nothing")

    assert ended["buildStatus"] == "FAILED"
    assert any("Could not find endpoint" in line for line in log)
