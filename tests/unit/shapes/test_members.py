"""A member tells the inspector its help, choices and limits."""

import pytest

from designer.shapes.members import member, output_member
from designer.shapes.operations import operation
from designer.shapes.prose import first_sentence
from designer.shapes.violation import Path

TRAINING = operation("sagemaker", "CreateTrainingJob")


def test_an_instance_type_comes_with_its_choices_and_help() -> None:
    found = member(TRAINING, ("ResourceConfig", "InstanceType"))

    assert found is not None
    assert "ml.m5.large" in found.enum
    assert found.help == "The ML compute instance type."


@pytest.mark.parametrize("step", [(0,), ("*",), ("[]",), ()])
def test_a_list_may_be_stepped_into_or_left_out_of_the_path(step: Path) -> None:
    found = member(TRAINING, ("InputDataConfig", *step, "ChannelName"))

    assert found is not None
    assert (found.required, found.min, found.max) == (True, 1, 64)


def test_a_member_tells_what_is_inside_it() -> None:
    channels = member(TRAINING, ("InputDataConfig",))
    resources = member(TRAINING, ("ResourceConfig",))

    assert channels is not None
    assert resources is not None
    assert channels.element_type == "structure"
    assert "VolumeSizeInGB" in resources.members


@pytest.mark.parametrize(
    ("path", "is_there"), [(("ModelArtifacts", "S3ModelArtifacts"), True), (("ModelArtifacts", "S3Model"), False)]
)
def test_a_reference_to_an_answer_is_known_or_not(path: Path, is_there: bool) -> None:
    answer = operation("sagemaker", "DescribeTrainingJob")

    assert (output_member(answer, path) is not None) == is_there


def test_most_fields_of_a_training_job_have_help_without_markup() -> None:
    request = [member(TRAINING, (name,)) for name in ("AlgorithmSpecification", "RoleArn", "HyperParameters", "Tags")]

    helps = [found.help for found in request if found]

    assert all(helps)
    assert not any("<" in text for text in helps)


def test_an_abbreviation_does_not_end_the_first_sentence() -> None:
    text = "<p>Give a size, e.g. 30 GB, to <code>Volume</code>. The rest is up to you.</p>"

    assert first_sentence(text) == "Give a size, e.g. 30 GB, to Volume."
