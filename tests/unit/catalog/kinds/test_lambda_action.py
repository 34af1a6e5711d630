import pytest

from designer.catalog.kinds.lambda_action import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"function": "tell", "parameters": {"run": "1"}, "variables": ["answer"]})

    assert type_of(action) == ("Invoke", "AWS", "Lambda")
    assert action.configuration == {"FunctionName": "tell", "UserParameters": '{"run": "1"}'}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"function": "tell", "region": "eu-west-1"}, "Give both"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)


def test_what_the_function_reports_and_writes_are_outputs() -> None:
    outputs = KIND.outputs({"variables": ["answer"], "gives_artifact": True})

    assert [port.name for port in outputs] == ["answer", "artifact"]
