"""Several lines: prose, code, a list with an entry per line, or JSON."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from designer.gui.fields.area_completer import AreaCompleter, ReferenceArea
from designer.gui.fields.field import SettingField
from designer.gui.fields.highlighting import Highlighter
from designer.gui.fields.plain import plain
from designer.gui.fields.spec import FieldSpec
from designer.gui.theme.fonts import code_font
from designer.gui.theme.metrics import TEXT

_Read = Callable[[str], object]
_Write = Callable[[object], str]
_NOT_CODE = frozenset({"", "json"})
"""In code a `${` is the code's own, and the Tab key indents."""
_CHANGED_BY_QT = frozenset("\0\r\xa0\u2028\u2029\ufdd0\ufdd1")
"""What an area of text gives back as a line break or a space."""


class MultilineField(SettingField):
    """Edit several lines; `read` makes a value of the text, `write` the text of a value."""

    def __init__(
        self,
        spec: FieldSpec,
        parent: QWidget | None = None,
        *,
        read: _Read,
        write: _Write = str,
        language: str = "",
        lines: int = 3,
    ) -> None:
        super().__init__(spec, parent)
        self._read = read
        self._write = write
        self.area = ReferenceArea()
        self.area.setTabChangesFocus(language in _NOT_CODE)
        self.area.setPlaceholderText(spec.form.placeholder or (write(spec.default) if spec.default else ""))
        if language:
            self.area.setFont(code_font(TEXT - 1))
            self.area.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self._highlighter = Highlighter(self.area.document(), language)
        height = QFontMetrics(self.area.font()).lineSpacing()
        self.area.setFixedHeight(height * lines + 18)
        self.area.textChanged.connect(self._tell)
        self._add(self.area)
        self._references = AreaCompleter(self.area) if language in _NOT_CODE else None

    @override
    def show_value(self, value: object) -> None:
        text = "" if value is None else self._write(value)
        if self._value() == value and (value is not None or not self.area.toPlainText()):
            return
        with QSignalBlocker(self.area):
            self.area.setPlainText(text)

    @override
    def show_references(self, references: Sequence[str]) -> None:
        if self._references is not None:
            self._references.show_references(references)

    @override
    def length(self) -> int:
        return len(self.area.toPlainText())

    def _value(self) -> object:
        text = self.area.toPlainText()
        return self._read(text) if text.strip() else None

    def _tell(self) -> None:
        self.edited.emit(self._value())


def multiline_field(spec: FieldSpec) -> MultilineField:
    """Return an editor of prose."""
    return MultilineField(spec, read=lambda text: text)


def code_field(spec: FieldSpec) -> MultilineField:
    """Return an editor of code in the setting's language."""
    return MultilineField(spec, read=lambda text: text, language=spec.form.language or "text", lines=14)


def list_field(spec: FieldSpec) -> MultilineField:
    """Return an editor of a list with one entry on each line."""

    def read(text: str) -> object:
        entries = [line.strip() for line in text.splitlines() if line.strip()]
        return [plain(entry) for entry in entries] if spec.plain_values else entries

    return MultilineField(spec, read=read, write=_lines)


def json_field(spec: FieldSpec, lines: int = 8) -> MultilineField:
    """Return an editor of JSON; what cannot be read stays text, and the checks say so."""
    return MultilineField(spec, read=from_json, write=to_json, language="json", lines=lines)


def _lines(value: object) -> str:
    return "\n".join(str(entry) for entry in value) if isinstance(value, list | tuple) else str(value)


def from_json(text: str) -> object:
    """Read JSON; what cannot be read stays text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def to_json(value: object) -> str:
    """Write a value as JSON that people read; text stays as it is, unless it would be read as something else."""
    if isinstance(value, str) and value.strip() and survives(value) and from_json(value) == value:
        return value
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    return "".join(f"\\u{ord(sign):04x}" if sign in _CHANGED_BY_QT else sign for sign in text)


def survives(text: str) -> bool:
    """Say whether an area of text gives back what it is given."""
    return _CHANGED_BY_QT.isdisjoint(text)
