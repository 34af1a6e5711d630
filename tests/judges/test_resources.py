"""What the template makes beside a pipeline, judged by cfn-lint."""

import pytest

from designer.usecases.targets import targets
from designer.workflow.targets import Target
from tests.judges.lint import cfn_lint_problems
from tests.unit.exporters.drawing import drawn

_NETWORK = {"subnets": ["subnet-0123456789abcdef0"], "security_groups": ["sg-0123456789abcdef0"]}
_NODES = {
    "desk": {"kind": "studio_workspace", "settings": {"vpc_id": "vpc-0123456789abcdef0", **_NETWORK}},
    "editor": {"kind": "studio_workspace", "settings": {"domain_id": "d-abcdefghijkl", "app": "CodeEditor"}},
    "notes": {"kind": "notebook_instance", "settings": {"repository": "https://github.com/acme/churn"}},
    "image": {"kind": "image_trigger", "settings": {"repository": "churn"}},
    "train": {"kind": "training", "settings": {"channels": {}}},
}


@pytest.mark.parametrize("target", targets(), ids=lambda one: one.id)
def test_cfn_lint_has_nothing_against_them(target: Target) -> None:
    files = {one.path: one.content.decode() for one in target.render(drawn(_NODES))}

    assert cfn_lint_problems(files["template.yaml"]) == []
