"""What every editor of a setting is: it shows a value, and tells when a person has changed it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from designer.gui.box_naming import name_box
from designer.gui.fields.spec import FieldSpec
from designer.gui.language.words import tr
from designer.shapes.skeletons import RequestMember


class SettingField(QWidget):
    """Edit one setting. A value of None means that it is not set, and its default holds."""

    edited = Signal(object)
    """The value as a person left it; None takes the setting away."""
    rearranged = Signal()
    """Something to edit has come inside, or gone: the order of the Tab key is to be made anew."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._wrong = self._described = ""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_value(self, value: object) -> None:
        """Show a value; nothing is told."""
        raise TypeError(f"{type(self).__name__} cannot show {value!r}")

    def show_choices(self, choices: tuple[str, ...], details: Mapping[str, str] = MappingProxyType({})) -> None:
        """Offer these values, where the editor can; `details` say more of some."""

    def show_references(self, references: Sequence[str]) -> None:
        """Offer these to refer to, where the editor is one of text."""

    def show_members(self, members: Sequence[RequestMember]) -> None:
        """Offer these members of a request, where the editor is one of requests."""

    def show_errors(self, errors: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Show what is wrong at the dotted places inside, and return the sentences that have no place of their own."""
        return tuple(sentence for sentences in errors.values() for sentence in sentences)

    def reveal(self, place: str) -> None:
        """Go to a dotted place inside, as near as can be."""
        del place
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, row: str) -> None:
        """Say to those who do not see it what is edited here, and in which row of a list it stands."""
        widget = self.focusProxy()
        if widget is not None:
            _call(widget, f"{words}, {row}" if row else words)

    def describe(self, wrong: str, words: str) -> None:
        """Say to those who do not see it what is wrong with it, what it means, and what holds where nothing is written.

        A reader says a description anew whenever it changes, so to who writes here only what is wrong is said.
        """
        widget = self.focusProxy()
        if widget is None:
            return
        line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        shown = (
            line.placeholderText()
            if isinstance(line, QLineEdit) and self.spec.default is not None and self.spec.default != ""
            else ""
        )
        default = tr("Default: {}").format(shown) if shown else ""
        self._described = ". ".join(one for one in (wrong, words, default) if one)
        if not widget.hasFocus():
            widget.setAccessibleDescription(self._described)
        elif wrong != self._wrong:
            widget.setAccessibleDescription(wrong)
        self._wrong = wrong

    def text(self) -> str:
        """Return what holds as text, the default where nothing is written."""
        return ""

    def length(self) -> int:
        """Return how many characters are written, for the counter."""
        return 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window, whose history people mean, and the wheel to the form unless one is here."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QWidget) and watched is self.focusProxy():
            # A moment later, when readers have followed the focus away and do not say it.
            QTimer.singleShot(0, self, self._describe_wholly)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_history_key(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _describe_wholly(self) -> None:
        widget = self.focusProxy()
        if widget is not None and not widget.hasFocus():
            widget.setAccessibleDescription(self._described)

    def _add(self, widget: QWidget) -> None:
        if widget.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)
        self._rows.addWidget(widget)
        _call(widget, self.spec.title)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)


def _call(widget: QWidget, words: str) -> None:
    if isinstance(widget, QComboBox):
        name_box(widget, words)
    else:
        widget.setAccessibleName(words)


def _is_history_key(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
