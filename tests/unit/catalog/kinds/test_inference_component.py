import pytest

from designer.catalog.kinds.inference_component import KIND
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_INPUTS = {"endpoint": "shared", "model": "churn-7"}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {"cpus": 2, "copies": 3}, inputs=_INPUTS))) == ""


def test_it_says_what_each_copy_needs() -> None:
    call = the_call(place(KIND, {"accelerators": 1, "memory_mb": 4096}, inputs=_INPUTS))

    assert call.request["Specification"] == {
        "ModelName": "churn-7",
        "ComputeResourceRequirements": {"MinMemoryRequiredInMb": 4096, "NumberOfAcceleratorDevicesRequired": 1},
    }


def test_a_copy_that_needs_nothing_to_compute_with_is_refused() -> None:
    with pytest.raises(ValueError, match="cores or accelerators"):
        place(KIND, {}, inputs=_INPUTS)
