import pytest

from designer.catalog.kinds.eks_job import KIND
from designer.catalog.values import Deployed, ExecutionValue, joined
from tests.unit.catalog.kinds.native_tasks import task_of
from tests.unit.catalog.kinds.placing import place

_JOB = {"cluster": "main", "endpoint": "https://x.eks.amazonaws.com", "certificate_authority": "YWJj", "image": "a:1"}


def test_the_job_is_one_of_kubernetes_with_a_name_of_its_own_for_each_execution() -> None:
    settings = {**_JOB, "command": ["run"], "environment": {"A": "b"}, "service_account": "trainer", "tries": 3}
    task = task_of(KIND, settings, inputs={"values": Deployed("ArtifactBucket")})

    assert task.integration == "eks:runJob.sync"
    assert task.arguments["Job"] == {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"name": joined("node-", ExecutionValue("id"))},
        "spec": {
            "backoffLimit": 2,
            "template": {
                "spec": {
                    "containers": [
                        {
                            "name": "job",
                            "image": "a:1",
                            "command": ["run"],
                            "env": [{"name": "A", "value": "b"}, {"name": "OUT", "value": Deployed("ArtifactBucket")}],
                        }
                    ],
                    "restartPolicy": "Never",
                    "serviceAccountName": "trainer",
                }
            },
        },
    }


def test_the_cluster_is_reached_by_its_address_and_certificate() -> None:
    arguments = task_of(KIND, _JOB).arguments

    assert (arguments["ClusterName"], arguments["CertificateAuthority"], arguments["Endpoint"]) == (
        "main",
        "YWJj",
        "https://x.eks.amazonaws.com",
    )


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="pattern"):
        place(KIND, {**_JOB, "endpoint": "x.eks.amazonaws.com"})
