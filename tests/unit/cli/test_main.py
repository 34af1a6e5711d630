import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.sources import ROOT
from tests.unit.cli.conftest import Ask

COMMANDS_ON_A_FILE = ("check", "export", "picture", "diff", "plan", "simulate", "targets")


def arguments(command: str, file: Path, out: Path) -> list[str | Path]:
    """Return a command line that is right but for what is in the file."""
    more: dict[str, list[str | Path]] = {
        "export": ["--target", "sagemaker", "--out", out / "export"],
        "picture": ["--out", out / "picture.svg"],
        "diff": [file],
        "plan": ["--target", "sagemaker", "--endpoint-url", "http://127.0.0.1:9", "--sandbox"],
    }
    return [command, file, *more.get(command, [])]


@pytest.mark.parametrize("command", COMMANDS_ON_A_FILE)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"format: 1\nname: churn\nnodes:\n  train: {kind: training, settings: {inst", id="cut"),
        pytest.param(bytes(range(256)), id="binary"),
        pytest.param(None, id="folder"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(
    ask: Ask, tmp_path: Path, command: str, content: bytes | None
) -> None:
    file = tmp_path / "broken.yaml"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)

    answer = ask(*arguments(command, file, tmp_path))

    assert answer.code == 3
    assert answer.err.startswith(f"pipeline-designer: {file}")
    assert "Traceback" not in answer.err
    assert answer.out == ""


def test_a_cut_file_is_refused_with_its_line_and_column(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "cut.yaml"
    file.write_text("format: 1\nname: churn\nnodes: {train: {kind\n")

    answer = ask("check", file)

    assert f"{file}, line 4, column" in answer.err


def test_a_file_that_is_not_there_is_refused(ask: Ask, tmp_path: Path) -> None:
    answer = ask("check", tmp_path / "nowhere.yaml")

    assert answer.code == 3
    assert "nowhere.yaml" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("export", "file"),
        ("check", "file", "--format", "xml"),
        ("check", "file", "--nonsense"),
        ("new", "no-such-starter", "--out", "x.yaml"),
        ("--nonsense",),
    ],
)
def test_wrong_usage_has_a_code_of_its_own_and_says_what_to_do(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words)

    assert answer.code == 2
    assert answer.err.startswith("pipeline-designer: ")
    assert "Traceback" not in answer.err


def test_an_unknown_target_is_wrong_usage_and_those_there_are_are_named(ask: Ask, starter: Path) -> None:
    answer = ask("check", starter, "--target", "airflow")

    assert answer.code == 2
    assert "sagemaker, stepfunctions, codepipeline" in answer.err


def test_without_a_display_the_window_says_so_and_how_to_get_one(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    answer = ask()

    assert answer.code == 3
    assert "There is no display" in answer.err
    assert "ssh -X" in answer.err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    from designer.cli.main import main
    from designer.cli.parser import COMMANDS

    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert [command.name for command in COMMANDS if command.name not in shown] == []


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m designer.cli.main kinds --format json | head -c 1"

    ended = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=60)

    assert ended.stderr == b""


@pytest.mark.parametrize("command", ["check", "targets", "simulate", "diff", "export"])
def test_no_qt_is_imported_by_commands_without_a_window(command: str, starter: Path, tmp_path: Path) -> None:
    words = [str(word) for word in arguments(command, starter, tmp_path)]
    code = f"import sys\nfrom designer.cli.main import main\nassert main({words!r}) == 0\nassert 'PySide6' not in sys.modules"

    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
