"""A judge that runs in a process of its own: one JSON line asks, one JSON line answers."""

from __future__ import annotations

import json
import subprocess
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self


class Worker:
    """Holds the process open, since starting it costs far more than a question."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def ask(self, question: object) -> dict[str, object]:
        """Return the answer to a question; both are JSON objects."""
        sent, received = self._streams()
        sent.write(json.dumps(question) + "\n")
        sent.flush()
        line = received.readline()
        if not line:
            message = f"The judge ended with exit code {self._process.wait()} instead of an answer."
            raise RuntimeError(message)
        answer: dict[str, object] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sent, received = self._streams()
        sent.close()
        self._process.wait(timeout=30)
        received.close()

    def _streams(self) -> tuple[IO[str], IO[str]]:
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None:
            message = "The judge was started without pipes."
            raise RuntimeError(message)
        return sent, received
