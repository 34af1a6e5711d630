import pytest

from designer.catalog.kinds.ecs_task import KIND
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_FARGATE = {"task_definition": "score:3", "subnets": ["subnet-1"]}


def test_botocore_accepts_the_request() -> None:
    settings = {**_FARGATE, "container": "app", "command": ["run"], "environment": {"A": "b"}, "public_ip": True}

    assert complaints(the_call(place(KIND, settings))) == ""


def test_a_value_joined_is_an_environment_variable_of_the_container() -> None:
    call = the_call(place(KIND, {**_FARGATE, "container": "app"}, inputs={"values": Deployed("ArtifactBucket")}))

    assert call.request["overrides"] == {
        "containerOverrides": [{"name": "app", "environment": [{"name": "OUT", "value": Deployed("ArtifactBucket")}]}]
    }


def test_the_task_is_looked_for_in_its_cluster() -> None:
    wait = the_call(place(KIND, _FARGATE)).wait

    assert wait is not None
    assert (wait.answer, wait.beside) == (("tasks", 0, "taskArn"), (("cluster", "cluster"),))


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"task_definition": "score"}, "Name at least one"),
        ({**_FARGATE, "command": ["run"]}, "Name the container"),
    ],
)
def test_a_task_that_lacks_something_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
