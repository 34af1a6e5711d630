"""The one setting that a card shows."""

import pytest

from designer.catalog.palette import KINDS
from designer.document.model import Node
from designer.graph.caption import caption

BY_ID = {kind.id: kind for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "settings", "text"),
    [
        ("s3_data", {"uri": "s3://churn/raw"}, "s3://churn/raw"),
        ("training", {"instance_type": "ml.p3.2xlarge", "script": "train.py"}, "ml.p3.2xlarge"),
        ("condition", {"when": "metrics.auc >= 0.8"}, "metrics.auc >= 0.8"),
        ("wait", {"seconds": 60}, "60"),
        ("notify", {"message": "Two\nlines"}, "Two lines"),
    ],
)
def test_the_most_telling_setting_is_shown(kind: str, settings: dict[str, object], text: str) -> None:
    assert caption(Node(id="one", kind=kind, settings=settings), BY_ID[kind]) == text


def test_a_default_is_shown_where_nothing_is_set() -> None:
    assert caption(Node(id="one", kind="training"), BY_ID["training"]).startswith("ml.")


def test_an_unknown_kind_shows_its_first_text() -> None:
    assert caption(Node(id="one", kind="teleport", settings={"deep": {"a": 1}, "to": "the moon"})) == "the moon"
