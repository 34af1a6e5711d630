"""A document to plain values, in the order in which people read them; what has its default is left out."""

from collections.abc import Iterator, Mapping

from designer.document.model import FORMAT, Document, Edge, Frame, Node, Note, Parameter, Point
from designer.document.yaml_text import FlowList, FlowMap


def plain_from_document(document: Document) -> dict[str, object]:
    """Return what a file holds for a document: meaning first, the layout last."""
    layout: dict[str, object] = {
        node.id: _place(node.position) for node in document.nodes.values() if node.position is not None
    }
    extras = dict(document.extras)
    strays = extras.pop("layout", None)
    if isinstance(strays, Mapping):
        layout.update(strays)
    plain: dict[str, object] = {
        "format": FORMAT,
        "name": document.name,
        "description": document.description,
        "settings": dict(document.settings),
        "parameters": {name: dict(_parameter(one)) for name, one in document.parameters.items()},
        "nodes": {node.id: dict(_node(node)) for node in document.nodes.values()},
        "edges": [_edge(edge) for edge in document.edges],
        "frames": [dict(_frame(frame)) for frame in document.frames],
        "notes": [dict(_note(note)) for note in document.notes],
        **extras,
        "layout": layout,
    }
    return {key: value for key, value in plain.items() if key in ("format", "name", "nodes") or value or key in extras}


def _node(node: Node) -> Iterator[tuple[str, object]]:
    yield "kind", node.kind
    if node.settings:
        yield "settings", _thawed(node.settings)
    if node.inside:
        yield "inside", node.inside
    if node.note:
        yield "note", node.note
    if node.bypassed:
        yield "bypassed", True
    yield from node.extras.items()


def _parameter(parameter: Parameter) -> Iterator[tuple[str, object]]:
    yield "type", parameter.type
    if parameter.default is not None:
        yield "default", parameter.default
    if parameter.description:
        yield "description", parameter.description
    if parameter.choices:
        yield "choices", list(parameter.choices)
    yield from parameter.extras.items()


def _edge(edge: Edge) -> object:
    ids = (edge.source, edge.target)
    ports = (edge.source_port, edge.target_port)
    is_plain = all("." not in one and one == one.strip() for one in ids) and not any("->" in x for x in (*ids, *ports))
    if is_plain and all(ids) and not edge.via:
        return str(edge)
    spelled = {"from": edge.source, "output": edge.source_port, "to": edge.target, "input": edge.target_port}
    named: dict[str, object] = {key: value for key, value in spelled.items() if value}
    return FlowMap(named, via=FlowList(_place(one) for one in edge.via)) if edge.via else named


def _frame(frame: Frame) -> Iterator[tuple[str, object]]:
    yield "id", frame.id
    yield "title", frame.title
    yield "nodes", FlowList(frame.nodes)
    if frame.color:
        yield "color", frame.color
    if frame.collapsed:
        yield "collapsed", True
    yield from frame.extras.items()


def _note(note: Note) -> Iterator[tuple[str, object]]:
    yield "id", note.id
    yield "text", note.text
    yield "at", _place(note.position)
    yield "size", FlowList((_number(note.width), _number(note.height)))
    if note.color:
        yield "color", note.color
    yield from note.extras.items()


def _place(point: Point) -> FlowList:
    return FlowList((_number(point.x), _number(point.y)))


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 2)


def _thawed(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _thawed(member) for key, member in value.items()}
    return [_thawed(member) for member in value] if isinstance(value, list | tuple) else value
