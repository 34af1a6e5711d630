from designer.catalog.kinds.emr_containers_job import KIND
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_ROLE = "arn:aws:iam::123456789012:role/jobs"
_SETTINGS = {"virtual_cluster_id": "00f1", "script": "s3://b/job.py", "role_arn": _ROLE}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {**_SETTINGS, "spark_parameters": "--conf a=b"}))) == ""


def test_a_value_joined_follows_the_arguments_under_its_name() -> None:
    settings = {**_SETTINGS, "arguments": ["--day", "1"]}
    call = the_call(place(KIND, settings, inputs={"values": Deployed("ArtifactBucket")}))

    driver = call.request["jobDriver"]["sparkSubmitJobDriver"]  # type: ignore[index]
    assert driver == {
        "entryPoint": "s3://b/job.py",
        "entryPointArguments": ["--day", "1", "--out", Deployed("ArtifactBucket")],
    }


def test_the_run_is_looked_for_where_it_runs() -> None:
    wait = the_call(place(KIND, _SETTINGS)).wait

    assert wait is not None
    assert wait.beside == (("virtualClusterId", "virtualClusterId"),)
