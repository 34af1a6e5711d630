from designer.catalog.kinds.emr_step import KIND
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_SETTINGS = {"cluster_id": "j-2AXXXXXXGAPLF", "arguments": ["spark-submit", "s3://b/job.py"], "properties": {"a": "b"}}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {**_SETTINGS, "main_class": "Main"}))) == ""


def test_a_value_joined_follows_the_arguments_under_its_name() -> None:
    call = the_call(place(KIND, {"cluster_id": "j-1"}, inputs={"values": Deployed("ArtifactBucket")}))

    program = call.request["Steps"][0]["HadoopJarStep"]  # type: ignore[index]
    assert program["Args"] == ["spark-submit", "--out", Deployed("ArtifactBucket")]


def test_sagemaker_pipelines_takes_the_cluster_and_the_program() -> None:
    step = the_call(place(KIND, _SETTINGS)).as_step

    assert step is not None
    assert (step.type, step.arguments) == (
        "EMR",
        {
            "ClusterId": "j-2AXXXXXXGAPLF",
            "StepConfig": {
                "HadoopJarStep": {
                    "Jar": "command-runner.jar",
                    "Args": ["spark-submit", "s3://b/job.py"],
                    "Properties": [{"Key": "a", "Value": "b"}],
                }
            },
        },
    )


def test_the_step_is_looked_for_on_its_cluster() -> None:
    wait = the_call(place(KIND, _SETTINGS)).wait

    assert wait is not None
    assert (wait.describe, wait.answer, wait.beside) == ("DescribeStep", ("StepIds", 0), (("ClusterId", "JobFlowId"),))
