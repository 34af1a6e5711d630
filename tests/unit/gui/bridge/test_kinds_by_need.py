import pytest

from designer.catalog.palette import KINDS
from designer.gui.bridge.kinds_by_need import KindsByNeed


def test_every_kind_is_found_by_its_id() -> None:
    kinds = KindsByNeed()
    assert [kinds[kind.id] for kind in KINDS] == list(KINDS)
    assert list(kinds) == [kind.id for kind in KINDS]


@pytest.mark.parametrize("kind_id", ["", "no_such_kind", "map_", "__init__", "training.os", "../training", "a kind"])
def test_what_is_no_kind_is_not_found(kind_id: str) -> None:
    kinds = KindsByNeed()
    assert kinds.get(kind_id) is None
    assert kind_id not in kinds
