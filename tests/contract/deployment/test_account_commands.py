import json
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from designer.cli.main import main
from designer.sandbox.address import SandboxAddress
from designer.usecases import deploy
from designer.usecases.account import Gateways
from designer.usecases.starters import starter

STACK = "by-command"
Answer = tuple[int, str, str]
Ask = Callable[..., Answer]


@pytest.fixture
def ask(sandbox: SandboxAddress, gateways: Gateways, capsys: pytest.CaptureFixture[str]) -> Iterator[Ask]:
    """Answer an account command about the first starter."""
    file = str(starter("sagemaker-training").pipeline)

    def asked(command: str, *more: str | Path) -> Answer:
        account = ["--sandbox", "--endpoint-url", sandbox.endpoint_url, "--stack", STACK]
        code = main([command, file, "--target", "stepfunctions", *account, *map(str, more)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    yield asked

    for _ in deploy.destroy(STACK, gateways):
        pass


@pytest.mark.slow
def test_a_pipeline_is_deployed_run_and_destroyed_from_the_command_line(ask: Ask) -> None:
    code, out, _ = ask("plan")
    assert (code, "(new)" in out, "+ add" in out) == (0, True, True)

    code, out, _ = ask("deploy", "--yes", "--format", "json")
    assert code == 0
    assert "Pipeline" in [row["id"] for row in json.loads(out)]

    code, out, _ = ask("plan", "--format", "json")
    assert (code, json.loads(out)) == (0, [])
    assert "nothing would change" in ask("deploy", "--yes")[1]

    assert "It has not been run yet." in ask("status")[1]
    code, out, err = ask("run", "--watch", "--param", "MaxDepth=4", "--format", "json")
    assert code == 0
    assert {row["id"]: row["status"] for row in json.loads(out)}["register"] == "succeeded"
    assert "The run succeeded." in err

    code, out, _ = ask("status", "--format", "json")
    assert [row["status"] for row in json.loads(out)] == ["succeeded"]
    assert "train" in ask("status")[1]

    code, out, _ = ask("destroy", "--yes")
    assert (code, out.strip()) == (0, f"Stack '{STACK}' is deleted.")


@pytest.mark.slow
@pytest.mark.parametrize("command", ["run", "status", "destroy"])
def test_what_was_never_deployed_is_refused_with_what_to_do(ask: Ask, command: str) -> None:
    code, out, err = ask(command)

    assert (code, out) == (3, "")
    assert f"There is no stack '{STACK}'" in err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("MaxDepth=deep", "'MaxDepth' must be of type Integer"),
        ("InstanceType=ml.m5.tiny", "must be one of ml.m5.large"),
        ("Nonsense=1", "There is no parameter 'Nonsense'"),
        ("MaxDepth", "--param takes NAME=VALUE"),
    ],
)
def test_a_run_with_wrong_parameters_is_wrong_usage(ask: Ask, given: str, said: str) -> None:
    code, _, err = ask("run", "--param", given)

    assert code == 2
    assert said in err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "trian"), "Nothing runs at trian"),
        (("--from-run", "arn"), "--from-run goes with --only"),
    ],
)
def test_a_part_that_is_none_is_wrong_usage(ask: Ask, options: tuple[str, ...], said: str) -> None:
    code, _, err = ask("run", *options)

    assert code == 2
    assert said in err


@pytest.mark.slow
def test_a_state_machine_runs_as_a_whole(ask: Ask) -> None:
    ask("deploy", "--yes")

    code, _, err = ask("run", "--only", "train")

    assert code == 3
    assert "Only SageMaker Pipelines runs a part" in err


@pytest.mark.slow
def test_where_nobody_can_be_asked_nothing_is_left_of_the_plan(
    ask: Ask, gateways: Gateways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO())

    code, _, err = ask("deploy")

    assert code == 2
    assert "--yes" in err
    assert list(gateways.stacks().all()) == []
