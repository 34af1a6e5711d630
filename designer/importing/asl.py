"""A state machine of Step Functions as a document.

Every state becomes a node of kind `state` that keeps it as it was written, in either query language; only where it
goes on to becomes edges. So an import that is exported again is the same state machine.
"""

import copy
import os
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from designer.document.kept import STATE_MACHINE
from designer.document.model import Document, Edge, Node
from designer.errors import FileRefused
from designer.importing.placing import placed_by_distance
from designer.importing.state_machines import find_state_machine

KIND = "state"
NEXT = "next"
DEFAULT = "default"


def import_state_machine(text: str, *, path: str | os.PathLike[str]) -> Document:
    """Return the document of a state machine in JSON or YAML, or of a template that holds one.

    Refuse (`FileRefused`) what is no state machine. What stands beside `States` is kept in the setting `state_machine`.
    """
    name = os.fspath(path)
    machine = find_state_machine(text, name)
    states = _states(machine, name)
    edges = tuple(edge for state, body in states.items() for edge in _edges(state, body, name))
    places = placed_by_distance(tuple(states), edges, machine.get("StartAt"))
    comment = machine.get("Comment")
    return Document(
        name=PurePath(name).name.split(".")[0] or "state-machine",
        description=comment if isinstance(comment, str) else "",
        settings={STATE_MACHINE: {key: value for key, value in machine.items() if key != "States"}},
        nodes={
            state: Node(id=state, kind=KIND, settings={"definition": _kept(body)}, position=places[state])
            for state, body in states.items()
        },
        edges=edges,
    )


def _states(machine: Mapping[str, object], path: str) -> dict[str, dict[str, object]]:
    states = machine["States"]
    found: dict[str, dict[str, object]] = {}
    for name, body in states.items() if isinstance(states, dict) else ():
        if not isinstance(body, dict) or not isinstance(body.get("Type"), str):
            hint = "Give it a Type: Task, Pass, Choice, Wait, Succeed, Fail, Parallel or Map."
            raise FileRefused(f"The state '{name}' has no Type.", path=path, hint=hint)
        if not name:
            raise FileRefused("A state has an empty name.", path=path, hint="Give every state a name.")
        found[name] = body
    return found


def _edges(state: str, body: Mapping[str, object], path: str) -> Iterator[Edge]:
    for branch, target in _transitions(body):
        if not isinstance(target, str) or not target:
            hint = "Write the name of a state there."
            raise FileRefused(f"The state '{state}' does not say by name where it goes on to.", path=path, hint=hint)
        yield Edge(source=state, source_port=branch, target=target)


def _transitions(body: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    if _has_next(body) and "Next" in body:
        yield NEXT, body["Next"]
    if "Default" in body:
        yield DEFAULT, body["Default"]
    for stem, key in (("choice", "Choices"), ("catch", "Catch")):
        for index, rule in enumerate(_rules(body, key)):
            if "Next" in rule:
                yield f"{stem}_{index + 1}", rule["Next"]


def _has_next(body: Mapping[str, object]) -> bool:
    return body["Type"] not in {"Choice", "Succeed", "Fail"} and not body.get("End")


def _rules(body: Mapping[str, object], key: str) -> list[dict[str, object]]:
    rules = body.get(key)
    return [rule if isinstance(rule, dict) else {} for rule in rules] if isinstance(rules, list) else []


def _kept(body: Mapping[str, object]) -> dict[str, object]:
    """Return a state without what the edges say. `Default` stays, because it tells that there is such a way."""
    kept = copy.deepcopy(dict(body))
    if _has_next(body):
        kept.pop("Next", None)
    for key in ("Choices", "Catch"):
        for rule in _rules(kept, key):
            rule.pop("Next", None)
    return kept
