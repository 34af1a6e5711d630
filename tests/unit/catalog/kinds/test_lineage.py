from collections.abc import Mapping

import botocore.session
import pytest
from botocore.validate import ParamValidator

from designer.catalog.kinds.lineage import KIND
from designer.catalog.placed import Lowered
from designer.catalog.steps import NativeStep
from designer.catalog.values import ExecutionValue, Value, is_expression, joined
from tests.unit.catalog.kinds.placing import place

ACTION = joined("churn-node-", ExecutionValue("id"))


def written(lowered: Lowered) -> Mapping[str, object]:
    (step,) = lowered.steps
    assert isinstance(step, NativeStep)
    assert step.step.type == "Lineage"
    assert step.step.arguments is not None
    return step.step.arguments


def lineage(inputs: Mapping[str, Value], **settings: object) -> Mapping[str, object]:
    return written(place(KIND, settings, inputs=inputs))


def test_what_is_joined_becomes_artifacts_of_an_action() -> None:
    found = lineage({"sources": "s3://lake/in/"})

    assert found["Artifacts"] == [
        {"ArtifactName": "churn-before-out", "Source": {"SourceUri": "s3://lake/in/"}, "ArtifactType": "Data"}
    ]
    assert found["Associations"] == [
        {
            "Source": {"Name": "churn-before-out", "Type": "Artifact"},
            "Destination": {"Name": ACTION, "Type": "Action"},
            "AssociationType": "ContributedTo",
        }
    ]


def test_what_came_of_it_is_produced_by_the_action() -> None:
    found = lineage({"products": "s3://lake/model.tar.gz"})

    assert found["Associations"] == [
        {
            "Source": {"Name": ACTION, "Type": "Action"},
            "Destination": {"Name": "churn-before-out", "Type": "Artifact"},
            "AssociationType": "Produced",
        }
    ]


@pytest.mark.parametrize(("entities", "operation"), [("Actions", "CreateAction"), ("Artifacts", "CreateArtifact")])
def test_botocore_accepts_what_is_written_down(entities: str, operation: str) -> None:
    found = lineage({"sources": "s3://lake/in/"}, properties={"depth": 6}, description="Nightly")[entities]
    model = botocore.session.Session().get_service_model("sagemaker").operation_model(operation)

    assert isinstance(found, list)
    assert model.input_shape is not None
    for one in found:
        sample = {name: "sample" if is_expression(value) else value for name, value in one.items()}
        sample["Source"] = {name: "sample" if is_expression(value) else value for name, value in one["Source"].items()}
        assert str(ParamValidator().validate(sample, model.input_shape).generate_report()) == ""


def test_an_empty_record_is_refused() -> None:
    with pytest.raises(ValueError, match="Nothing is written down"):
        place(KIND, {})
