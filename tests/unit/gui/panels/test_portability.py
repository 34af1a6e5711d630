import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.gui.bridge.portability import Lens, LensRow
from designer.gui.panels.portability import PortabilityPanel
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LENS = Lens(
    targets=("SageMaker Pipelines", "Step Functions"),
    rows=(
        LensRow(
            node="train", taken=(("native", ""), ("native", "")), changes=("Step Functions: It runs <every> time.",)
        ),
        LensRow(node="ask", taken=(("impossible", "It cannot wait for a person."), ("lowered", "By a token."))),
    ),
)


def _panel(qtbot: QtBot) -> PortabilityPanel:
    panel = PortabilityPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    panel.show()
    panel.show_lens(LENS)
    return panel


def _click(qtbot: QtBot, panel: PortabilityPanel, row: int, column: int) -> None:
    where = panel.table.visualRect(panel.model.index(row, column)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_every_node_has_a_level_for_every_target(qtbot: QtBot) -> None:
    model = _panel(qtbot).model
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]

    assert cells == [["train", "Native", "Native"], ["ask", "Not possible", "By other steps"]]


def test_a_row_is_read_with_its_reasons_and_what_would_change(qtbot: QtBot) -> None:
    model = _panel(qtbot).model
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [[model.index(row, column).data(role) for column in (1, 2)] for row in range(2)]

    assert cells == [
        ["Native", "Native. With another target: Step Functions: It runs <every> time."],
        ["Not possible. It cannot wait for a person", "By other steps. By a token"],
    ]


def test_the_row_that_is_chosen_is_explained(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    first = panel.detail.text()

    panel.table.setCurrentIndex(panel.model.index(1, 0))

    assert "It runs &lt;every> time." in first
    assert "It cannot wait for a person." in panel.detail.text()
    assert "With another target" not in panel.detail.text()


def test_a_click_tells_the_node(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    with qtbot.waitSignal(panel.chosen) as told:
        _click(qtbot, panel, 1, 2)

    assert told.args == ["ask"]


def test_an_obstacle_is_told_in_the_place_of_the_table(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    panel.show_lens(Lens(obstacle="There is no file 'x.py' beside the document."))

    assert panel.model.rowCount() == 0
    assert panel.obstacle.text() == "There is no file 'x.py' beside the document."
    assert not panel.obstacle.isHidden()


def test_another_theme_keeps_what_is_shown(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    panel.set_theme(DARK_THEME)

    assert panel.lens == LENS
    assert panel.model.rowCount() == 2


def test_an_edge_stands_by_its_own_words_and_a_click_leads_to_its_end(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    row = LensRow(node="ask", title="train -> ask", taken=(("native", ""), ("impossible", "It has no loops.")))
    panel.show_lens(Lens(targets=LENS.targets, rows=(*LENS.rows, row)))

    panel.table.setCurrentIndex(panel.model.index(2, 0))

    assert panel.model.index(2, 0).data() == "train -> ask"
    assert "train -> ask" in panel.detail.text().replace("-&gt;", "->")
    with qtbot.waitSignal(panel.chosen) as told:
        _click(qtbot, panel, 2, 1)
    assert told.args == ["ask"]
