"""A README tells how to deploy by hand, what to do once, and who may do what."""

from designer.catalog.needs import Asset
from designer.catalog.values import ParameterValue
from designer.document.model import Parameter
from designer.workflow.model import Workflow
from designer.workflow.permissions import execution_statements
from designer.workflow.support import Level, Support
from exporters.cloudformation.engine import EngineResource
from exporters.readme import Readme, readme_text
from tests.unit.exporters.cloudformation.builders import (
    code_pipeline_engine,
    sagemaker_engine,
    training,
    whole,
    workflow,
)

README = Readme(
    title="Amazon SageMaker Pipelines",
    files=(("pipeline.json", "the definition"),),
    run=("aws sagemaker start-pipeline-execution --pipeline-name churn",),
    support=(
        Support(node="wait", level=Level.LOWERED, reason="a function waits"),
        Support(node="train", level=Level.NATIVE),
    ),
)


def text_of(flow: Workflow, engine: EngineResource) -> str:
    return readme_text(flow, engine, execution_statements(flow), README)


def test_a_bucket_of_somebody_elses_must_be_told_to_tell_and_the_command_is_given() -> None:
    text = text_of(whole(), sagemaker_engine(whole()))

    assert "aws s3api put-bucket-notification-configuration --bucket customer-data --region us-east-1" in text
    assert """--notification-configuration '{"EventBridgeConfiguration": {}}'""" in text
    assert text.count("put-bucket-notification-configuration") == 1


def test_a_connection_that_waits_for_consent_is_told() -> None:
    text = text_of(whole(), code_pipeline_engine(whole()))

    assert "The connection of `source` to GitHub waits for your consent" in text


def test_a_place_without_a_permission_is_told() -> None:
    data = [{"DataSource": {"S3DataSource": {"S3Uri": ParameterValue("Data")}}}]
    flow = workflow(training(InputDataConfig=data), parameters=(Parameter(name="Data"),))

    assert "The parameter `Data` names a place in S3" in text_of(flow, sagemaker_engine(flow))


def test_a_pipeline_that_needs_nothing_by_hand_has_no_such_section() -> None:
    flow = workflow(training())

    assert "Before the first run" not in text_of(flow, sagemaker_engine(flow))


def test_every_permission_stands_with_its_reason() -> None:
    flow = workflow(training())
    engine = sagemaker_engine(flow)

    text = text_of(flow, engine)

    for statement in engine.statements:
        assert statement.reason in text
    assert "must trust `sagemaker.amazonaws.com`" in text


def test_code_is_uploaded_before_the_stack_is_deployed() -> None:
    flow = workflow(
        training(), needs=(Asset(key="assets/01/code.zip", content=b""),), settings={"tags": {"team": "a b"}}
    )

    text = text_of(flow, sagemaker_engine(flow))

    assert text.index("aws s3 cp code/ s3://$ASSETS_BUCKET/assets/") < text.index("aws cloudformation deploy")
    assert "--tags 'team=a b'" in text


def test_only_nodes_that_are_not_native_are_explained() -> None:
    flow = workflow(training())

    text = text_of(flow, sagemaker_engine(flow))

    assert "| `wait` | a function waits |" in text
    assert "| `train` |" not in text
