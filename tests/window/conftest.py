"""An open window with a small pipeline, and somebody who answers its questions."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.catalog.palette import KINDS
from designer.gui.beginning import Beginning
from designer.gui.bridge.recovery import Recoverable
from designer.gui.dialogs.asking import Answer
from designer.gui.dialogs.recovery import Recovery
from designer.gui.theming import LIGHT, Theming
from designer.gui.window import PipelineWindow

PIPELINE = """\
format: 1
name: churn
nodes:
  customers:
    kind: s3_data
    settings: {uri: s3://bucket/customers/}
  train:
    kind: training
    settings: {algorithm: xgboost, version: 1.7-1, instance_type: ml.m5.large, channels: {train: text/csv}}
edges:
  - customers.dataset -> train.train
"""


@dataclass
class FakeAsking:
    """Answers at once, and remembers what it was told."""

    answer: Answer = Answer.DISCARD
    recovers: bool = False
    found: Recoverable | None = None
    takes: bool = False
    changes: tuple[str, ...] = ()
    path: Path | None = None
    told: list[str] = field(default_factory=list)

    def unsaved(self, name: str) -> Answer:
        return self.answer

    def recover(self, name: str, found: Recoverable) -> Recovery:
        self.found = found
        return Recovery.TAKE if self.recovers else Recovery.DISCARD

    def take_outside_change(self, name: str, changes: tuple[str, ...]) -> bool:
        self.changes = changes
        return self.takes

    def file_to_open(self, start: Path) -> Path | None:
        return self.path

    def definition_to_import(self, start: Path) -> Path | None:
        return self.path

    def file_to_save(self, start: Path) -> Path | None:
        return self.path

    def tell(self, title: str, message: str) -> None:
        self.told.append(message)


@dataclass(frozen=True, slots=True)
class Opened:
    """A window, its asking, and the file that is open in it."""

    window: PipelineWindow
    asking: FakeAsking
    path: Path


class MakeWindow(Protocol):
    """Makes a window, shows it, and begins with a file where one is named."""

    def __call__(self, path: Path | None = None) -> tuple[PipelineWindow, FakeAsking]: ...


@pytest.fixture
def make_window(qapp: QApplication, tmp_path: Path) -> Iterator[MakeWindow]:
    made: list[PipelineWindow] = []

    def make(path: Path | None = None) -> tuple[PipelineWindow, FakeAsking]:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue("theme", LIGHT)
        asking = FakeAsking()
        window = PipelineWindow({kind.id: kind for kind in KINDS}, Theming(qapp, settings), settings, asking)
        window.show()
        Beginning(window, path).begin()
        made.append(window)
        return window, asking

    yield make
    for window in made:
        window.asking = FakeAsking()
        window.session.undo_stack.setClean()
        window.close()
        window.deleteLater()
        window.garbage.give_back()
    made.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def opened(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> Opened:
    path = tmp_path / "churn.yaml"
    path.write_text(PIPELINE)
    window, asking = make_window()
    window.filing.open_path(path)
    qtbot.waitUntil(lambda: "train" in window.session.document.nodes, timeout=8_000)
    qtbot.waitUntil(lambda: bool(window.live.target) and bool(window.live.latest.support), timeout=8_000)
    return Opened(window, asking, path)
