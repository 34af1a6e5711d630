"""A task calls something that there is."""

from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.integrations import UnknownIntegration, integration_of
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import states_of


def _spots(subject: Subject) -> Iterator[Spot]:
    for state in states_of(subject.graph):
        resource = state.body.get("Resource")
        if state.type != "Task" or not isinstance(resource, str):
            continue
        try:
            integration_of(resource)
        except UnknownIntegration as err:
            yield Spot(message=f"“{state.name}”: {err}", node=state.node, setting=state.setting("Resource"))


RULE = Rule(
    id="A411",
    severity=Severity.ERROR,
    title="Integrations of states exist",
    why="Step Functions refuses a state machine that names an integration or an API action that it does not have.",
    spots=_spots,
)
