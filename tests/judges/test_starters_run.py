"""Every starter, deployed to the sandbox by every target, does what the reference semantics say, and goes again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from designer.sandbox.address import SandboxAddress
from designer.sandbox.process import running_sandbox
from designer.usecases.account import AccountChoice, opened
from tests.judges.starter_cases import Case, cases
from tests.judges.starter_journey import EDITS, Journey, Traveller, found_in_account

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sandbox() -> Iterator[SandboxAddress]:
    with running_sandbox() as address:
        found_in_account(address)
        yield address


@pytest.fixture(scope="module", params=cases(), ids=str)
def journey(request: pytest.FixtureRequest, sandbox: SandboxAddress) -> Journey:
    case: Case = request.param
    choice = AccountChoice(sandbox=True, endpoint_url=sandbox.endpoint_url)
    with opened(choice, case.project.document.region) as gateways:
        return Traveller(case=case, sandbox=sandbox, gateways=gateways).travel()


def test_every_resource_is_made(journey: Journey) -> None:
    assert journey.failures == ()


def test_the_same_pipeline_again_is_an_empty_plan(journey: Journey) -> None:
    assert journey.changes_of_nothing == ()


def test_a_run_ends_as_its_branch_ends(journey: Journey) -> None:
    found = [(run.status, run.reason if run.expected_status is not run.status else "") for run in journey.runs]

    assert found == [(run.expected_status, "") for run in journey.runs]


def test_the_nodes_that_run_are_those_of_the_reference_semantics(journey: Journey) -> None:
    assert [run.ran for run in journey.runs] == [run.expected for run in journey.runs]
    assert all(run.expected for run in journey.runs)


def test_the_plan_of_a_changed_setting_names_the_one_resource_that_holds_it(journey: Journey) -> None:
    holder = EDITS[journey.case.starter.id].build if journey.case.target.id == "codepipeline" else "Pipeline"

    assert journey.changes_of_edit == (f"Modify {holder}",)
    assert journey.changes_after_edit == ()


def test_nothing_is_left_of_a_destroyed_pipeline(journey: Journey) -> None:
    assert journey.left == ()
