"""Which language the window speaks when it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.sources import ROOT

BEGIN = """
import os, sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
application, settings = QApplication([]), QSettings(sys.argv[1], QSettings.Format.IniFormat)
settings.setValue("language", sys.argv[2])
"""
SPEAK = """
from designer.gui.language.choice import speak
from designer.gui.language.words import tr
loaded = speak(application, settings)
print(tr("File"), flush=True)
os._exit(0)
"""
SHOW = """
from designer.gui.application import make_window
window = make_window(application, settings)
print(window.menuBar().actions()[0].text(), flush=True)
os._exit(0)
"""


def said(script: str, system: str, choice: str, folder: Path) -> str:
    """Return what a program of its own prints where the system speaks these languages."""
    ended = subprocess.run(
        [sys.executable, "-c", BEGIN + script, str(folder / "settings.ini"), choice],
        cwd=ROOT,
        env={**os.environ, "LANG": "en_US.UTF-8", "LANGUAGE": system, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.mark.parametrize(
    ("system", "choice", "spoken"),
    [
        ("fr", "system", "Fichier"),
        ("de:fr:en", "system", "Fichier"),
        ("en:fr", "system", "File"),
        ("de", "system", "File"),
        ("fr", "en", "File"),
        ("en", "fr", "Fichier"),
        ("en", "klingon", "File"),
    ],
)
def test_the_program_speaks_as_the_system_or_as_chosen(system: str, choice: str, spoken: str, tmp_path: Path) -> None:
    assert said(SPEAK, system, choice, tmp_path) == spoken


def test_the_first_window_is_made_in_the_language_that_was_chosen(tmp_path: Path) -> None:
    assert said(SHOW, "en", "fr", tmp_path) == "&Fichier"
