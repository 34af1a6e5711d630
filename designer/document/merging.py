"""Put new values into old ones so that as little as possible moves: key order, comments and quoting stay.

It works alike on plain lists and dictionaries and on the ones of ruamel.yaml that carry comments.
"""

from collections.abc import Mapping, MutableMapping, MutableSequence
from difflib import SequenceMatcher


def merge_mapping(old: MutableMapping[str, object], new: Mapping[str, object]) -> None:
    """Make `old` equal to `new` in place; keys that stay keep their place, new ones come last."""
    for key in [key for key in old if key not in new]:
        del old[key]
    for key, value in new.items():
        if key not in old or not _merged(old[key], value):
            old[key] = value


def _merged(old: object, new: object) -> bool:
    """Merge in place where that is possible; say whether the old value now equals the new one."""
    if isinstance(old, MutableMapping) and isinstance(new, Mapping):
        merge_mapping(old, new)
        return True
    if isinstance(old, MutableSequence) and isinstance(new, list):
        _merge_list(old, new)
        return True
    return _is_same_sort(old, new) and old == new


def _is_same_sort(old: object, new: object) -> bool:
    """Say whether two values are of one sort; the scalars that carry quoting or digits are subclasses of the plain ones."""
    if _is_number(old) or isinstance(old, str):
        return _is_number(old) == _is_number(new) and isinstance(old, str) == isinstance(new, str)
    return type(old) is type(new)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _merge_list(old: MutableSequence[object], new: list[object]) -> None:
    matcher = SequenceMatcher(
        None, [repr(_bare(one)) for one in old], [repr(_bare(one)) for one in new], autojunk=False
    )
    for tag, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        if tag == "replace" and end - start == new_end - new_start:
            for at in range(end - start):
                if not _merged(old[start + at], new[new_start + at]):
                    old[start + at] = new[new_start + at]
        elif tag != "equal":
            for at in range(end - 1, start - 1, -1):
                del old[at]
            for at, value in enumerate(new[new_start:new_end]):
                old.insert(start + at, value)


def _bare(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _bare(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_bare(member) for member in value]
    if isinstance(value, bool) or value is None:
        return value
    return float(value) if isinstance(value, int | float) else str(value)
