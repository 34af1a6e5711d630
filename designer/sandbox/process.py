"""Starting, awaiting and stopping the sandbox, which is a child process of this program.

A process of its own, because moto and what it imports cost 250 MB and because moto's in-process form patches botocore
for the whole process and would answer in place of the user's real account. The child ends when its standard input
closes, so it never outlives its parent, however that one ends. Only the standard library is imported here.
"""

import contextlib
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from designer.errors import Refusal
from designer.sandbox.address import SandboxAddress
from designer.sandbox.leftovers import own_prefix

READY_TIMEOUT_SECONDS = 60.0
_STOP_TIMEOUT_SECONDS = 5.0
_EXIT_SECONDS = 1.0
_LOG_TAIL_CHARACTERS = 2000
_DROPPED_PREFIXES = ("AWS_", "MOTO_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedSandbox:
    """Hold a running child process, its address and the file that it logs to."""

    child: subprocess.Popen[str]
    address: SandboxAddress
    log: Path


def start_sandbox(port: int = 0, *, timeout_seconds: float = READY_TIMEOUT_SECONDS) -> StartedSandbox:
    """Start a sandbox on a port of this machine (0: a free one) and wait until it answers."""
    descriptor, log_name = tempfile.mkstemp(prefix=own_prefix(), suffix=".log")
    with os.fdopen(descriptor, "w") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "designer.sandbox", "--port", str(port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=child_environment(),
        )
    try:
        address = _await_ready(child, Path(log_name), timeout_seconds)
    except BaseException:
        _end(child)
        Path(log_name).unlink(missing_ok=True)
        raise
    return StartedSandbox(child=child, address=address, log=Path(log_name))


def stop_sandbox(sandbox: StartedSandbox) -> None:
    """End a sandbox; everything in it is gone."""
    _end(sandbox.child)
    sandbox.log.unlink(missing_ok=True)


@contextlib.contextmanager
def running_sandbox(port: int = 0) -> Iterator[SandboxAddress]:
    """Run a sandbox for as long as the block lasts."""
    sandbox = start_sandbox(port)
    try:
        yield sandbox.address
    finally:
        stop_sandbox(sandbox)


def run_until_interrupted(port: int, announce: Callable[[SandboxAddress], None]) -> int:
    """Run a sandbox in the foreground; return the child's exit code, 0 after an interruption."""
    sandbox = start_sandbox(port)
    try:
        announce(sandbox.address)
        return sandbox.child.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        stop_sandbox(sandbox)


def child_environment() -> dict[str, str]:
    """Return the environment of the child: ours without credentials, AWS settings and proxies."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(_DROPPED_PREFIXES)}
    return {**kept, "NO_PROXY": "*", "no_proxy": "*", "AWS_EC2_METADATA_DISABLED": "true", "PYTHONUNBUFFERED": "1"}


def _await_ready(child: "subprocess.Popen[str]", log: Path, timeout_seconds: float) -> SandboxAddress:
    line = _first_line(child, timeout_seconds)
    if line:
        return SandboxAddress(endpoint_url=json.loads(line)["endpoint_url"])
    tail = log.read_text(errors="replace")[-_LOG_TAIL_CHARACTERS:].strip()
    try:
        ended = child.wait(_EXIT_SECONDS)
    except subprocess.TimeoutExpired:
        raise Refusal(f"The sandbox did not answer within {timeout_seconds:.0f} seconds.\n{tail}") from None
    raise Refusal(f"The sandbox ended with code {ended} instead of starting.\n{tail}")


def _first_line(child: "subprocess.Popen[str]", timeout_seconds: float) -> str:
    output = child.stdout
    if output is None:
        return ""
    if os.name == "nt":  # pipes cannot be selected there; the child ends by itself where it cannot start
        return output.readline()
    return _first_line_within(output, time.monotonic() + timeout_seconds)


def _first_line_within(output: IO[str], deadline: float) -> str:
    readable, _, _ = select.select([output], [], [], max(0.0, deadline - time.monotonic()))
    return output.readline() if readable else ""


def _end(child: "subprocess.Popen[str]") -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    try:
        child.wait(_STOP_TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
