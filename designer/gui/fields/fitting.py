"""Whether an editor can show a value so that the same would be read from it again; what it cannot is edited as JSON."""

from collections.abc import Callable, Mapping

from designer.gui.fields.multiline_field import survives
from designer.gui.fields.number_field import number
from designer.gui.fields.plain import plain
from designer.gui.fields.spec import FieldSpec

_LONGEST_LINE = 32_767


def fits(spec: FieldSpec, value: object) -> bool:
    """Say whether the editor of a setting understands a value."""
    test = _TESTS.get(spec.editor)
    return test is None or test(spec, value)


def _is_line(_: FieldSpec, value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_LINE:
        return False
    return "".join(value.splitlines()) == value and "\0" not in value


def _is_number(_: FieldSpec, value: object) -> bool:
    if isinstance(value, bool):
        return False
    if isinstance(value, str):
        return number(value) == value
    return isinstance(value, int | float) and value == value and number(str(value)) == value  # noqa: PLR0124 - not NaN


def _is_flag(spec: FieldSpec, value: object) -> bool:
    return isinstance(value, bool) or (bool(value) and _is_line(spec, value) and value not in ("true", "false"))


def _is_entries(spec: FieldSpec, value: object) -> bool:
    return isinstance(value, list | tuple) and all(_is_entry(spec, one) for one in value)


def _is_entry(spec: FieldSpec, value: object) -> bool:
    if isinstance(value, str):
        is_word = bool(value) and value == value.strip() and _is_line(spec, value) and survives(value)
        return is_word and (not spec.plain_values or plain(value) == value)
    return spec.plain_values and isinstance(value, int | float) and not isinstance(value, bool)


def _is_table(spec: FieldSpec, value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    lines = (*value.keys(), *value.values())
    return all(value) and all(_is_line(spec, one) and one == one.strip() for one in lines)


def _is_list(_: FieldSpec, value: object) -> bool:
    return isinstance(value, list | tuple)


def _is_structure(_: FieldSpec, value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(name, str) for name in value)


def _is_map(spec: FieldSpec, value: object) -> bool:
    return isinstance(value, Mapping) and all(name and _is_line(spec, name) for name in value)


def _is_union(spec: FieldSpec, value: object) -> bool:
    if not isinstance(value, Mapping) or spec.inside is None:
        return False
    return not value or (len(value) == 1 and set(value) <= {one.name for one in spec.inside.specs()})


_TESTS: Mapping[str, Callable[[FieldSpec, object], bool]] = {
    "text": _is_line,
    "choice": _is_line,
    "number": _is_number,
    "flag": _is_flag,
    "switch": _is_flag,
    "list": _is_entries,
    "table": _is_table,
    "rows": _is_list,
    "map": _is_map,
    "structure": _is_structure,
    "union": _is_union,
}
