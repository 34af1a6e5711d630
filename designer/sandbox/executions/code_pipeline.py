"""Running the stages of a CodePipeline: groups of actions by run order, with conditions before and after."""

import sys
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.executions.code_actions import Actions
from designer.sandbox.executions.code_conditions import unmet_result
from designer.sandbox.executions.code_model import ActionFailed, ActionRun, CodeExecution, StageRun
from designer.sandbox.settings import SandboxSettings

_MOST_AT_ONCE = 10


class CodePipelineRunner:
    """Run executions, each in a thread."""

    def __init__(self, client_of: ClientOf, settings: SandboxSettings) -> None:
        self._client_of = client_of
        self._settings = settings
        self._actions = Actions(client_of, settings)

    def start(self, execution: CodeExecution, *, from_stage: str = "", again: frozenset[str] = frozenset()) -> None:
        """Run an execution from a stage on; of that stage's actions only those in `again`, unless it is empty."""
        execution.status = "InProgress"
        execution.stop.clear()
        arguments = (execution, from_stage, again)
        threading.Thread(target=self._run, args=arguments, name="codepipeline", daemon=True).start()

    def _run(self, execution: CodeExecution, from_stage: str, again: frozenset[str]) -> None:
        status = "Failed"
        try:
            status = self._stages(execution, from_stage, again)
        except Exception:  # noqa: BLE001 - the end of a thread: a bug becomes the execution's status and a trace
            traceback.print_exc(file=sys.stderr)
            execution.summary = "The sandbox failed to run this execution."
        execution.status = "Stopped" if execution.stop.is_set() else status
        execution.changed = datetime.now(UTC)

    def _stages(self, execution: CodeExecution, from_stage: str, again: frozenset[str]) -> str:
        stages = execution.declaration["stages"]
        names = [stage["name"] for stage in stages]
        first = names.index(from_stage) if from_stage else 0
        for index, stage in enumerate(stages[first:]):
            if execution.stop.is_set():
                return "Stopped"
            run = self._stage(execution, stage, again if index == 0 else frozenset())
            execution.changed = datetime.now(UTC)
            if run.status not in {"Succeeded", "Skipped"}:
                return run.status
        return "Succeeded"

    def _stage(self, execution: CodeExecution, stage: Record, again: frozenset[str]) -> StageRun:
        run = StageRun(name=stage["name"])
        execution.stages[run.name] = run
        result, run.reason = unmet_result(execution, stage, "beforeEntry", self._client_of)
        if result:
            run.status = "Skipped" if result == "SKIP" else "Failed"
            return run
        for group in _groups(stage["actions"], again):
            if execution.stop.is_set() or not self._group(execution, run.name, group):
                run.status = "Stopped" if execution.stop.is_set() else "Failed"
                return run
        result, run.reason = unmet_result(execution, stage, "onSuccess", self._client_of)
        run.status = "Failed" if result else "Succeeded"
        return run

    def _group(self, execution: CodeExecution, stage: str, actions: list[Record]) -> bool:
        runs = [ActionRun(stage=stage, action=action) for action in actions]
        execution.actions.extend(runs)
        with ThreadPoolExecutor(max_workers=_MOST_AT_ONCE) as pool:
            return all(list(pool.map(lambda run: self._action(execution, run), runs)))

    def _action(self, execution: CodeExecution, run: ActionRun) -> bool:
        execution.stop.wait(self._settings.step_seconds)
        status = "Succeeded"
        try:
            self._actions.do(execution, run)
        except ActionFailed as failure:
            stopped = execution.stop.is_set()
            status, run.error = "Abandoned" if stopped else "Failed", str(failure)
        except (KeyError, ValueError) as error:
            status, run.error = "Failed", f"The action's configuration lacks or spoils {error}."
        run.status, run.changed = status, datetime.now(UTC)
        return status == "Succeeded"


def _groups(actions: list[Record], again: frozenset[str]) -> Iterator[list[Record]]:
    chosen = [action for action in actions if not again or action["name"] in again]
    for order in sorted({int(action.get("runOrder", 1)) for action in chosen}):
        yield [action for action in chosen if int(action.get("runOrder", 1)) == order]
