import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from designer.errors import Refusal
from designer.sandbox.limits import LIMITS, limits_text
from designer.sandbox.process import child_environment, running_sandbox

PARENT = """
import sys, time
from designer.sandbox.process import start_sandbox
print(start_sandbox().address.endpoint_url, flush=True)
time.sleep(60)
"""


FOREGROUND = """
from designer.sandbox.process import run_until_interrupted
raise SystemExit(run_until_interrupted(0, lambda address: print(address.endpoint_url, flush=True)))
"""


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/sandbox/health", timeout=2) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


def test_a_sandbox_answers_while_the_block_lasts_and_no_longer() -> None:
    with running_sandbox() as address:
        inside = answers(address.endpoint_url)

    assert inside
    assert not answers(address.endpoint_url)


def test_a_sandbox_ends_with_the_program_that_started_it() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    url = parent.stdout.readline().strip()
    before = answers(url)

    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while answers(url) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert before
    assert not answers(url)


def test_a_sandbox_in_the_foreground_ends_well_when_it_is_interrupted() -> None:
    foreground = subprocess.Popen([sys.executable, "-c", FOREGROUND], stdout=subprocess.PIPE, text=True)
    assert foreground.stdout is not None
    url = foreground.stdout.readline().strip()
    before = answers(url)

    foreground.send_signal(signal.SIGINT)
    code = foreground.wait(10)
    foreground.stdout.close()

    assert before
    assert code == 0
    assert not answers(url)


def test_a_port_that_is_taken_is_refused_with_the_reason() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(Refusal, match=r"(?i)in use"),
        running_sandbox(taken.getsockname()[1]),
    ):
        pass


def test_the_child_sees_no_credentials_and_no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "real")
    monkeypatch.setenv("https_proxy", "http://proxy.example")

    environment = child_environment()

    assert "AWS_SECRET_ACCESS_KEY" not in environment
    assert "https_proxy" not in environment
    assert environment["NO_PROXY"] == "*"


def test_starting_a_sandbox_needs_nothing_heavy() -> None:
    code = "import sys, designer.sandbox.process; print([n for n in ('boto3', 'moto', 'yaml') if n in sys.modules])"

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ended.stdout.strip() == "[]"


def test_the_limits_say_that_nothing_is_proved_about_aws() -> None:
    assert "not a proof about AWS" in limits_text()
    assert len(limits_text().splitlines()) == len(LIMITS)
