import pytest

from designer.checking.rules.parameters_well_typed import RULE
from designer.document.model import Parameter
from tests.unit.checking.subjects import document, spots


@pytest.mark.parametrize(
    ("parameter", "said"),
    [
        (Parameter(name="two words"), "cannot name a parameter"),
        (Parameter(name="P", type="Integer", default="5"), "The default '5' is not of type Integer"),
        (Parameter(name="P", type="Integer", default=True), "The default True is not of type Integer"),
        (Parameter(name="P", type="Integer", default=1.5), "The default 1.5 is not of type Integer"),
        (Parameter(name="P", type="String", default=5), "The default 5 is not of type String"),
        (Parameter(name="P", type="Boolean", default="true"), "is not of type Boolean"),
        (Parameter(name="P", choices=("a", 1)), "The choice 1 is not of type String"),
        (Parameter(name="P", default="c", choices=("a", "b")), "The default 'c' is not among the choices"),
    ],
)
def test_a_parameter_at_odds_with_its_type_is_found(parameter: Parameter, said: str) -> None:
    found = spots(RULE, document(parameters=(parameter,)))

    assert [spot.setting for spot in found] == [f"parameters.{parameter.name}"]
    assert said in found[0].message


@pytest.mark.parametrize(
    "parameter",
    [
        Parameter(name="P"),
        Parameter(name="P", type="Float", default=1),
        Parameter(name="P", type="Boolean", default=False),
        Parameter(name="P", default="", choices=()),
        Parameter(name="P", type="Integer", default=2, choices=(1, 2)),
    ],
)
def test_a_parameter_of_its_type_stays_silent(parameter: Parameter) -> None:
    assert spots(RULE, document(parameters=(parameter,))) == []
