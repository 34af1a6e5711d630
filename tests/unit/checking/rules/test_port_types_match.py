from designer.checking.rules.port_types_match import RULE
from tests.unit.checking.subjects import document, fixed_by, spots


def test_a_model_on_an_input_for_data_is_found_at_the_port() -> None:
    found = spots(RULE, document({"ask": "request", "use": "job"}, "ask.model -> use.in"))

    assert [(spot.node, spot.port) for spot in found] == [("use", "in")]
    assert "takes dataset, but 'ask.model' gives model" in found[0].message


def test_the_fix_takes_that_edge_away_and_no_other() -> None:
    before = document({"ask": "request", "make": "job", "use": "job"}, "ask.model -> use.in", "make.out -> use.in")

    mended = fixed_by(RULE, before)

    assert [str(edge) for edge in mended.edges] == ["make.out -> use.in"]


def test_data_on_an_input_for_data_stays_silent() -> None:
    assert spots(RULE, document({"make": "job", "use": "job"}, "make.out -> use.in")) == []
