from pathlib import Path

import pytest

from tests.unit.cli.conftest import Ask


@pytest.mark.parametrize("command", ["kinds", "rules", "targets", "starters"])
def test_a_list_prints_as_an_array_of_objects_with_ids(ask: Ask, command: str) -> None:
    answer = ask(command, "--format", "json")

    ids = [row["id"] for row in answer.rows]
    assert answer.code == 0
    assert len(ids) > 2
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("command", "one"), [("kinds", "training"), ("rules", "S109"), ("targets", "codepipeline"), ("starters", "ci-cd")]
)
def test_a_list_prints_one_line_each_for_people(ask: Ask, command: str, one: str) -> None:
    answer = ask(command)

    assert [line for line in answer.out.splitlines() if line.startswith(f"{one} ")]


def test_the_targets_of_a_pipeline_are_told_node_by_node(ask: Ask, starter: Path) -> None:
    rows = ask("targets", starter, "--format", "json").rows

    levels = {str(row["id"]): row["level"] for row in rows}
    assert levels["sagemaker/train"] == "native"
    assert levels["codepipeline/train"] == "lowered"
    assert {str(row["target"]) for row in rows} == {"sagemaker", "stepfunctions", "codepipeline"}
    assert all(row["reason"] for row in rows if row["level"] != "native")
