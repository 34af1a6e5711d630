import pytest

from designer.gui.fields.fitting import fits
from designer.gui.fields.spec import FieldSpec, Inside

ONE = FieldSpec(name="S", title="S", editor="text")


def _spec(editor: str, *, plain_values: bool = False) -> FieldSpec:
    inside = Inside(specs=lambda: (ONE,))
    return FieldSpec(name="a", title="A", editor=editor, plain_values=plain_values, inside=inside)


@pytest.mark.parametrize(
    ("editor", "value"),
    [
        ("text", "${a.b}"),
        ("number", 5),
        ("number", 0.5),
        ("number", "${a.b}"),
        ("switch", True),
        ("list", ["a", "${a.b}"]),
        ("table", {"a": "1"}),
        ("structure", {}),
        ("union", {"S": "a"}),
        ("rows", [{}]),
    ],
)
def test_what_an_editor_would_give_back_fits(editor: str, value: object) -> None:
    assert fits(_spec(editor), value)


@pytest.mark.parametrize(
    ("editor", "value"),
    [
        ("text", 5),
        ("text", "two\nlines"),
        ("number", "5"),
        ("number", True),
        ("number", float("nan")),
        ("switch", "true"),
        ("list", ["a", ""]),
        ("list", [1]),
        ("list", "${a.b}"),
        ("table", {"a": 1}),
        ("table", {"": "a"}),
        ("table", {"a": " edge "}),
        ("map", {"": {}}),
        ("structure", "${a.b}"),
        ("structure", {1: 2}),
        ("union", {"S": "a", "N": "1"}),
        ("union", {"N": "1"}),
        ("rows", {}),
    ],
)
def test_what_it_would_change_does_not(editor: str, value: object) -> None:
    assert not fits(_spec(editor), value)


def test_numbers_in_lists_stay_numbers() -> None:
    assert fits(_spec("list", plain_values=True), [1, 2.5, "a"])
    assert not fits(_spec("list", plain_values=True), ["1"])
