"""What is exported to CodePipeline is judged by botocore, cfn-lint and bash."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace

import boto3
import pytest
import yaml
from botocore.validate import ParamValidator

from designer.catalog.branches import ELSE, THEN
from designer.catalog.needs import GitTrigger
from designer.catalog.steps import Choice, Comparison
from designer.catalog.values import (
    ExecutionValue,
    ParameterValue,
)
from designer.document.model import Parameter
from designer.shapes.walker import violations
from designer.usecases.project import open_project
from designer.usecases.starters import starters
from designer.workflow.model import Workflow
from exporters.codepipeline.render import DEFINITION, render
from exporters.codepipeline.target import TARGET
from tests.judges.codepipeline_runner import require_shell
from tests.judges.lint import cfn_lint_problems
from tests.judges.starter_cases import filled
from tests.unit.exporters.codepipeline.build import (
    FIGURE,
    PACKAGE,
    approval,
    call,
    choice,
    data,
    flow,
    own_build,
    training,
    workflow,
)

pytestmark = pytest.mark.judge


def _branching() -> Workflow:
    steps = (choice("if"), approval("approve"), own_build("package", MODE=ParameterValue("Mode")), call("tell"))
    after = {
        "approve": (flow("if", THEN),),
        "package": (flow("if", ELSE),),
        "tell": (flow("approve"), flow("package")),
    }
    parameters = (Parameter(name="if", default=THEN), Parameter(name="Mode", default="a", description="How"))
    return workflow(*steps, after=after, parameters=parameters, needs=(PACKAGE,))


def _started_by(provider: str, repository: str) -> Workflow:
    trigger = GitTrigger(
        logical_id="Push", node="push", provider=provider, repository=repository, branch="main", paths=("code/**",)
    )
    return workflow(training(), needs=(trigger,))


HAND_MADE = {
    "branches": _branching(),
    "connection": _started_by("connection", "team/churn"),
    "codecommit": _started_by("codecommit", "churn"),
    "s3": _started_by("s3", "bucket/source.zip"),
    "own-folder": workflow(own_build(), needs=(replace(PACKAGE, source_key="assets/0123/package.zip"),)),
    "start-and-files": workflow(
        call("tell", At=ExecutionValue("start")), Choice(id="ok", node="ok", condition=Comparison(FIGURE, ">", 0.5))
    ),
    "frames": workflow(
        training("a"), training("b"), after={"b": (data("a"),)}, stages={"First": ("a",), "Then": ("b",)}
    ),
    "sixty-steps": workflow(*(call(f"step-{number}") for number in range(60))),
}


def _exports() -> list[object]:
    made = [pytest.param(flow_, id=name) for name, flow_ in HAND_MADE.items()]
    lowered = [
        pytest.param(open_project(starter.pipeline).lowered.workflow, id=starter.id)
        for starter in starters()
        if TARGET.id in starter.targets
    ]
    return [*made, *lowered]


@pytest.mark.parametrize("flow_", _exports())
def test_botocore_and_the_full_walk_accept_the_pipeline(flow_: Workflow) -> None:
    files = {one.path: one.content for one in render(flow_)}
    request = json.loads(filled(files[DEFINITION].decode()))
    client = boto3.client("codepipeline", region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x")
    shape = client.meta.service_model.operation_model("CreatePipeline").input_shape

    report = ParamValidator().validate(request, shape)

    assert report.generate_report() == ""
    assert [found.message for found in violations("codepipeline", "CreatePipeline", request)] == []


@pytest.mark.slow
@pytest.mark.parametrize("flow_", _exports())
def test_cfn_lint_is_silent_about_the_template(flow_: Workflow) -> None:
    files = {one.path: one.content for one in render(flow_)}

    assert cfn_lint_problems(files["template.yaml"].decode()) == []


@pytest.mark.parametrize("flow_", _exports())
def test_every_buildspec_in_an_export_is_one_that_bash_can_read(flow_: Workflow) -> None:
    require_shell()
    specs = [yaml.safe_load(one.content) for one in render(flow_) if one.path.startswith("buildspecs/")]

    for spec in specs:
        assert spec["version"] == 0.2
        (command,) = spec["phases"]["build"]["commands"]
        subprocess.run(["bash", "-n", "-c", command], check=True)
