import pytest

from designer.usecases.check import findings
from designer.usecases.project import open_project
from designer.usecases.starters import Starter, starters
from designer.usecases.targets import target, targets

STARTERS = starters()
PAIRS = [(starter, chosen) for starter in STARTERS for chosen in starter.targets]


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: str(one.id))
def test_a_starter_opens_without_a_finding(starter: Starter) -> None:
    found = findings(open_project(starter.pipeline))

    assert [f"{one.node} {one.message}" for one in found] == []


@pytest.mark.parametrize(("starter", "chosen"), PAIRS, ids=lambda one: getattr(one, "id", str(one)))
def test_a_starter_has_no_finding_for_a_target_that_it_names(starter: Starter, chosen: str) -> None:
    found = findings(open_project(starter.pipeline), target(chosen))

    assert [f"{one.node} {one.message}" for one in found] == []


@pytest.mark.parametrize("starter", STARTERS, ids=lambda one: str(one.id))
def test_a_starter_leaves_out_only_targets_that_cannot_take_it(starter: Starter) -> None:
    project = open_project(starter.pipeline)
    taking = {one.id for one in targets() if not findings(project, one)}

    assert set(starter.targets) == taking


def test_the_first_three_are_taken_by_every_target() -> None:
    everywhere = {one.id for one in targets()}

    assert [set(one.targets) for one in STARTERS[:3]] == [everywhere] * 3
