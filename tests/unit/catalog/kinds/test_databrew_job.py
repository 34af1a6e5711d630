from designer.catalog.kinds.databrew_job import KIND
from tests.unit.catalog.kinds.placing import complaints, place, the_call


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"job": "clean"}))) == ""


def test_the_run_is_looked_for_by_its_id_and_the_name_of_the_job() -> None:
    wait = the_call(place(KIND, {"job": "clean"})).wait

    assert wait is not None
    assert (wait.describe, wait.identifier, wait.answer, wait.beside) == (
        "DescribeJobRun",
        "RunId",
        ("RunId",),
        (("Name", "Name"),),
    )
