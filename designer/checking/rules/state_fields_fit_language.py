"""A state has the fields of its query language, and none of the other."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import JSONATA, JSONPATH, states_of

# https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
_OF_JSONPATH = (
    "InputPath",
    "OutputPath",
    "ResultPath",
    "Parameters",
    "ResultSelector",
    "ItemsPath",
    "SecondsPath",
    "TimestampPath",
    "TimeoutSecondsPath",
    "HeartbeatSecondsPath",
    "ErrorPath",
    "CausePath",
)
_OF_JSONATA = ("Arguments", "Output", "Items")
_LANGUAGES = (JSONPATH, JSONATA)


def _spots(subject: Subject) -> Iterator[Spot]:
    for state in states_of(subject.graph):
        if state.language not in _LANGUAGES:
            message = f"“{state.name}”: QueryLanguage is JSONPath or JSONata."
            yield Spot(message=message, node=state.node, setting=state.setting("QueryLanguage"))
            continue
        other = JSONPATH if state.language == JSONATA else JSONATA
        for field in _OF_JSONPATH if state.language == JSONATA else _OF_JSONATA:
            if field in state.body:
                message = f"“{state.name}”: {field} belongs to {other}, and this state is in {state.language}."
                yield Spot(message=message, node=state.node, setting=state.setting(field))


RULE = Rule(
    id="A414",
    severity=Severity.ERROR,
    title="Fields fit the query language",
    why="Step Functions refuses a state that mixes the fields of JSONPath and JSONata.",
    spots=_spots,
)
