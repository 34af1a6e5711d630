"""EMR has a command of its own in the AWS CLI, which takes steps in another form than the API: jq makes that form."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from designer.catalog.kinds.emr_step import KIND
from exporters.codepipeline.scripts import script
from tests.judges.absence import report_absence
from tests.unit.catalog.kinds.placing import place, the_call

pytestmark = pytest.mark.judge


def test_steps_are_added_in_the_form_that_the_command_takes(tmp_path: Path) -> None:
    if shutil.which("jq") is None:
        report_absence("jq")
    settings = {
        "cluster_id": "j-1",
        "arguments": ["a b", "c"],
        "main_class": "Main",
        "properties": {"k": "v", "l": "w"},
    }
    lines = list(script(the_call(place(KIND, settings)), "churn", ()))
    made = [line for line in lines if line.startswith("jq ") and line.endswith(("> request.json", "> steps.json"))]

    subprocess.run(["sh", "-ec", "\n".join(made)], cwd=tmp_path, check=True)

    assert json.loads((tmp_path / "steps.json").read_text(encoding="utf-8")) == [
        {
            "Type": "CUSTOM_JAR",
            "Name": "node",
            "ActionOnFailure": "CONTINUE",
            "Jar": "command-runner.jar",
            "Args": ["a b", "c"],
            "MainClass": "Main",
            "Properties": "k=v,l=w",
        }
    ]
    assert any(line.startswith("aws emr add-steps --cluster-id") for line in lines)
    assert any("aws emr describe-step --step-id" in line and "--cluster-id" in line for line in lines)
