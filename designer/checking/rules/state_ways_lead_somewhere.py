"""States inside states go on to states beside them; names are unique and not too long."""

from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import Inner, State, inner_machines, rules_of, states_of

LONGEST_NAME = 80
"""Characters in the name of a state (https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html)."""
_ENDS = frozenset({"Succeed", "Fail", "Choice"})
_MAP_ONLY_DISTRIBUTED = ("ItemReader", "ItemBatcher", "ResultWriter")


def _spots(subject: Subject) -> Iterator[Spot]:
    seen: set[str] = set()
    for state in states_of(subject.graph):
        if len(state.name) > LONGEST_NAME:
            yield _spot(state, "", f"the name has {len(state.name)} characters; {LONGEST_NAME} at most.")
        if state.name in seen:
            yield _spot(state, "", "another state has this name; names are unique in the whole machine.")
        seen.add(state.name)
        yield from _map(state)
        for machine in inner_machines(state):
            yield from _of_machine(state, machine)


def _map(state: State) -> Iterator[Spot]:
    processor = state.body.get("ItemProcessor", state.body.get("Iterator"))
    config = processor.get("ProcessorConfig") if isinstance(processor, Mapping) else None
    mode = config.get("Mode") if isinstance(config, Mapping) else None
    if state.type == "Map" and mode != "DISTRIBUTED":
        for field in _MAP_ONLY_DISTRIBUTED:
            if field in state.body:
                yield _spot(state, field, f"{field} is for a map in the mode DISTRIBUTED only.")


def _of_machine(state: State, machine: Inner) -> Iterator[Spot]:
    states = machine.body.get("States")
    place = ".".join(str(part) for part in machine.path)
    if not isinstance(states, Mapping) or not states:
        yield Spot(message=f"“{state.name}”: States are missing here.", node=state.node, setting=f"{place}.States")
        return
    if machine.body.get("StartAt") not in tuple(states):
        message = f"“{state.name}”: StartAt names no state that stands here."
        yield Spot(message=message, node=state.node, setting=f"{place}.StartAt")
    for name, body in states.items():
        if isinstance(body, Mapping):
            inner = State(
                node=state.node, name=str(name), path=(*machine.path, "States", str(name)), body=body, language=""
            )
            yield from _ways(inner, states)


def _ways(state: State, beside: Mapping[str, object]) -> Iterator[Spot]:
    ways = {"Next": state.body.get("Next"), "Default": state.body.get("Default")}
    for key in ("Choices", "Catch"):
        ways.update({f"{key}.{index}.Next": rule.get("Next", "") for index, rule in rules_of(state, key)})
    for place, target in ways.items():
        if target is not None and target not in tuple(beside):
            yield _spot(state, place, f"there is no state '{target}' beside it.")
    if state.type not in _ENDS and "Next" not in state.body and state.body.get("End") is not True:
        yield _spot(state, "Next", "it neither goes on to a state nor ends.")


def _spot(state: State, place: str, message: str) -> Spot:
    setting = state.setting(*([place] if place else []))
    return Spot(message=f"“{state.name}”: {message}", node=state.node, setting=setting)


RULE = Rule(
    id="A416",
    severity=Severity.ERROR,
    title="States inside states fit together",
    why="Step Functions refuses a machine with a way that leads nowhere or with two states of one name.",
    spots=_spots,
)
