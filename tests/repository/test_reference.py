"""The reference pages say what the program's tables say."""

from __future__ import annotations

import subprocess
import sys

import yaml

from designer.catalog.palette import KINDS
from designer.checking.code_pipeline_actions import PROVIDERS
from designer.checking.rules.code_pipeline_rules_known import RULE_PROVIDERS
from designer.checking.sagemaker_steps import STEP_APIS
from exporters.sagemaker.step_types import STEP_TYPES
from tests.repository.sources import ROOT


def test_the_reference_pages_are_current() -> None:
    ended = subprocess.run(
        [sys.executable, "packaging/reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert ended.stdout + ended.stderr == ""
    assert ended.returncode == 0


def _named(engine: str, section: str) -> set[str]:
    """Return the features of a section as the file lists them, the reference pages having been held against it above."""
    listed = yaml.safe_load((ROOT / "packaging" / "features.yaml").read_text(encoding="utf-8"))
    return set(listed[engine][section])


def test_every_type_of_step_that_is_checked_is_told_of() -> None:
    assert set(STEP_APIS) <= _named("sagemaker", "Steps")
    assert {one.name for one in STEP_TYPES.values()} <= _named("sagemaker", "Steps")


def test_every_type_of_state_is_told_of() -> None:
    types = {"Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"}

    assert types <= _named("stepfunctions", "States")


def test_every_action_of_codepipeline_and_every_rule_is_told_of() -> None:
    assert {"/".join(pair) for pair in PROVIDERS} <= _named("codepipeline", "Actions")
    assert set(RULE_PROVIDERS) == _named("codepipeline", "Rules")


def test_every_kind_of_node_that_runs_something_draws_a_feature() -> None:
    listed = yaml.safe_load((ROOT / "packaging" / "features.yaml").read_text(encoding="utf-8"))
    drawn = {one.split(".")[0] for sections in listed.values() for rows in sections.values() for row in rows.values()
             for one in row.get("by", [])}  # fmt: skip

    triggers_and_data = {"s3_data", "s3_trigger", "schedule_trigger", "deploy_lambda", "deploy_ecs", "deploy_eks"}
    assert {kind.id for kind in KINDS} - drawn == triggers_and_data
