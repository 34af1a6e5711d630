import io
import zipfile

import pytest

from designer.sandbox.address import SandboxAddress
from designer.sandbox.builds.commands import Ran, can_run_builds, run_commands

pytestmark = pytest.mark.skipif(not can_run_builds(), reason="there is no bash on this machine")
ADDRESS = SandboxAddress(endpoint_url="http://127.0.0.1:1")


def run(*commands: str, source: bytes = b"", **variables: str) -> Ran:
    spec = {"env": {"variables": {"DECLARED": "in the spec"}}, "phases": {"build": {"commands": list(commands)}}}
    return run_commands(spec, variables, source, ADDRESS, 0.01)


def test_commands_share_one_shell_and_its_variables_are_told() -> None:
    ran = run("cd /", "export PLACE=$(pwd)", 'echo "$GIVEN, $DECLARED"', GIVEN="from outside")

    assert ran.succeeded
    assert ran.variables["PLACE"] == "/"
    assert ran.log == ("from outside, in the spec",)


def test_a_command_that_fails_ends_the_build() -> None:
    ran = run("echo first", "false", "echo second")

    assert not ran.succeeded
    assert ran.log == ("first",)


def test_phases_run_in_their_order() -> None:
    spec = {"phases": {phase: {"commands": [f"echo {phase}"]} for phase in ("post_build", "build", "install")}}

    assert run_commands(spec, {}, b"", ADDRESS, 0.01).log == ("install", "build", "post_build")


def test_the_source_is_unpacked_where_the_commands_run() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/file.txt", "content")

    assert run("cat folder/file.txt", source=packed.getvalue()).log == ("content",)


def test_pauses_are_short() -> None:
    assert run("sleep 3600", "echo awake").log == ("awake",)


def test_no_credentials_of_the_machine_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "secret")

    ran = run('echo "${SOME_TOKEN:-none} $AWS_ACCESS_KEY_ID $AWS_ENDPOINT_URL"')

    assert ran.log == ("none sandbox http://127.0.0.1:1",)
