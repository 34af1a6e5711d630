from pytestqt.qtbot import QtBot

from designer.gui.bridge.portability import Lens, LensRow
from designer.gui.panels.portability import PortabilityPanel
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME

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
    panel.show_lens(LENS)
    return panel


def test_every_node_has_a_level_for_every_target(qtbot: QtBot) -> None:
    table = _panel(qtbot).table
    cells = [[table.item(row, column).text() for column in range(3)] for row in range(2)]  # type: ignore[union-attr]

    assert cells == [["train", "Native", "Native"], ["ask", "Not possible", "By other steps"]]


def test_the_row_that_is_chosen_is_explained(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    first = panel.detail.text()

    panel.table.setCurrentCell(1, 0)

    assert "It runs &lt;every> time." in first
    assert "It cannot wait for a person." in panel.detail.text()
    assert "With another target" not in panel.detail.text()


def test_a_click_tells_the_node(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    with qtbot.waitSignal(panel.chosen) as told:
        panel.table.cellClicked.emit(1, 2)

    assert told.args == ["ask"]


def test_an_obstacle_is_told_in_the_place_of_the_table(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    panel.show_lens(Lens(obstacle="There is no file 'x.py' beside the document."))

    assert panel.table.rowCount() == 0
    assert panel.obstacle.text() == "There is no file 'x.py' beside the document."
    assert not panel.obstacle.isHidden()


def test_another_theme_keeps_what_is_shown(qtbot: QtBot) -> None:
    panel = _panel(qtbot)

    panel.set_theme(DARK_THEME)

    assert panel.lens == LENS
    assert panel.table.rowCount() == 2


def test_an_edge_stands_by_its_own_words_and_a_click_leads_to_its_end(qtbot: QtBot) -> None:
    panel = _panel(qtbot)
    row = LensRow(node="ask", title="train -> ask", taken=(("native", ""), ("impossible", "It has no loops.")))
    panel.show_lens(Lens(targets=LENS.targets, rows=(*LENS.rows, row)))

    panel.table.setCurrentCell(2, 0)

    assert panel.table.item(2, 0).text() == "train -> ask"  # type: ignore[union-attr]
    assert "train -> ask" in panel.detail.text().replace("-&gt;", "->")
    with qtbot.waitSignal(panel.chosen) as told:
        panel.table.cellClicked.emit(2, 1)
    assert told.args == ["ask"]
