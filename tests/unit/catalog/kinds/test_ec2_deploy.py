import pytest

from designer.catalog.kinds.ec2_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
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
    (step,) = place(KIND, settings, inputs={"source": "before"}).steps

    conditions = [one.conditions for one in step.statements if one.conditions]  # type: ignore[union-attr]
    assert conditions == [{"Null": {"aws:ResourceTag/Name": "false"}}]
