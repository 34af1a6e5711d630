from designer.catalog.kinds.api_request import KIND
from designer.catalog.values import Deployed, StepOutput, joined
from tests.unit.catalog.kinds.native_tasks import task_of
from tests.unit.catalog.kinds.placing import place


def test_a_request_goes_to_the_api_in_the_region_that_is_deployed_to() -> None:
    settings = {"api_id": "a1b2", "stage": "live", "path": "/models", "query": {"page": "1"}, "headers": {"X-Run": "1"}}
    task = task_of(KIND, settings)

    assert task.integration == "apigateway:invoke"
    assert task.arguments == {
        "ApiEndpoint": joined("a1b2.execute-api.", Deployed("Region"), ".amazonaws.com"),
        "Method": "GET",
        "Stage": "live",
        "Path": "/models",
        "AuthType": "IAM_ROLE",
        "Headers": {"X-Run": ["1"]},
        "QueryParameters": {"page": ["1"]},
    }


def test_what_comes_back_is_read_from_the_body() -> None:
    outputs = place(KIND, {"api_id": "a1b2", "answers": {"id": "text"}}).outputs

    assert outputs["id"] == StepOutput("node", ("ResponseBody", "id"))


def test_an_open_api_needs_no_permission() -> None:
    assert task_of(KIND, {"api_id": "a1b2", "authorization": "NO_AUTH"}).statements == ()
