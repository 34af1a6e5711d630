"""Plain values, as they stand in a file, to a document.

Anything that has no meaning here is kept as an extra; anything that cannot be kept is a `Misfit`, with its place.
"""

from collections.abc import Mapping

from designer.document.model import (
    FARTHEST,
    FORMAT,
    PARAMETER_TYPES,
    Document,
    Edge,
    Frame,
    Node,
    Note,
    Parameter,
    ParameterType,
    Point,
    Scalar,
)
from designer.document.yaml_reader import Plain

Path = tuple[str | int, ...]
ARROW = " -> "
DOCUMENT_KEYS = (
    "format",
    "name",
    "description",
    "settings",
    "parameters",
    "nodes",
    "edges",
    "frames",
    "notes",
    "layout",
)
NODE_KEYS = ("kind", "settings", "inside", "note", "bypassed")
PARAMETER_KEYS = ("type", "default", "description", "choices")
FRAME_KEYS = ("id", "title", "nodes", "color", "collapsed")
NOTE_KEYS = ("id", "text", "at", "size", "color")


class Misfit(ValueError):
    """A value stands where it cannot be understood; `path` leads to it."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


def document_from_plain(plain: Plain) -> Document:
    """Make a document of plain values; raise `Misfit` where that cannot be."""
    if not isinstance(plain, dict) or not ({"nodes", "name", "format"} & plain.keys()):
        raise Misfit((), "This is YAML, but not a pipeline: it has neither 'name' nor 'nodes' at its top")
    _check_format(plain.get("format", FORMAT))
    layout = _mapping_at(plain, "layout", ())
    places = {node_id: _point(place, ("layout", node_id)) for node_id, place in layout.items()}
    nodes = _mapping_at(plain, "nodes", ())
    extras = _without(plain, DOCUMENT_KEYS)
    strays = {node_id: place for node_id, place in layout.items() if node_id not in nodes}
    if strays:
        extras["layout"] = strays
    return Document(
        name=_text_at(plain, "name", ()),
        description=_text_at(plain, "description", ()),
        settings=_mapping_at(plain, "settings", ()),
        parameters={
            name: _parameter(name, one, ("parameters", name))
            for name, one in _mapping_at(plain, "parameters", ()).items()
        },
        nodes={node_id: _node(node_id, one, places.get(node_id)) for node_id, one in nodes.items()},
        edges=tuple(_edge(one, ("edges", at)) for at, one in enumerate(_list_at(plain, "edges", ()))),
        frames=tuple(_frame(one, ("frames", at)) for at, one in enumerate(_list_at(plain, "frames", ()))),
        notes=tuple(_note(one, ("notes", at)) for at, one in enumerate(_list_at(plain, "notes", ()))),
        extras=extras,
    )


def _check_format(found: Plain) -> None:
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise Misfit(("format",), f"The format must be {FORMAT}")
    if found > FORMAT:
        raise Misfit(("format",), f"Format {found} was written by a newer version; this one reads up to {FORMAT}")


def _node(node_id: str, plain: Plain, position: Point | None) -> Node:
    path = ("nodes", node_id)
    mapping = _mapping(plain, path)
    if "kind" not in mapping:
        raise Misfit(path, f"Node '{node_id}' has no kind; add a line such as 'kind: training'")
    return Node(
        id=node_id,
        kind=_text_at(mapping, "kind", path),
        settings=_mapping_at(mapping, "settings", path),
        position=position,
        inside=_text_at(mapping, "inside", path),
        note=_text_at(mapping, "note", path),
        bypassed=_flag_at(mapping, "bypassed", path),
        extras=_without(mapping, NODE_KEYS),
    )


def _parameter(name: str, plain: Plain, path: Path) -> Parameter:
    mapping = _mapping(plain, path)
    return Parameter(
        name=name,
        type=_parameter_type(mapping.get("type", "String"), (*path, "type")),
        default=_scalar(mapping.get("default"), (*path, "default")),
        description=_text_at(mapping, "description", path),
        choices=tuple(
            _scalar(one, (*path, "choices", at)) for at, one in enumerate(_list_at(mapping, "choices", path))
        ),
        extras=_without(mapping, PARAMETER_KEYS),
    )


def _parameter_type(plain: Plain, path: Path) -> ParameterType:
    for known in PARAMETER_TYPES:
        if plain == known:
            return known
    raise Misfit(path, f"A parameter's type is one of {', '.join(PARAMETER_TYPES)}, not {plain!r}")


def _edge(plain: Plain, path: Path) -> Edge:
    if isinstance(plain, dict):
        return Edge(
            source=_text_at(plain, "from", path),
            source_port=_text_at(plain, "output", path),
            target=_text_at(plain, "to", path),
            target_port=_text_at(plain, "input", path),
            via=_points_at(plain, "via", path),
        )
    ends = str(plain).split(ARROW)
    if not isinstance(plain, str) or len(ends) != 2:  # noqa: PLR2004 - from and to
        raise Misfit(path, f"An edge is written 'node.output -> node.input' or 'node -> node', not {plain!r}")
    source, _, source_port = ends[0].strip().partition(".")
    target, _, target_port = ends[1].strip().partition(".")
    if not source or not target:
        raise Misfit(path, f"The edge {plain!r} names no node on one side")
    return Edge(source=source, source_port=source_port, target=target, target_port=target_port)


def _frame(plain: Plain, path: Path) -> Frame:
    mapping = _mapping(plain, path)
    title = _text_at(mapping, "title", path)
    members = _list_at(mapping, "nodes", path)
    return Frame(
        id=_text(mapping.get("id") or title, (*path, "id")),
        title=title,
        nodes=tuple(_text(member, (*path, "nodes", at)) for at, member in enumerate(members)),
        color=_text_at(mapping, "color", path),
        collapsed=_flag_at(mapping, "collapsed", path),
        extras=_without(mapping, FRAME_KEYS),
    )


def _note(plain: Plain, path: Path) -> Note:
    mapping = _mapping(plain, path)
    size = _point(mapping.get("size", [220, 120]), (*path, "size"))
    return Note(
        id=_text(mapping.get("id") or f"note-{path[-1]}", (*path, "id")),
        text=_text_at(mapping, "text", path),
        position=_point(mapping.get("at", [0, 0]), (*path, "at")),
        width=size.x,
        height=size.y,
        color=_text_at(mapping, "color", path),
        extras=_without(mapping, NOTE_KEYS),
    )


def _mapping(plain: object, path: Path) -> dict[str, Plain]:
    if plain is None:
        return {}
    if isinstance(plain, dict):
        return plain
    raise Misfit(path, f"'{_name(path)}' must hold names with values below them, not {_kind_of(plain)}")


def _list(plain: object, path: Path) -> list[Plain]:
    if isinstance(plain, list):
        return plain
    raise Misfit(path, f"'{_name(path)}' must be a list, not {_kind_of(plain)}")


def _text(plain: object, path: Path) -> str:
    if plain is None:
        return ""
    if isinstance(plain, str):
        return plain
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return str(plain)
    raise Misfit(path, f"'{_name(path)}' must be text, not {_kind_of(plain)}")


def _flag(plain: object, path: Path) -> bool:
    if isinstance(plain, bool):
        return plain
    raise Misfit(path, f"'{_name(path)}' must be true or false, not {plain!r}")


def _scalar(plain: object, path: Path) -> Scalar:
    if plain is None or isinstance(plain, str | int | float | bool):
        return plain
    raise Misfit(path, f"'{_name(path)}' must be one value, not {_kind_of(plain)}")


def _point(plain: object, path: Path) -> Point:
    match plain:
        case [int() | float() as x, int() | float() as y]:
            if -FARTHEST <= x <= FARTHEST and -FARTHEST <= y <= FARTHEST:
                return Point(float(x), float(y))
            raise Misfit(path, f"'{_name(path)}' must be no farther from the middle than {FARTHEST:,}")
    raise Misfit(path, f"'{_name(path)}' must be two numbers such as [120, 80]")


def _mapping_at(mapping: Mapping[str, Plain], key: str, path: Path) -> dict[str, Plain]:
    value = mapping.get(key)
    return value if isinstance(value, dict) else _mapping(value, (*path, key))


def _list_at(mapping: Mapping[str, Plain], key: str, path: Path) -> list[Plain]:
    value = mapping.get(key)
    return [] if value is None else _list(value, (*path, key))


def _text_at(mapping: Mapping[str, Plain], key: str, path: Path) -> str:
    value = mapping.get(key, "")
    return value if isinstance(value, str) else _text(value, (*path, key))


def _flag_at(mapping: Mapping[str, Plain], key: str, path: Path) -> bool:
    value = mapping.get(key)
    return False if value is None else _flag(value, (*path, key))


def _points_at(mapping: Mapping[str, Plain], key: str, path: Path) -> tuple[Point, ...]:
    return tuple(_point(one, (*path, key, at)) for at, one in enumerate(_list_at(mapping, key, path)))


def _name(path: Path) -> str:
    return ".".join(str(part) for part in path)


def _kind_of(plain: object) -> str:
    return {dict: "a mapping", list: "a list", str: "text", bool: "a flag"}.get(type(plain), "a number")


def _without(mapping: Mapping[str, Plain], keys: tuple[str, ...]) -> dict[str, object]:
    return {key: value for key, value in mapping.items() if key not in keys}
