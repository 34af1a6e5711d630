"""Stages follow the frames, and the actions of one stage run in groups."""

import json

from designer.catalog.branches import ELSE, THEN
from designer.workflow.model import Workflow
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.stages import stages
from tests.unit.exporters.codepipeline.build import (
    actions,
    approval,
    call,
    choice,
    configuration,
    data,
    flow,
    own_build,
    workflow,
)


def stages_of(flow_: Workflow) -> list[dict[str, object]]:
    return stages(plan_of(flow_))


def names(flow_: Workflow) -> list[tuple[str, list[str]]]:
    return [(str(stage["name"]), list(actions(stage))) for stage in stages_of(flow_)]


def test_without_frames_there_is_one_stage() -> None:
    found = names(workflow(call("a"), call("b"), after={"b": (flow("a"),)}))

    assert found == [("Run", ["a", "b"])]


def test_each_frame_is_a_stage_of_its_name() -> None:
    flow_ = workflow(
        call("a"), call("b"), after={"b": (flow("a"),)}, stages={"Prepare data": ("a",), "Train & tell": ("b",)}
    )

    assert names(flow_) == [("Prepare-data", ["a"]), ("Train-tell", ["b"])]


def test_steps_outside_of_frames_stand_between_the_frames_where_they_belong() -> None:
    after = {"b": (flow("a"),), "c": (flow("b"),)}

    found = names(workflow(call("a"), call("b"), call("c"), after=after, stages={"One": ("a",), "Two": ("c",)}))

    assert found == [("One", ["a"]), ("Run", ["b"]), ("Two", ["c"])]


def test_frames_that_wait_for_each_other_become_one_stage() -> None:
    after = {"b": (flow("a"),), "c": (flow("b"),)}

    found = names(workflow(call("a"), call("b"), call("c"), after=after, stages={"One": ("a", "c"), "Two": ("b",)}))

    assert found == [("Run", ["a", "b", "c"])]


def test_a_frame_that_is_named_like_the_source_stage_gets_another_name() -> None:
    assert names(workflow(call("a"), stages={"Source": ("a",)})) == [("Source-2", ["a"])]


def test_frames_of_the_same_name_become_stages_of_different_names() -> None:
    flow_ = workflow(call("a"), call("b"), after={"b": (flow("a"),)}, stages={"Do it": ("a",), "Do/it": ("b",)})

    assert [name for name, _ in names(flow_)] == ["Do-it", "Do-it-2"]


def test_steps_that_share_nothing_have_the_same_order_and_a_join_comes_after_all() -> None:
    after = {"b": (flow("a"),), "join": (flow("b"), data("c"))}
    (stage,) = stages_of(workflow(call("a"), call("b"), call("c"), call("join"), after=after))

    orders = {name: action["runOrder"] for name, action in actions(stage).items()}

    assert orders == {"a": 1, "b": 2, "c": 1, "join": 3}


def test_the_fifty_first_action_begins_another_stage() -> None:
    found = names(workflow(*(call(f"s{number}") for number in range(51))))

    assert [(name, len(members)) for name, members in found] == [("Run", 50), ("Run-2", 1)]


def test_an_approval_on_a_branch_stands_in_a_stage_that_is_skipped_otherwise() -> None:
    flow_ = workflow(
        choice("if"),
        approval("approve"),
        call("tell"),
        after={"approve": (flow("if", THEN),), "tell": (flow("if", ELSE),)},
    )

    _, guarded, rest = stages_of(flow_)

    assert guarded["beforeEntry"] == {
        "conditions": [
            {
                "result": "SKIP",
                "rules": [
                    {
                        "name": "taken-1",
                        "ruleTypeId": {"category": "Rule", "owner": "AWS", "provider": "VariableCheck", "version": "1"},
                        "configuration": {"Variable": "#{if.BRANCH}", "Value": "then", "Operator": "EQ"},
                    }
                ],
            }
        ]
    }
    assert "beforeEntry" not in rest


def test_an_approval_after_a_merge_needs_no_condition() -> None:
    after = {
        "a": (flow("if", THEN),),
        "b": (flow("if", ELSE),),
        "approve": (flow("a"), flow("b")),
    }

    found = stages_of(workflow(choice("if"), call("a"), call("b"), approval(), after=after))

    assert len(found) == 1
    assert "beforeEntry" not in found[0]


def test_a_build_of_the_users_own_is_an_action_that_starts_its_project() -> None:
    (stage,) = stages_of(workflow(own_build("package", MODE="fast")))

    action = actions(stage)["package"]

    assert action["actionTypeId"] == {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"}
    assert configuration(action)["ProjectName"] == "${PackageBuildName}"
    assert json.loads(configuration(action)["EnvironmentVariables"]) == [{"name": "MODE", "value": "fast"}]


def test_an_approval_without_words_or_topic_has_an_empty_configuration() -> None:
    (stage,) = stages_of(workflow(approval(message="")))

    assert configuration(actions(stage)["approve"]) == {}


def test_an_approval_waits_as_long_as_it_says_within_what_the_service_takes() -> None:
    (stage,) = stages_of(workflow(approval()))

    assert actions(stage)["approve"]["timeoutInMinutes"] == 604_800 // 60
