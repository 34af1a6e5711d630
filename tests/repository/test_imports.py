"""What is imported when: heavy libraries wait until somebody needs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.repository.sources import ROOT

LISTING = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def modules_after(code: str) -> set[str]:
    """Return the modules that a fresh Python has imported after running the code."""
    script = f"import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()):\n    {code}\n{LISTING}"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return set(json.loads(ended.stdout))


def packages_after(code: str) -> set[str]:
    return {name.split(".")[0] for name in modules_after(code)}


def test_the_command_line_imports_no_qt() -> None:
    assert "PySide6" not in packages_after("from designer.cli.main import main; main(['kinds'])")


def test_listing_the_kinds_imports_no_client_of_aws_and_no_sandbox() -> None:
    imported = packages_after("from designer.cli.main import main; main(['kinds'])")

    assert imported & {"boto3", "moto", "networkx", "cfnlint", "sagemaker", "dulwich"} == set()


def test_the_window_starts_without_the_libraries_that_it_may_need_later() -> None:
    imported = packages_after("import designer.gui.window")

    assert imported & {"boto3", "moto", "networkx", "cfnlint", "sagemaker", "dulwich", "jsonata"} == set()


def test_importing_an_exporter_imports_neither_qt_nor_a_client_of_aws() -> None:
    assert packages_after("import exporters") & {"PySide6", "boto3", "sagemaker"} == set()


def test_the_first_picture_of_the_window_waits_for_no_kind(tmp_path: Path) -> None:
    settings = str(tmp_path / "settings.ini")
    code = (
        "from PySide6.QtCore import QSettings; from PySide6.QtWidgets import QApplication; "
        "from designer.gui.application import make_window; application = QApplication([]); "
        f"window = make_window(application, QSettings({settings!r}, QSettings.Format.IniFormat)); window.show(); "
        "application.processEvents(); window.close()"
    )

    assert {name for name in modules_after(code) if name.startswith("designer.catalog.kinds")} == set()
