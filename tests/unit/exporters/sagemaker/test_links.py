"""What an earlier job wrote is found by asking that job, so that a cached step is found too."""

from designer.catalog.values import FileValue, StepOutput, joined
from exporters.sagemaker.definition import definition
from exporters.sagemaker.links import linked
from tests.unit.exporters.sagemaker.workflows import call, data, output_uri, processing, training, workflow

REPORT = StepOutput("prepare", ("ProcessingOutputConfig", "Outputs", "report", "S3Output", "S3Uri"))


def test_an_input_that_is_an_output_of_an_earlier_job_asks_that_job_and_needs_no_depends_on() -> None:
    written = definition(workflow(processing("prepare"), training("train"), after={"train": (data("prepare"),)}))

    train = written["Steps"][1]  # type: ignore[index]
    source = train["Arguments"]["InputDataConfig"][0]["DataSource"]["S3DataSource"]
    assert source["S3Uri"] == {"Get": "Steps.prepare.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri"}
    assert "DependsOn" not in train


def test_a_file_in_an_output_is_found_below_the_answer() -> None:
    reads = call("next", "CreateModel", {"Uri": joined(output_uri("prepare", "report"), "/evaluation.json")})

    step = linked(workflow(processing("prepare"), reads)).step("next")

    assert getattr(step, "request", None) == {"Uri": joined(REPORT, "/evaluation.json")}


def test_an_address_that_no_earlier_job_writes_to_stays() -> None:
    other = {"Uri": output_uri("prepare", "report-2")}
    before = call("before", "CreateModel", {"Uri": output_uri("prepare", "report")})

    result = linked(workflow(before, processing("prepare"), call("after", "CreateModel", other)))

    assert result.step("before") == before
    assert getattr(result.step("after"), "request", None) == other


def test_a_metric_is_read_as_before() -> None:
    value = FileValue(step="prepare", output="report", file="m.json", uri=output_uri("prepare", "report"), path=("a",))
    reads = call("next", "CreateModel", {"Value": value})

    assert linked(workflow(processing("prepare"), reads)).step("next") == reads
