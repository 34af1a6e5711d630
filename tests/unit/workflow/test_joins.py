"""Each drawn edge is of a sort, and each target says how it takes that sort."""

import pytest

from designer.usecases.portability import EdgeSupport, edges_taken
from designer.usecases.targets import target
from designer.workflow.joins import Join, joins_of
from designer.workflow.lowering import attempt
from tests.unit.exporters.codepipeline.delivery_cases import SOURCES
from tests.unit.exporters.drawing import graph_of

_ASK = {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}}
_TELL = {"kind": "lambda", "settings": {"function": "tell"}}
_CHOICE = {"kind": "condition", "settings": {"when": "${ask.good} == 1"}}
_DATA = {"kind": "s3_data", "settings": {"uri": "s3://lake/in/"}}
_TRAIN = {"kind": "training", "settings": {"channels": {"train": "text/csv"}}}
_SITE = {"kind": "s3_deploy", "settings": {"bucket": "site"}}


@pytest.mark.parametrize(
    ("nodes", "edges", "sorts"),
    [
        ({"ask": _ASK, "tell": _TELL}, ["ask -> tell"], [Join.ORDER]),
        ({"ask": _ASK, "tell": _TELL}, ["ask.good -> tell.values"], [Join.VALUE]),
        ({"ask": _ASK, "tell": _TELL}, ["ask.error -> tell"], [Join.FAILURE]),
        ({"data": _DATA, "train": _TRAIN}, ["data.dataset -> train.train"], [Join.ADDRESS]),
        ({"ask": _ASK, "choice": _CHOICE, "tell": _TELL}, ["choice.then -> tell"], [Join.BRANCH]),
        ({"ask": _ASK, "choice": _CHOICE}, ["ask -> choice", "choice.else -> ask"], [Join.ORDER, Join.WAY_BACK]),
        (
            {**SOURCES, "site": _SITE},
            ["code.source -> made.source", "made.artifact -> site.source"],
            [Join.ARTIFACT] * 2,
        ),
        (
            {
                "each": {"kind": "map", "settings": {"items": ["a"]}},
                "tell": {"kind": "lambda", "inside": "each", "settings": {"function": "tell"}},
            },
            ["each.item -> tell.values"],
            [Join.ITEM],
        ),
    ],
)
def test_an_edge_is_of_a_sort(nodes: dict[str, object], edges: list[str], sorts: list[Join]) -> None:
    found = list(joins_of(attempt(graph_of(nodes, *edges), {})))

    assert [join for _, join in found] == sorts


@pytest.mark.parametrize(
    ("edge", "levels"),
    [
        ("ask -> tell", ["native", "native", "native"]),
        ("ask.good -> tell.values", ["native", "native", "lowered"]),
        ("ask.error -> tell", ["native", "native", "impossible"]),
    ],
)
def test_every_target_says_how_it_takes_an_edge(edge: str, levels: list[str]) -> None:
    lowered = attempt(graph_of({"ask": _ASK, "tell": _TELL}, edge), {})

    found: list[EdgeSupport] = []
    for name in ("sagemaker", "stepfunctions", "codepipeline"):
        found += edges_taken(lowered, target(name))
    assert [one.edge for one in found] == [edge] * 3
    assert [one.level.value for one in found] == levels
    assert all(bool(one.reason) is (one.level.value != "native") for one in found)
