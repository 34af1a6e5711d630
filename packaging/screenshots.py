"""Make the pictures of the documentation: the window with each starter in both themes, and with one of them in French.

Run it from the repository's folder: `python packaging/screenshots.py [FOLDER]`. No display is needed. The pictures are the
same on every run of one machine, apart from its fonts.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from designer.document.bends import lead  # noqa: E402
from designer.document.edits import disconnect, put_note, set_setting  # noqa: E402
from designer.document.model import Document, Note, Point  # noqa: E402
from designer.gui.application import make_window  # noqa: E402
from designer.gui.beginning import Beginning  # noqa: E402
from designer.gui.language.choice import ENGLISH, FRENCH, choose_language  # noqa: E402
from designer.gui.theming import DARK, LIGHT  # noqa: E402
from designer.gui.window import PipelineWindow  # noqa: E402
from designer.usecases.starters import Starter, starter, starters  # noqa: E402

_SIZE = (1440, 900)
_PATIENCE_MILLISECONDS = 60_000
_POLL_MILLISECONDS = 20
_LAYOUT_MILLISECONDS = 300
_PANELS = ("code", "problems")
_DRAWN_ON = _IN_FRENCH = "sagemaker-training"
"""The starter whose picture has a wire that is led through points, and a note; and the one that is shown in French."""


def main() -> int:
    """Make every picture."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as temporary:
        for theme in (LIGHT, DARK):
            settings = _settings(f"{temporary}/{theme}.ini", theme, ENGLISH)
            _pictures(make_window(application, settings), theme, Path(temporary) / theme, out)
        settings = _settings(f"{temporary}/french.ini", LIGHT, FRENCH)
        _picture_in_french(make_window(application, settings), Path(temporary) / FRENCH, out)
    return 0


def _settings(path: str, theme: str, language: str) -> QSettings:
    settings = QSettings(path, QSettings.Format.IniFormat)
    settings.setValue("theme", theme)
    choose_language(settings, language)
    return settings


def _picture_in_french(window: PipelineWindow, workshop: Path, out: Path) -> None:
    """Show a pipeline with something wrong in it: what is to be done is said in French too."""
    window.resize(*_SIZE)
    window.show()
    Beginning(window, None).begin()
    _wait(lambda: bool(window.cards) and bool(window.live.target))
    path = _copied(starter(_IN_FRENCH), workshop)
    window.filing.open_path(path)
    _wait(lambda: window.session.path == path)
    document = window.session.document
    broken = set_setting(document, "train", ("instance_count",), "two")
    broken = disconnect(broken, [edge for edge in document.edges if edge.target == "good-enough"])
    window.session.apply(broken, "break it")
    _settle(window)
    window.session.select(["train"])
    window.panels.open("problems")
    _settle(window)
    _save(window, out / f"{_IN_FRENCH}-french.png")
    window.session.undo()
    window.close()


def _pictures(window: PipelineWindow, theme: str, workshop: Path, out: Path) -> None:
    window.resize(*_SIZE)
    window.show()
    Beginning(window, None).begin()
    _wait(lambda: bool(window.cards) and bool(window.live.target) and not window.welcome.cards.is_drawing)
    _save(window, out / f"welcome-{theme}.png")
    for number, one in enumerate(starters()):
        path = _copied(one, workshop)
        window.filing.open_path(path)
        _wait(lambda path=path: window.session.path == path)  # type: ignore[misc]
        target = one.targets[number % len(one.targets)] if one.targets else ""
        window.tools.choose(max(0, window.tools.targets.findData(target)))
        _settle(window)
        if one.id == _DRAWN_ON:
            window.session.replace(_drawn_on(window.session.document), path)
        window.session.select(_node_to_show(window))
        window.panels.open(_PANELS[0])
        _settle(window)
        _save(window, out / f"{one.id}-{theme}.png")
    _dialogs(window, theme, out)
    window.close()


def _drawn_on(document: Document) -> Document:
    """Lead a wire round a card, and say why on a note beside it."""
    edge = next(one for one in document.edges if str(one) == "train.model -> register.model")
    text = "**Registered** only when it is good enough, by `metrics.accuracy`"
    note = Note(id="note-1", text=text, position=Point(816, 272), width=264, height=104, color="blue")
    return put_note(lead(document, edge, (Point(920, 48), Point(1248, 48))), note)


def _dialogs(window: PipelineWindow, theme: str, out: Path) -> None:
    window.delivering.export()
    window.delivering.deploy()
    for name, dialog in (("export", window.delivering.export_dialog), ("deploy", window.delivering.deploy_dialog)):
        if isinstance(dialog, QDialog):
            if name == "export":
                window.delivering.export_dialog.folder.setText("~/churn/export")  # type: ignore[union-attr]
            dialog.grab().save(str(out / f"{name}-{theme}.png"))
            dialog.reject()


def _copied(one: Starter, workshop: Path) -> Path:
    """Work on a copy: opening must not leave anything in the resources."""
    folder = workshop / one.id
    shutil.copytree(one.folder, folder)
    return folder / one.pipeline.name


def _node_to_show(window: PipelineWindow) -> list[str]:
    """Return the node with most settings: its form shows most."""
    nodes = window.session.document.nodes.values()
    return [max(nodes, key=lambda node: len(node.settings)).id] if nodes else []


def _settle(window: PipelineWindow) -> None:
    """Wait until the checks have answered for what is shown, and nothing works in the background."""
    answers: list[object] = []
    connection = window.live.assessed.connect(answers.append)
    window.live.refresh()
    _wait(lambda: bool(answers))
    window.live.assessed.disconnect(connection)
    window.canvas.fit()
    _wait(lambda: not window.background.is_busy)
    QApplication.processEvents()


def _wait(ready: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(_PATIENCE_MILLISECONDS)
    while not ready():
        if deadline.hasExpired():
            raise TimeoutError("the window did not get ready in a minute")
        _pause(_POLL_MILLISECONDS)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _save(window: PipelineWindow, path: Path) -> None:
    _wait(lambda: not window.background.is_busy)
    window.statusBar().clearMessage()
    _pause(_LAYOUT_MILLISECONDS)
    window.grab().save(str(path))
    print(path)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":
        # Wires that cross are painted in the order of a set; with this it is always the same.
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})  # noqa: S606
    sys.exit(main())
