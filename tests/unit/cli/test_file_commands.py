import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Ask

Write = Callable[[str], Path]

CYCLE = """
format: 1
name: circle
nodes:
  first: {kind: wait, settings: {seconds: 5}}
  second: {kind: wait, settings: {seconds: 5}}
edges:
  - first -> second
  - second -> first
"""
MISSING_INPUT = """
format: 1
name: missing
nodes:
  evaluate: {kind: evaluation, settings: {script: evaluate.py}}
  decide: {kind: condition, settings: {when: metrics.accuracy > 0.8}}
  register: {kind: register_model, settings: {group: models}}
edges:
  - evaluate.metrics -> decide.metrics
  - decide.then -> register
"""
UNKNOWN_INSTANCE = """
format: 1
name: unknown
nodes:
  data: {kind: s3_data, settings: {uri: "s3://my-data/train/"}}
  train:
    kind: training
    settings: {algorithm: xgboost, version: 1.7-1, instance_type: ml.m5.gigantic}
edges:
  - data.dataset -> train.train
"""

UNUSED_PARAMETER = """
format: 1
name: lonely
parameters:
  Unused: {type: String, default: x}
nodes:
  rest: {kind: wait, settings: {seconds: 5}}
"""


def test_a_good_pipeline_has_exit_code_zero_and_says_so(ask: Ask, starter: Path) -> None:
    answer = ask("check", starter)

    assert (answer.code, answer.out.strip(), answer.err) == (0, "Nothing is wrong.", "")


def test_a_good_pipeline_gives_an_empty_array(ask: Ask, starter: Path) -> None:
    assert ask("check", starter, "--format", "json").rows == []


@pytest.mark.parametrize(
    ("text", "node", "said"),
    [
        pytest.param(CYCLE, "first", "first -> second -> first", id="cycle"),
        pytest.param(MISSING_INPUT, "register", "Nothing is joined to", id="missing input"),
        pytest.param(UNKNOWN_INSTANCE, "train", "ml.m5.gigantic", id="unknown instance"),
    ],
)
def test_a_wrong_pipeline_gives_its_finding_at_the_node(
    ask: Ask, pipeline: Write, text: str, node: str, said: str
) -> None:
    answer = ask("check", pipeline(text), "--format", "json")

    assert answer.code == 1
    found = [row for row in answer.rows if row["severity"] == "error" and row["node"] == node]
    assert any(said in str(row["message"]) for row in found)
    assert {"id", "rule", "severity", "node", "setting", "message"} <= set(answer.rows[0])


def test_an_unknown_instance_type_is_found_at_its_setting(ask: Ask, pipeline: Write) -> None:
    rows = ask("check", pipeline(UNKNOWN_INSTANCE), "--format", "json").rows

    assert {str(row["setting"]) for row in rows if "gigantic" in str(row["message"])} == {"instance_type"}


def test_a_warning_alone_does_not_fail_a_check(ask: Ask, pipeline: Write) -> None:
    answer = ask("check", pipeline(UNUSED_PARAMETER))

    assert answer.code == 0
    assert "parameters.Unused" in answer.out


def test_an_export_of_a_wrong_pipeline_is_refused_with_every_reason(ask: Ask, pipeline: Write, tmp_path: Path) -> None:
    answer = ask("export", pipeline(CYCLE), "--target", "sagemaker", "--out", tmp_path / "out")

    assert answer.code == 3
    assert "wait for each other" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("target", ["sagemaker", "stepfunctions", "codepipeline"])
def test_an_export_is_a_folder_to_commit_and_the_same_again(
    ask: Ask, starter: Path, tmp_path: Path, target: str
) -> None:
    first = ask("export", starter, "--target", target, "--out", tmp_path, "--format", "json")
    again = ask("export", starter, "--target", target, "--out", tmp_path, "--format", "json")

    files = {str(row["id"]) for row in first.rows}
    assert {"README.md", "template.yaml", "pipeline.svg", "pipeline.yaml", "scripts/prepare.py"} <= files
    assert {row["change"] for row in first.rows} == {"written"}
    assert {row["change"] for row in again.rows} == {"unchanged"}


