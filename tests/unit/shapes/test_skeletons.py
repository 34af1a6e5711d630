from designer.shapes.operations import operation
from designer.shapes.skeletons import request_members


def _of(service: str, name: str) -> dict[str, object]:
    return {one.name: one.skeleton for one in request_members(operation(service, name)) if one.required}


def test_required_members_come_first_with_what_aws_says() -> None:
    members = request_members(operation("dynamodb", "PutItem"))

    assert {one.name for one in members[:2]} == {"TableName", "Item"}
    assert [one.required for one in members[:3]] == [True, True, False]
    assert "table" in members[0].help.lower()


def test_a_member_begins_with_all_that_is_required_inside_it() -> None:
    found = _of("sagemaker", "CreateProcessingJob")

    assert found["AppSpecification"] == {"ImageUri": ""}


def test_a_list_begins_with_one_entry_and_numbers_with_the_least() -> None:
    found = _of("sagemaker", "CreateEndpointConfig")
    members = {one.name: one.skeleton for one in request_members(operation("sqs", "ReceiveMessage"))}

    assert found["ProductionVariants"] == [{"VariantName": ""}]
    assert members["MaxNumberOfMessages"] == 0


def test_a_token_that_clients_fill_in_is_not_asked_for() -> None:
    assert "clientToken" not in _of("emr-serverless", "StartJobRun")


def test_shapes_that_hold_themselves_come_to_an_end() -> None:
    assert request_members(operation("dynamodb", "Query"))
