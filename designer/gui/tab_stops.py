"""The order in which the Tab key goes through a window: pane by pane, and in a pane as one reads."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QTabBar, QToolBar, QWidget

_SAME_LINE = 10
_AREAS = (Qt.DockWidgetArea.LeftDockWidgetArea, None, Qt.DockWidgetArea.RightDockWidgetArea)
_BOTTOM = len(_AREAS) + 1


def panes(window: QMainWindow) -> list[list[QWidget]]:
    """Return what can have the focus in each pane: tool bar, left, middle, right, bottom; panes without any are left out."""
    found: dict[int, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        if _is_stop(widget, window):
            place = _pane_of(widget, window)
            if place is not None:
                found.setdefault(place, []).append(widget)
    return [_as_read(found[place], window) for place in sorted(found)]


def stops_in(part: QWidget, window: QMainWindow) -> list[QWidget]:
    """Return what can have the focus in a part of a window, and the part itself where it can."""
    inside = (widget for widget in (part, *part.findChildren(QWidget)) if _is_stop(widget, window))
    return _as_read(inside, window)


def reveal(widget: QWidget) -> None:
    """Scroll what is around a widget until it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _is_stop(widget: QWidget, window: QMainWindow) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return (
        takes_tab
        and widget.isEnabled()
        and widget.isVisible()
        and widget.window() is window
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea)
    )


def _pane_of(widget: QWidget, window: QMainWindow) -> int | None:
    """Return the number of the pane; none where it lies behind a tab: Qt only moves such panels out of sight."""
    part = widget
    while (around := part.parentWidget()) is not None and around is not window:
        part = around
    if isinstance(part, QToolBar):
        return 0
    if isinstance(part, QTabBar):
        shown = part.tabText(part.currentIndex())
        docks = (dock for dock in window.findChildren(QDockWidget) if dock.windowTitle() == shown)
        return next((_number(window.dockWidgetArea(dock)) for dock in docks), None)
    if isinstance(part, QDockWidget):
        return _number(window.dockWidgetArea(part)) if part.geometry().intersects(window.rect()) else None
    return _number(None)


def _number(area: Qt.DockWidgetArea | None) -> int:
    return 1 + _AREAS.index(area) if area in _AREAS else _BOTTOM


def _as_read(widgets: Iterator[QWidget] | list[QWidget], window: QMainWindow) -> list[QWidget]:
    """Sort from top to bottom, and from left to right what stands on one line."""
    placed = sorted(((widget.mapTo(window, QPoint()), widget) for widget in widgets), key=lambda one: one[0].y())
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for one in placed:
        if lines and one[0].y() - lines[-1][0][0].y() <= _SAME_LINE:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [widget for line in lines for _, widget in sorted(line, key=lambda one: one[0].x())]
