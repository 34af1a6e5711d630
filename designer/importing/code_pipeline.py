"""A CodePipeline as a document.

Every action becomes a node of kind `codepipeline_action` that keeps it as it was written, every stage a frame; artifacts
and the order of running become edges. So an import that is exported again is the same pipeline.
"""

import copy
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from designer.catalog.kinds.codepipeline_action import KIND, READS, RESULT
from designer.document.kept import CODE_PIPELINE
from designer.document.model import Document, Edge, Frame, Node, Parameter
from designer.document.names import is_legal_name
from designer.errors import FileRefused
from designer.importing.code_pipeline_files import find_code_pipeline
from designer.importing.placing import placed_by_distance

_HINT = "A stage has a name and actions; an action has a name and an actionTypeId."
_VARIABLE = frozenset({"name", "defaultValue", "description"})


@dataclass(slots=True, kw_only=True)
class _Drawing:
    """What is drawn so far; `makers` are the nodes by the artifact that they make."""

    path: str
    nodes: dict[str, dict[str, object]] = field(default_factory=dict)
    stages: list[dict[str, object]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    makers: dict[str, str] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    before: tuple[str, ...] = ()


def import_code_pipeline(text: str, *, path: str | os.PathLike[str]) -> Document:
    """Return the document of a pipeline in JSON or YAML, as the API takes or gives it, or of a template that holds one.

    Refuse (`FileRefused`) what is no pipeline. What stands beside the actions is kept in the setting `code_pipeline`.
    """
    file = os.fspath(path)
    pipeline = find_code_pipeline(text, file)
    drawing = _Drawing(path=file)
    stages = pipeline["stages"]
    for index, stage in enumerate(stages if isinstance(stages, list) else ()):
        _add_stage(index, stage, drawing)
    variables = _parameters(pipeline.get("variables"))
    kept = {
        key: value for key, value in pipeline.items() if key not in ("stages", *(("variables",) if variables else ()))
    }
    name = kept.get("name")
    is_name = isinstance(name, str) and is_legal_name(name)
    if is_name:
        kept.pop("name")
    places = placed_by_distance(tuple(drawing.nodes), drawing.edges)
    return Document(
        name=str(name) if is_name else PurePath(file).name.split(".")[0] or "pipeline",
        settings={CODE_PIPELINE: {**kept, "stages": drawing.stages}},
        parameters=variables,
        nodes={
            node: Node(id=node, kind=KIND.id, settings={"definition": action}, position=places[node])
            for node, action in drawing.nodes.items()
        },
        edges=tuple(dict.fromkeys(drawing.edges)),
        frames=tuple(drawing.frames),
    )


def _add_stage(index: int, raw: object, drawing: _Drawing) -> None:
    actions = raw.get("actions") if isinstance(raw, dict) else None
    name = raw.get("name") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(actions, list) or not isinstance(name, str):
        raise FileRefused(f"Stage {index + 1} has no name or no actions.", path=drawing.path, hint=_HINT)
    ids: list[str] = []
    orders: dict[str, int] = {}
    for place, action in enumerate(actions):
        node = _add_action(place, action, name, drawing)
        ids.append(node)
        order = action.get("runOrder", 1)
        orders[node] = order if isinstance(order, int) else 1
    for order in sorted(set(orders.values())):
        _join(tuple(node for node in ids if orders[node] == order), drawing)
    drawing.stages.append({**{key: value for key, value in raw.items() if key != "actions"}, "actions": ids})
    drawing.frames.append(Frame(id=f"stage-{index + 1}", title=name, nodes=tuple(ids)))


def _add_action(place: int, raw: object, stage: str, drawing: _Drawing) -> str:
    name = raw.get("name") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(name, str) or not name:
        raise FileRefused(f"Action {place + 1} of the stage '{stage}' has no name.", path=drawing.path, hint=_HINT)
    if not isinstance(raw.get("actionTypeId"), dict):
        raise FileRefused(f"The action '{name}' of the stage '{stage}' has no type.", path=drawing.path, hint=_HINT)
    node, number = name, 1
    while node in drawing.nodes:
        number += 1
        node = f"{name}-{number}"
    drawing.nodes[node] = copy.deepcopy(raw)
    return node


def _join(group: tuple[str, ...], drawing: _Drawing) -> None:
    """Draw what the actions of one group, which run together, read and come after."""
    for node in group:
        read = {
            drawing.makers[one] for one in _artifacts(drawing.nodes[node], "inputArtifacts") if one in drawing.makers
        }
        drawing.edges.extend(
            Edge(source=source, source_port=RESULT, target=node, target_port=READS) for source in sorted(read)
        )
        drawing.edges.extend(Edge(source=source, target=node) for source in drawing.before if source not in read)
    for node in group:
        for artifact in _artifacts(drawing.nodes[node], "outputArtifacts"):
            drawing.makers[artifact] = node
    drawing.before = group


def _artifacts(action: Mapping[str, object], key: str) -> Iterator[str]:
    artifacts = action.get(key)
    for one in artifacts if isinstance(artifacts, list) else ():
        name = one.get("name") if isinstance(one, Mapping) else None
        if isinstance(name, str):
            yield name


def _parameters(raw: object) -> dict[str, Parameter]:
    """Return the variables as parameters, or none where one of them is not what we can draw: then all are kept."""
    found: dict[str, Parameter] = {}
    for one in raw if isinstance(raw, list) else ():
        name = one.get("name") if isinstance(one, Mapping) else None
        texts = tuple(one.values()) if isinstance(one, Mapping) else (None,)
        if not isinstance(one, Mapping) or not isinstance(name, str) or not set(one) <= _VARIABLE or name in found:
            return {}
        if not name or not all(isinstance(text, str) and text for text in texts):
            return {}
        default = one.get("defaultValue")
        found[name] = Parameter(name=name, default=default, description=str(one.get("description", "")))
    return found
