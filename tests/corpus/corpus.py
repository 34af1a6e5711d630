"""Where the definitions of others are, and what is said where they are not."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "corpus"
CORPUS = Path(os.environ.get("PIPELINE_DESIGNER_CORPUS", _BESIDE))


def files(*folders: str) -> list[Path]:
    """Return the files of folders of the corpus, in a stable order."""
    return sorted(path for folder in folders for path in (CORPUS / folder).glob("*") if path.is_file())


def skip_without_corpus() -> None:
    """Skip a test, saying why, where the corpus is absent."""
    if not CORPUS.is_dir():
        pytest.skip(f"There is no corpus of definitions at {CORPUS}; PIPELINE_DESIGNER_CORPUS names another place.")
