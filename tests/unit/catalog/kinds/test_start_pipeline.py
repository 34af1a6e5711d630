from designer.catalog.kinds.start_pipeline import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"pipeline": "other", "variables": {"A": "1", "B": "2"}}, joined=False)

    assert type_of(action) == ("Invoke", "AWS", "CodePipeline")
    assert action.configuration == {
        "PipelineName": "other",
        "Variables": '[{"name": "A", "value": "1"},{"name": "B", "value": "2"}]',
    }
