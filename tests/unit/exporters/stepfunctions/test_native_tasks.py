"""Tasks with integrations that Step Functions alone has."""

from typing import cast

from exporters.codepipeline.target import TARGET as CODEPIPELINE
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.definition import definition
from tests.unit.exporters.native_tasks import tasks_of_the_engine


def _states() -> dict[str, dict[str, object]]:
    return cast("dict[str, dict[str, object]]", definition(tasks_of_the_engine())["States"])


def test_their_resources_are_the_integrations() -> None:
    resources = {name: state.get("Resource") for name, state in _states().items()}

    assert resources["web"] == "arn:aws:states:::http:invoke"
    assert resources["api"] == "arn:aws:states:::apigateway:invoke"
    assert resources["job"] == "arn:aws:states:::eks:runJob.sync"


def test_what_came_back_is_read_by_those_that_follow() -> None:
    states = _states()

    assert "$web.ResponseBody.good" in str(states["api"]["Arguments"])
    assert "$api.ResponseBody.id" in str(states["job"]["Arguments"])


def test_a_failure_is_tried_again_by_its_rules_and_then_caught() -> None:
    web = _states()["web"]

    (retry,) = cast("list[dict[str, object]]", web["Retry"])
    assert (retry["ErrorEquals"], retry["MaxAttempts"]) == (["States.Http.StatusCode.503"], 2)
    assert cast("list[dict[str, object]]", web["Catch"])[0]["Next"] == "stop"


def test_other_engines_say_that_it_is_not_theirs() -> None:
    for target in (SAGEMAKER, CODEPIPELINE):
        reasons = {one.node: one.reason for one in target.support(tasks_of_the_engine())}
        assert all("Export to Step Functions" in reasons[node] for node in ("web", "api", "job"))
