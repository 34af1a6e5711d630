import pytest

from designer.catalog.kinds.s3_trigger import KIND
from designer.catalog.needs import ObjectTrigger
from designer.catalog.values import Deployed, Joined
from tests.unit.catalog.kinds.placing import place


def test_the_watched_folder_is_given_as_a_dataset_that_may_be_read() -> None:
    lowered = place(KIND, {"bucket": "my-data", "prefix": "in/"})

    assert lowered.outputs == {"dataset": "s3://my-data/in/"}
    assert lowered.statements[0].actions == ("s3:GetObject",)


def test_without_a_bucket_the_pipelines_own_is_watched() -> None:
    lowered = place(KIND, {"prefix": "in/", "suffix": ".csv"})

    assert lowered.needs == (
        ObjectTrigger(logical_id="NodeTrigger", node="node", bucket="", prefix="in/", suffix=".csv"),
    )
    assert lowered.outputs == {"dataset": Joined(("s3://", Deployed("ArtifactBucket"), "/in/"))}


def test_the_pipelines_own_bucket_as_a_whole_would_start_it_without_end() -> None:
    with pytest.raises(ValueError, match="start it again"):
        place(KIND, {})


def test_nothing_can_come_before_a_trigger() -> None:
    assert KIND.is_trigger
    assert not KIND.accepts_flow
