"""The panels: plain data in, signals out."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from designer.aws.runs import RunRecord, RunStatus, StepRecord
from designer.catalog.palette import KINDS
from designer.checking.finding import Finding, Fix, Severity
from designer.document.model import Document, Node, Parameter
from designer.gui.bridge.assessment import CodeFile
from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.canvas.gestures.place import dragged_kind
from designer.gui.fields.text_field import TextField
from designer.gui.panels.code import CodePanel
from designer.gui.panels.findings_table import FIX, SENTENCE
from designer.gui.panels.inspector import InspectorPanel
from designer.gui.panels.node_page import NodePage
from designer.gui.panels.palette import PalettePanel
from designer.gui.panels.pipeline_page import PipelinePage
from designer.gui.panels.problems import ProblemsPanel
from designer.gui.panels.runs import RunsPanel
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BY_ID = {kind.id: kind for kind in KINDS}
TRAIN = Node(id="train", kind="training", settings={"instance_type": "ml.m5.large"})
DOCUMENT = Document(name="churn", nodes={"train": TRAIN})


def test_the_search_leaves_the_kinds_whose_title_or_summary_has_every_word(qtbot: QtBot) -> None:
    panel = PalettePanel()
    qtbot.addWidget(panel)
    panel.show_kinds(KINDS, LIGHT_THEME)

    qtbot.keyClicks(panel.search, "train")

    assert "training" in panel.visible_kinds()
    assert "condition" not in panel.visible_kinds()


def test_the_return_key_in_the_search_takes_the_first_kind_that_is_left(qtbot: QtBot) -> None:
    panel = PalettePanel()
    qtbot.addWidget(panel)
    panel.show_kinds(KINDS, LIGHT_THEME)
    qtbot.keyClicks(panel.search, "s3 data")

    with qtbot.waitSignal(panel.kind_chosen) as signal:
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)

    assert signal.args == ["s3_data"]


def test_what_is_dragged_from_the_palette_says_its_kind(qtbot: QtBot) -> None:
    panel = PalettePanel()
    qtbot.addWidget(panel)
    panel.show_kinds(KINDS, DARK_THEME)
    first = panel.tree.topLevelItem(0)
    assert first is not None

    data = panel.tree.mimeData([item for item in [first.child(0)] if item is not None])

    assert dragged_kind(data) in BY_ID


def inspector(qtbot: QtBot, node: Node = TRAIN) -> tuple[InspectorPanel, NodePage]:
    panel = InspectorPanel(BY_ID, LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show_selection(replace(DOCUMENT, nodes={node.id: node}), frozenset({node.id}))
    assert isinstance(panel.page, NodePage)
    return panel, panel.page


def test_typing_into_a_field_tells_node_setting_and_value(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    field = page.form.rows["instance_type"].field
    assert isinstance(field, TextField)
    told: list[tuple[str, str, object]] = []
    panel.setting_edited.connect(lambda *edit: told.append(edit))

    qtbot.keyClick(field.line, Qt.Key.Key_End)
    qtbot.keyClicks(field.line, "x")

    assert told == [("train", "instance_type", "ml.m5.largex")]


def test_a_finding_stands_in_red_at_its_setting_and_others_below_the_name(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    at_setting = Finding(
        rule="R1", severity=Severity.ERROR, message="No such type.", node="train", setting="instance_type.0"
    )
    at_node = Finding(rule="R2", severity=Severity.ERROR, message="Nothing to train on.", node="train")
    elsewhere = Finding(rule="R2", severity=Severity.ERROR, message="Else.", node="other")

    panel.show_findings([at_setting, at_node, elsewhere])

    assert page.form.rows["instance_type"].error.text() == "No such type."
    assert page.error.text() == "Nothing to train on."


def test_an_advanced_setting_that_is_wrong_is_unfolded(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    name = next(name for name, spec in page.form.specs.items() if spec.form.advanced)

    panel.show_findings([Finding(rule="R", severity=Severity.ERROR, message="Off.", node="train", setting=name)])

    assert not page.form.advanced.isHidden()
    assert page.form.rows[name].error.text() == "Off."


def test_the_counter_shows_how_many_characters_of_the_limit_are_used(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)

    panel.show_facts("train", {"instance_type": MemberFacts(most=256)})

    assert page.form.rows["instance_type"].counter.text() == "11/256"


def test_a_changed_document_is_shown_in_the_same_page(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    changed = replace(TRAIN, settings={"instance_type": "ml.c5.large"})

    panel.show_selection(replace(DOCUMENT, nodes={"train": changed}), frozenset({"train"}))
    field = page.form.rows["instance_type"].field

    assert panel.page is page
    assert isinstance(field, TextField)
    assert field.line.text() == "ml.c5.large"


def test_a_node_is_renamed_when_its_name_is_left(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    told: list[tuple[str, str]] = []
    panel.node_renamed.connect(lambda *names: told.append(names))

    page.name.selectAll()
    qtbot.keyClicks(page.name, "fit")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)

    assert told == [("train", "fit")]


def test_the_settings_of_an_unknown_kind_are_shown_all_the_same(qtbot: QtBot) -> None:
    _, page = inspector(qtbot, Node(id="odd", kind="of_tomorrow", settings={"depth": 3}))

    assert list(page.form.rows) == ["depth"]


def test_without_a_selection_the_pipeline_itself_is_edited(qtbot: QtBot) -> None:
    panel = InspectorPanel(BY_ID, LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show_selection(DOCUMENT, frozenset())
    assert isinstance(panel.page, PipelinePage)
    field = panel.page.form.rows["name"].field
    assert isinstance(field, TextField)

    qtbot.keyClick(field.line, Qt.Key.Key_End)
    with qtbot.waitSignal(panel.pipeline_edited) as signal:
        qtbot.keyClicks(field.line, "s")

    assert signal.args == ["name", "churns"]


def test_a_parameter_of_another_type_keeps_what_its_default_means(qtbot: QtBot) -> None:
    page = PipelinePage(
        replace(DOCUMENT, parameters={"Depth": Parameter(name="Depth", type="Integer", default=5)}), LIGHT_THEME
    )
    qtbot.addWidget(page)
    item = page.parameters.table.item(0, 2)
    assert item is not None

    with qtbot.waitSignal(page.parameters.put) as signal:
        item.setText("7")

    assert signal.args == [Parameter(name="Depth", type="Integer", default=7)]


def test_clicking_a_problem_tells_which_and_its_button_asks_for_the_fix(qtbot: QtBot) -> None:
    panel = ProblemsPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    panel.show()
    finding = Finding(
        rule="R", severity=Severity.ERROR, message="Wrong.", node="train", fix=Fix(title="Mend", edit=lambda one: one)
    )
    panel.show_findings([finding])
    chosen: list[object] = []
    panel.chosen.connect(chosen.append)
    where = panel.table.visualRect(panel.model.index(0, SENTENCE)).center()
    button = panel.table.indexWidget(panel.model.index(0, FIX))
    assert isinstance(button, QPushButton)

    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(panel.fix_wanted) as signal:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert chosen == [finding]
    assert signal.args == [finding]


def test_without_problems_the_panel_says_so(qtbot: QtBot) -> None:
    panel = ProblemsPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show_findings([Finding(rule="R", severity=Severity.HINT, message="Perhaps.")])
    before = panel.nothing.isHidden()

    panel.show_findings([])

    assert before
    assert not panel.nothing.isHidden()


def test_the_code_panel_keeps_the_file_that_is_looked_at(qtbot: QtBot) -> None:
    panel = CodePanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_code((CodeFile("pipeline.json", "{}"), CodeFile("template.yaml", "A: 1")), "SageMaker")
    panel.files.setCurrentText("template.yaml")

    panel.show_code((CodeFile("pipeline.json", "[]"), CodeFile("template.yaml", "A: 2")), "SageMaker")

    assert panel.text.toPlainText() == "A: 2"


def test_a_node_is_marked_where_its_id_stands_as_a_whole_word(qtbot: QtBot) -> None:
    panel = CodePanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_code(
        (CodeFile("pipeline.json", '"train", "Train", "train-2", "trainer"\n"Name": "train"'),), "SageMaker"
    )

    panel.show_node("train")

    assert len(panel.text.extraSelections()) == 2
    assert panel.text.textCursor().blockNumber() == 1


def test_what_is_in_the_way_of_the_code_is_said_in_sentences(qtbot: QtBot) -> None:
    panel = CodePanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show()

    panel.show_obstacles(("train: Nothing to train on.",), "SageMaker")

    assert "train: Nothing to train on." in panel.text.toPlainText()


@pytest.mark.parametrize("status", [RunStatus.RUNNING, RunStatus.SUCCEEDED, RunStatus.FAILED])
def test_a_run_is_listed_once_with_its_newest_status(qtbot: QtBot, status: RunStatus) -> None:
    panel = RunsPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    began = datetime(2026, 1, 1, tzinfo=UTC)
    step = StepRecord(name="train", status=status, started=began)
    panel.show_run(RunRecord(id="r1", status=RunStatus.RUNNING, started=began))

    panel.show_run(RunRecord(id="r1", status=status, started=began, steps=(step,)))

    assert panel.statuses() == (("r1", status.value),)
    assert panel.stop.isEnabled() == (status is RunStatus.RUNNING)


def test_a_run_says_why_in_a_sentence_and_keeps_the_whole_answer_in_its_tip(qtbot: QtBot) -> None:
    panel = RunsPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    reason = 'ValueError: {"errorMessage": "No rows.", "stackTrace": ["line 2"]}'

    panel.show_run(RunRecord(id="r1", status=RunStatus.FAILED, reason=reason))

    item = panel.tree.topLevelItem(0)
    assert item is not None
    assert (item.text(4), item.toolTip(4)) == ("ValueError: No rows.", reason)


def test_who_is_at_a_step_of_a_run_stays_there_while_it_goes_on(qtbot: QtBot) -> None:
    panel = RunsPanel(LIGHT_THEME)
    qtbot.addWidget(panel)
    steps = tuple(StepRecord(name=name, status=RunStatus.RUNNING) for name in ("prepare", "train", "evaluate"))
    panel.show_run(RunRecord(id="r1", status=RunStatus.RUNNING, steps=steps))
    top = panel.tree.topLevelItem(0)
    step = top.child(1) if top is not None else None
    assert top is not None
    assert step is not None
    panel.tree.setCurrentItem(step)

    panel.show_run(RunRecord(id="r1", status=RunStatus.RUNNING, steps=steps[:2]))

    assert panel.tree.currentItem() is step
    assert top.childCount() == 2


def test_another_node_of_the_kind_is_shown_in_the_same_form_and_nothing_typed_for_the_first_stays(
    qtbot: QtBot,
) -> None:
    panel, page = inspector(qtbot)
    other = Node(id="again", kind=TRAIN.kind, settings={"volume_gb": 40})
    panel.show_facts("train", {"instance_type": MemberFacts(most=256)})
    panel.show_findings([Finding(rule="R", severity=Severity.ERROR, message="Off.", node="train")])
    told: list[tuple[str, str, object]] = []
    panel.setting_edited.connect(lambda *edit: told.append(edit))

    panel.show_selection(replace(DOCUMENT, nodes={"train": TRAIN, "again": other}), frozenset({"again"}))
    field = page.form.rows["instance_type"].field
    assert isinstance(field, TextField)

    assert panel.page is page
    assert (page.name.text(), field.line.text(), page.error.text()) == ("again", "", "")
    assert page.form.rows["instance_type"].counter.text() == ""
    assert told == []
    qtbot.keyClicks(field.line, "x")
    assert told == [("again", "instance_type", "x")]


def test_a_form_that_was_seen_before_comes_back_with_the_values_of_now(qtbot: QtBot) -> None:
    panel, page = inspector(qtbot)
    changed = replace(TRAIN, settings={"instance_type": "ml.c5.large"})

    panel.show_selection(DOCUMENT, frozenset())
    assert page.isHidden()
    panel.show_selection(replace(DOCUMENT, nodes={"train": changed}), frozenset({"train"}))
    field = page.form.rows["instance_type"].field

    assert panel.page is page
    assert not page.isHidden()
    assert isinstance(field, TextField)
    assert field.line.text() == "ml.c5.large"


def test_another_folder_has_forms_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    panel, page = inspector(qtbot)

    panel.show_selection(replace(DOCUMENT, nodes={"train": TRAIN}), frozenset({"train"}), tmp_path)

    assert panel.page is not page
