"""The editors of settings, by the sort that a setting's form names; an unknown sort is edited as text."""

from collections.abc import Callable, Mapping

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.field import SettingField
from designer.gui.fields.flag_field import FlagField
from designer.gui.fields.listed_field import ListedField
from designer.gui.fields.multiline_field import code_field, json_field, list_field, multiline_field
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.path_field import PathField
from designer.gui.fields.record_field import RecordField
from designer.gui.fields.request_field import RequestField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.table_field import TableField
from designer.gui.fields.text_field import TextField

FIELDS: Mapping[str, Callable[[FieldSpec], SettingField]] = {
    "text": TextField,
    "s3": ListedField,
    "role": ListedField,
    "condition": TextField,
    "aws_service": TextField,
    "aws_operation": TextField,
    "request": RequestField,
    "instance": TextField,
    "image": TextField,
    "registry": ListedField,
    "multiline": multiline_field,
    "code": code_field,
    "list": list_field,
    "json": json_field,
    "rows": RecordField,
    "structure": RecordField,
    "number": NumberField,
    "flag": FlagField,
    "choice": ChoiceField,
    "table": TableField,
    "file": PathField,
    "folder": PathField,
}
