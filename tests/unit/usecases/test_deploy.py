import re

import pytest

from designer.document.model import Document
from designer.usecases.account import AccountChoice
from designer.usecases.deploy import left_running, stack_name
from designer.usecases.project import Project, open_project
from designer.usecases.starters import starter
from tests.unit.checking.subjects import target


def named(name: str, choice: AccountChoice | None = None) -> str:
    return stack_name(Project(document=Document(name=name), files={}), target("sagemaker"), choice or AccountChoice())


def test_a_stack_is_named_after_the_pipeline_and_the_target() -> None:
    assert named("churn-training") == "churn-training-sagemaker"


def test_the_name_that_a_person_gives_wins() -> None:
    assert named("churn", AccountChoice(stack="mine")) == "mine"


@pytest.mark.parametrize("name", ["", "2nd try", "été", "x" * 300, "---", "under_score"])
def test_a_stack_has_a_name_that_cloudformation_takes(name: str) -> None:
    assert re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", named(name))
    assert named(name).endswith("-sagemaker")


def test_an_endpoint_that_a_run_made_is_told_of_with_the_command_that_deletes_it() -> None:
    project = open_project(starter("lambda-train-deploy").pipeline)

    (sentence,) = left_running(project)

    assert sentence.endswith("aws sagemaker delete-endpoint --endpoint-name churn")


def test_a_pipeline_that_makes_no_endpoint_leaves_nothing_running() -> None:
    assert left_running(open_project(starter("sagemaker-training").pipeline)) == ()
