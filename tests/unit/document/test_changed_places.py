import pytest

from designer.document.changed_places import Change, Happened, change_between

ONE, TWO = {"b": 1}, {"b": 2}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ({"a": {"b": 1}}, {"a": {"b": 2}}, Change(("a", "b"), Happened.SET)),
        ({"a": {}}, {"a": {"b": 2}}, Change(("a", "b"), Happened.SET)),
        ({"a": {"b": 1}}, {"a": {}}, Change(("a", "b"), Happened.CLEARED)),
        ({"a": [1, {"b": 1}]}, {"a": [1, {"b": 2}]}, Change(("a", 1, "b"), Happened.SET)),
        ({"a": [ONE]}, {"a": [ONE, TWO]}, Change(("a",), Happened.ADDED)),
        ({"a": [ONE, TWO]}, {"a": [TWO]}, Change(("a",), Happened.REMOVED)),
        ({"a": [ONE, TWO]}, {"a": [TWO, ONE]}, Change(("a",), Happened.MOVED)),
        ({"a": [ONE, TWO]}, {"a": [{}, {"c": 1}]}, Change(("a",), Happened.CHANGED)),
        ({"a": ["one"]}, {"a": ["one", "t"]}, Change(("a",), Happened.SET)),
        ({"a": ["one", "t"]}, {"a": ["one", "tw"]}, Change(("a",), Happened.SET)),
        ({"a": "{"}, {"a": {}}, Change(("a",), Happened.SET)),
        ({"a": {"b": 1, "c": 1}}, {"a": {"b": 2, "c": 2}}, Change(("a",), Happened.CHANGED)),
        ({"a": {"b": 1}}, {"a": {"c": 1}}, Change(("a",), Happened.CHANGED)),
    ],
)
def test_the_innermost_place_that_holds_all_that_differs(before: object, after: object, change: Change) -> None:
    assert change_between(before, after) == change
