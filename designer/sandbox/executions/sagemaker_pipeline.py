"""Running the graph of a SageMaker pipeline: a step goes once all it waits for have succeeded."""

import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.executions.sagemaker_model import Execution, StepRun
from designer.sandbox.executions.sagemaker_steps import StepFailed, Steps
from designer.sandbox.executions.sagemaker_values import Values, referenced_steps
from designer.sandbox.settings import SandboxSettings

_FAILURE = "Step failure: One or multiple steps failed."
_MOST_AT_ONCE = 8


def start_execution(execution: Execution, client_of: ClientOf, settings: SandboxSettings) -> None:
    """Run an execution in a thread; steps that have succeeded before are not run again."""
    execution.status, execution.reason = "Executing", ""
    execution.stop.clear()
    run = PipelineRun(execution, Steps(execution, client_of, settings), settings)
    threading.Thread(target=run.run, name=f"pipeline {execution.pipeline_name}", daemon=True).start()


class PipelineRun:
    """Run one execution."""

    def __init__(self, execution: Execution, steps: Steps, settings: SandboxSettings) -> None:
        self._execution = execution
        self._steps = steps
        self._settings = settings
        self._waiting: list[Record] = []
        self._await(execution.definition.get("Steps", []))
        self._failed = False

    def run(self) -> None:
        """Run until nothing can go any more, and say how it ended."""
        try:
            self._advance()
        except Exception:  # noqa: BLE001 - the end of a thread: a bug becomes the execution's status and a trace
            traceback.print_exc(file=sys.stderr)
            self._failed = True
        execution = self._execution
        if execution.stop.is_set():
            execution.status = "Stopped"
        else:
            execution.status = "Failed" if self._failed else "Succeeded"
            execution.reason = _FAILURE if self._failed else ""
        execution.modified = datetime.now(UTC)

    def _advance(self) -> None:
        while not self._execution.stop.is_set() and not self._failed:
            ready = [step for step in self._waiting if self._is_ready(step)]
            if not ready:
                return
            self._waiting = [step for step in self._waiting if step not in ready]
            with ThreadPoolExecutor(max_workers=_MOST_AT_ONCE) as pool:
                list(pool.map(self._go, ready))

    def _is_ready(self, step: Record) -> bool:
        runs = self._execution.results()
        return all(name in runs and runs[name].status == "Succeeded" for name in referenced_steps(step))

    def _go(self, step: Record) -> None:
        before = self._execution.steps.get(step["Name"])
        if before is not None and before.status == "Succeeded":
            self._open_branch(step, before)
            return
        run = StepRun(name=step["Name"], kind=step["Type"], display_name=step.get("DisplayName", ""))
        run.attempt = before.attempt + 1 if before is not None else 1
        self._execution.steps[step["Name"]] = run
        self._execution.stop.wait(self._settings.step_seconds)
        if self._execution.stop.is_set():
            self._end(run, "Stopped")
            return
        try:
            if step["Type"] == "ForEach":
                self._for_each(step, run)
            else:
                self._steps.do(step, run, self._steps.values)
        except StepFailed as failure:
            run.reason, run.metadata = failure.reason, failure.metadata or run.metadata
            stopped = self._execution.stop.is_set()
            self._failed = self._failed or not stopped
            self._end(run, "Stopped" if stopped else "Failed")
            return
        self._end(run, "Succeeded")
        self._open_branch(step, run)

    def _open_branch(self, step: Record, run: StepRun) -> None:
        if step["Type"] != "Condition":
            return
        branch = "IfSteps" if run.result.get("Outcome") == "True" else "ElseSteps"
        self._await(step["Arguments"].get(branch) or [])

    def _await(self, steps: list[Record]) -> None:
        self._waiting.extend(step for step in steps if self._execution.runs(step["Name"]))

    def _for_each(self, step: Record, run: StepRun) -> None:
        arguments = step["Arguments"]
        items = self._steps.values.resolve(arguments["IterableItems"])
        if not isinstance(items, list):
            items = [item.strip() for item in str(items).split(",") if item.strip()]
        run.result = {"IterationOutputs": [self._iteration(arguments["ForEachBody"], item) for item in items]}

    def _iteration(self, body: list[Record], item: object) -> Record:
        values: Values = self._steps.values.for_item(item)
        results: Record = {}
        for step in body:
            inner = StepRun(name=step["Name"], kind=step["Type"])
            self._steps.do(step, inner, values)
            results[step["Name"]] = inner.result
        return results

    def _end(self, run: StepRun, status: str) -> None:
        run.status, run.ended = status, datetime.now(UTC)
        self._execution.modified = run.ended
