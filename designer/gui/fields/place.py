"""One place in a value that is made of others: its name, its editor, and what is wrong with it.

What stands inside is only made when the place is opened. A value that the editor does not understand, such as a reference
in place of a structure, is edited as JSON where it stands.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from designer.gui.fields.breaking import NameLabel, SummaryLabel
from designer.gui.fields.dotted import Errors
from designer.gui.fields.field import SettingField
from designer.gui.fields.fitting import fits
from designer.gui.fields.flag_field import FlagField
from designer.gui.fields.multiline_field import json_field, multiline_field, survives
from designer.gui.fields.place_frame import LINE, Head, Indented, bring_into_view, quiet_label
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.summary import summary
from designer.gui.fields.tools import FoldButton
from designer.gui.theme.metrics import GAP, GAP_SMALL

Make = Callable[[FieldSpec], SettingField]
"""Makes the editor of a setting."""

_NESTED = frozenset({"structure", "union", "rows", "map"})
_JSON_LINES = 4


class Place(QWidget):
    """Edit one value among others; `name` stands in for the name of the place, such as a line to write it into.

    `helps` is set where its description is seen, `headless` where something else says already what it is.
    """

    edited = Signal(object)
    rearranged = Signal()

    def __init__(
        self, spec: FieldSpec, make: Make, *, name: QWidget | None = None, helps: bool = False, headless: bool = False
    ) -> None:
        super().__init__()
        self.spec = spec
        self.field: SettingField | None = None
        self.name = name or NameLabel(f"{spec.title} *" if spec.required else spec.title)
        self.toggle = FoldButton(spec.title)
        self.head = Head(self.toggle)
        self.summary = SummaryLabel()
        self.tools = QHBoxLayout()
        self.body = Indented() if self.is_nested and not headless else QWidget()
        self.error = quiet_label(QPalette.ColorRole.BrightText)
        self.help = quiet_label(QPalette.ColorRole.PlaceholderText)
        self.help.setText(spec.description if helps else "")
        self._inner = QVBoxLayout(self.body)
        self._headless = headless
        self._make = make
        self._value: object = None
        self._stands_in = False
        self._references: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._words = spec.title
        self._row = ""
        self._told: object = None
        self._lay_out()
        if not self.is_nested:
            self._build()

    @property
    def is_nested(self) -> bool:
        """Say whether the place is opened before it is edited."""
        return self.spec.editor in _NESTED

    @property
    def is_open(self) -> bool:
        """Say whether what is inside is seen."""
        return not self.is_nested or self.toggle.isChecked()

    @property
    def stop(self) -> QWidget:
        """Where the Tab key comes to first."""
        if self.field is None or self.is_nested:
            return self.toggle
        return self.field.focusProxy() or self.field

    def open(self) -> None:
        """Show what is inside."""
        if self.is_nested:
            self.toggle.setChecked(True)

    def close_up(self) -> None:
        """Show no more of what is inside than a line, and keep nothing of how it was shown."""
        if self.is_nested:
            self.toggle.setChecked(False)
            self._drop()

    def show_value(self, value: object) -> None:
        """Show a value; nothing is told. An editor that somebody is writing in stays."""
        self._value = value
        self._sum_up()
        if self.field is None:
            return
        if self._is_ill_fitting() and not self._is_being_written(value):
            self._build()
        else:
            self.field.show_value(value)

    def show_references(self, references: Sequence[str]) -> None:
        """Offer these to refer to."""
        self._references = tuple(references)
        if self.field is not None:
            self.field.show_references(self._references)

    def show_errors(self, errors: Errors) -> None:
        """Show what is wrong, at the places inside as far as they are seen."""
        self._errors = errors
        left = tuple(sentence for sentences in errors.values() for sentence in sentences)
        if self.field is not None and self.is_open:
            left = self.field.show_errors(errors)
        self.error.setText("\n".join(left))
        self.error.setVisible(bool(left))

    def reveal(self, place: str) -> None:
        """Go to a dotted place inside."""
        self.open()
        if self.field is not None:
            self.field.reveal(place)
        self.come_into_view()

    def come_into_view(self) -> None:
        """Scroll to the place, as soon as it is laid out."""
        QTimer.singleShot(0, self, lambda: bring_into_view(self))

    def say(self, words: str, row: str) -> None:
        """Say to those who do not see it which place this is, and in which row what is inside stands."""
        self._words, self._row = words, row
        self.toggle.say(words)
        if self.field is not None:
            self.field.say(words, row)

    def _understands(self) -> bool:
        return self._value is None or fits(self.spec, self._value)

    def _sum_up(self) -> None:
        """Say in a line what is set, as long as that is not seen below."""
        self.summary.setText("" if self.is_open else summary(self._value) or self.tr("not set"))

    def _is_ill_fitting(self) -> bool:
        return self._stands_in == self._understands()

    def _is_being_written(self, value: object) -> bool:
        """Say whether a value is what somebody has just written here, or fits while he writes it as JSON."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.isAncestorOf(focused)
        return has_focus and (value is self._told or self._understands())

    def _build(self) -> None:
        """Make the editor that fits the value."""
        self._drop()
        self._stands_in = not self._understands()
        self.field = _stand_in(self.spec, self._value) if self._stands_in else self._make(self.spec)
        self.field.setToolTip(self.spec.description)
        self.field.show_references(self._references)
        self.field.show_value(self._value)
        self.field.edited.connect(self._tell)
        self.field.rearranged.connect(self.rearranged)
        self.field.say(self._words, self._row)
        # A switch bears its name itself.
        self.head.setVisible(not self._headless and not isinstance(self.field, FlagField))
        self._inner.addWidget(self.field)
        self.show_errors(self._errors)
        self.rearranged.emit()

    def _drop(self) -> None:
        if self.field is not None:
            self.field.hide()
            self.field.deleteLater()
            self.field = None

    def _tell(self, value: object) -> None:
        self._value = self._told = value
        self.edited.emit(value)

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        if unfolded and (self.field is None or self._is_ill_fitting()):
            self._build()
        self.body.setVisible(unfolded)
        self._sum_up()
        self.show_errors(self._errors)
        self.rearranged.emit()

    def _lay_out(self) -> None:
        self._fill_head()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_SMALL)
        rows.addWidget(self.head)
        for part in (self.error, self.body) if self.is_nested else (self.body, self.error):
            rows.addWidget(part)
        rows.addWidget(self.help)
        self.error.hide()
        self.help.setVisible(bool(self.help.text()))
        self._inner.setContentsMargins(GAP + LINE if isinstance(self.body, Indented) else 0, 0, 0, 0)
        self.head.setVisible(not self._headless)
        self.body.setVisible(not self.is_nested)
        self.toggle.setVisible(self.is_nested)
        self.summary.setVisible(self.is_nested)
        self.setToolTip(self.spec.description)

    def _fill_head(self) -> None:
        self.toggle.toggled.connect(self._fold)
        self.tools.setSpacing(0)
        across = QHBoxLayout(self.head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP_SMALL)
        across.addWidget(self.toggle)
        across.addWidget(self.name, 0 if self.is_nested else 1)
        across.addWidget(self.summary, 1)
        across.addLayout(self.tools)


def _stand_in(spec: FieldSpec, value: object) -> SettingField:
    is_prose = spec.editor == "text" and isinstance(value, str) and bool(value.strip()) and survives(value)
    return multiline_field(spec) if is_prose else json_field(spec, lines=_JSON_LINES)
