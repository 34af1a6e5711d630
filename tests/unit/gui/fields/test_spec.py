"""What a form knows of a setting comes from the settings model."""

from typing import Annotated, Literal

import pytest
from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.palette import KINDS
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Flag, Integer, Plain
from designer.gui.fields.editors import FIELDS
from designer.gui.fields.plain import plain, written
from designer.gui.fields.spec import specs_of
from designer.gui.fields.titles import title_of


class Grant(Settings):
    action: str


class Shared(Settings):
    environment: dict[str, str] = Field(default_factory=dict)


class Sample(Shared):
    name: str = Field(description="What it is called.")
    count: Integer = 2
    spot: Flag = False
    approval: Literal["Approved", "Rejected"] = "Approved"
    values: dict[str, Plain] = Field(default_factory=dict)
    grants: tuple[Grant, ...] = ()
    machine: Annotated[str, Form(editor="instance", use="training")] = "ml.m5.large"
    volume_gb: Annotated[int, Form(unit="GB")] = 30


SPECS = {spec.name: spec for spec in specs_of(Sample)}


@pytest.mark.parametrize(
    ("name", "editor"),
    [
        ("name", "text"),
        ("count", "number"),
        ("spot", "flag"),
        ("approval", "choice"),
        ("values", "table"),
        ("grants", "rows"),
        ("machine", "instance"),
        ("environment", "table"),
    ],
)
def test_the_type_decides_the_editor_unless_the_form_names_one(name: str, editor: str) -> None:
    assert SPECS[name].editor == editor


def test_a_setting_without_a_default_is_required_and_the_others_carry_theirs() -> None:
    assert SPECS["name"].required
    assert SPECS["count"].default == 2
    assert SPECS["approval"].choices == ("Approved", "Rejected")


def test_own_settings_stand_before_shared_ones() -> None:
    assert [spec.name for spec in specs_of(Sample)][-1] == "environment"


def test_a_unit_in_the_name_is_shown_once() -> None:
    assert SPECS["volume_gb"].title == "Volume"
    assert title_of("kms_key") == "KMS key"
    assert title_of("max_runtime_seconds", "s") == "Max runtime"
    assert title_of("seconds", "s") == "Seconds"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_setting_of_every_kind_has_an_editor(kind: object) -> None:
    from designer.catalog.kind import Kind

    assert isinstance(kind, Kind)

    editors = {spec.editor for spec in specs_of(kind.settings)}

    assert editors <= set(FIELDS)


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("5", 5), ("-1.5", -1.5), ("007", "007"), ("1_000", "1_000"), ("nan", "nan"), ("a b", "a b")],
)
def test_a_word_is_read_as_in_the_file(text: str, value: object) -> None:
    read = plain(text)

    assert read == value
    assert type(read) is type(value)
    assert written(read) == text


def test_every_setting_of_every_kind_has_a_title() -> None:
    assert [(kind.id, spec.name) for kind in KINDS for spec in specs_of(kind.settings) if not spec.title] == []
