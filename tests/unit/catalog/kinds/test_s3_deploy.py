import pytest

from designer.catalog.kinds.s3_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"bucket": "site", "key": "app/", "cache_control": "max-age=60"})

    assert type_of(action) == ("Deploy", "AWS", "S3")
    assert action.configuration == {
        "BucketName": "site",
        "Extract": "true",
        "ObjectKey": "app/",
        "CacheControl": "max-age=60",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"bucket": "site", "unpack": False}, "needs a key"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
