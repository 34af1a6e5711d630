"""How a workflow is written in the Amazon States Language."""

from collections.abc import Mapping
from typing import cast

import pytest

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import AllOf, Approval, Choice, Comparison, Failure, Not, Pause
from designer.catalog.values import AsText, Deployed, ExecutionValue, ParameterValue, StepOutput, joined
from designer.document.model import Parameter
from designer.errors import TargetRefused
from designer.workflow.model import Dependency
from exporters.stepfunctions.definition import definition
from tests.unit.exporters.stepfunctions.build import after_data, invoking, states, training, workflow


def test_a_training_job_is_one_task_that_waits_for_it() -> None:
    machine = definition(workflow(training()))

    task = states(machine)["train"]
    assert machine["QueryLanguage"] == "JSONata"
    assert machine["StartAt"] == "train"
    assert task["Resource"] == "arn:aws:states:::sagemaker:createTrainingJob.sync"
    assert task["End"] is True


def test_resources_name_the_partition_of_the_region() -> None:
    machine = definition(workflow(training(), region="cn-north-1"))

    assert states(machine)["train"]["Resource"] == "arn:aws-cn:states:::sagemaker:createTrainingJob.sync"


def test_every_task_has_a_timeout_and_tries_again_after_a_fault_of_the_service() -> None:
    task = states(definition(workflow(invoking("score"))))["score"]

    (retry,) = cast("list[Mapping[str, object]]", task["Retry"])
    assert task["TimeoutSeconds"] == 86_400
    assert "Lambda.ServiceException" in cast("list[str]", retry["ErrorEquals"])
    assert "States.TaskFailed" not in cast("list[str]", retry["ErrorEquals"])


def test_an_api_in_camel_case_is_written_in_pascal_case() -> None:
    from designer.catalog.steps import Call

    request = {"jobName": "a", "jobQueue": "q", "jobDefinition": "d", "parameters": {"inputFile": "x"}}
    call = Call(id="job", node="job", service="batch", operation="SubmitJob", request=request)

    task = states(definition(workflow(call)))["job"]

    expected = {"JobName": "a", "JobQueue": "q", "JobDefinition": "d", "Parameters": {"inputFile": "x"}}
    assert task["Arguments"] == expected
    assert task["Resource"] == "arn:aws:states:::batch:submitJob"


def test_only_the_members_that_are_read_are_kept_of_an_answer() -> None:
    source = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))
    use = invoking("score", model=source)

    machine = definition(workflow(training(), use, after={"score": (after_data("train"),)}))

    assert states(machine)["train"]["Assign"] == {
        "train": {"ModelArtifacts": {"S3ModelArtifacts": "{% $states.result.ModelArtifacts.S3ModelArtifacts %}"}}
    }
    assert states(machine)["score"]["Arguments"] == {
        "FunctionName": "score",
        "Payload": {"model": "{% $train.ModelArtifacts.S3ModelArtifacts %}"},
    }


def test_a_value_of_a_parallel_branch_is_given_out_and_assigned_again() -> None:
    use = invoking("use", auc=StepOutput("a", ("Payload", "auc")))

    machine = definition(
        workflow(
            invoking("a"),
            invoking("b"),
            use,
            after={"use": (after_data("a"), Dependency(step="b"))},
        )
    )

    parallel = states(machine)["a and b"]
    branch = cast("list[dict[str, object]]", parallel["Branches"])[0]
    assert states(branch)["a"]["Assign"] == {"a__inner1": {"Payload": {"auc": "{% $states.result.Payload.auc %}"}}}
    assert states(branch)["Give results"]["Output"] == {"a": "{% $a__inner1 %}"}
    assert parallel["Assign"] == {"a": "{% $states.result[0].a %}"}


def test_parameters_come_from_the_input_else_from_their_defaults() -> None:
    step = invoking("score", rows=AsText(ParameterValue("Rows", "Integer")), path=ParameterValue("Path"))
    parameters = (Parameter(name="Rows", type="Integer", default=10), Parameter(name="Path"))

    machine = definition(workflow(step, parameters=parameters))

    given = "$states.context.Execution.Input"
    assert states(machine)["Begin"]["Assign"] == {
        "params": {
            "Rows": f"{{% $exists({given}.Rows) ? {given}.Rows : 10 %}}",
            "Path": f"{{% $exists({given}.Path) ? {given}.Path : $error('The parameter Path must be given.') %}}",
        }
    }
    assert states(machine)["score"]["Arguments"] == {
        "FunctionName": "score",
        "Payload": {"rows": "{% $string($params.Rows) %}", "path": "{% $params.Path %}"},
    }


def test_deployed_values_stay_placeholders_inside_and_outside_of_expressions() -> None:
    bucket = Deployed("ArtifactBucket")
    step = invoking(
        "score", plain=joined("s3://", bucket, "/x"), made=joined("s3://", bucket, "/", ExecutionValue("id"))
    )

    arguments = cast("Mapping[str, object]", states(definition(workflow(step)))["score"]["Arguments"])

    assert arguments["Payload"] == {
        "plain": "s3://${ArtifactBucket}/x",
        "made": "{% 's3://' & '${ArtifactBucket}' & '/' & $states.context.Execution.Name %}",
    }


