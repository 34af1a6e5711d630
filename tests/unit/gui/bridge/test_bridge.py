"""Background work, accounts, recent files and autosave."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.catalog.form import Form
from designer.document.files import read_document, save_document
from designer.document.model import Document, Node
from designer.gui.bridge.accounts import profiles
from designer.gui.bridge.autosave import Autosave
from designer.gui.bridge.background import Background
from designer.gui.bridge.member_facts import facts_of
from designer.gui.bridge.recent_files import RecentFiles
from designer.gui.bridge.recovery import autosave_path, recoverable, save_and_forget
from designer.gui.bridge.untitled import UntitledPlace
from designer.gui.session import EditingSession

ONE = Document(name="churn", nodes={"train": Node(id="train", kind="training")})


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background(qapp)
    yield made
    made.close()


def test_work_is_done_in_another_thread_and_delivered_on_this_one(qtbot: QtBot, background: Background) -> None:
    delivered: list[tuple[int, int]] = []

    background.run("key", threading.get_ident, lambda ident: delivered.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(delivered))

    assert delivered[0][0] != threading.get_ident()
    assert delivered[0][1] == threading.get_ident()


def test_of_two_requests_with_one_key_only_the_newest_is_answered(qtbot: QtBot, background: Background) -> None:
    release = threading.Event()
    answers: list[str] = []

    background.run("key", lambda: release.wait() and "old", lambda answer: answers.append(str(answer)))
    background.run("key", lambda: "new", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    release.set()
    qtbot.waitUntil(lambda: not background.is_busy)

    assert answers == ["new"]


def test_what_breaks_in_the_thread_is_told(qtbot: QtBot, background: Background) -> None:
    problems: list[Exception] = []

    background.run("key", lambda: 1 // 0, lambda _: None, problems.append)
    qtbot.waitUntil(lambda: bool(problems))

    assert isinstance(problems[0], ZeroDivisionError)


def test_reports_arrive_in_order_before_the_result(qtbot: QtBot, background: Background) -> None:
    seen: list[object] = []

    def count(say: Callable[[object], None]) -> None:
        for number in range(3):
            say(number)

    background.stream("key", count, seen.append, lambda _: seen.append("end"))
    qtbot.waitUntil(lambda: "end" in seen)

    assert seen == [0, 1, 2, "end"]


def test_profiles_are_read_from_both_files_of_the_aws_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("[default]\nregion=eu-west-1\n[profile work]\n[sso-session x]\n")
    (tmp_path / "credentials").write_text("[home]\naws_access_key_id=x\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))

    assert profiles() == ("default", "work", "home")


def test_a_broken_configuration_gives_no_profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config").write_bytes(b"\xff\xfe no section")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))

    assert profiles() == ()


def test_recent_files_stand_newest_first_and_once(tmp_path: Path) -> None:
    recent = RecentFiles(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    files = [tmp_path / name for name in ("a.yaml", "b.yaml")]
    for file in files:
        file.touch()

    for file in (*files, files[0]):
        recent.add(file)

    assert recent.paths() == (files[0], files[1])


def test_a_recent_file_that_is_gone_is_left_out(tmp_path: Path) -> None:
    recent = RecentFiles(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    recent.add(tmp_path / "gone.yaml")

    assert recent.paths() == ()


def test_unsaved_work_is_kept_beside_the_file_and_can_be_recovered(
    qtbot: QtBot, background: Background, tmp_path: Path
) -> None:
    path = tmp_path / "churn.yaml"
    save_document(Document(name="churn"), path)
    session = EditingSession(Document(name="churn"), path)
    autosave = Autosave(session, background, UntitledPlace(tmp_path))

    session.apply(ONE, "Add train")
    autosave.write()
    qtbot.waitUntil(autosave_path(path).exists)

    found = recoverable(autosave_path(path), path)
    assert found is not None
    assert list(found.document.nodes) == ["train"]
    assert found.changes
    assert not found.file_is_newer
    assert not read_document(path).nodes


def test_a_file_without_unsaved_work_has_nothing_to_recover(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    save_document(ONE, path)

    assert recoverable(autosave_path(path), path) is None
    autosave_path(path).write_text("name: [broken")
    assert recoverable(autosave_path(path), path) is None


def test_a_file_that_was_written_after_its_unsaved_work_was_kept_is_called_newer(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    save_document(Document(name="churn"), path)
    save_document(ONE, autosave_path(path))
    os.utime(autosave_path(path), (1, 1))

    found = recoverable(autosave_path(path), path)

    assert found is not None
    assert found.file_is_newer


def test_saving_removes_the_unsaved_work(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    save_document(Document(name="churn"), autosave_path(path))

    save_and_forget(ONE, path)

    assert read_document(path) == ONE
    assert not autosave_path(path).exists()


def test_the_facts_of_an_instance_setting_are_the_types_that_aws_accepts() -> None:
    facts = facts_of(Form(editor="instance", use="training"), "instance_type", {})

    assert "ml.m5.xlarge" in facts.choices


def test_the_versions_offered_are_those_of_the_chosen_algorithm() -> None:
    facts = facts_of(Form(editor="image", use="training"), "version", {"algorithm": "xgboost"})

    assert "1.7-1" in facts.choices


def test_a_shape_gives_its_limit_and_an_unknown_one_nothing() -> None:
    known = facts_of(Form(shape="sagemaker:CreateModel:ModelName"), "model_name", {})
    unknown = facts_of(Form(shape="sagemaker:NoSuchThing:Name"), "model_name", {})

    assert known.most == 63
    assert unknown.most == 0
