"""cfn-lint has nothing to say about our templates, advice included."""

import pytest

from designer.usecases.project import open_project
from designer.usecases.starters import Starter, starters
from designer.workflow.lowering import lower
from designer.workflow.permissions import execution_statements
from designer.workflow.targets import Target
from exporters import TARGETS
from exporters.cloudformation.template import template_text
from tests.judges.lint import cfn_lint_problems
from tests.unit.exporters.cloudformation.builders import ENGINES, whole


@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"kms_key": "alias/churn", "log_retention_days": 7},
        {"execution_role": "arn:aws:iam::123456789012:role/x", "bucket": "lake"},
    ],
    ids=["plain", "with-a-key", "with-what-exists"],
)
def test_a_template_with_everything_is_clean(engine: str, settings: dict[str, object]) -> None:
    flow = whole(**settings)

    problems = cfn_lint_problems(template_text(flow, ENGINES[engine](flow), execution_statements(flow)))

    assert problems == []


@pytest.mark.judge
def test_the_judge_sees_what_is_wrong() -> None:
    flow = whole()
    text = template_text(flow, ENGINES["stepfunctions"](flow), execution_statements(flow))

    problems = cfn_lint_problems(text.replace("RetentionInDays: 30", "RetentionInDays: 31"))

    assert problems


def _pairs() -> list[object]:
    pairs = [(starter, target) for starter in starters() for target in TARGETS if target.id in starter.targets]
    return [pytest.param(starter, target, id=f"{starter.id}-{target.id}") for starter, target in pairs]


@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize(("starter", "target"), _pairs())
def test_the_template_of_a_starter_is_clean(starter: Starter, target: Target) -> None:
    project = open_project(starter.pipeline)

    files = {artifact.path: artifact.content for artifact in target.render(lower(project.graph, project.files))}

    assert cfn_lint_problems(files["template.yaml"].decode()) == []
