"""Waiting in moto's interpreter: long waits are cut, so that loops that wait and look again end soon."""

import time
from types import SimpleNamespace

from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import state_task_service_callback
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import WaitFunction

from designer.sandbox.documents import Value
from designer.sandbox.interpreter.replacing import replace_in
from designer.sandbox.settings import SandboxSettings

_POLL_SECONDS = 0.05


def install_waits(settings: SandboxSettings) -> None:
    """Cut Wait states and pauses between retries to the setting `longest_wait_seconds`."""

    def cut(seconds: float) -> float:
        return max(0.0, min(float(seconds), settings.longest_wait_seconds))

    def wait(_state: Value, env: Value, wait_seconds: float) -> None:
        env.program_state_event.wait(cut(wait_seconds))

    replace_in(WaitFunction, "_wait_interval", wait)
    replace_in(retrier_decl, "time", SimpleNamespace(sleep=lambda seconds: time.sleep(cut(seconds))))
    replace_in(state_task_service_callback, "_DELAY_SECONDS_SYNC_CONDITION_CHECK", _POLL_SECONDS)
