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


def made_window(folder: Path) -> str:
    """Return the code that makes a window and shows it."""
    return (
        "from PySide6.QtCore import QSettings; from PySide6.QtWidgets import QApplication; "
        "from designer.gui.application import make_window; application = QApplication([]); "
        f"settings = QSettings({str(folder / 'settings.ini')!r}, QSettings.Format.IniFormat); "
        "window = make_window(application, settings); window.show(); "
    )


def kinds_in(modules: set[str]) -> set[str]:
    return {name.rpartition(".")[2] for name in modules if name.startswith("designer.catalog.kinds.")}


def test_the_first_picture_of_the_window_waits_for_no_kind_setting_or_file(tmp_path: Path) -> None:
    modules = modules_after(f"{made_window(tmp_path)}application.processEvents(); window.close()")

    assert kinds_in(modules) == set()
    assert modules & {"pydantic", "yaml", "designer.catalog.steps", "designer.gui.fields.field"} == set()


def test_the_first_picture_of_a_pipeline_waits_for_no_other_kind_and_no_form(tmp_path: Path) -> None:
    path = tmp_path / "pipeline.yaml"
    path.write_text("format: 1\nname: a\nnodes:\n  pause: {kind: wait}\n  then: {kind: pass}\nlayout: {}\n")
    code = (
        f"{made_window(tmp_path)}from pathlib import Path; from designer.gui.beginning import Beginning; "
        "from designer.gui.first_picture import FirstPicture; import os, sys; "
        "tell = lambda: (sys.__stdout__.write(json.dumps(sorted(sys.modules))), sys.__stdout__.flush(), os._exit(0)); "
        "follow = lambda: FirstPicture(window.canvas.viewport()).came.connect(tell); "
        f"Beginning(window, Path({str(path)!r})).begin(); window.filing.settled.connect(follow); application.exec()"
    )

    modules = modules_after(f"import json; {code}")

    assert kinds_in(modules) == {"wait", "pass_"}
    assert "designer.gui.fields.field" not in modules
