"""Judges of state machines: AWS's language service, asl-validator, statelint and the JSONata parser."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.judges.absence import JUDGES, ROOT, report_absence
from tests.judges.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MODULES = JUDGES / "node"


class AslJudge:
    """Asks the two npm validators through one node process."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def als_problems(self, definition: Mapping[str, object]) -> list[str]:
        """Return the errors of AWS's own language service."""
        return self._problems(definition, "als")

    def asl_validator_problems(self, definition: Mapping[str, object]) -> list[str]:
        """Return what asl-validator objects to; it also parses paths and expressions."""
        return self._problems(definition, "aslValidator")

    def _problems(self, definition: Mapping[str, object], validator: str) -> list[str]:
        answer = self._worker.ask(definition)
        if "crash" in answer:
            return [f"The validator gave up: {answer['crash']}"]
        problems = answer[validator]
        if not isinstance(problems, list):
            message = f"An answer of an unknown form: {answer}"
            raise TypeError(message)
        return [str(problem) for problem in problems]


@contextmanager
def open_asl_judge() -> Iterator[AslJudge]:
    """Start the node process, and end it with the block."""
    node = shutil.which("node")
    if node is None or not (MODULES / "node_modules").is_dir():
        report_absence("amazon-states-language-service and asl-validator (npm)")
    script = ROOT / "packaging" / "judges" / "asl.mjs"
    with Worker([node, str(script), str(MODULES)], {"PATH": os.environ["PATH"]}) as worker:
        yield AslJudge(worker)


def statelint_problems(definition: Mapping[str, object]) -> list[str]:
    """Return statelint's objections, but for its wish that whole numbers be written as floats: AWS has no such rule."""
    from statelint.config import Config
    from statelint.linter import Linter
    from statelint.problem import ProblemType

    copied = json.loads(json.dumps(definition))
    return [str(problem) for problem in Linter.validate(copied, Config({ProblemType.FLOAT}, evaluate_jsonata=True))]


def jsonata_problems(definition: Mapping[str, object]) -> list[str]:
    """Return the expressions `{% ... %}` that are not JSONata, each with the parser's reason."""
    from jsonata import Jsonata
    from jsonata.jexception import JException

    problems = []
    for text in _texts(definition):
        if text.startswith("{%") and text.endswith("%}"):
            try:
                Jsonata(text[2:-2].strip())
            except JException as error:
                problems.append(f"{text}: {error}")
    return problems


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
