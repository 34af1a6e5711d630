import pytest

from designer.sandbox.stacks.template import read_template
from designer.sandbox.wire.api_error import ApiError

YAML = """
AWSTemplateFormatVersion: 2010-09-09
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: 2012-10-17}
      RoleName: !Sub "${AWS::StackName}-role"
      Description: !Join ["-", [!Ref Stage, !GetAtt Bucket.Arn]]
      Path: !If [IsDev, !Select [0, !Split ["/", a/b]], !FindInMap [A, B, C]]
"""


def test_short_tags_stand_for_functions_and_dates_stay_text() -> None:
    properties = read_template(YAML)["Resources"]["Role"]["Properties"]

    assert properties["AssumeRolePolicyDocument"] == {"Version": "2012-10-17"}
    assert properties["RoleName"] == {"Fn::Sub": "${AWS::StackName}-role"}
    assert properties["Description"] == {"Fn::Join": ["-", [{"Ref": "Stage"}, {"Fn::GetAtt": ["Bucket", "Arn"]}]]}
    assert properties["Path"]["Fn::If"][2] == {"Fn::FindInMap": ["A", "B", "C"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "JSON not well-formed"),
        ("a: [", "YAML not well-formed"),
        ("- a", "unsupported structure"),
        ('{"Resources": {}}', "At least one Resources member"),
        ('{"Resources": {"A": {}}}', "must contain a Type member"),
        (
            '{"Resource": {}, "Resources": {"A": {"Type": "T"}}}',
            r"Invalid template property or properties \[Resource\]",
        ),
    ],
)
def test_what_is_no_template_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(ApiError, match=words):
        read_template(text)
