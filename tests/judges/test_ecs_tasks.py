"""A build that waits for an ECS task fails when a container of it did; jq decides."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from designer.catalog.kinds.ecs_task import KIND
from exporters.codepipeline.scripts import script
from tests.judges.absence import report_absence
from tests.unit.catalog.kinds.placing import place, the_call

pytestmark = pytest.mark.judge


@pytest.mark.parametrize(
    ("containers", "ends_well"),
    [
        ([{"exitCode": 0}, {"exitCode": 0}], True),
        ([{"exitCode": 0}, {"exitCode": 3}], False),
        ([{"name": "never started"}], False),
    ],
)
def test_the_exit_codes_decide(tmp_path: Path, containers: list[dict[str, object]], ends_well: bool) -> None:
    if shutil.which("jq") is None:
        report_absence("jq")
    call = the_call(place(KIND, {"task_definition": "score", "subnets": ["subnet-1"]}))
    (check,) = [line for line in script(call, "churn", ()) if "exitCode" in line]
    answer = {"tasks": [{"containers": containers, "stoppedReason": "Essential container exited"}]}
    (tmp_path / "answer.json").write_text(json.dumps(answer), encoding="utf-8")

    ended = subprocess.run(["sh", "-c", check], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (ended.returncode == 0) is ends_well
    assert ("Essential container exited" in ended.stderr) is not ends_well
