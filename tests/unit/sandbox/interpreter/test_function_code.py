import gc
import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from designer.sandbox.address import SandboxAddress
from designer.sandbox.interpreter.function_code import FunctionCode, FunctionRunner


@pytest.fixture
def runner() -> FunctionRunner:
    return FunctionRunner(SandboxAddress(endpoint_url="http://127.0.0.1:1"))


def function(source: str, *, runtime: str = "python3.12", timeout_seconds: float = 3) -> FunctionCode:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.py", source)
    return FunctionCode(
        name="f", arn="arn:f", runtime=runtime, handler="index.handler", timeout_seconds=timeout_seconds,
        memory_mib=128, variables={"COLOR": "blue"}, archive=packed.getvalue(),
    )  # fmt: skip


def test_the_handler_gets_event_and_context_and_its_environment(runner: FunctionRunner) -> None:
    source = (
        "import os\n"
        "def handler(event, context):\n"
        "    print('hello')\n"
        "    left = context.get_remaining_time_in_millis()\n"
        "    return [event['a'], context.function_name, os.environ['COLOR'], os.environ['AWS_ENDPOINT_URL'], left]\n"
    )

    done = runner.run(function(source), {"a": 1})

    assert done.payload == [1, "f", "blue", "http://127.0.0.1:1", 3000]
    assert not done.failed
    assert done.log == "hello\n"


def test_an_exception_is_a_function_error_with_its_type(runner: FunctionRunner) -> None:
    done = runner.run(function("def handler(event, context):\n    raise KeyError('k')\n"), {})

    assert done.failed
    assert done.payload["errorType"] == "KeyError"
    assert done.payload["errorMessage"] == "'k'"


def test_a_module_that_is_not_there_is_a_function_error(runner: FunctionRunner) -> None:
    done = runner.run(function("import no_such_library\n"), {})

    assert done.failed
    assert done.payload["errorType"] == "ModuleNotFoundError"


def test_an_exit_is_told_with_its_status(runner: FunctionRunner) -> None:
    done = runner.run(function("import os\ndef handler(event, context):\n    os._exit(7)\n"), {})

    assert done.failed
    assert "exit status 7" in done.payload["errorMessage"]


def test_another_language_is_refused_by_name(runner: FunctionRunner) -> None:
    done = runner.run(function("", runtime="nodejs20.x"), {})

    assert done.failed
    assert "Python functions only, not nodejs20.x" in done.payload["errorMessage"]


def test_nothing_of_a_function_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    once = FunctionRunner(SandboxAddress(endpoint_url="http://127.0.0.1:1"))
    once.run(function("def handler(event, context):\n    return 1\n"), {})
    while_it_was_kept = list(tmp_path.iterdir())

    del once
    gc.collect()

    assert while_it_was_kept
    assert list(tmp_path.iterdir()) == []
