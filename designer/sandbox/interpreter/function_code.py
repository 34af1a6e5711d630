"""Running the real code of a Lambda function."""

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from designer.sandbox.address import SandboxAddress
from designer.sandbox.documents import Record, Value

_RUNNER = Path(__file__).with_name("function_runner.py")
# A function that has a second by its settings also pays for the start of a Python process here.
_START_ALLOWANCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionCode:
    """Hold a function as it is run: its code as a zip and its configuration."""

    name: str
    arn: str
    runtime: str
    handler: str
    timeout_seconds: float
    memory_mib: int
    variables: Mapping[str, str]
    archive: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """Hold what came of running a function; `failed` tells a function error, whose payload says which."""

    payload: Value
    failed: bool
    log: str


class FunctionRunner:
    """Run functions, each in a process of its own, with its code unpacked once per version, for as long as this is kept."""

    def __init__(self, address: SandboxAddress) -> None:
        self._address = address
        self._folder = Path(tempfile.mkdtemp(prefix="designer-functions-"))
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def run(self, function: FunctionCode, event: Value) -> Invocation:
        """Run a function's handler on an event."""
        if not function.runtime.startswith("python"):
            runtime = function.runtime or "container image"
            return _error("Sandbox.RuntimeNotSupported", f"The sandbox runs Python functions only, not {runtime}.")
        code = self._unpacked(function.archive)
        with tempfile.TemporaryDirectory(prefix="designer-invoke-") as folder:
            return self._run_in(Path(folder), code, function, event)

    def _run_in(self, folder: Path, code: Path, function: FunctionCode, event: Value) -> Invocation:
        request, answer = folder / "request.json", folder / "answer.json"
        request.write_text(json.dumps({"event": event, "context": _context(function)}), encoding="utf-8")
        try:
            ended = subprocess.run(
                [sys.executable, str(_RUNNER), str(code), function.handler, str(request), str(answer)],
                cwd=code, env=self._environment(function), capture_output=True, text=True, check=False,
                timeout=function.timeout_seconds + _START_ALLOWANCE_SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return _error("Sandbox.Timedout", f"Task timed out after {function.timeout_seconds:.2f} seconds")
        log = ended.stdout + ended.stderr
        if not answer.exists():
            return _error("Runtime.ExitError", f"Error: Runtime exited with error: exit status {ended.returncode}", log)
        result = json.loads(answer.read_text(encoding="utf-8"))
        failed = "error" in result
        return Invocation(payload=result["error"] if failed else result["payload"], failed=failed, log=log)

    def _unpacked(self, archive: bytes) -> Path:
        folder = self._folder / hashlib.sha256(archive).hexdigest()
        if not folder.exists():
            building = self._folder / str(uuid4())
            with zipfile.ZipFile(io.BytesIO(archive)) as packed:
                packed.extractall(building)
            with contextlib.suppress(OSError):  # another invocation was faster
                building.rename(folder)
        return folder

    def _environment(self, function: FunctionCode) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "LANG") if name in os.environ}
        return {
            **kept,
            **self._address.environment(),
            "NO_PROXY": "*",
            "AWS_LAMBDA_FUNCTION_NAME": function.name,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_mib),
            "PYTHONDONTWRITEBYTECODE": "1",
            **function.variables,
        }


def _context(function: FunctionCode) -> Record:
    return {
        "function_name": function.name,
        "function_version": "$LATEST",
        "invoked_function_arn": function.arn,
        "memory_limit_in_mb": str(function.memory_mib),
        "aws_request_id": str(uuid4()),
        "log_group_name": f"/aws/lambda/{function.name}",
        "log_stream_name": "sandbox",
        "timeout_seconds": function.timeout_seconds,
    }


def _error(kind: str, message: str, log: str = "") -> Invocation:
    return Invocation(payload={"errorType": kind, "errorMessage": message}, failed=True, log=log)
