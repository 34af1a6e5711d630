"""The editors of settings: what is typed is told as a value, and an empty editor takes the setting away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from designer.catalog.form import Form
from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.editors import FIELDS
from designer.gui.fields.flag_field import FlagField
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.path_field import PathField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.table_field import TableField
from designer.gui.fields.text_field import TextField


def spec(editor: str, **more: object) -> FieldSpec:
    return FieldSpec(name="setting", title="Setting", editor=editor, **more)  # type: ignore[arg-type]


def told(
    field: TextField | NumberField | FlagField | ChoiceField | TableField | MultilineField | PathField,
) -> list[object]:
    values: list[object] = []
    field.edited.connect(values.append)
    return values


def test_every_sort_of_editor_shows_a_value_without_telling_an_edit(qtbot: QtBot) -> None:
    samples: dict[str, object] = {"number": 3, "flag": True, "table": {"a": "b"}, "list": ["a"], "json": {"a": [1]}}

    for editor, make in FIELDS.items():
        field = make(spec(editor))
        qtbot.addWidget(field)
        edits: list[object] = []
        field.edited.connect(edits.append)

        field.show_value(samples.get(editor, "text"))
        field.show_value(None)

        assert edits == [], editor


def test_typed_text_is_told_letter_by_letter_and_nothing_as_none(qtbot: QtBot) -> None:
    field = TextField(spec("text"))
    qtbot.addWidget(field)
    values = told(field)

    qtbot.keyClicks(field.line, "ab")
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)

    assert values == ["a", "ab", None]


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("0.5", 0.5), ("${params.N}", "${params.N}"), ("many", "many")]
)
def test_a_number_is_told_as_a_number_and_a_reference_as_text(qtbot: QtBot, typed: str, value: object) -> None:
    field = NumberField(spec("number", default=1))
    qtbot.addWidget(field)
    values = told(field)

    qtbot.keyClicks(field.line, typed)

    assert values[-1] == value
    assert type(values[-1]) is type(value)


def test_a_flag_that_goes_back_to_its_default_takes_the_setting_away(qtbot: QtBot) -> None:
    field = FlagField(spec("flag", default=False))
    qtbot.addWidget(field)
    values = told(field)

    field.box.click()
    field.box.click()

    assert values == [True, None]


def test_a_choice_is_told_when_it_is_picked(qtbot: QtBot) -> None:
    field = ChoiceField(spec("choice", choices=("Approved", "Rejected"), default="Approved"))
    qtbot.addWidget(field)
    values = told(field)

    field.box.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    qtbot.keyClick(field.box, Qt.Key.Key_Down)

    assert values[-1] in ("Approved", "Rejected")


def test_a_row_written_into_a_table_becomes_an_entry_and_a_new_empty_row_follows(qtbot: QtBot) -> None:
    field = TableField(spec("table", plain_values=True))
    qtbot.addWidget(field)
    values = told(field)

    _write(field, 0, 0, "max_depth")
    _write(field, 0, 1, "5")

    assert values[-1] == {"max_depth": 5}
    assert field.table.rowCount() == 2


def test_a_table_of_text_keeps_digits_as_text(qtbot: QtBot) -> None:
    field = TableField(spec("table"))
    qtbot.addWidget(field)
    values = told(field)
    field.show_value({"A": "1"})

    _write(field, 0, 1, "2")

    assert values == [{"A": "2"}]


def test_a_name_taken_from_a_table_takes_its_entry_away(qtbot: QtBot) -> None:
    field = TableField(spec("table"))
    qtbot.addWidget(field)
    values = told(field)
    field.show_value({"A": "1", "B": "2"})

    _write(field, 0, 0, "")

    assert values == [{"B": "2"}]


@pytest.mark.parametrize(
    ("editor", "text", "value"),
    [
        ("list", "a\n\n b \n", ["a", "b"]),
        ("json", '{"a": [1]}', {"a": [1]}),
        ("json", "{broken", "{broken"),
        ("code", "x = 1", "x = 1"),
    ],
)
def test_lines_are_told_as_what_the_editor_makes_of_them(qtbot: QtBot, editor: str, text: str, value: object) -> None:
    make: Callable[[FieldSpec], object] = FIELDS[editor]
    field = make(spec(editor, form=Form(language="python")))
    assert isinstance(field, MultilineField)
    qtbot.addWidget(field)
    values = told(field)

    field.area.setPlainText(text)

    assert values[-1] == value


def test_showing_the_value_that_is_being_typed_leaves_the_cursor_where_it_is(qtbot: QtBot) -> None:
    field = FIELDS["list"](spec("list"))
    assert isinstance(field, MultilineField)
    qtbot.addWidget(field)
    field.edited.connect(field.show_value)

    qtbot.keyClicks(field.area, "one")
    qtbot.keyClick(field.area, Qt.Key.Key_Return)
    qtbot.keyClicks(field.area, "two")

    assert field.area.toPlainText() == "one\ntwo"


def test_a_chosen_file_inside_the_folder_of_the_document_is_kept_relative(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("project")
    field = PathField(spec("file"))
    qtbot.addWidget(field)
    field.root = root
    values = told(field)

    field.take(str(root / "scripts" / "train.py"))
    field.take("/elsewhere/train.py")

    assert values == ["scripts/train.py", "/elsewhere/train.py"]


def test_the_beginning_of_a_file_of_text_is_shown_and_nothing_of_others(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("project")
    (root / "train.py").write_text("import os\n" * 40)
    (root / "model.bin").write_bytes(b"\0\1\2")
    field = PathField(spec("file"))
    qtbot.addWidget(field)
    field.root = root

    field.show_value("train.py")
    assert not field.preview.isHidden()
    assert field.preview.toPlainText().splitlines() == ["import os"] * 12 + ["…"]
    assert field.preview.isReadOnly()

    for other in ("model.bin", "missing.py", ".", None):
        field.show_value(other)
        assert field.preview.isHidden(), other


def _write(field: TableField, row: int, column: int, text: str) -> None:
    """Write into a cell as a person does: through its editor."""
    item = field.table.item(row, column)
    if item is None:
        pytest.fail("there is no such cell")
    item.setText(text)


def test_undo_in_a_field_is_left_to_the_window(qtbot: QtBot) -> None:
    sorts: tuple[tuple[str, type[QLineEdit | QPlainTextEdit]], ...]
    sorts = (("text", QLineEdit), ("multiline", QPlainTextEdit))
    for editor, sort in sorts:
        field = FIELDS[editor](spec(editor))
        qtbot.addWidget(field)
        inner = field.findChild(sort)
        assert inner is not None
        qtbot.keyClicks(inner, "abc")

        accepted = _override(inner)

        assert not accepted, editor


def _override(widget: QWidget) -> bool:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QCoreApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_a_choice_is_shown_in_words_and_kept_as_aws_calls_it(qtbot: QtBot) -> None:
    spec = FieldSpec(
        name="approval",
        title="Approval",
        editor="choice",
        default="PendingManualApproval",
        choices=("PendingManualApproval", "Approved"),
        has_words=True,
    )
    field = ChoiceField(spec)
    qtbot.addWidget(field)
    told: list[object] = []
    field.edited.connect(told.append)
    hint = field.box.lineEdit()
    assert hint is not None

    field.box.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)

    assert hint.placeholderText() == "Pending manual approval"
    assert told == ["PendingManualApproval"]
    assert field.box.currentText() == "Pending manual approval"


def test_a_chosen_value_says_in_its_tool_tip_what_the_file_says(qtbot: QtBot) -> None:
    spec = FieldSpec(name="when", title="When", editor="choice", choices=("on_success",), has_words=True)
    field = ChoiceField(spec)
    qtbot.addWidget(field)

    field.show_value("on_success")
    words, tip = field.box.currentText(), field.box.toolTip()
    field.show_value("${params.When}")

    assert (words, tip) == ("After the stage succeeded", "on_success")
    assert field.box.currentText() == "${params.When}"


def test_turning_the_wheel_over_a_choice_that_is_not_edited_leaves_it_as_it_is(qtbot: QtBot) -> None:
    field = ChoiceField(spec("choice", choices=("a", "b", "c")))
    qtbot.addWidget(field)
    field.show_value("b")
    told: list[object] = []
    field.edited.connect(told.append)
    middle = QPointF(field.box.rect().center())
    down = QPoint(0, -120)
    turned = QWheelEvent(
        middle,
        field.box.mapToGlobal(middle),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(field.box, turned)

    assert told == []
    assert field.box.currentText() == "b"


def test_a_long_address_is_shown_from_its_beginning(qtbot: QtBot) -> None:
    field = TextField(spec("text"))
    qtbot.addWidget(field)

    field.show_value("s3://bucket/" + "folder/" * 40)

    assert field.line.cursorPosition() == 0


def test_a_value_that_has_no_name_yet_is_no_edit(qtbot: QtBot) -> None:
    field = TableField(spec("table"))
    qtbot.addWidget(field)
    field.show_value(None)
    values = told(field)

    for column, text in ((1, "five"), (0, "LIMIT"), (0, "")):
        item = field.table.item(0, column)
        assert item is not None
        item.setText(text)

    assert values == [{"LIMIT": "five"}, None]
