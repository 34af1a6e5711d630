"""Every text in a setting, with the way to it."""

from collections.abc import Iterator, Mapping

TextPath = tuple[str, ...]


def texts_in(value: object, path: TextPath = ()) -> Iterator[tuple[TextPath, str]]:
    """Yield each text inside a value, in lists and mappings too, with its path from the value."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, member in value.items():
            yield from texts_in(member, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for index, member in enumerate(value):
            yield from texts_in(member, (*path, str(index)))
