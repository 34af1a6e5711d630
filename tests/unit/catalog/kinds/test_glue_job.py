from designer.catalog.kinds.glue_job import KIND
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import complaints, place, the_call


def test_botocore_accepts_the_request() -> None:
    settings = {"job": "clean", "arguments": {"--a": "b"}, "worker_type": "G.1X", "workers": 2}

    assert complaints(the_call(place(KIND, settings))) == ""


def test_a_value_joined_is_an_argument_of_its_name() -> None:
    call = the_call(place(KIND, {"job": "clean"}, inputs={"values": Deployed("ArtifactBucket")}))

    assert call.request == {"JobName": "clean", "Arguments": {"--out": Deployed("ArtifactBucket")}}


def test_the_run_is_looked_for_by_its_id_and_the_name_of_the_job() -> None:
    wait = the_call(place(KIND, {"job": "clean"})).wait

    assert wait is not None
    assert (wait.describe, wait.identifier, wait.answer, wait.beside) == (
        "GetJobRun",
        "RunId",
        ("JobRunId",),
        (("JobName", "JobName"),),
    )
