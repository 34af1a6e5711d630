"""The index of the canvas finds what looking at everything finds, and looks at little."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from designer.gui.canvas.area_index import AreaIndex


@dataclass(eq=False)
class Thing:
    rect: QRectF
    looks: list[int] = field(default_factory=list)

    @property
    def bounds(self) -> QRectF:
        self.looks.append(1)
        return self.rect


_RECTS = st.builds(
    QRectF,
    st.integers(-9_000, 9_000),
    st.integers(-9_000, 9_000),
    st.sampled_from([1, 16, 200, 511, 512, 3_000, 70_000]),
    st.sampled_from([1, 16, 200, 513, 1_024, 5_000, 90_000]),
)


@given(st.lists(_RECTS, max_size=30), st.lists(_RECTS, max_size=10), st.integers(0, 5), _RECTS)
def test_what_is_found_is_what_is_there(first: list[QRectF], then: list[QRectF], taken: int, area: QRectF) -> None:
    index: AreaIndex[Thing] = AreaIndex()
    things = [Thing(rect) for rect in first]
    for thing in things:
        index.put(thing)
    for thing, rect in zip(things, then, strict=False):
        thing.rect = rect
        index.put(thing)
    for thing in things[:taken]:
        index.take(thing)

    found = index.within(area)

    assert len(found) == len(set(found))
    assert set(found) == {thing for thing in things[taken:] if thing.rect.intersects(area)}
    assert len(index) == len(things[taken:])


def test_of_thousands_only_those_near_are_looked_at() -> None:
    index: AreaIndex[Thing] = AreaIndex()
    things = [Thing(QRectF(312 * column, 112 * row, 216, 72)) for column in range(60) for row in range(60)]
    for thing in things:
        index.put(thing)
        thing.looks.clear()

    found = index.within(QRectF(5_000, 3_000, 1_280, 800))

    assert len(found) > 20
    assert sum(len(thing.looks) for thing in things) < 200
