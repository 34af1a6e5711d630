"""A state is of a type that there is, with the fields of that type and those that it needs."""

from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import State, states_of
from designer.shapes.spelling import nearest_name

# https://states-language.net/#state-type-table and
# https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
_EVERY = ("Type", "Comment", "QueryLanguage")
_WAYS = ("Next", "End")
_PATHS = ("InputPath", "OutputPath")
_RESULT = ("ResultPath", "ResultSelector")
_ERRORS = ("Retry", "Catch")
_OUT = ("Output", "Assign")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "Task": (
        *(*_WAYS, *_PATHS, *_RESULT, *_ERRORS, *_OUT),
        *("Resource", "Parameters", "Arguments", "Credentials"),
        *("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"),
    ),
    "Pass": (*_WAYS, *_PATHS, *_OUT, "ResultPath", "Result", "Parameters"),
    "Choice": (*_PATHS, *_OUT, "Choices", "Default"),
    "Wait": (*_WAYS, *_PATHS, *_OUT, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"),
    "Succeed": (*_PATHS, "Output"),
    "Fail": ("Error", "ErrorPath", "Cause", "CausePath"),
    "Parallel": (*_WAYS, *_PATHS, *_RESULT, *_ERRORS, *_OUT, "Branches", "Parameters", "Arguments"),
    "Map": (
        *(*_WAYS, *_PATHS, *_RESULT, *_ERRORS, *_OUT),
        *("ItemProcessor", "Iterator", "Items", "ItemsPath", "ItemSelector", "Parameters"),
        *("ItemReader", "ItemBatcher", "ResultWriter", "Label", "MaxConcurrency", "MaxConcurrencyPath"),
        *("ToleratedFailureCount", "ToleratedFailureCountPath"),
        *("ToleratedFailurePercentage", "ToleratedFailurePercentagePath"),
    ),
}
# Of each of these, exactly one must be there.
_ONE_OF: Mapping[str, tuple[str, ...]] = {
    "Task": ("Resource",),
    "Choice": ("Choices",),
    "Wait": ("Seconds", "SecondsPath", "Timestamp", "TimestampPath"),
    "Parallel": ("Branches",),
    "Map": ("ItemProcessor", "Iterator"),
}


def _spots(subject: Subject) -> Iterator[Spot]:
    for state in states_of(subject.graph):
        fields = _FIELDS.get(state.type)
        if fields is None:
            message = f"there is no type '{state.type}'{_meant(state.type, tuple(_FIELDS))}."
            yield _spot(state, "Type", message)
            continue
        for field in state.body:
            if field not in (*_EVERY, *fields):
                yield _spot(state, str(field), f"a {state.type} state has no {field}{_meant(str(field), fields)}.")
        yield from _needed(state)


def _needed(state: State) -> Iterator[Spot]:
    choices = _ONE_OF.get(state.type, ())
    present = [field for field in choices if field in state.body]
    if choices and len(present) != 1:
        yield _spot(state, (present or choices)[-1], f"a {state.type} state has exactly one of {', '.join(choices)}.")
    elif present and state.body[present[0]] == []:
        yield _spot(state, present[0], f"{present[0]} holds at least one.")
    if "Next" in state.body and state.body.get("End") is True:
        yield _spot(state, "End", "it goes on to a state and cannot end as well.")


def _spot(state: State, field: str, message: str) -> Spot:
    return Spot(message=f"“{state.name}”: {message}", node=state.node, setting=state.setting(field))


def _meant(name: str, choices: tuple[str, ...]) -> str:
    near = nearest_name(name, choices)
    return f"; did you mean '{near}'" if near and near != name else ""


RULE = Rule(
    id="A417",
    severity=Severity.ERROR,
    title="States have the fields of their type",
    why="Step Functions refuses a state with a field that its type does not have, or without one that it needs.",
    spots=_spots,
)
