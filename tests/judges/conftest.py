"""The judges as fixtures: each is started once for all of its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.judges.asl import AslJudge, open_asl_judge
from tests.judges.sdk import SdkJudge, open_sdk_judge

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def asl_judge() -> Iterator[AslJudge]:
    with open_asl_judge() as judge:
        yield judge


@pytest.fixture(scope="session")
def sdk_judge() -> Iterator[SdkJudge]:
    with open_sdk_judge() as judge:
        yield judge
