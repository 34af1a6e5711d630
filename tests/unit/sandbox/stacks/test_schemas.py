import pytest

from designer.sandbox.stacks.schemas import property_faults, replacement, schema_of
from designer.sandbox.types.table import RESOURCE_TYPES


def test_every_type_that_the_sandbox_makes_has_a_schema() -> None:
    assert [name for name in RESOURCE_TYPES if schema_of(name) is None] == []


def test_a_type_that_does_not_exist_has_none() -> None:
    assert schema_of("AWS::Nobody::Nothing") is None


def test_unknown_and_missing_properties_are_faults_at_any_depth() -> None:
    faults = property_faults("AWS::S3::Bucket", {"Color": "red", "VersioningConfiguration": {"Statuss": "Enabled"}})

    assert faults == [
        "#: extraneous key [Color] is not permitted",
        "#/VersioningConfiguration: required key [Status] not found",
        "#/VersioningConfiguration: extraneous key [Statuss] is not permitted",
    ]


def test_sound_properties_have_no_fault() -> None:
    assert property_faults("AWS::S3::Bucket", {"VersioningConfiguration": {"Status": "Enabled"}}) == []


@pytest.mark.parametrize(
    ("type_name", "name", "expected"),
    [
        ("AWS::S3::Bucket", "BucketName", "Always"),
        ("AWS::S3::Bucket", "VersioningConfiguration", "Never"),
        ("AWS::SageMaker::Model", "PrimaryContainer", "Always"),
        ("AWS::StepFunctions::StateMachine", "StateMachineType", "Always"),
        ("AWS::StepFunctions::StateMachine", "DefinitionString", "Never"),
        ("AWS::CodePipeline::Pipeline", "Stages", "Never"),
    ],
)
def test_a_changed_property_replaces_the_resource_where_its_schema_says_so(
    type_name: str, name: str, expected: str
) -> None:
    assert replacement(type_name, name, "a", "b") == expected


def test_a_nested_property_replaces_only_if_it_has_changed_itself() -> None:
    before = {"IpFamily": "ipv4", "ElasticLoadBalancing": {"Enabled": False}}
    other = {"IpFamily": "ipv4", "ElasticLoadBalancing": {"Enabled": True}}
    family = {"IpFamily": "ipv6", "ElasticLoadBalancing": {"Enabled": False}}

    assert replacement("AWS::EKS::Cluster", "KubernetesNetworkConfig", before, other) == "Never"
    assert replacement("AWS::EKS::Cluster", "KubernetesNetworkConfig", before, family) == "Always"
