"""The definition says what the workflow says."""

from designer.catalog.steps import Comparison, Retry
from designer.catalog.values import AsText, Deployed, ExecutionValue, StepOutput, joined
from exporters.sagemaker.definition import definition
from tests.unit.exporters.sagemaker.workflows import (
    call,
    choice,
    churn,
    data,
    flow,
    invocation,
    processing,
    training,
    workflow,
)


def steps_of(written: object) -> dict[str, dict[str, object]]:
    assert isinstance(written, dict)
    return {step["Name"]: step for step in written["Steps"]}


def test_the_sample_has_its_steps_in_order_with_the_branches_inside_the_condition() -> None:
    steps = steps_of(definition(churn()))

    assert [(name, step["Type"]) for name, step in steps.items()] == [
        ("prepare", "Processing"),
        ("train", "Training"),
        ("evaluate", "Processing"),
        ("good-enough", "Condition"),
    ]
    branches = steps["good-enough"]["Arguments"]
    assert isinstance(branches, dict)
    assert [inner["Type"] for inner in branches["IfSteps"]] == ["RegisterModel", "Model"]
    assert [inner["Type"] for inner in branches["ElseSteps"]] == ["Fail"]


def test_a_parameter_keeps_its_type_default_and_choices() -> None:
    parameters = definition(churn())["Parameters"]

    assert parameters == [
        {
            "Name": "InstanceType",
            "Type": "String",
            "DefaultValue": "ml.m5.xlarge",
            "EnumValues": ["ml.m5.xlarge", "ml.m5.2xlarge"],
        },
        {"Name": "MaxDepth", "Type": "Integer", "DefaultValue": 5},
        {"Name": "Ratio", "Type": "Float", "DefaultValue": 1.0},
        {"Name": "Dry", "Type": "Boolean", "DefaultValue": False},
        {"Name": "Given", "Type": "String"},
    ]


def test_a_metric_is_read_through_a_property_file_of_the_step_that_writes_it() -> None:
    steps = steps_of(definition(churn()))

    (condition,) = steps["good-enough"]["Arguments"]["Conditions"]  # type: ignore[index]
    files = steps["evaluate"]["PropertyFiles"]
    assert isinstance(files, list)
    (file,) = files
    assert file["OutputName"] == "report"
    assert file["FilePath"] == "evaluation.json"
    assert condition == {
        "Type": "GreaterThanOrEqualTo",
        "LeftValue": {
            "Std:JsonGet": {
                "PropertyFile": {"Get": f"Steps.evaluate.PropertyFiles.{file['PropertyFileName']}"},
                "Path": "metrics.auc.value",
            }
        },
        "RightValue": 0.8,
    }


def test_a_step_names_what_it_waits_for_only_where_no_get_shows_it() -> None:
    seen = training("train")
    reads = call("model", "CreateModel", {"PrimaryContainer": {"ModelDataUrl": StepOutput("train", ("A",))}})

    steps = steps_of(definition(workflow(seen, reads, after={"model": (data("train"),)})))
    unseen = steps_of(definition(workflow(seen, training("next"), after={"next": (data("train"),)})))

    assert "DependsOn" not in steps["model"]
    assert unseen["next"]["DependsOn"] == ["train"]


def test_what_comes_after_a_condition_whatever_it_said_waits_for_the_condition_itself() -> None:
    written = definition(
        workflow(
            choice("check"),
            training("after"),
            training("both"),
            after={"after": (flow("check"),), "both": (flow("check", "then"), flow("check", "else"))},
        )
    )

    steps = steps_of(written)
    assert steps["after"]["DependsOn"] == ["check"]
    assert steps["both"]["DependsOn"] == ["check"]


def test_a_step_inside_a_branch_may_wait_for_one_outside() -> None:
    after = {"inside": (flow("check", "then"), data("outside"))}

    steps = steps_of(definition(workflow(choice("check"), training("outside"), training("inside"), after=after)))

    (inner,) = steps["check"]["Arguments"]["IfSteps"]  # type: ignore[index]
    assert inner["Name"] == "inside"
    assert inner["DependsOn"] == ["outside"]


