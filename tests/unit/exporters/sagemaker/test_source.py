"""The SDK source reads well; whether it gives the definition is judged in tests/judges."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from designer.catalog.values import ParameterValue
from designer.document.model import Parameter
from exporters.sagemaker.python_code import Invoked, Written, quoted, statement
from exporters.sagemaker.python_names import Names, snake_case
from exporters.sagemaker.source import source
from tests.unit.exporters.sagemaker.workflows import PARAMETERS, call, churn, training, workflow


def ruff() -> str:
    found = shutil.which("ruff", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if found is None:
        pytest.skip("ruff is not installed")
    return found


def test_the_source_is_python_and_formatted() -> None:
    text = source(churn())

    compile(text, "pipeline.py", "exec")
    command = [ruff(), "format", "--isolated", "--check", "--stdin-filename", "pipeline.py", "-"]
    assert subprocess.run(command, input=text.encode(), check=False, capture_output=True).returncode == 0


def test_the_source_imports_only_what_it_uses() -> None:
    command = [ruff(), "check", "--isolated", "--select", "F,I", "--output-format", "concise", "-"]

    for one in (churn(), workflow(training("train", retries=()), parameters=PARAMETERS)):
        found = subprocess.run(command, input=source(one).encode(), check=False, capture_output=True)
        assert found.returncode == 0, found.stdout.decode()


def test_names_that_python_or_the_file_uses_are_given_to_nobody() -> None:
    parameters = (Parameter(name="session"), Parameter(name="class"), Parameter(name="Train"), Parameter(name="2nd"))
    uses = {"Environment": {one.name: ParameterValue(one.name) for one in parameters}}

    text = source(workflow(call("train", "CreateTrainingJob", uses), parameters=parameters))

    compile(text, "pipeline.py", "exec")
    assert "session_parameter = ParameterString" in text
    assert "class_parameter = ParameterString" in text
    assert "train_step = RequestStep" in text


def test_two_things_of_one_name_get_two_variables() -> None:
    names = Names()

    given = [names.give(name, suffix="step") for name in ("a-b", "a_b", "aB", "a b")]

    assert given == ["a_b", "a_b_step", "a_b_step_2", "a_b_step_3"]


@pytest.mark.parametrize(
    ("name", "snake"), [("InstanceType", "instance_type"), ("S3Uri", "s3_uri"), ("my-step 2", "my_step_2")]
)
def test_a_variable_is_written_in_snake_case(name: str, snake: str) -> None:
    assert snake_case(name) == snake


@pytest.mark.parametrize(
    "text", ["plain", 'a "b"', "it's", 'it\'s "b"', "back\\slash", "line\nnext", "é\u2028\x00", ""]
)
def test_a_quoted_text_reads_back_as_itself(text: str) -> None:
    assert eval(quoted(text)) == text  # noqa: S307 - the literal is our own


def test_a_line_is_broken_only_when_it_is_too_long() -> None:
    short = Invoked("f", (("", Written("1")), ("name", Written("2"))))
    long = Invoked("f", (("first", Written("1" * 60)), ("second", Written("2" * 30))))

    text, longer = Written(quoted("a" * 80)), Written(quoted("a" * 90))
    assert statement("description", text) == f'description = (\n    "{"a" * 80}"\n)'
    assert statement("description", longer) == f'description = "{"a" * 90}"'
    assert statement("x", short) == "x = f(1, name=2)"
    assert statement("x", long) == f"x = f(\n    first={'1' * 60},\n    second={'2' * 30},\n)"
