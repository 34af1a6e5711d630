import pytest
from pydantic import ValidationError

from designer.catalog.kinds.codepipeline_action import KIND
from designer.catalog.steps import NativeAction
from tests.unit.catalog.kinds.placing import place

BUILD: dict[str, object] = {
    "name": "Build",
    "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
    "configuration": {"ProjectName": "${Project}"},
    "runOrder": 2,
}


def test_an_action_is_passed_on_as_it_was_written() -> None:
    (step,) = place(KIND, {"definition": BUILD}).steps

    assert isinstance(step, NativeAction)
    assert (step.action.category, step.action.provider) == ("Build", "CodeBuild")
    assert {**step.action.members, "configuration": step.action.configuration} == BUILD


@pytest.mark.parametrize("definition", [{}, {"actionTypeId": "Build"}, {"actionTypeId": {}, "configuration": []}])
def test_what_is_no_action_is_refused(definition: object) -> None:
    with pytest.raises(ValidationError, match="actionTypeId"):
        place(KIND, {"definition": definition})
