"""Every node whose SageMaker API takes a role may have one of its own."""

from collections.abc import Mapping

import pytest

from designer.catalog.palette import KINDS
from designer.catalog.steps import Call
from designer.workflow.lowering import lower
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements, execution_statements
from tests.judges.permission_cases import CASES, FILES
from tests.unit.exporters.drawing import drawn, graph_of

_ROLE = "arn:aws:iam::123456789012:role/mine"
_TAKING = [
    kind.id
    for kind in KINDS
    if kind.id in {*CASES, "deploy_endpoint"}
    and "role_arn" in kind.settings.model_fields
    and "for this node alone" in str(kind.settings.model_fields["role_arn"].description)
]


def _with_role(one: object, kind: str) -> object:
    assert isinstance(one, Mapping)
    return {**one, "settings": {**one.get("settings", {}), "role_arn": _ROLE}} if one["kind"] == kind else one


def _case(kind: str) -> Workflow:
    nodes = {name: _with_role(one, kind) for name, one in CASES[kind].nodes.items()}
    return lower(graph_of(nodes, *CASES[kind].edges), FILES)


def _endpoint() -> Workflow:
    nodes = {
        "train": {"kind": "training", "settings": {"channels": {}}},
        "register": {"kind": "register_model", "settings": {"group": "churn"}},
        "node": {"kind": "deploy_endpoint", "settings": {"role_arn": _ROLE}},
    }
    return drawn(nodes, "train.model -> register.model", "register.model_package -> node.model_package")


@pytest.mark.parametrize("kind", _TAKING)
def test_the_role_of_a_node_stands_in_its_request_and_may_be_handed_on(kind: str) -> None:
    workflow = _endpoint() if kind == "deploy_endpoint" else _case(kind)

    assert _ROLE in str([step.request for step in workflow.steps if isinstance(step, Call)])
    handed = [one for one in engine_statements(workflow, "stepfunctions") if "iam:PassRole" in one.actions]
    assert _ROLE in [resource for one in handed for resource in one.resources]


@pytest.mark.parametrize(("role", "is_needed"), [("", True), (_ROLE, False)])
def test_what_runs_under_a_role_of_its_own_gives_the_execution_role_nothing(role: str, *, is_needed: bool) -> None:
    image = "999999999999.dkr.ecr.us-east-1.amazonaws.com/secret:1"
    training = {"kind": "training", "settings": {"role_arn": role, "image": image, "channels": {}}}

    assert ("repository/secret" in str(execution_statements(drawn({"train": training})))) is is_needed
