import pytest

from designer.catalog.kinds.ec2_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, statements_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND,
        {
            "tag_key": "Name",
            "tag_value": "web",
            "folder": "/srv/app",
            "after_script": "start.sh",
            "at_a_time": "25%",
            "target_groups": ["a", "b"],
        },
    )

    assert type_of(action) == ("Deploy", "AWS", "EC2")
    assert action.configuration == {
        "InstanceTagKey": "Name",
        "InstanceTagValue": "web",
        "InstanceType": "EC2",
        "TargetDirectory": "/srv/app",
        "PostScript": "start.sh",
        "MaxBatch": "25%",
        "TargetGroupNameList": "a,b",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"tag_key": "Name", "folder": "srv", "after_script": "start.sh"}, "pattern"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)


def test_commands_run_only_on_instances_that_have_the_tag() -> None:
    settings = {"tag_key": "Name", "folder": "/srv/app", "after_script": "start.sh"}

    conditions = [one.conditions for one in statements_of(KIND, settings) if one.conditions]
    assert conditions == [{"Null": {"aws:ResourceTag/Name": "false"}}]


def test_in_another_region_everything_is_done_there() -> None:
    there = {"region": "eu-west-1", "artifact_bucket": "artifacts-eu"}
    settings = {"tag_key": "Name", "folder": "/srv/app", "after_script": "start.sh", **there}

    resources = [str(value) for one in statements_of(KIND, settings) for value in one.resources]
    assert any("eu-west-1::document/AWS-RunShellScript" in one for one in resources)
    assert not any("name='Region'" in one for one in resources)
