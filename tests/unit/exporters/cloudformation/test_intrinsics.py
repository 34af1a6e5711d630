"""Deployed names become intrinsic functions, and nothing else does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.values import AsText, Deployed, ParameterValue, joined
from exporters.cloudformation.engine import Verbatim
from exporters.cloudformation.intrinsics import Holding, attribute, either, ref, rendered

NAMES: dict[str, object] = {
    "Region": ref("AWS::Region"),
    "TrainArn": attribute("Train", "Arn"),
    "Bucket": either("Made", ref("Own"), ref("Given")),
}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "plain"),
        ("${HOME} stays", "${HOME} stays"),
        ("${Region}", {"Ref": "AWS::Region"}),
        (Deployed("TrainArn"), {"Fn::GetAtt": ["Train", "Arn"]}),
        ("x-${Region}-${TrainArn}", {"Fn::Sub": "x-${AWS::Region}-${Train.Arn}"}),
        ("${Region} ${HOME}", {"Fn::Sub": "${AWS::Region} ${!HOME}"}),
        (joined("s3://", Deployed("Bucket"), "/x"), {"Fn::Sub": ["s3://${Bucket}/x", {"Bucket": NAMES["Bucket"]}]}),
        (joined("n=", AsText(3), ",", AsText(True), ",", Deployed("Region")), {"Fn::Sub": "n=3,true,${AWS::Region}"}),
        (Verbatim({"a": "${Region}"}), {"a": "${Region}"}),
        ({"Ref": "Other"}, {"Ref": "Other"}),
        ({"Ref": "Other", "b": ["${Region}"]}, {"Ref": "Other", "b": [{"Ref": "AWS::Region"}]}),
        (0.5, 0.5),
        (None, None),
    ],
)
def test_a_value_is_written_as_cloudformation_takes_it(value: object, written: object) -> None:
    assert rendered(value, NAMES) == written


def test_a_value_known_only_at_run_time_is_refused() -> None:
    with pytest.raises(ValueError, match="while the pipeline runs"):
        rendered(["a", joined("x", ParameterValue("P"))], NAMES)


def test_an_unknown_deployed_name_is_named_with_those_that_are_known() -> None:
    with pytest.raises(KeyError, match=r"Nowhere.*Bucket, Region, TrainArn"):
        rendered(joined("x", Deployed("Nowhere")), NAMES)


def test_inside_a_conditional_resource_only_the_branch_that_holds_is_left() -> None:
    assert Holding("Made", NAMES)["Bucket"] == ref("Own")
    assert Holding("Other", NAMES)["Bucket"] == NAMES["Bucket"]


@given(st.text(alphabet="ab$!{}: R", max_size=30))
def test_any_text_of_the_users_comes_back_when_it_is_substituted(text: str) -> None:
    written = rendered("${Region}" + text, NAMES)

    if isinstance(written, dict) and "Fn::Sub" in written:
        assert _substituted(str(written["Fn::Sub"])) == "eu" + text
    else:
        assert text == ""


def _substituted(template: str) -> str:
    """Substitute as CloudFormation documents it: `${!x}` gives `${x}`, `${AWS::Region}` the region."""
    pieces = template.split("${AWS::Region}", 1)
    return "eu".join((pieces[0], re.sub(r"\$\{!([^}]*)\}", r"${\1}", pieces[1])))
