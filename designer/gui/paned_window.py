"""A window of panes that one goes through by keys: Tab, F6, and Escape back to the middle."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMainWindow, QTabBar, QWidget
from typing_extensions import override

from designer.gui.led_table import lead_into
from designer.gui.reporting import reports_errors
from designer.gui.tab_stops import panes, reveal, stops_in

_TAB = Qt.FocusReason.TabFocusReason
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = Qt.FocusReason.BacktabFocusReason


class PanedWindow(QMainWindow):
    """Give the focus to what a person expects next."""

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go to the next place as one reads; Qt's own order is that in which the widgets were made."""
        stops = [stop for pane in panes(self) for stop in pane]
        now = self.focusWidget()
        if not stops:
            return False
        if _is_lost(now):
            _give_focus((self._beside(now) or stops)[0], _TAB)
            return True
        step = 1 if forwards else -1
        at = stops.index(now) if now in stops else -step
        _give_focus(stops[(at + step) % len(stops)], _TAB if forwards else _BACK)
        return True

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.enter(self.centralWidget())
        elif (
            event.key() in _RETURN
            and not event.isAutoRepeat()
            and isinstance(button := self.focusWidget(), QAbstractButton)
        ):
            # In a window that is no dialog, Qt leaves the return key to nobody.
            button.click()
        else:
            super().keyPressEvent(event)

    def enter(self, part: QWidget | None) -> None:
        """Give the focus to the first place of a part of the window; where there is none it stays."""
        stops = stops_in(part, self) if part is not None else []
        if stops:
            _give_focus(stops[0], _TAB)

    def _beside(self, lost: QWidget) -> list[QWidget]:
        """Return the places around one that can no more have the focus, the nearest first, or else those in the middle."""
        place = lost.mapTo(self, QPoint())
        around = lost.parentWidget()
        while around is not None and around is not self:
            if near := stops_in(around, self):
                return sorted(near, key=lambda one: (one.mapTo(self, QPoint()) - place).manhattanLength())
            around = around.parentWidget()
        middle = self.centralWidget()
        return stops_in(middle, self) if middle is not None else []

    def go_to_pane(self, by: int) -> None:
        """Go so many panes on, to the first place behind the tabs."""
        around = panes(self)
        now = self.focusWidget()
        at = next((number for number, pane in enumerate(around) if now in pane), -by if by > 0 else 0)
        pane = around[(at + by) % len(around)]
        inner = (stop for stop in pane if not isinstance(stop, QTabBar))
        _give_focus(next(inner, pane[0]), _TAB)


def _is_lost(focus: QWidget | None) -> bool:
    """Say whether what has the focus is about to lose it, as it goes out of sight or can no more be used."""
    return focus is not None and not (focus.isVisible() and focus.isEnabled())


def _give_focus(widget: QWidget, reason: Qt.FocusReason) -> None:
    widget.setFocus(reason)
    if isinstance(widget, QAbstractItemView):
        lead_into(widget)
    reveal(widget)
