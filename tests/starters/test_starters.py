import ast
import csv
import json
from pathlib import Path

import pytest
import yaml

from designer.catalog.palette import KINDS
from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.document.files import read_document
from designer.graph.model import build_graph
from designer.resources import resource_path
from designer.shapes.walker import violations
from designer.workflow.lowering import Attempt, attempt
from tests.unit.catalog.kinds.placing import complaints

ROOT = resource_path("starters")
NAMES = sorted(path.parent.name for path in ROOT.glob("*/pipeline.yaml"))


def lowered(name: str) -> Attempt:
    folder = ROOT / name
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    document = read_document(folder / "pipeline.yaml")
    return attempt(build_graph(document, {kind.id: kind for kind in KINDS}), files)


def calls(name: str) -> list[Call]:
    return [step for step in lowered(name).workflow.steps if isinstance(step, Call)]


def files(pattern: str) -> list[Path]:
    return sorted(ROOT.rglob(pattern))


def test_the_six_of_the_tutorial_are_there() -> None:
    assert NAMES == [
        "ci-cd",
        "container-deployment",
        "lambda-train-deploy",
        "notebook-training",
        "s3-triggered-training",
        "sagemaker-training",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_lowers_without_a_problem(name: str) -> None:
    found = lowered(name)

    assert found.problems == ()
    assert found.workflow.steps


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_of_a_starter_joins(name: str) -> None:
    graph = build_graph(read_document(ROOT / name / "pipeline.yaml"), {kind.id: kind for kind in KINDS})

    assert (graph.loose_edges, graph.unknown_kinds) == ((), ())


@pytest.mark.parametrize("name", NAMES)
def test_botocore_accepts_every_request_of_a_starter(name: str) -> None:
    assert {call.id: complaints(call) for call in calls(name)} == {call.id: "" for call in calls(name)}


@pytest.mark.parametrize("name", NAMES)
def test_the_service_models_accept_every_request_of_a_starter(name: str) -> None:
    for call in calls(name):
        named = frozenset({call.name_member})
        request = {key: value for key, value in call.request.items() if key != "Payload"}

        found = violations(call.service, call.operation, request, is_dynamic=is_expression, ignore_required=named)

        assert found == (), call.id


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_says_what_it_is_and_which_targets_take_it(name: str) -> None:
    about = yaml.safe_load((ROOT / name / "starter.yaml").read_text(encoding="utf-8"))

    assert about["title"]
    assert about["summary"].endswith(".")
    assert set(about["targets"]) <= {"sagemaker", "stepfunctions", "codepipeline"}


@pytest.mark.parametrize("name", ["sagemaker-training", "lambda-train-deploy", "s3-triggered-training"])
def test_the_first_three_are_for_every_target(name: str) -> None:
    about = yaml.safe_load((ROOT / name / "starter.yaml").read_text(encoding="utf-8"))

    assert about["targets"] == ["sagemaker", "stepfunctions", "codepipeline"]


@pytest.mark.parametrize("name", NAMES)
def test_every_node_of_a_starter_has_a_place_on_the_canvas(name: str) -> None:
    document = read_document(ROOT / name / "pipeline.yaml")

    places = [node.position for node in document.nodes.values()]
    assert None not in places
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("path", files("*.py"), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_script_is_python(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", files("*.ipynb"), ids=lambda path: path.name)
def test_every_notebook_is_one_with_a_cell_for_its_parameters(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))

    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert any("parameters" in cell["metadata"].get("tags", []) for cell in code)
    for cell in code:
        ast.parse("".join(line for line in cell["source"] if not line.startswith("%")))


@pytest.mark.parametrize("path", files("*.csv"), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_dataset_has_a_label_of_both_sorts_and_no_gaps(path: Path) -> None:
    with path.open(newline="", encoding="utf-8") as lines:
        header, *rows = csv.reader(lines)

    assert header[0] == "churned"
    assert {row[0] for row in rows} == {"0", "1"}
    assert all(len(row) == len(header) and all(row) for row in rows)
