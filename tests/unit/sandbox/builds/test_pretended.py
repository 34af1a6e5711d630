"""What a build that is not run gives."""

import pytest

from designer.sandbox.builds.pretended import Purpose, purpose

GUARDED = (
    '# designer: {"runs_when": [[["BRANCH_check", "then"], ["BRANCH_other", "else"]]], "fails": true}\nversion: 0.2'
)


def test_a_build_that_says_nothing_does_its_work() -> None:
    assert purpose("version: 0.2\n", {}) == Purpose(runs=True, fails=False)


@pytest.mark.parametrize(
    "line", ["# designer: {", "# designer: []", '# designer: {"runs_when": [[1]]}', "# designer: 1"]
)
def test_a_line_that_cannot_be_read_says_nothing(line: str) -> None:
    assert purpose(line, {}) == Purpose(runs=True, fails=False)


@pytest.mark.parametrize(
    ("variables", "runs"),
    [
        ({"BRANCH_check": "then", "BRANCH_other": "then"}, True),
        ({"BRANCH_check": "else", "BRANCH_other": "else"}, True),
        ({"BRANCH_check": "else", "BRANCH_other": "then"}, False),
        ({"BRANCH_check": "skipped"}, False),
    ],
)
def test_a_guarded_build_runs_when_one_of_its_branches_was_taken(variables: dict[str, str], runs: bool) -> None:
    assert purpose(GUARDED, variables) == Purpose(runs=runs, fails=runs)


def test_a_build_that_does_its_work_exports_that_it_ran_and_its_values() -> None:
    found = Purpose(runs=True, fails=False).exported(["RAN", "OUT_Uri"], {"RAN": "x", "OUT_Uri": "s3://b/k"})

    assert found == {"RAN": "true", "OUT_Uri": "s3://b/k"}


def test_a_skipped_build_exports_that_it_did_not_run() -> None:
    found = Purpose(runs=False, fails=False).exported(["RAN", "BRANCH"], {"BRANCH": "then"})

    assert found == {"RAN": "false", "BRANCH": "skipped"}
