"""What is said of dotted places, such as `Entries.0.Source`, handed down to where it belongs."""

from collections.abc import Iterable, Mapping

Errors = Mapping[str, tuple[str, ...]]


def errors_at(errors: Errors, name: str) -> Errors:
    """Return what concerns one name, by the places inside it; the empty place is the name itself."""
    found: dict[str, tuple[str, ...]] = {}
    for place, sentences in errors.items():
        inner = rest_after(place, name)
        if inner is not None:
            found[inner] = (*found.get(inner, ()), *sentences)
    return found


def errors_elsewhere(errors: Errors, names: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences that concern none of these names."""
    listed = tuple(names)
    return tuple(
        sentence
        for place, sentences in errors.items()
        if all(rest_after(place, name) is None for name in listed)
        for sentence in sentences
    )


def rest_after(place: str, name: str) -> str | None:
    """Return what of a dotted place lies inside a name, which may hold dots itself; None where it lies elsewhere."""
    if place == name:
        return ""
    return place.removeprefix(f"{name}.") if name and place.startswith(f"{name}.") else None
