import pytest
from pytestqt.qtbot import QtBot

from designer.catalog.kinds.tuning import TuningSettings
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.record_field import RecordField
from designer.gui.fields.rows_field import RowsField
from designer.gui.fields.spec import specs_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ETA = {"name": "eta", "low": 0.1, "high": 0.5}


def _field(qtbot: QtBot) -> RecordField:
    field = RecordField(next(one for one in specs_of(TuningSettings) if one.name == "ranges"))
    qtbot.addWidget(field)
    field.show_value(None)
    field.show()
    return field


def test_rows_are_seen_at_once(qtbot: QtBot) -> None:
    field = _field(qtbot)

    field.show_value([ETA])

    rows = field.place.field
    assert isinstance(rows, RowsField)
    qtbot.waitUntil(rows.rows[0].place.isVisible)
    assert not field.place.head.isVisible()


def test_a_value_that_is_no_list_is_kept_and_edited_as_json(qtbot: QtBot) -> None:
    field = _field(qtbot)
    told: list[object] = []
    field.edited.connect(told.append)

    field.show_value("${prepare.ranges}")

    area = field.place.field
    assert isinstance(area, MultilineField)
    assert area.area.toPlainText() == "${prepare.ranges}"
    area.area.setPlainText("[]")
    assert told == [[]]


def test_what_is_wrong_with_the_whole_and_with_an_entry_is_shown_inside(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value([ETA])

    left = field.show_errors({"": ("Too few.",), "0.low": ("Too low.",)})

    rows = field.place.field
    assert isinstance(rows, RowsField)
    assert (field.place.error.text(), rows.rows[0].place.error.text(), left) == ("Too few.", "Too low.", ())


def test_a_place_deep_inside_is_opened(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value([ETA])

    field.reveal("0.low")

    rows = field.place.field
    assert isinstance(rows, RowsField)
    assert rows.rows[0].place.is_open
