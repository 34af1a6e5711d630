"""A SageMaker pipeline definition as a document.

Every step becomes a node of kind `sagemaker_step` that keeps it as it was written; what it waits for becomes edges, and
the steps in the branches of a condition nodes of their own. So an import that is exported again is the same definition.
"""

import copy
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from designer.catalog.branches import ELSE, THEN
from designer.catalog.kinds.sagemaker_step import CONDITION, KIND, READS, RESULT
from designer.catalog.sagemaker_text import steps_read
from designer.document.kept import SAGEMAKER_PIPELINE
from designer.document.model import PARAMETER_TYPES, Document, Edge, Node, Parameter
from designer.errors import FileRefused
from designer.importing.placing import placed_by_distance
from designer.importing.sagemaker_files import find_pipeline

BRANCHES = {"IfSteps": THEN, "ElseSteps": ELSE}
_HINT = "A step has a Name, a Type and Arguments."


@dataclass(slots=True, kw_only=True)
class _Steps:
    """The steps found so far, and the branches in which each stands, outermost first."""

    path: str
    definitions: dict[str, dict[str, object]] = field(default_factory=dict)
    regions: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)


def import_sagemaker_pipeline(text: str, *, path: str | os.PathLike[str]) -> Document:
    """Return the document of a pipeline definition, of an answer that holds one, or of a template that does.

    Refuse (`FileRefused`) what is no pipeline. What stands beside `Steps` and `Parameters` is kept in the setting
    `sagemaker_pipeline`.
    """
    name = os.fspath(path)
    found = find_pipeline(text, name)
    definition = found.definition
    steps = _Steps(path=name)
    _gather(definition["Steps"], (), steps)
    for step in steps.definitions:
        _join(step, steps)
    parameters = _parameters(definition.get("Parameters"), name)
    placed = ("Steps", "Parameters") if parameters else ("Steps",)
    places = placed_by_distance(tuple(steps.definitions), steps.edges)
    return Document(
        name=found.name or PurePath(name).name.split(".")[0] or "pipeline",
        description=found.description,
        settings={SAGEMAKER_PIPELINE: {key: value for key, value in definition.items() if key not in placed}},
        parameters=parameters,
        nodes={
            step: Node(id=step, kind=KIND.id, settings={"definition": kept}, position=places[step])
            for step, kept in steps.definitions.items()
        },
        edges=tuple(dict.fromkeys(steps.edges)),
    )


def _gather(raw: object, region: tuple[tuple[str, str], ...], steps: _Steps) -> None:
    if not isinstance(raw, list):
        raise FileRefused("The steps of a pipeline are a list.", path=steps.path, hint=_HINT)
    for index, one in enumerate(raw):
        name, kept = _named(one, index, region, steps)
        steps.definitions[name] = kept
        steps.regions[name] = region
        if region:
            steps.edges.append(Edge(source=region[-1][0], source_port=region[-1][1], target=name))
        arguments = kept.get("Arguments")
        if kept["Type"] == CONDITION and isinstance(arguments, dict):
            for key, branch in BRANCHES.items():
                if arguments.get(key):
                    inner, arguments[key] = arguments[key], []
                    _gather(inner, (*region, (name, branch)), steps)


def _named(
    raw: object, index: int, region: tuple[tuple[str, str], ...], steps: _Steps
) -> tuple[str, dict[str, object]]:
    """Return the name of a step and the rest of it; refuse what has no name or one that another step has."""
    name = raw.get("Name") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(name, str) or not name or not isinstance(raw.get("Type"), str):
        place = f"in the branch {region[-1][1]} of '{region[-1][0]}'" if region else "of the pipeline"
        raise FileRefused(f"Step {index + 1} {place} has no Name or no Type.", path=steps.path, hint=_HINT)
    if name in steps.definitions:
        hint = "Give every step, those in branches too, a name of its own."
        raise FileRefused(f"Two steps are called '{name}'.", path=steps.path, hint=hint)
    return name, copy.deepcopy({key: value for key, value in raw.items() if key != "Name"})


def _join(step: str, steps: _Steps) -> None:
    """Draw what a step waits for. `DependsOn` stays in it where an edge cannot say the same."""
    kept = steps.definitions[step]
    read = steps_read({key: value for key, value in kept.items() if key != "DependsOn"})
    steps.edges.extend(_data(one, step) for one in read if _is_seen(one, step, steps))
    waits = kept.get("DependsOn")
    names = tuple(_waited_for(waits))
    if isinstance(waits, list) and names == tuple(waits) and _is_flow(step, names, read, steps):
        kept.pop("DependsOn")
        steps.edges.extend(Edge(source=one, target=step) for one in names)
    else:
        steps.edges.extend(_data(one, step) for one in names if _is_seen(one, step, steps))


def _is_flow(step: str, names: tuple[str, ...], read: tuple[str, ...], steps: _Steps) -> bool:
    """Say whether flow edges to these say just what `DependsOn` says; they mean *any*, so all must be of one branch."""
    here = steps.regions[step]
    return len(set(names)) == len(names) and all(
        one not in read
        and steps.regions.get(one, here) == here
        and steps.definitions.get(one, {}).get("Type") != CONDITION
        for one in names
    )


def _is_seen(source: str, reader: str, steps: _Steps) -> bool:
    """Say whether an edge can be drawn: to a step outside a branch that one inside would pull the reader into it."""
    there = steps.regions.get(source, ())
    is_condition = steps.definitions.get(source, {}).get("Type") == CONDITION
    return not is_condition and steps.regions[reader][: len(there)] == there


def _waited_for(waits: object) -> Iterator[str]:
    for one in waits if isinstance(waits, list) else ():
        name = one.get("Step") if isinstance(one, Mapping) else one
        if isinstance(name, str) and name:
            yield name


def _data(source: str, target: str) -> Edge:
    return Edge(source=source, source_port=RESULT, target=target, target_port=READS)


def _parameters(raw: object, path: str) -> dict[str, Parameter]:
    found: dict[str, Parameter] = {}
    if raw is not None and not isinstance(raw, list):
        raise FileRefused("The parameters of a pipeline are a list.", path=path, hint="Each has a Name and a Type.")
    for index, one in enumerate(raw or ()):
        name = one.get("Name") if isinstance(one, dict) else None
        if not isinstance(one, dict) or not isinstance(name, str) or not name or name in found:
            hint = "Give every parameter a Name of its own and a Type."
            raise FileRefused(f"Parameter {index + 1} has no Name of its own.", path=path, hint=hint)
        found[name] = _parameter(name, one, path)
    return found


def _parameter(name: str, raw: Mapping[str, object], path: str) -> Parameter:
    kind = next((one for one in PARAMETER_TYPES if one == raw.get("Type")), None)
    default, choices = raw.get("DefaultValue"), raw.get("EnumValues")
    plain = str | int | float | bool | None
    if kind is None or not isinstance(default, plain):
        hint = f"Its Type is one of {', '.join(PARAMETER_TYPES)}, and its DefaultValue is one value of it."
        raise FileRefused(f"The parameter '{name}' is of no type that there is.", path=path, hint=hint)
    listed = isinstance(choices, list) and bool(choices) and all(isinstance(one, str) for one in choices)
    drawn = {"Name", "Type", *(("DefaultValue",) if default is not None else ()), *(("EnumValues",) if listed else ())}
    return Parameter(
        name=name,
        type=kind,
        default=default,
        choices=tuple(choices) if listed and isinstance(choices, list) else (),
        extras={key: value for key, value in raw.items() if key not in drawn},
    )
