"""What happens where a judge is not installed: its tests are skipped, saying so, or fail where judges are demanded."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[2]
JUDGES = ROOT / ".judges"


def report_absence(judge: str) -> NoReturn:
    """Skip the test, or fail it where PIPELINE_DESIGNER_JUDGES=1 demands every judge."""
    reason = f"The judge {judge} is not installed: sh packaging/test.sh --judges installs it."
    if os.environ.get("PIPELINE_DESIGNER_JUDGES") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
