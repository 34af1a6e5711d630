import pytest

from designer.catalog.kinds.commands import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND,
        {
            "commands": ["make all"],
            "environment": {"N": "${params.Count}"},
            "variables": ["VERSION"],
            "files": ["dist/**"],
        },
    )

    assert type_of(action) == ("Compute", "AWS", "Commands")
    assert action.configuration == {}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"commands": ["one\ntwo"]}, "one line"),
        ({"commands": [""]}, "one line"),
        ({"commands": ["make"], "variables": ["A-B"]}, "no name of an environment variable"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)


def test_commands_stand_beside_the_configuration_and_what_they_leave_is_given() -> None:
    settings = {"commands": ["make"], "environment": {"A": "b"}, "variables": ["VERSION"], "files": ["dist/**"]}
    action = action_of(KIND, settings)

    assert action.members == {
        "commands": ["make"],
        "environmentVariables": [{"name": "A", "value": "b", "type": "PLAINTEXT"}],
        "outputVariables": ["VERSION"],
    }
    assert (action.writes, action.files) == (True, ("dist/**",))
    assert [port.name for port in KIND.outputs(settings)] == ["VERSION", "artifact"]
