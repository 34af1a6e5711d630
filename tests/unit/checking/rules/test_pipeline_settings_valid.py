from dataclasses import replace

import pytest

from designer.checking.rules.pipeline_settings_valid import RULE
from tests.unit.checking.subjects import document, spots


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"max_parallel_steps": "seven"}, "settings.max_parallel_steps"),
        ({"max_parallel_steps": 0}, "settings.max_parallel_steps"),
        ({"execution_mode": "SERIAL"}, "settings.execution_mode"),
        ({"on_stage_failure": "explode"}, "settings.on_stage_failure"),
        ({"timeout_hours": -1}, "settings.timeout_hours"),
        ({"execution_mode": "PARALLEL", "on_stage_failure": "rollback"}, "settings.on_stage_failure"),
    ],
)
def test_a_setting_that_cannot_be_followed_is_found(settings: dict[str, object], place: str) -> None:
    found = spots(RULE, replace(document(), settings=settings))

    assert [spot.setting for spot in found] == [place]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"max_parallel_steps": 7, "execution_mode": "PARALLEL", "on_stage_failure": "retry"},
        {"execution_role": None, "bucket": "", "tags": {"team": "${params.Team}", "cost": 7}},
        {"state_machine": {"StartAt": "A"}, "mine": 1},
    ],
)
def test_what_can_be_followed_stays_silent(settings: dict[str, object]) -> None:
    assert spots(RULE, replace(document(), settings=settings)) == []
