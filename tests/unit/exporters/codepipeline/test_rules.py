"""Rules guard the stage of their frame, as the API takes it."""

from collections.abc import Mapping
from typing import cast

import pytest

from designer.errors import Refusal
from designer.workflow.model import Workflow
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.support import support
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.target import TARGET as STEP_FUNCTIONS
from tests.unit.exporters.codepipeline.delivery_cases import SOURCES
from tests.unit.exporters.codepipeline.rule_cases import RULINGS, guarded
from tests.unit.exporters.codepipeline.test_delivery import errors
from tests.unit.exporters.drawing import drawn

_SITE = {"kind": "s3_deploy", "settings": {"bucket": "site"}}


def _stage(workflow: Workflow, name: str) -> Mapping[str, object]:
    stages = cast("list[Mapping[str, object]]", definition(plan_of(workflow))["stages"])
    return next(stage for stage in stages if stage["name"] == name)


def _condition(stage: Mapping[str, object], hook: str) -> tuple[str, list[Mapping[str, object]]]:
    (condition,) = cast("Mapping[str, list[Mapping[str, object]]]", stage[hook])["conditions"]
    return str(condition["result"]), cast("list[Mapping[str, object]]", condition["rules"])


def _reason(workflow: Workflow, node: str) -> str:
    (report,) = [one for one in support(workflow) if one.node == node]
    return report.reason if report.level.value == "impossible" else ""


@pytest.mark.parametrize("kind", RULINGS)
def test_the_api_takes_each_rule_before_its_stage(kind: str) -> None:
    workflow = guarded(kind)
    result, (rule,) = _condition(_stage(workflow, "Release"), "beforeEntry")

    assert errors(definition(plan_of(workflow))) == ""
    assert (result, rule["name"], rule.get("configuration", {})) == ("FAIL", kind, RULINGS[kind].configuration)
    assert rule["ruleTypeId"] == {
        "category": "Rule",
        "owner": "AWS",
        "provider": RULINGS[kind].provider,
        "version": "1",
    }
    assert rule.get("inputArtifacts", []) == ([{"name": "made"}] if RULINGS[kind].takes else [])
    assert {one.level.value for one in support(workflow)} == {"native"}


@pytest.mark.parametrize("kind", RULINGS)
def test_other_engines_say_that_it_is_not_theirs(kind: str) -> None:
    for target in (SAGEMAKER, STEP_FUNCTIONS):
        (report,) = [one for one in target.support(guarded(kind)) if one.node == kind]
        assert (report.level.value, "Export to CodePipeline" in report.reason) == ("impossible", True)


@pytest.mark.parametrize(
    ("moment", "result", "hook"),
    [
        ("before_entry", "skip", "beforeEntry"),
        ("on_success", "fail", "onSuccess"),
        ("on_success", "rollback", "onSuccess"),
        ("on_failure", "rollback", "onFailure"),
    ],
)
def test_a_rule_stands_at_its_moment_with_its_result(moment: str, result: str, hook: str) -> None:
    stage = _stage(guarded("variable_rule", "function_rule", more={"when": moment, "otherwise": result}), "Release")

    written, rules = _condition(stage, hook)
    assert (written, len(rules)) == (result.upper(), 2)
    assert [name for name in ("beforeEntry", "onSuccess", "onFailure") if name in stage] == [hook]


def test_other_stages_are_not_guarded() -> None:
    assert "beforeEntry" not in _stage(guarded("alarm_rule"), "Run")


def test_a_rule_after_a_failure_takes_the_place_of_what_all_stages_do() -> None:
    rule = {"when": "on_failure", "otherwise": "rollback"}
    workflow = guarded("alarm_rule", more=rule, settings={"on_stage_failure": "retry"})

    assert "conditions" in cast("Mapping[str, object]", _stage(workflow, "Release")["onFailure"])
    assert cast("Mapping[str, object]", _stage(workflow, "Run")["onFailure"])["result"] == "RETRY"


