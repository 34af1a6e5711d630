"""Maps and caught failures, from a drawn document to the state machine."""

from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.resource import engine_resource
from exporters.stepfunctions.support import support
from tests.unit.exporters.drawing import drawn
from tests.unit.exporters.stepfunctions.build import states

FUNCTION: object = {"kind": "lambda", "settings": {"function": "score", "answers": {"auc": "value"}}}


def each(**settings: object) -> object:
    return {"kind": "map", "settings": settings}


def scoring(**payload: object) -> object:
    settings: object = {"function": "score", "answers": {"auc": "value"}, "payload": payload}
    return {"kind": "lambda", "settings": settings, "inside": "rows"}


def test_an_item_is_handed_to_the_nodes_inside_and_their_result_is_given_out() -> None:
    workflow = drawn(
        {
            "rows": each(items=["a", "b"], result="${score.auc}"),
            "score": scoring(name="${rows.item}"),
            "tell": FUNCTION,
        },
        "rows.results -> tell.values",
    )

    found = states(definition(workflow))

    assert found["rows"]["Items"] == ["a", "b"]
    assert found["rows"]["Assign"] == {"rows": "{% $states.result %}"}
    inner = states(found["rows"]["ItemProcessor"])
    assert inner["Begin"]["Assign"] == {"rows_item": "{% $states.input.item %}"}
    assert inner["score"]["Arguments"] == {"FunctionName": "score", "Payload": {"name": "{% $rows_item %}"}}
    assert inner["rows result"]["Output"] == "{% $score.Payload.auc %}"
    assert found["tell"]["Arguments"] == {"FunctionName": "score", "Payload": {"results": "{% $rows %}"}}


def test_a_list_that_comes_as_text_is_parsed() -> None:
    parameters = {"Regions": {"type": "String", "default": '["a"]'}}
    workflow = drawn({"rows": each(items="${params.Regions}"), "score": scoring()}, parameters=parameters)

    assert states(definition(workflow))["rows"]["Items"] == "{% $parse($params.Regions) %}"


def test_jobs_inside_have_names_of_their_own_for_rows_item() -> None:
    training = {
        "kind": "training",
        "inside": "rows",
        "settings": {"channels": {"train": "text/csv"}},
    }
    data = {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}}
    workflow = drawn({"data": data, "rows": each(items=[1, 2]), "train": training}, "data.dataset -> train.train")

    arguments = states(states(definition(workflow))["rows"]["ItemProcessor"])["train"]["Arguments"]

    assert isinstance(arguments, dict)
    assert "& '-' & $rows_index" in str(arguments["TrainingJobName"])
    assert "& '/' & $rows_index" in str(arguments["OutputDataConfig"]["S3OutputPath"])


def test_a_distributed_map_hands_in_what_its_executions_cannot_read() -> None:
    workflow = drawn(
        {
            "before": FUNCTION,
            "rows": each(items=[1], distributed=True, label="many", tolerated_percent=5, concurrency=9),
            "score": scoring(base="${before.auc}", run="${execution.id}", size="${params.Size}"),
        },
        parameters={"Size": {"type": "Integer", "default": 3}},
    )

    found = states(definition(workflow))["rows"]

    selected = found["ItemSelector"]
    assert isinstance(selected, dict)
    assert selected["given"] == {
        "execution": {
            "Name": "{% $states.context.Execution.Name %}",
            "StartTime": "{% $states.context.Execution.StartTime %}",
        },
        "params": "{% $params %}",
        "before": "{% $before %}",
    }
    inner = states(found["ItemProcessor"])
    assert inner["Begin"]["Assign"] == {
        "execution": "{% $states.input.given.execution %}",
        "params": "{% $states.input.given.params %}",
        "before": "{% $states.input.given.before %}",
    }
    assert inner["score"]["Arguments"]["Payload"]["run"] == "{% $execution.Name %}"  # type: ignore[index]
    assert (found["Label"], found["ToleratedFailurePercentage"], found["MaxConcurrency"]) == ("many", 5, 9)


def test_the_executions_of_a_distributed_map_may_be_started_and_stopped() -> None:
    workflow = drawn({"rows": each(distributed=True, read="csv", read_from="s3://data/list.csv"), "score": scoring()})

    statements = engine_resource(workflow, definition(workflow)).statements

    allowed = {action: statement.resources for statement in statements for action in statement.actions}
    assert allowed["states:StartExecution"] == ("arn:${Partition}:states:${Region}:${AccountId}:stateMachine:churn",)
    assert allowed["s3:GetObject"] == ("arn:${Partition}:s3:::data/list.csv",)
    assert {"states:DescribeExecution", "states:StopExecution"} <= allowed.keys()


