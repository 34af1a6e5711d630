"""What a screen reader says of an editor when it has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from designer.document.model import Parameter
from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.path_field import PathField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.table_field import TableField
from designer.gui.panels.form_row import FormRow
from designer.gui.panels.parameters_table import ParametersTable
from designer.gui.quiet_line import QuietLine
from designer.gui.spoken_box import SpokenBox
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.accessible.hearing import ANNOUNCEMENT, listening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAME = QAccessible.Text.Name
SCRIPT = FieldSpec(name="script", title="Script", editor="text", description="What is run & when.", default="run.py")


def labels_of(widget: QWidget) -> list[str]:
    related = QAccessible.queryAccessibleInterface(widget).relations(QAccessible.RelationFlag.Label)
    return [label.text(NAME) for label, _ in related]


def test_a_list_to_choose_from_is_found_by_its_name(qtbot: QtBot) -> None:
    field = ChoiceField(FieldSpec(name="mode", title="Mode", editor="choice", choices=("a", "b")))
    qtbot.addWidget(field)
    named = labels_of(field.box)

    field.say("Mode", "row 2")

    assert named == ["Mode"]
    assert labels_of(field.box) == ["Mode, row 2"]


def test_a_field_says_what_is_wrong_what_it_means_and_what_holds_without_it(qtbot: QtBot) -> None:
    row = FormRow(SCRIPT, LIGHT_THEME)
    qtbot.addWidget(row)
    line = row.findChild(QLineEdit)
    assert line is not None

    row.show_value(None)
    said = [line.accessibleDescription()]
    row.show_errors({"": ("There is no such file.",)})
    said.append(line.accessibleDescription())
    row.show_errors({})
    row.show_facts(MemberFacts(most=10))
    row.show_value("a.py")
    said.append(line.accessibleDescription())

    means = "What is run & when. Default: run.py"
    assert said == [means, f"There is no such file. {means}", f"4/10. {means}"]


def test_the_help_below_a_field_belongs_to_it(qtbot: QtBot) -> None:
    row = FormRow(SCRIPT, LIGHT_THEME)
    qtbot.addWidget(row)

    assert row.help is not None
    assert row.help.buddy() is row.field
    assert QAccessible.queryAccessibleInterface(row.help).text(NAME) == "What is run & when."


def test_the_button_beside_a_path_says_what_it_chooses(qtbot: QtBot) -> None:
    field = PathField(FieldSpec(name="script", title="Script", editor="file"))
    qtbot.addWidget(field)

    assert field.button.accessibleName() == "Choose Script"


def test_the_tab_key_leaves_a_table(qtbot: QtBot) -> None:
    around, after = QWidget(), QLineEdit()
    field = TableField(FieldSpec(name="tags", title="Tags", editor="table"))
    rows = QVBoxLayout(around)
    rows.addWidget(field)
    rows.addWidget(after)
    qtbot.addWidget(around)
    around.show()
    around.activateWindow()
    field.table.setFocus()

    qtbot.keyClick(field.table, Qt.Key.Key_Tab)

    assert around.focusWidget() is after


def test_a_cell_that_is_written_in_says_its_column(qtbot: QtBot) -> None:
    around = QWidget()
    field, parameters = TableField(FieldSpec(name="tags", title="Tags", editor="table")), ParametersTable()
    rows = QVBoxLayout(around)
    rows.addWidget(field)
    rows.addWidget(parameters)
    qtbot.addWidget(around)
    parameters.show_parameters({"Depth": Parameter(name="Depth", type="Integer", default=5)})
    around.show()

    with listening() as heard:
        for table, column in ((field.table, 1), (parameters.table, 0)):
            table.edit(table.model().index(0, column))

    said = [event.about for event in heard if event.sort == ANNOUNCEMENT]
    names = [line.accessibleName() for line in field.table.viewport().findChildren(QLineEdit)]
    assert said == ["Editing Value", "Editing Name"]
    assert names == ["Value"]


def test_the_table_of_parameters_says_of_what_type_each_is(qtbot: QtBot) -> None:
    table = ParametersTable()
    qtbot.addWidget(table)

    table.show_parameters({"Depth": Parameter(name="Depth", type="Integer", default=5)})

    boxes = table.table.findChildren(QComboBox)
    types = [box.currentText() for box in boxes]
    assert [labels_of(box) for box in boxes] == [["Type, Depth"]]
    cell = table.table.model().index(0, 1)
    assert types == [cell.data(Qt.ItemDataRole.AccessibleTextRole)] == ["Integer"]
    assert not table.table.tabKeyNavigation()


@pytest.mark.parametrize(("text", "selections"), [("", 0), ("ab", 1)])
def test_nothing_is_selected_where_nothing_is_written(qtbot: QtBot, text: str, selections: int) -> None:
    around, line = QWidget(), QuietLine(text)
    rows = QVBoxLayout(around)
    rows.addWidget(QLineEdit())
    rows.addWidget(line)
    qtbot.addWidget(around)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    changes: list[None] = []
    line.selectionChanged.connect(lambda: changes.append(None))

    line.setFocus(Qt.FocusReason.TabFocusReason)

    assert line.selectedText() == text
    assert len(changes) == selections


@pytest.mark.parametrize("editable", [True, False])
def test_what_the_arrow_keys_choose_is_said(qtbot: QtBot, editable: bool) -> None:
    box = SpokenBox()
    box.setEditable(editable)
    box.addItems(["one", "two"])
    qtbot.addWidget(box)
    box.show()

    with listening() as heard:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            qtbot.keyClick(box, key)

    assert [event.about for event in heard if event.sort == ANNOUNCEMENT] == ["two", "one"]


def test_who_writes_hears_what_is_wrong_and_nothing_else_again(qtbot: QtBot) -> None:
    row = FormRow(SCRIPT, LIGHT_THEME)
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    row.show_facts(MemberFacts(most=10))
    line = row.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    before = line.accessibleDescription()

    qtbot.keyClicks(line, "a")
    said = [line.accessibleDescription()]
    row.show_errors({"": ("There is no such file.",)})
    said.append(line.accessibleDescription())
    line.clearFocus()
    QApplication.processEvents()

    assert said == [before, "There is no such file"]
    assert line.accessibleDescription() == f"There is no such file. 1/10. {before}"
