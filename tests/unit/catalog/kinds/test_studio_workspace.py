from collections.abc import Mapping

import pytest

from designer.catalog.kinds.studio_workspace import KIND
from designer.catalog.needs import TemplateResource
from designer.catalog.values import Deployed
from tests.unit.catalog.kinds.placing import place

_VPC = {"vpc_id": "vpc-1", "subnets": ["subnet-1"], "security_groups": ["sg-1"]}


def _made(settings: Mapping[str, object]) -> dict[str, TemplateResource]:
    lowered = place(KIND, settings)
    assert lowered.steps == ()
    return {need.logical_id: need for need in lowered.needs if isinstance(need, TemplateResource)}


def test_a_domain_is_made_for_the_person_and_the_space() -> None:
    made = _made({**_VPC, "user": "ada", "volume_gb": 20})

    assert list(made) == ["NodeDomain", "NodeUser", "NodeSpace"]
    domain, profile, space = (one.properties for one in made.values())
    assert (domain["VpcId"], domain["SubnetIds"], domain["AuthMode"]) == ("vpc-1", ["subnet-1"], "IAM")
    assert "'IdleTimeoutInMinutes': 120" in str(domain["DefaultUserSettings"])
    assert profile["DomainId"] == space["DomainId"] == Deployed("NodeDomainRef")
    assert profile["UserProfileName"] == "ada"
    assert space["OwnershipSettings"] == {"OwnerUserProfileName": "ada"}
    assert "'EbsVolumeSizeInGb': 20" in str(space["SpaceSettings"])
    assert made["NodeSpace"].after == ("NodeUser",)


def test_a_domain_that_exists_is_only_named() -> None:
    made = _made({"domain_id": "d-abcdefghijkl", "app": "CodeEditor"})

    assert list(made) == ["NodeUser", "NodeSpace"]
    assert made["NodeUser"].properties["DomainId"] == "d-abcdefghijkl"
    assert made["NodeUser"].properties["UserProfileName"] == "churn-node"
    assert "CodeEditorAppSettings" in str(made["NodeSpace"].properties)


def test_what_is_made_may_read_and_write_the_pipelines_data_unless_its_role_is_its_own() -> None:
    own = {"role_arn": "arn:aws:iam::123456789012:role/people"}

    assert place(KIND, _VPC).statements
    assert place(KIND, {**_VPC, **own}).statements == ()
    assert _made({**_VPC, **own})["NodeUser"].properties["UserSettings"] == {
        "ExecutionRole": own["role_arn"],
        "SecurityGroups": ["sg-1"],
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "Name a domain that exists"),
        ({"vpc_id": "vpc-1"}, "Name a domain that exists"),
        ({**_VPC, "vpc_id": "${params.Machine}"}, "set at deployment"),
        ({"domain_id": "abc"}, "domain_id"),
        ({**_VPC, "user": "a b"}, "user"),
    ],
)
def test_what_cannot_be_made_is_refused(settings: Mapping[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
