"""Frames as a tree: the outermost ones, with those that stand wholly inside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from designer.document.model import Frame


@dataclass(frozen=True, slots=True)
class FrameTree:
    """The nodes of a frame, in the order of the document, and the frames inside it."""

    members: tuple[str, ...]
    inner: tuple["FrameTree", ...]


def frames_around(frames: Sequence[Frame], chosen: Sequence[str]) -> tuple[FrameTree, ...]:
    """Return the frames whose nodes are all chosen; of two that cut across each other, the larger or earlier one."""
    present = set(chosen)
    known = [(frame, frozenset(frame.nodes)) for frame in frames if frame.nodes and present.issuperset(frame.nodes)]
    known.sort(key=lambda pair: -len(pair[1]))
    return _trees(known, chosen)


def _trees(known: Sequence[tuple[Frame, frozenset[str]]], order: Sequence[str]) -> tuple[FrameTree, ...]:
    taken: set[str] = set()
    trees: list[FrameTree] = []
    for place, (_, nodes) in enumerate(known):
        if taken.isdisjoint(nodes):
            taken |= nodes
            inner = [pair for pair in known[place + 1 :] if pair[1] < nodes]
            members = tuple(node for node in order if node in nodes)
            trees.append(FrameTree(members=members, inner=_trees(inner, members)))
    return tuple(trees)


def with_free(chosen: Sequence[str], trees: Sequence[FrameTree]) -> Iterator[FrameTree | str]:
    """Yield what is arranged: each frame in the place of its first node, and the nodes that stand in none."""
    owner = {node: tree for tree in trees for node in tree.members}
    for node in chosen:
        tree = owner.get(node)
        if tree is None:
            yield node
        elif tree.members[0] == node:
            yield tree
