"""The order of the Tab key: as the editors stand below each other, also those that have come later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(page: QWidget) -> None:
    """Let the Tab key go through a page as it stands; what is first in it must have been there from the beginning."""
    before: QWidget | None = None
    for stop in _stops(page):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def first_stop(widget: QWidget) -> QWidget | None:
    """Return what the Tab key comes to first inside a widget."""
    return next(_stops(widget), None)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops_of(inner)
        elif widget is not None:
            yield from _stops(widget)
