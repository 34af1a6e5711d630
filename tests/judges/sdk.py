"""The SageMaker SDK as a judge: the source that we export, run, gives the definition that we export."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.judges.absence import JUDGES, report_absence
from tests.judges.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

PYTHON = JUDGES / "sdk" / "bin" / "python"


class SourceRefusedError(AssertionError):
    """The SDK did not run the exported source; the text is its traceback."""


class SdkJudge:
    """Asks one long-lived process: importing the SDK takes seconds, a pipeline takes milliseconds."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def definition_of(self, source: str, folder: Path | None = None) -> dict[str, object]:
        """Return the definition that the source composes; `folder` is where its code files lie."""
        with tempfile.TemporaryDirectory() as empty:
            answer = self._worker.ask({"source": source, "folder": str(folder or empty)})
        if "definition" not in answer:
            raise SourceRefusedError(answer["error"])
        definition: dict[str, object] = json.loads(str(answer["definition"]))
        return definition


@contextmanager
def open_sdk_judge() -> Iterator[SdkJudge]:
    """Start the judge, and end it with the block."""
    if not PYTHON.exists():
        report_absence("sagemaker (SageMaker SDK 3)")
    script = Path(__file__).with_name("sdk_worker.py")
    # Isolated mode: neither this checkout nor the user's site may lend the SDK a module.
    with Worker(
        [str(PYTHON), "-I", str(script)], {"PATH": os.environ["PATH"], "HOME": tempfile.gettempdir()}
    ) as worker:
        yield SdkJudge(worker)