def test_a_rule_reads_what_an_action_before_its_stage_gave() -> None:
    run = {"kind": "commands", "settings": {"commands": ["make"], "variables": ["VERSION"], "files": ["**"]}}
    rule = {"kind": "variable_rule", "settings": {"variable": "${run.VERSION}", "value": "2"}}
    nodes = {"code": SOURCES["code"], "run": run, "site": _SITE, "newer": rule}
    edges = ("code.source -> run.source", "run.artifact -> site.source")

    workflow = drawn(nodes, *edges, frames=[{"id": "f", "title": "Release", "nodes": ["site", "newer"]}])
    _, (written,) = _condition(_stage(workflow, "Release"), "beforeEntry")
    assert cast("Mapping[str, str]", written["configuration"])["Variable"] == "#{run.VERSION}"

    too_early = drawn(nodes, *edges, frames=[{"id": "f", "title": "Release", "nodes": ["run", "newer"]}])
    assert "'run' has not run yet" in _reason(too_early, "newer")


def test_rules_that_no_stage_could_hold_say_why() -> None:
    nodes = {**SOURCES, "site": _SITE, "day": {"kind": "window_rule", "settings": {}}}
    edges = ("code.source -> made.source", "made.artifact -> site.source")

    assert "in no frame" in _reason(drawn(nodes, *edges), "day")
    alone = [{"id": "f", "title": "Alone", "nodes": ["day"]}]
    assert "in no frame" in _reason(drawn(nodes, *edges, frames=alone), "day")
    parallel = guarded(
        "alarm_rule", more={"when": "on_success", "otherwise": "rollback"}, settings={"execution_mode": "PARALLEL"}
    )
    assert "in parallel" in _reason(parallel, "alarm_rule")


def test_rules_of_one_moment_say_the_same() -> None:
    rules = {
        "day": {"kind": "window_rule", "settings": {}},
        "newer": {"kind": "variable_rule", "settings": {"variable": "1", "value": "2", "otherwise": "skip"}},
    }
    edges = ("code.source -> made.source", "made.artifact -> site.source")
    frames = [{"id": "f", "title": "Release", "nodes": ["site", "day", "newer"]}]

    workflow = drawn({**SOURCES, "site": _SITE, **rules}, *edges, frames=frames)
    assert any("says fail" in _reason(workflow, node) or "says skip" in _reason(workflow, node) for node in rules)


def test_a_stage_takes_five_rules() -> None:
    rules = {f"day{number}": {"kind": "window_rule", "settings": {}} for number in range(6)}
    edges = ("code.source -> made.source", "made.artifact -> site.source")
    frames = [{"id": "f", "title": "Release", "nodes": ["site", *rules]}]

    assert "takes 5" in _reason(drawn({**SOURCES, "site": _SITE, **rules}, *edges, frames=frames), "day0")


def test_a_stage_that_a_branch_skips_has_no_second_condition_at_its_entry() -> None:
    choice = {"kind": "condition", "settings": {"when": "${ask.good} == 1"}}
    ask = {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}}
    nodes = {**SOURCES, "ask": ask, "choice": choice, "site": _SITE, "day": {"kind": "window_rule", "settings": {}}}
    edges = ("code.source -> made.source", "made.artifact -> site.source", "choice.then -> site")

    workflow = drawn(nodes, *edges, frames=[{"id": "f", "title": "Release", "nodes": ["site", "day"]}])
    assert "skipped by a branch already" in _reason(workflow, "day")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"otherwise": "rollback"}, "Before a stage a rule can fail or skip"),
        ({"when": "on_success", "otherwise": "skip"}, "a rule can fail or rollback"),
        ({"when": "on_failure", "otherwise": "fail"}, "After a failure a rule can rollback"),
        ({"otherwise": "skip"}, "Only a variable or a function"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: Mapping[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        guarded("alarm_rule", more=settings)