def test_an_export_can_be_committed(ask: Ask, starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.com")
    words = ("export", starter, "--target", "sagemaker", "--out", tmp_path, "--git", "--branch", "exports")

    assert "on exports" in ask(*words).out
    assert "nothing was committed" in ask(*words).out


def test_a_new_pipeline_is_the_starter_with_its_files(ask: Ask, starter: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine" / "churn.yaml"

    answer = ask("new", "sagemaker-training", "--out", out)

    assert answer.code == 0
    assert out.read_bytes() == starter.read_bytes()
    assert (out.parent / "scripts" / "prepare.py").is_file()
    assert not (out.parent / "starter.yaml").exists()


def test_a_new_pipeline_overwrites_nothing(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "churn.yaml"
    out.write_text("mine")

    answer = ask("new", "sagemaker-training", "--out", out)

    assert answer.code == 3
    assert out.read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["churn.yaml"]


def test_a_difference_is_told_in_words_and_as_rows(ask: Ask, starter: Path, pipeline: Write) -> None:
    changed = pipeline(starter.read_text().replace("num_round: 60", "num_round: 80"))

    words, rows = ask("diff", starter, changed), ask("diff", starter, changed, "--format", "json").rows

    assert words.out.strip() == "nodes.train.settings.hyperparameters.num_round: 60 became 80."
    assert [(row["id"], row["change"]) for row in rows] == [
        ("nodes.train.settings.hyperparameters.num_round", "changed")
    ]


def test_a_pipeline_moved_on_the_canvas_means_the_same(ask: Ask, starter: Path, pipeline: Write) -> None:
    moved = pipeline(starter.read_text().replace("train: [560, 60]", "train: [5, 6]"))

    assert ask("diff", starter, moved).out.strip() == "They mean the same."


def test_a_simulation_follows_the_branch_that_is_taken(ask: Ask, starter: Path) -> None:
    rows = ask("simulate", starter, "--take", "good-enough=else", "--format", "json").rows

    states = {str(row["id"]): row["state"] for row in rows}
    assert states["register"] == "skipped"
    assert states["evaluate"] == "ran"
    assert states["not-good-enough"] == "ran"


def test_a_simulated_failure_leaves_what_follows_unreached(ask: Ask, starter: Path) -> None:
    answer = ask("simulate", starter, "--take", "good-enough=then", "--fail", "train")

    assert answer.code == 0
    assert "failed: train" in answer.out
    assert "evaluate" in answer.out.partition("not reached:")[2]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--take", "good-enough=maybe"), "It has then, else."),
        (("--take", "train=then"), "It has no branches."),
        (("--take", "nobody=then"), "There is no node 'nobody'."),
        (("--take", "nonsense"), "--take takes NAME=VALUE"),
        (("--fail", "nobody"), "There is no node 'nobody'."),
    ],
)
def test_a_simulation_of_what_is_not_there_is_wrong_usage(
    ask: Ask, starter: Path, words: tuple[str, ...], said: str
) -> None:
    answer = ask("simulate", starter, *words)

    assert answer.code == 2
    assert said in answer.err


def test_a_circle_cannot_be_simulated(ask: Ask, pipeline: Write) -> None:
    answer = ask("simulate", pipeline(CYCLE))

    assert answer.code == 3
    assert "cannot be simulated" in answer.err


def test_a_definition_is_imported_once(ask: Ask, tmp_path: Path) -> None:
    definition, out = tmp_path / "machine.asl.json", tmp_path / "machine.yaml"
    states = {"Hello": {"Type": "Pass", "Next": "Bye"}, "Bye": {"Type": "Succeed"}}
    definition.write_text(json.dumps({"StartAt": "Hello", "States": states}))

    first, again = ask("import", definition, "--out", out), ask("import", definition, "--out", out)

    assert (first.code, again.code) == (0, 3)
    assert "2 nodes" in first.out
    assert ask("check", out, "--target", "stepfunctions").code == 0


@pytest.mark.parametrize("command", ["new", "export"])
def test_a_name_that_no_file_system_takes_is_refused_with_a_sentence(
    ask: Ask, starter: Path, tmp_path: Path, command: str
) -> None:
    given = ("new", "ci-cd") if command == "new" else ("export", starter, "--target", "sagemaker")

    answer = ask(*given, "--out", tmp_path / ("x" * 300))

    assert answer.code == 3
    assert "File name too long" in answer.err
