from designer.checking.rules.parameters_used import RULE
from designer.document.model import Parameter
from tests.unit.checking.subjects import document, fixed_by, spots

PARAMETERS = (Parameter(name="Rounds"),)


def test_a_parameter_that_no_setting_names_is_found() -> None:
    found = spots(RULE, document({"a": "job"}, parameters=PARAMETERS))

    assert [spot.setting for spot in found] == ["parameters.Rounds"]


def test_a_parameter_that_stands_deep_in_a_setting_is_used() -> None:
    settings = {"a": {"table": {"key": "x-${params.Rounds}"}}}

    assert spots(RULE, document({"a": "free"}, settings=settings, parameters=PARAMETERS)) == []


def test_the_fix_removes_the_parameter() -> None:
    assert fixed_by(RULE, document({"a": "job"}, parameters=PARAMETERS)).parameters == {}
