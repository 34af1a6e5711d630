"""What differs between two documents, in words; places on the canvas do not count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.document.model import Document, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference: `place` is dotted (`nodes.train.settings.volume_gb`), `change` is added, removed or changed."""

    place: str
    change: str
    text: str


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """Return what changed from one document to another, in the order of the file."""
    found = [
        *_values("", {"name": before.name, "description": before.description}, _head(after)),
        *_values("settings", before.settings, after.settings),
        *_named("parameters", "Parameter", _parameters(before), _parameters(after)),
        *_nodes(before.nodes, after.nodes),
        *_edges(before, after),
        *_named("frames", "Frame", _frames(before), _frames(after)),
    ]
    return tuple(found)


def _head(document: Document) -> dict[str, object]:
    return {"name": document.name, "description": document.description}


def _parameters(document: Document) -> dict[str, Mapping[str, object]]:
    return {
        name: {
            "type": one.type,
            "default": one.default,
            "choices": list(one.choices),
            "description": one.description,
        }
        for name, one in document.parameters.items()
    }


def _nodes(before: Mapping[str, Node], after: Mapping[str, Node]) -> Iterator[Difference]:
    yield from _named("nodes", "Node", _plain(before), _plain(after))


def _plain(nodes: Mapping[str, Node]) -> dict[str, Mapping[str, object]]:
    return {
        one.id: {
            "kind": one.kind,
            "inside": one.inside,
            "settings": one.settings,
            "note": one.note,
            "bypassed": one.bypassed,
        }
        for one in nodes.values()
    }


def _frames(document: Document) -> dict[str, Mapping[str, object]]:
    return {one.id: {"title": one.title, "nodes": list(one.nodes)} for one in document.frames}


def _named(
    group: str, title: str, before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]
) -> Iterator[Difference]:
    for name in before:
        if name not in after:
            yield Difference(place=f"{group}.{name}", change="removed", text=f"{title} '{name}' removed.")
    for name, value in after.items():
        if name not in before:
            yield Difference(place=f"{group}.{name}", change="added", text=f"{title} '{name}' added.")
        else:
            yield from _values(f"{group}.{name}", before[name], value)


def _values(place: str, before: object, after: object) -> Iterator[Difference]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            inner = f"{place}.{key}" if place else str(key)
            if key not in after:
                yield Difference(place=inner, change="removed", text=f"{inner}: {_short(before[key])} taken away.")
            elif key not in before:
                yield Difference(place=inner, change="added", text=f"{inner}: set to {_short(after[key])}.")
            else:
                yield from _values(inner, before[key], after[key])
    elif before != after:
        yield Difference(place=place, change="changed", text=f"{place}: {_short(before)} became {_short(after)}.")


def _short(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a line's worth


def _edges(before: Document, after: Document) -> Iterator[Difference]:
    for edge in before.edges:
        if edge not in after.edges:
            yield Difference(place=f"edges.{edge}", change="removed", text=f"Edge {edge} removed.")
    for edge in after.edges:
        if edge not in before.edges:
            yield Difference(place=f"edges.{edge}", change="added", text=f"Edge {edge} added.")
