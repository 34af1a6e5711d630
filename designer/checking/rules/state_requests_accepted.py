"""What a state hands to an API is what the API takes."""

from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.integrations import Integration, UnknownIntegration, integration_of
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import JSONATA, State, states_of
from designer.shapes.violation import Violation
from designer.shapes.walker import violations

# Members that Step Functions makes up itself, or that have another form in its integrations.
_FILLED_IN = frozenset({"ClientToken", "ClientRequestToken"})


def _spots(subject: Subject) -> Iterator[Spot]:
    for state in states_of(subject.graph):
        key = "Arguments" if state.language == JSONATA else "Parameters"
        request = state.body.get(key)
        found = _integration(state)
        if found is None or found.operation is None or not isinstance(request, Mapping):
            continue
        breaches = violations(
            found.operation.service,
            found.operation.name,
            request,
            is_dynamic=_is_dynamic,
            case="pascal",
            ignore_required=_FILLED_IN,
        )
        for one in breaches:
            yield Spot(
                message=f"“{state.name}”: {one.message}",
                node=state.node,
                setting=state.setting(key, *one.path),
                severity=Severity.WARNING if _may_be_meant(one, request) else None,
            )


def _integration(state: State) -> Integration | None:
    resource = state.body.get("Resource")
    try:
        return integration_of(resource) if state.type == "Task" and isinstance(resource, str) else None
    except UnknownIntegration:
        return None


def _may_be_meant(breach: Violation, request: object) -> bool:
    """Say whether Step Functions may still take a value: a name to be filled in, or text that it turns into another type."""
    for part in breach.path if breach.rule == "type" else ():
        request = request[part] if isinstance(request, Mapping | list) else None  # type: ignore[index]
    return breach.rule == "pattern" or (breach.rule == "type" and isinstance(request, str))


def _is_dynamic(value: object) -> bool:
    """Say whether a value is filled in by a template or known only in a run."""
    return value is None or (
        isinstance(value, str) and ("${" in value or value.lstrip().startswith("{%") or value.startswith("$"))
    )


RULE = Rule(
    id="A412",
    severity=Severity.ERROR,
    title="AWS accepts what states hand over",
    why="A member that an API does not have, or a value that it does not take, fails the task when it runs.",
    spots=_spots,
)
