from designer.catalog.palette import KINDS
from designer.document.bends import lead
from designer.document.model import Document, Point
from designer.document.reading import document_from_plain
from designer.document.yaml_reader import Plain
from designer.graph.swapping import Swap, swap_kind

BY_ID = {kind.id: kind for kind in KINDS}


def _churn(*edges: str, settings: dict[str, Plain] | None = None) -> Document:
    return document_from_plain(
        {
            "name": "churn",
            "nodes": {
                "data": {"kind": "s3_data", "settings": {"uri": "s3://b/in/"}},
                "middle": {"kind": "processing", "settings": settings or {}},
                "train": {"kind": "training"},
                "tell": {"kind": "notify"},
            },
            "edges": list(edges),
        }
    )


def _swapped(document: Document, kind: str) -> Swap:
    return swap_kind(document, BY_ID, "middle", BY_ID[kind])


def test_wires_go_to_the_ports_of_the_new_kind_that_fit() -> None:
    swap = _swapped(_churn("data.dataset -> middle.data", "middle -> tell"), "training")

    assert swap.document.nodes["middle"].kind == "training"
    assert [(edge.source, edge.target, edge.target_port) for edge in swap.document.edges] == [
        ("data", "middle", "train"),
        ("middle", "tell", ""),
    ]
    assert swap.lost_edges == ()


def test_wires_that_stay_are_led_through_their_points_still() -> None:
    document = _churn("data.dataset -> middle.data", "middle -> tell")
    for edge in document.edges:
        document = lead(document, edge, (Point(1, 2),))

    assert [edge.via for edge in _swapped(document, "training").document.edges] == [(Point(1, 2),)] * 2


def test_a_wire_that_fits_nowhere_is_told_and_goes() -> None:
    swap = _swapped(_churn("middle.output -> train.train"), "notify")

    assert [(edge.source, edge.target) for edge in swap.lost_edges] == [("middle", "train")]
    assert swap.document.edges == ()


def test_settings_that_mean_the_same_stay() -> None:
    settings: dict[str, Plain] = {
        "instance_type": "ml.c5.xlarge",
        "max_runtime_seconds": 60,
        "outputs": {"a": "dataset"},
    }

    swap = _swapped(_churn(settings=settings), "training")

    assert swap.document.nodes["middle"].settings == {"instance_type": "ml.c5.xlarge", "max_runtime_seconds": 60}
    assert swap.lost_settings == ("outputs",)


def test_what_followed_a_node_follows_the_first_branch_of_a_condition() -> None:
    swap = _swapped(_churn("data -> middle", "middle -> tell"), "condition")

    assert [(edge.source_port, edge.target) for edge in swap.document.edges] == [("", "middle"), ("then", "tell")]


def test_a_way_for_failures_stays_only_where_something_can_fail() -> None:
    document = _churn("middle.error -> tell")

    assert _swapped(document, "training").lost_edges == ()
    assert len(_swapped(document, "wait").lost_edges) == 1
