import json

from designer.deployment.assets_bucket import bucket_name, template
from tests.judges.lint import cfn_lint_problems


def test_a_bucket_of_the_longest_region_has_a_legal_length() -> None:
    assert len(bucket_name("123456789012", "ap-southeast-2-plus")) <= 63


def test_the_template_names_the_bucket_as_the_program_does() -> None:
    pattern = json.loads(template())["Resources"]["Bucket"]["Properties"]["BucketName"]["Fn::Sub"]

    named = pattern.replace("${AWS::AccountId}", "123456789012").replace("${AWS::Region}", "us-east-1")

    assert named == bucket_name("123456789012", "us-east-1")


def test_the_bucket_is_encrypted_and_closed() -> None:
    properties = json.loads(template())["Resources"]["Bucket"]["Properties"]

    assert "BucketEncryption" in properties
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}


def test_cfn_lint_has_nothing_to_say_about_the_template() -> None:
    assert cfn_lint_problems(template()) == []