def test_a_literal_that_looks_like_a_placeholder_or_an_expression_stays_literal() -> None:
    step = invoking("score", dollar="a ${b}", marked="{% 1 %}", quoted=joined("it's ", ExecutionValue("name")))

    arguments = cast("Mapping[str, object]", states(definition(workflow(step)))["score"]["Arguments"])

    assert arguments["Payload"] == {
        "dollar": "{% 'a $' & '{b}' %}",
        "marked": "{% '{% 1 %}' %}",
        "quoted": "{% 'it\\u0027s ' & $states.context.Execution.Name %}",
    }


def test_a_condition_is_a_choice_whose_branches_merge() -> None:
    condition = AllOf((Comparison(ParameterValue("A"), "==", 1), Not(Comparison(ParameterValue("B"), "<", 2))))
    choice = Choice(id="check", node="check", condition=condition)
    merge = (Dependency(step="a"), Dependency(step="check", branch=ELSE))

    machine = definition(
        workflow(
            choice,
            invoking("a"),
            invoking("m"),
            after={"a": (Dependency(step="check", branch=THEN),), "m": merge},
        )
    )

    (rule,) = cast("list[Mapping[str, object]]", states(machine)["check"]["Choices"])
    assert rule == {"Condition": "{% ($params.A = 1) and ($not($params.B < 2)) %}", "Next": "a"}
    assert states(machine)["check"]["Default"] == "m"
    assert states(machine)["a"]["Next"] == "m"


def test_a_branch_that_leads_nowhere_ends_well() -> None:
    choice = Choice(id="check", node="check", condition=Comparison(ParameterValue("A"), "==", 1))

    machine = definition(workflow(choice, invoking("a"), after={"a": (Dependency(step="check", branch=THEN),)}))

    assert states(machine)["check"]["Default"] == "Done"
    assert states(machine)["Done"] == {"Type": "Succeed"}


def test_an_approval_tells_the_topic_the_token() -> None:
    approval = Approval(id="ok", node="ok", message="Deploy?", topic_arn=Deployed("OkTopicArn"))

    task = states(definition(workflow(approval)))["ok"]

    arguments = cast("Mapping[str, str]", task["Arguments"])
    assert task["Resource"] == "arn:aws:states:::sns:publish.waitForTaskToken"
    assert arguments["TopicArn"] == "${OkTopicArn}"
    assert "$states.context.Task.Token" in arguments["Message"]
    assert task["TimeoutSeconds"] == 604_800


def test_an_approval_without_a_topic_sends_an_event_with_the_token() -> None:
    task = states(definition(workflow(Approval(id="ok", node="ok", message="Deploy?"))))["ok"]

    (entry,) = cast("Mapping[str, list[Mapping[str, object]]]", task["Arguments"])["Entries"]
    assert task["Resource"] == "arn:aws:states:::events:putEvents.waitForTaskToken"
    assert cast("Mapping[str, str]", entry["Detail"])["taskToken"] == "{% $states.context.Task.Token %}"


def test_pauses_and_failures_are_states_of_their_own() -> None:
    pause = Pause(id="rest", node="rest", seconds=60)
    failure = Failure(id="stop", node="stop", error="TooBad", cause="The model is too bad.")

    machine = definition(workflow(pause, failure, after={"stop": (Dependency(step="rest"),)}))

    assert states(machine)["rest"] == {"Type": "Wait", "Seconds": 60, "Next": "stop"}
    assert states(machine)["stop"] == {"Type": "Fail", "Error": "TooBad", "Cause": "The model is too bad."}


def test_what_waits_for_both_branches_of_a_condition_is_left_out() -> None:
    choice = Choice(id="check", node="check", condition=Comparison(ParameterValue("A"), "==", 1))
    never = (after_data("a"), after_data("b"))

    machine = definition(
        workflow(
            choice,
            invoking("a"),
            invoking("b"),
            invoking("never"),
            after={
                "a": (Dependency(step="check", branch=THEN),),
                "b": (Dependency(step="check", branch=ELSE),),
                "never": never,
            },
        )
    )

    assert "never" not in states(machine)


def test_a_circle_without_a_condition_is_refused() -> None:
    circle = {"a": (Dependency(step="b"),), "b": (Dependency(step="a"),)}

    with pytest.raises(TargetRefused, match="wait for each other"):
        definition(workflow(invoking("a"), invoking("b"), after=circle, has_cycles=True))


def test_the_timeout_of_the_document_is_that_of_the_execution() -> None:
    machine = definition(workflow(invoking("a"), settings={"timeout_hours": 2}))

    assert machine["TimeoutSeconds"] == 7200


def test_a_step_named_like_a_function_of_jsonata_does_not_hide_it() -> None:
    use = invoking("use", text=AsText(StepOutput("string", ("Payload", "x"))))

    machine = definition(workflow(invoking("string"), use, after={"use": (after_data("string"),)}))

    arguments = cast("Mapping[str, object]", states(machine)["use"]["Arguments"])
    assert arguments["Payload"] == {"text": "{% $string($string_2.Payload.x) %}"}
