"""A file is read by the importer of its format."""

import json

import pytest

from designer.errors import FileRefused
from designer.importing.recognising import import_any

STATES = {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}
STEPS = {"Version": "2020-12-01", "Steps": [{"Name": "A", "Type": "Fail", "Arguments": {"ErrorMessage": "no"}}]}
STAGES = {"name": "p", "stages": [{"name": "S", "actions": [{"name": "A", "actionTypeId": {}}]}]}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (STATES, "state"),
        (STEPS, "sagemaker_step"),
        (STAGES, "codepipeline_action"),
        ({"pipeline": STAGES}, "codepipeline_action"),
        ({"PipelineDefinition": json.dumps(STEPS)}, "sagemaker_step"),
        (
            {
                "Resources": {
                    "P": {
                        "Type": "AWS::SageMaker::Pipeline",
                        "Properties": {"PipelineDefinition": {"PipelineDefinitionBody": json.dumps(STEPS)}},
                    }
                }
            },
            "sagemaker_step",
        ),
    ],
)
def test_the_format_is_recognised(content: object, kind: str) -> None:
    document = import_any(json.dumps(content), path="it.json")

    assert document.nodes["A"].kind == kind


def test_what_is_none_of_the_formats_is_refused() -> None:
    with pytest.raises(FileRefused, match="no pipeline of any engine"):
        import_any('{"hello": 1}', path="it.json")
