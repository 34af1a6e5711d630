"""A command line that is answered in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from designer.cli.main import main
from designer.resources import resource_path


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        """Return what `--format json` printed."""
        found = json.loads(self.out)
        assert isinstance(found, list)
        return found


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Answer a command line."""

    def asked(*words: str | Path) -> Answer:
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return asked


@pytest.fixture
def starter() -> Path:
    """Return the pipeline of a starter, where it is shipped."""
    return resource_path("starters", "sagemaker-training", "pipeline.yaml")


@pytest.fixture
def pipeline(tmp_path: Path) -> Callable[[str], Path]:
    """Write a pipeline file."""

    def write(text: str) -> Path:
        path = tmp_path / "pipeline.yaml"
        path.write_text(text)
        return path

    return write
