import pytest

from designer.checking.rules.regions_exist import RULE
from designer.document.edits import set_document_setting
from designer.document.model import Document
from tests.unit.checking.subjects import document, spots


def in_region(region: str) -> Document:
    return set_document_setting(document(), "region", region)


@pytest.mark.parametrize("region", ["us-east", "us-eats-1", "eu_west_1", "europe-west-1", "US-EAST-1", "us-east-1a"])
def test_a_region_that_aws_does_not_have_is_found(region: str) -> None:
    found = spots(RULE, in_region(region))

    assert [spot.setting for spot in found] == ["settings.region"]


@pytest.mark.parametrize(
    "region",
    [
        "us-east-1",
        "eu-central-2",
        "ap-southeast-5",
        "ap-northeast-3",
        "us-gov-west-1",
        "cn-northwest-1",
        "us-isob-east-1",
        "eusc-de-east-1",
        "il-central-1",
    ],
)
def test_regions_of_every_partition_stay_silent(region: str) -> None:
    assert spots(RULE, in_region(region)) == []


def test_a_pipeline_that_names_no_region_stays_silent() -> None:
    assert spots(RULE, document()) == []
