"""Nested graphs: what stands in what, and who comes before whom across their borders."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from designer.document.nesting import holders


def containers(inside: Mapping[str, str], node_id: str) -> tuple[str, ...]:
    """Return the nodes in whose nested graphs a node stands, innermost first. A circle is gone round once."""
    return holders(node_id, lambda one: inside.get(one, ""))


def ordering_pairs(
    ids: Collection[str], pairs: Iterable[tuple[str, str]], inside: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield pairs (earlier, later) for nodes that stand in each other.

    A node that holds others comes before them, and they all come before whatever comes after it. What a node inside
    waits for outside, the node that holds it waits for too.
    """
    if not inside:
        yield from pairs
        return
    held: dict[str, list[str]] = {}
    for node_id in ids:
        for holder in containers(inside, node_id):
            held.setdefault(holder, []).append(node_id)
            yield holder, node_id
    for earlier, later in pairs:
        later_chain = containers(inside, later)
        if earlier in later_chain:
            continue
        home = inside.get(earlier, "")
        if home and home not in later_chain:
            yield earlier, later
            continue
        lifted = next((one for one in (later, *later_chain) if inside.get(one, "") == home), later)
        yield earlier, lifted
        yield from ((inner, lifted) for inner in held.get(earlier, ()))
