"""The dialogs: what is chosen is told, and what was refused is shown word for word."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from designer.aws.stacks import ChangeSetRecord
from designer.deployment.model import Change, Plan, Progress
from designer.document.model import Parameter
from designer.errors import AwsRefused, TargetRefused
from designer.gui.bridge.accounts import AccountWish
from designer.gui.dialogs.choices import Choice
from designer.gui.dialogs.chooser import Chooser
from designer.gui.dialogs.deploy import DeployDialog
from designer.gui.dialogs.export import ExportDialog, ExportWish
from designer.gui.dialogs.refusal_box import RefusalBox, words_of
from designer.gui.dialogs.run import RunDialog
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.accessible.hearing import FOCUS, Heard, listening

CHOICES = [Choice(id="training", title="Training", words="fit"), Choice(id="s3_data", title="S3 data")]


def test_typing_into_the_chooser_leaves_what_fits_and_return_takes_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chooser = Chooser(CHOICES, "Add a node", parent)

    qtbot.keyClicks(chooser.line, "fit")
    left = chooser.visible_ids()
    with qtbot.waitSignal(chooser.chosen) as signal:
        qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    assert left == ("training",)
    assert signal.args == ["training"]


def test_the_arrow_keys_choose_while_one_types(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chooser = Chooser(CHOICES, "Add a node", parent)

    qtbot.keyClick(chooser.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.chosen) as signal:
        qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    assert signal.args == ["s3_data"]


def test_the_line_says_what_return_would_take(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chooser = Chooser([*CHOICES, Choice(id="undo", title="Undo", detail="Ctrl+Z")], "Add a node", parent)

    said = [chooser.line.accessibleDescription()]
    qtbot.keyClick(chooser.line, Qt.Key.Key_Down)
    said.append(chooser.line.accessibleDescription())
    for typed in ("u", "x"):
        qtbot.keyClicks(chooser.line, typed)
        said.append(chooser.line.accessibleDescription())

    assert said == ["Training", "S3 data", "Undo, Ctrl+Z", "Nothing fits"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_readers_are_led_back_to_the_line_when_the_chooser_has_opened(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    chooser = Chooser(CHOICES, "Add a node", parent)

    with listening() as heard:
        chooser.open_at(QPoint())
        qtbot.waitUntil(lambda: heard.count(Heard(FOCUS, "Add a node")) == 2)

    assert heard[-1] == Heard(FOCUS, "Add a node")


def test_the_export_is_asked_for_with_the_folder_and_the_branch(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog("SageMaker", tmp_path, LIGHT_THEME)
    qtbot.addWidget(dialog)
    dialog.git.setChecked(True)
    qtbot.keyClicks(dialog.branch, "main")

    with qtbot.waitSignal(dialog.wanted) as signal:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)

    assert signal.args == [ExportWish(folder=tmp_path, to_git=True, branch="main")]


def plan(*changes: Change) -> Plan:
    return Plan(stack="churn", is_new=True, changes=changes, change_set=_change_set(), assets_bucket="b")


def _change_set() -> ChangeSetRecord:
    import dataclasses

    blank: dict[str, object] = {field.name: "" for field in dataclasses.fields(ChangeSetRecord)}
    return ChangeSetRecord(**blank)  # type: ignore[arg-type]


def test_nothing_can_be_deployed_before_the_plan_was_shown(qtbot: QtBot) -> None:
    dialog = DeployDialog("SageMaker", ("work",), AccountWish(), LIGHT_THEME)
    qtbot.addWidget(dialog)
    before = dialog.deploy.isEnabled()

    dialog.show_plan(plan(Change(action="Add", logical_id="Bucket", type="AWS::S3::Bucket")))

    assert not before
    assert dialog.deploy.isEnabled()
    assert dialog.table.rowCount() == 1


def test_another_account_lets_go_of_the_plan(qtbot: QtBot) -> None:
    dialog = DeployDialog("SageMaker", ("work",), AccountWish(), LIGHT_THEME)
    qtbot.addWidget(dialog)
    dialog.show_plan(plan(Change(action="Add", logical_id="Bucket", type="AWS::S3::Bucket")))

    dialog.account.setCurrentIndex(1)

    assert not dialog.deploy.isEnabled()
    assert dialog.wish() == AccountWish(sandbox=False, profile="work")


def test_a_change_that_loses_data_says_so(qtbot: QtBot) -> None:
    dialog = DeployDialog("SageMaker", (), AccountWish(), LIGHT_THEME)
    qtbot.addWidget(dialog)

    dialog.show_plan(plan(Change(action="Remove", logical_id="Bucket", type="AWS::S3::Bucket")))
    item = dialog.table.item(0, 3)

    assert item is not None
    assert "lost" in item.text()


def test_what_happens_is_listed_and_a_failure_shows_the_message_of_aws(qtbot: QtBot) -> None:
    dialog = DeployDialog("SageMaker", (), AccountWish(), LIGHT_THEME)
    qtbot.addWidget(dialog)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    dialog.show_progress(Progress(time=now, logical_id="Role", type="AWS::IAM::Role", status="CREATE_FAILED"))

    dialog.show_problem(AwsRefused("Not authorised to do it.", code="AccessDenied", operation="CreateRole"))

    assert dialog.table.rowCount() == 1
    assert "AccessDenied" in dialog.refusal.text.text()
    assert "Not authorised to do it." in dialog.refusal.text.text()
    assert dialog.plan.isEnabled()


def test_a_refusal_can_be_copied(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = RefusalBox(LIGHT_THEME, parent)
    box.show_problem(TargetRefused("Impossible.", reasons=("wait: no such step",)))

    qtbot.mouseClick(box.copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "Impossible.\nwait: no such step"


def test_a_bug_is_named_with_its_sort() -> None:
    assert words_of(KeyError("x")) == "KeyError: 'x'"


def test_a_run_is_given_what_was_written_and_no_more(qtbot: QtBot) -> None:
    parameters = {name: Parameter(name=name, type="Integer", default=1) for name in ("Depth", "Rounds")}
    dialog = RunDialog(parameters, (), "Stack", LIGHT_THEME)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.lines["Depth"], "7")

    with qtbot.waitSignal(dialog.wanted) as signal:
        qtbot.mouseClick(dialog.run, Qt.MouseButton.LeftButton)

    assert signal.args == [{"Depth": "7"}, ()]
    assert dialog.part.isHidden()


@pytest.mark.parametrize("is_wanted", [True, False])
def test_the_selected_nodes_run_alone_where_that_is_wanted(qtbot: QtBot, *, is_wanted: bool) -> None:
    dialog = RunDialog({}, ("evaluate", "train"), "Stack", LIGHT_THEME)
    qtbot.addWidget(dialog)
    assert "2 selected nodes" in dialog.part.text()
    dialog.part.setChecked(is_wanted)

    with qtbot.waitSignal(dialog.wanted) as signal:
        qtbot.mouseClick(dialog.run, Qt.MouseButton.LeftButton)

    assert signal.args == [{}, ("evaluate", "train") if is_wanted else ()]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_return_in_the_folder_exports(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog("SageMaker", tmp_path, LIGHT_THEME)
    qtbot.addWidget(dialog)
    dialog.show()

    with qtbot.waitSignal(dialog.wanted) as signal:
        qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)

    assert signal.args == [ExportWish(folder=tmp_path)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_return_in_the_region_shows_the_plan_and_deploys_nothing(qtbot: QtBot) -> None:
    wish = AccountWish(sandbox=True, profile="", region="eu-west-1", stack="")
    dialog = DeployDialog("SageMaker", (), wish, LIGHT_THEME)
    qtbot.addWidget(dialog)
    dialog.show()
    deployed: list[bool] = []
    dialog.deploy_wanted.connect(lambda: deployed.append(True))

    with qtbot.waitSignal(dialog.plan_wanted) as signal:
        qtbot.keyClick(dialog.region, Qt.Key.Key_Return)

    assert signal.args == [wish]
    assert not deployed
