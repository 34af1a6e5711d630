"""Running a buildspec's commands in one shell, as CodeBuild does with version 0.2."""

import io
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from designer.sandbox.address import SandboxAddress
from designer.sandbox.documents import Record

_AWS_COMMAND = Path(__file__).with_name("aws_command.py")
_PHASES = ("install", "pre_build", "build", "post_build")
_TIMEOUT_SECONDS = 300.0
_TAIL_LINES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """Hold what came of running a build's commands: whether all went well, the variables at the end, and the log."""

    succeeded: bool
    variables: Mapping[str, str]
    log: tuple[str, ...]


def can_run_builds() -> bool:
    """Tell whether this machine has the shell that builds are run with."""
    return shutil.which("bash") is not None


def run_commands(
    spec: Record, variables: Mapping[str, str], source: bytes, address: SandboxAddress, longest_pause_seconds: float
) -> Ran:
    """Run the commands of a buildspec in a folder of its own, with the source (a zip, or empty) unpacked in it."""
    with tempfile.TemporaryDirectory(prefix="designer-build-") as name:
        folder = Path(name)
        work, tools = folder / "src", folder / "bin"
        work.mkdir()
        tools.mkdir()
        if zipfile.is_zipfile(io.BytesIO(source)):
            with zipfile.ZipFile(io.BytesIO(source)) as packed:
                packed.extractall(work)
        _make_tools(tools, longest_pause_seconds)
        script, left = folder / "build.sh", folder / "variables"
        script.write_text("\n".join(_script(spec, folder, left)), encoding="utf-8")
        return _ran(script, work, left, _environment(spec, variables, tools, address))


def _script(spec: Record, folder: Path, left: Path) -> Iterator[str]:
    yield f"trap 'env -0 > {shlex.quote(str(left))}' EXIT"
    number = 0
    for phase in _PHASES:
        for command in (spec.get("phases", {}).get(phase) or {}).get("commands", []):
            number += 1
            piece = folder / f"command-{number}.sh"
            piece.write_text(str(command), encoding="utf-8")
            yield f". {shlex.quote(str(piece))} || exit $?"


def _make_tools(tools: Path, longest_pause_seconds: float) -> None:
    """Put an `aws` and a `sleep` before those of the machine."""
    aws = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(_AWS_COMMAND))} "$@"\n'
    pause = f"#!/bin/sh\nexec {shutil.which('sleep') or 'sleep'} {longest_pause_seconds}\n"
    for name, text in (("aws", aws), ("sleep", pause)):
        (tools / name).write_text(text, encoding="utf-8")
        (tools / name).chmod(0o755)


def _environment(spec: Record, variables: Mapping[str, str], tools: Path, address: SandboxAddress) -> dict[str, str]:
    declared = {name: str(value) for name, value in spec.get("env", {}).get("variables", {}).items()}
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
    path = f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**kept, **address.environment(), "NO_PROXY": "*", **declared, **variables, "PATH": path}


def _ran(script: Path, work: Path, left: Path, environment: Mapping[str, str]) -> Ran:
    try:
        ended = subprocess.run(
            ["bash", str(script)],
            cwd=work,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            timeout=_TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Ran(succeeded=False, variables={}, log=(f"The build took longer than {_TIMEOUT_SECONDS:.0f} seconds.",))
    pairs = left.read_bytes().decode(errors="replace").split("\0") if left.exists() else []
    variables = {name: value for name, found, value in (pair.partition("=") for pair in pairs) if found}
    return Ran(
        succeeded=ended.returncode == 0, variables=variables, log=tuple(ended.stdout.splitlines()[-_TAIL_LINES:])
    )
