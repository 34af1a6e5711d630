"""Task tokens: what is handed out, and what is wrong with it."""

import pytest

from designer.catalog.kinds.eventbridge_put import KIND as EVENT
from designer.catalog.kinds.lambda_ import KIND as LAMBDA
from designer.catalog.kinds.notify import KIND as NOTIFY
from designer.catalog.kinds.start_state_machine import KIND as MACHINE
from designer.catalog.values import StepOutput
from tests.unit.catalog.kinds.placing import place, the_call


def test_without_the_wish_a_call_ends_at_once_and_gives_no_answers() -> None:
    settings = {"answers": {"good": "flag"}}

    assert not the_call(place(NOTIFY, settings)).token
    assert NOTIFY.outputs(settings) == ()


def test_what_comes_back_is_an_output_by_name() -> None:
    settings = {"state_machine": "other", "wait_for_answer": True, "answers": {"good": "flag"}}

    assert [port.name for port in MACHINE.outputs(settings)] == ["good"]
    assert place(MACHINE, settings).outputs == {"good": StepOutput("node", ("Payload", "good"))}
    assert the_call(place(MACHINE, settings)).wait is None


def test_a_sign_of_life_that_is_due_after_the_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="sooner than the answer"):
        place(EVENT, {"wait_for_answer": True, "answer_seconds": 60, "heartbeat_seconds": 60})


def test_a_value_that_is_called_as_the_token_is_refused() -> None:
    with pytest.raises(ValueError, match="another name"):
        place(LAMBDA, {"function": "ask", "wait_for_answer": True, "payload": {"token": "mine"}})
