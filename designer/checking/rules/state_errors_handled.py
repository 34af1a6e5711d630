"""Retry and Catch of a state say what Step Functions takes."""

from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import State, rules_of, states_of

_ALL = "States.ALL"
# What a number of a retry must at least be (https://states-language.net/#errors).
_LEAST = {"IntervalSeconds": 1, "MaxAttempts": 0, "BackoffRate": 1, "MaxDelaySeconds": 1}


def _spots(subject: Subject) -> Iterator[Spot]:
    for state in states_of(subject.graph):
        for key in ("Retry", "Catch"):
            yield from _of_rules(state, key)
        yield from _heartbeat(state)


def _of_rules(state: State, key: str) -> Iterator[Spot]:
    rules = dict(rules_of(state, key))
    for index, rule in rules.items():
        errors = rule.get("ErrorEquals")
        place = (key, index, "ErrorEquals")
        if not isinstance(errors, list) or not errors:
            yield _spot(state, place, f"a rule of {key} names at least one error in ErrorEquals.")
        elif _ALL in errors and len(errors) > 1:
            yield _spot(state, place, f"{_ALL} stands alone: it holds the others.")
        elif _ALL in errors and index != max(rules):
            yield _spot(state, place, f"{_ALL} comes last in {key}: no rule behind it is ever looked at.")
        yield from _numbers(state, key, index, rule)


def _numbers(state: State, key: str, index: int, rule: Mapping[str, object]) -> Iterator[Spot]:
    for name, least in _LEAST.items():
        value = rule.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and value < least:
            yield _spot(state, (key, index, name), f"{name} is at least {least}.")


def _heartbeat(state: State) -> Iterator[Spot]:
    heartbeat, timeout = state.body.get("HeartbeatSeconds"), state.body.get("TimeoutSeconds")
    if type(heartbeat) is int and type(timeout) is int and heartbeat >= timeout:
        message = f"HeartbeatSeconds ({heartbeat}) must be shorter than TimeoutSeconds ({timeout})."
        yield _spot(state, ("HeartbeatSeconds",), message)


def _spot(state: State, place: tuple[str | int, ...], message: str) -> Spot:
    return Spot(message=f"“{state.name}”: {message}", node=state.node, setting=state.setting(*place))


RULE = Rule(
    id="A413",
    severity=Severity.ERROR,
    title="States handle errors as Step Functions does",
    why="A rule that can never hold hides a mistake, and Step Functions refuses most of them.",
    spots=_spots,
)
