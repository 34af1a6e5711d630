"""The window in French, and how a person comes to it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from designer.document.edits import disconnect, set_setting
from designer.gui.dialogs.asking import DialogAsking
from designer.gui.dialogs.choice_row import DETAIL
from designer.gui.dialogs.chooser import Chooser
from designer.gui.language.choice import FRENCH, choose_language, speak
from designer.gui.panels.findings_table import SENTENCE
from designer.gui.panels.node_page import NodePage
from designer.gui.window import PipelineWindow
from tests.window.conftest import PIPELINE, FakeAsking, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]

MakeWindow = Callable[[], tuple[PipelineWindow, FakeAsking]]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Return the settings of the windows of this test."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture(autouse=True)
def silent_again(qapp: QApplication) -> Iterator[None]:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def in_french(qapp: QApplication, settings: QSettings, make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    choose_language(settings, FRENCH)
    speak(qapp, settings)
    path = tmp_path / "churn.yaml"
    path.write_text(PIPELINE)
    window, asking = make_window()
    window.filing.open_path(path)
    qtbot.waitUntil(lambda: "train" in window.session.document.nodes, timeout=8_000)
    qtbot.waitUntil(lambda: bool(window.live.target) and bool(window.live.latest.support), timeout=8_000)
    return Opened(window, asking, path)


def plain(text: str) -> str:
    """Return a text with common spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def titles(window: PipelineWindow) -> list[str]:
    """Return the titles of the menus."""
    return [action.text() for action in window.menuBar().actions()]


def submenu(window: PipelineWindow, title: str) -> QMenu:
    """Return a menu inside a menu."""
    return next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == title)


def problems(window: PipelineWindow) -> list[str]:
    """Return the sentences in the list of problems."""
    model = window.panels.problems.model
    return [plain(str(model.index(row, SENTENCE).data())) for row in range(model.rowCount())]


def test_menus_panels_and_actions_are_read_in_french(in_french: Opened) -> None:
    window = in_french.window

    assert titles(window) == ["&Fichier", "&Édition", "&Sélection", "&Disposer", "&Affichage", "&Pipeline", "&Aide"]
    assert window.actions_by_id["save_as"].text() == "Enregistrer sous…"
    assert window.panels.docks["problems"].windowTitle() == "Problèmes"
    assert window.panels.problems.nothing.text() == "Aucun problème"
    assert window.canvas.speaking.name(window.canvas.canvas.nodes["train"]) == "train, Entraînement"


def test_the_form_of_a_node_is_read_in_french(in_french: Opened) -> None:
    window = in_french.window

    window.session.select(["train"])
    page = window.panels.inspector.page

    assert isinstance(page, NodePage)
    row = page.form.rows["instance_type"]
    assert row._title.text() == "Type d’instance"
    assert row.help is not None
    assert row.help.text() == "La sorte de machine sur laquelle entraîner."


def test_a_question_is_asked_in_french_with_its_buttons(in_french: Opened) -> None:
    seen: list[str] = []

    def answer() -> None:
        box = in_french.window.findChild(QMessageBox)
        assert box is not None
        seen.extend([box.windowTitle(), plain(box.text()), *(button.text() for button in box.buttons())])
        box.reject()

    QTimer.singleShot(100, answer)
    DialogAsking(in_french.window).unsaved("churn")

    assert seen[:2] == [
        "Modifications non enregistrées",
        "« churn » a des modifications qui ne sont pas enregistrées. Faut-il les enregistrer ?",
    ]
    assert {"Enregistrer", "Annuler"} <= {text.replace("&", "") for text in seen[2:]}


def test_what_is_wrong_is_said_in_french_with_its_values(in_french: Opened, qtbot: QtBot) -> None:
    window = in_french.window
    document = set_setting(window.session.document, "train", ("instance_count",), "many")
    document = set_setting(document, "train", ("script",), "${nobody.x}")

    window.session.apply(document, "break it")

    qtbot.waitUntil(lambda: bool(problems(window)), timeout=8_000)
    assert "${nobody.x} : il n’y a pas de nœud « nobody »." in problems(window)
    assert "Ceci devrait être un nombre entier ou une référence comme ${params.Name}." in problems(window)
    assert window.tools.count.text() == f"{len(problems(window))} erreurs"


def test_an_input_that_nothing_feeds_is_said_in_french(in_french: Opened, qtbot: QtBot) -> None:
    window = in_french.window
    document = window.session.document

    window.session.apply(disconnect(document, document.edges), "take the wires away")

    qtbot.waitUntil(lambda: bool(problems(window)), timeout=8_000)
    assert any("reliez-y une sortie qui donne : jeu de données." in one for one in problems(window))


def test_the_history_speaks_french(in_french: Opened) -> None:
    window = in_french.window

    window.session.select(["train"])
    window.canvas.editing.duplicate()

    assert plain(window.actions_by_id["undo"].text()) == "Annuler : Dupliquer : train"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("entraînement", "training"),
        ("entrainement", "training"),
        ("Training", "training"),
        ("déploiement d'endpoint", "deploy_endpoint"),
    ],
)
def test_a_node_is_found_by_its_french_and_by_its_english_name(in_french: Opened, typed: str, kind: str) -> None:
    palette = in_french.window.panels.palette

    palette.search.setText(typed)

    assert kind in palette.visible_kinds()


@pytest.mark.parametrize("typed", ["Enregistrer sous", "Save As"])
def test_a_command_is_found_by_its_french_and_by_its_english_name(in_french: Opened, qtbot: QtBot, typed: str) -> None:
    window = in_french.window
    window.actions_by_id["command_palette"].trigger()
    chooser = QApplication.activePopupWidget()

    assert isinstance(chooser, Chooser)
    qtbot.keyClicks(chooser.line, typed)

    assert chooser.visible_ids() == ("save_as",)
    assert chooser.list.currentIndex().data() == "Enregistrer sous"
    assert chooser.list.currentIndex().data(DETAIL) == "Ctrl+Maj+S"
    chooser.close()


@pytest.mark.parametrize("typed", ["entraînement", "training"])
def test_the_search_bar_finds_a_kind_by_its_french_and_by_its_english_name(in_french: Opened, typed: str) -> None:
    window = in_french.window

    window.searching.open()
    window.searching.bar.line.insert(typed)  # keys of a test are plain letters only

    assert window.searching.matches == ("train",)


def test_the_window_speaks_english_as_long_as_nobody_chooses(opened: Opened) -> None:
    window = opened.window

    assert titles(window)[0] == "&File"
    assert window.actions_by_id["language_system"].isChecked()


def test_a_language_that_is_chosen_is_told_kept_and_spoken_by_the_next_window(
    qapp: QApplication, make_window: MakeWindow, settings: QSettings
) -> None:
    window, _ = make_window()
    choice = next(one for one in submenu(window, "Language").actions() if one.text() == "Français")

    choice.trigger()
    told = window.findChild(QMessageBox)
    window.settings.sync()
    settings.sync()
    speak(qapp, settings)
    later, _ = make_window()

    assert told is not None
    assert told.text() == (
        "Pipeline Designer parlera français à son prochain démarrage.\n\n"
        "Pipeline Designer will speak French when you start it again."
    )
    assert titles(window)[0] == "&File"
    assert titles(later)[0] == "&Fichier"
    assert later.actions_by_id["language_fr"].isChecked()


def test_the_keys_of_the_actions_are_the_same_in_french(in_french: Opened) -> None:
    assert in_french.window.actions_by_id["save"].shortcut() == QKeySequence("Ctrl+S")