def test_batches_are_the_item_at_hand() -> None:
    workflow = drawn(
        {"rows": each(items=[1, 2, 3], distributed=True, batch_items=2), "score": scoring(rows="${rows.item.Items}")}
    )

    found = states(definition(workflow))["rows"]

    assert found["ItemBatcher"]["MaxItemsPerBatch"] == 2  # type: ignore[index]
    inner = states(found["ItemProcessor"])
    assert inner["Begin"]["Assign"]["rows_item"] == "{% {'Items': [$states.input.Items.item]} %}"  # type: ignore[index]
    assert inner["score"]["Arguments"]["Payload"] == {"rows": "{% $rows_item.Items %}"}  # type: ignore[index]


def test_what_waits_cannot_stand_in_express_executions() -> None:
    approval = {"kind": "approval", "inside": "rows"}
    workflow = drawn({"rows": each(items=[1], distributed=True, execution_type="EXPRESS"), "ask": approval})

    reports = {one.node: one for one in support(workflow)}

    assert reports["rows"].level == "impossible"
    assert "'ask' waits" in reports["rows"].reason


def test_a_failure_goes_on_by_the_error_way() -> None:
    score = {"kind": "lambda", "settings": {"function": "score", "catch_errors": ["States.Timeout"]}}
    workflow = drawn({"score": score, "rescue": FUNCTION, "well": FUNCTION}, "score.error -> rescue", "score -> well")

    found = states(definition(workflow))

    assert found["score"]["Catch"] == [{"ErrorEquals": ["States.Timeout"], "Next": "rescue"}]
    assert found["score"]["Next"] == "well"
    assert found["rescue"]["End"] is True


def test_a_way_that_follows_both_is_gone_after_either() -> None:
    workflow = drawn(
        {"score": FUNCTION, "rescue": FUNCTION, "end": FUNCTION},
        "score.error -> rescue",
        "rescue -> end",
        "score -> end",
    )

    found = states(definition(workflow))

    assert found["score"]["Next"] == "end"
    assert found["rescue"]["Next"] == "end"


def test_a_job_that_a_loop_waits_for_goes_on_by_the_error_way_when_it_ends_badly() -> None:
    deploy = {"kind": "deploy_endpoint", "settings": {"endpoint_name": "churn"}}
    model = {"kind": "create_model", "settings": {"image": "1.dkr.ecr.eu-west-1.amazonaws.com/x:1"}}
    workflow = drawn(
        {"model": model, "deploy": deploy, "rescue": FUNCTION}, "model.model -> deploy.model", "deploy.error -> rescue"
    )

    found = states(definition(workflow))

    rules = found["deploy done?"]["Choices"]
    assert isinstance(rules, list)
    assert "deploy failed" not in found
    assert rules[1]["Next"] == "deploy was caught"
    assert found["deploy-config"]["Catch"] == [{"ErrorEquals": ["States.ALL"], "Next": "deploy-config was caught"}]
    assert found["rescue or not"]["Default"] != "rescue"


def test_the_result_of_a_step_that_may_be_skipped_is_null_then() -> None:
    condition = {"kind": "condition", "inside": "rows", "settings": {"when": "${params.Ask} == true"}}
    workflow = drawn(
        {"rows": each(items=[1], result="${score.auc}"), "ask": condition, "score": scoring()},
        "ask.then -> score",
        parameters={"Ask": {"type": "Boolean", "default": True}},
    )

    inner = states(states(definition(workflow))["rows"]["ItemProcessor"])

    assert inner["Begin"]["Assign"] == {"score": None}
    assert inner["rows result"]["Output"] == "{% $exists($score.Payload.auc) ? $score.Payload.auc : null %}"


def test_a_pause_lasts_until_a_moment() -> None:
    workflow = drawn({"pause": {"kind": "wait", "settings": {"until": "2027-01-31T06:00:00Z"}}})

    pause = states(definition(workflow))["pause"]

    assert pause["Timestamp"] == "2027-01-31T06:00:00Z"
    assert "Seconds" not in pause
