import pytest

from designer.checking.rules.roles_well_formed import RULE
from designer.document.edits import set_document_setting
from tests.unit.checking.subjects import document, spots


@pytest.mark.parametrize("role", ["MyRole", "arn:aws:iam::123:role/R", "arn:aws:iam::123456789012:user/U"])
def test_what_is_no_roles_arn_is_found(role: str) -> None:
    in_node = spots(RULE, document({"a": "free"}, settings={"a": {"role": role}}))
    in_document = spots(RULE, set_document_setting(document(), "execution_role", role))

    assert [(spot.node, spot.setting) for spot in in_node] == [("a", "role")]
    assert [(spot.node, spot.setting) for spot in in_document] == [("", "settings.execution_role")]


@pytest.mark.parametrize(
    "role",
    ["", "${params.Role}", "arn:aws:iam::123456789012:role/path/to/R", "arn:aws-us-gov:iam::123456789012:role/R@x"],
)
def test_a_roles_arn_a_reference_and_nothing_at_all_stay_silent(role: str) -> None:
    assert spots(RULE, document({"a": "free"}, settings={"a": {"role": role}})) == []


def test_a_role_that_may_be_a_name_is_left_to_its_kind() -> None:
    assert spots(RULE, document({"a": "teleport"}, settings={"a": {"execution_role": "ecsTaskExecutionRole"}})) == []