def test_a_name_that_sagemaker_gives_itself_is_left_out_and_one_it_needs_is_made() -> None:
    job = call("job", "CreateTrainingJob", {"TrainingJobName": "mine"})
    config = call("a_config", "CreateEndpointConfig", {"ProductionVariants": []})

    steps = steps_of(definition(workflow(job, config)))

    assert steps["job"]["Arguments"] == {}
    assert steps["a_config"]["Arguments"]["EndpointConfigName"] == {  # type: ignore[index]
        "Std:Join": {"On": "", "Values": ["pipelines-", {"Get": "Execution.PipelineExecutionId"}, "-a-config"]}
    }


def test_a_function_gets_its_arn_its_arguments_and_the_answers_that_others_read() -> None:
    score = invocation("score", {"bucket": Deployed("ArtifactBucket"), "limit": 3}, answers=("auc",))
    reads = training("train")
    reads = call(
        "train", "CreateTrainingJob", {**reads.request, "Environment": {"X": StepOutput("score", ("Payload", "x"))}}
    )

    steps = steps_of(definition(workflow(score, reads, after={"train": (data("score"),)})))

    assert steps["score"] == {
        "Name": "score",
        "Type": "Lambda",
        "Arguments": {"bucket": "${ArtifactBucket}", "limit": 3},
        "FunctionArn": "${ScoreFunctionArn}",
        "OutputParameters": [
            {"OutputName": "auc", "OutputType": "String"},
            {"OutputName": "x", "OutputType": "String"},
        ],
    }
    assert steps["train"]["Arguments"]["Environment"] == {  # type: ignore[index]
        "X": {"Get": "Steps.score.OutputParameters['x']"}
    }


def test_an_answer_that_is_compared_with_a_number_is_a_number() -> None:
    check = choice("check", Comparison(StepOutput("score", ("Payload", "auc")), ">", 0.5))

    steps = steps_of(definition(workflow(invocation("score", {}), check, after={"check": (data("score"),)})))

    assert steps["score"]["OutputParameters"] == [{"OutputName": "auc", "OutputType": "Float"}]


def test_a_function_given_by_name_is_addressed_in_the_account_of_the_template() -> None:
    named = call("score", "Invoke", {"FunctionName": "mine"}, service="lambda")

    steps = steps_of(definition(workflow(named)))

    assert steps["score"]["FunctionArn"] == "arn:${Partition}:lambda:${Region}:${AccountId}:function:mine"


def test_retries_stand_only_where_a_step_takes_them() -> None:
    model = call("model", "CreateModel", {}, retries=(Retry(attempts=2, interval_seconds=5, backoff_rate=1.5),))
    endpoint = call(
        "endpoint", "CreateEndpoint", {"EndpointName": "e", "EndpointConfigName": "c"}, update="UpdateEndpoint"
    )

    steps = steps_of(definition(workflow(model, endpoint, training("once", retries=()))))

    assert steps["model"]["RetryPolicies"] == [
        {
            "BackoffRate": 1.5,
            "IntervalSeconds": 5,
            "MaxAttempts": 2,
            "ExceptionType": ["Step.SERVICE_FAULT", "Step.THROTTLING"],
        }
    ]
    assert "RetryPolicies" not in steps["endpoint"]
    assert "RetryPolicies" not in steps["once"]


def test_caching_stands_only_where_a_step_takes_it() -> None:
    model = call("model", "CreateModel", {}, cache_for="P1D")

    steps = steps_of(definition(workflow(processing("prepare", cache_for="P30D"), model)))

    assert steps["prepare"]["CacheConfig"] == {"Enabled": True, "ExpireAfter": "P30D"}
    assert "CacheConfig" not in steps["model"]


def test_text_is_joined_only_from_what_is_unknown_before_the_run() -> None:
    request = {
        "Environment": {
            "plain": joined("s3://", Deployed("ArtifactBucket"), "/x"),
            "number": AsText(3),
            "flag": AsText(True),
            "own": "${HOME}",
            "run": joined("a/", ExecutionValue("start"), AsText(1)),
        }
    }

    steps = steps_of(definition(workflow(call("job", "CreateTrainingJob", request))))

    assert steps["job"]["Arguments"]["Environment"] == {  # type: ignore[index]
        "plain": "s3://${ArtifactBucket}/x",
        "number": "3",
        "flag": "true",
        "own": "${HOME}",
        "run": {"Std:Join": {"On": "", "Values": ["a/", {"Get": "Execution.StartDateTime"}, "1"]}},
    }
