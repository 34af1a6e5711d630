from designer.checking.finding import Severity
from designer.checking.rules.images_of_the_region import RULE
from designer.document.edits import set_document_setting
from designer.document.model import Document
from tests.unit.checking.subjects import document, spots

XGBOOST = "683313688378.dkr.ecr.{}.amazonaws.com/sagemaker-xgboost:1.7-1"
OWN = "123456789012.dkr.ecr.{}.amazonaws.com/my-model:3"


def using(image: str, region: str) -> Document:
    return set_document_setting(document({"a": "free"}, settings={"a": {"text": image}}), "region", region)


def test_the_account_of_another_region_is_an_error_that_names_the_right_one() -> None:
    found = spots(RULE, using(XGBOOST.format("us-west-2"), "us-west-2"))

    assert [(spot.node, spot.setting, spot.severity) for spot in found] == [("a", "text", Severity.ERROR)]
    assert "246618743249" in found[0].message


def test_an_image_of_another_region_is_found() -> None:
    found = spots(RULE, using(OWN.format("eu-west-1"), "us-east-1"))

    assert "eu-west-1" in found[0].message
    assert found[0].severity is None


def test_the_right_account_and_an_image_of_ones_own_stay_silent() -> None:
    assert spots(RULE, using(XGBOOST.format("us-east-1"), "us-east-1")) == []
    assert spots(RULE, using(OWN.format("eu-west-1"), "eu-west-1")) == []


def test_a_pipeline_that_names_no_region_takes_images_of_any() -> None:
    assert spots(RULE, document({"a": "free"}, settings={"a": {"text": OWN.format("eu-west-1")}})) == []
