"""The editors of what stands inside a setting; those that hold others are given how these are made."""

from collections.abc import Callable, Mapping

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.field import SettingField
from designer.gui.fields.flag_field import FlagField
from designer.gui.fields.map_field import MapField
from designer.gui.fields.multiline_field import json_field, list_field
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.rows_field import RowsField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.switch_field import SwitchField
from designer.gui.fields.table_field import TableField
from designer.gui.fields.text_field import TextField
from designer.gui.fields.union_field import UnionField

_MOST_JSON_LINES = 4
_PLAIN: Mapping[str, Callable[[FieldSpec], SettingField]] = {
    "choice": ChoiceField,
    "flag": FlagField,
    "switch": SwitchField,
    "list": list_field,
    "number": NumberField,
    "table": TableField,
    "json": lambda spec: json_field(spec, lines=_MOST_JSON_LINES),
}
_NESTED: Mapping[str, Callable[[FieldSpec, Callable[[FieldSpec], SettingField]], SettingField]] = {
    "structure": StructureField,
    "union": UnionField,
    "rows": RowsField,
    "map": MapField,
}


def inner_field(spec: FieldSpec) -> SettingField:
    """Return the editor of a setting that may hold others; an unknown sort is edited as text."""
    nested = _NESTED.get(spec.editor)
    return nested(spec, inner_field) if nested is not None else _PLAIN.get(spec.editor, TextField)(spec)
