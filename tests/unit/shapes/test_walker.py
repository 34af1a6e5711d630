"""Every way in which the service model forbids a request is found, with its place; what is allowed is left alone."""

import copy
from collections.abc import Iterator, Mapping
from typing import cast

import pytest
from botocore.model import ServiceModel as BotocoreModel
from botocore.session import Session
from botocore.validate import ParamValidator

from designer.shapes.models import ServiceModel, service_model
from designer.shapes.operations import UnknownOperation, operation
from designer.shapes.patterns import matches
from designer.shapes.shape import Shape
from designer.shapes.violation import Path, Violation
from designer.shapes.walker import violations
from tests.stopwatch import quickest
from tests.unit.shapes.requests import REQUESTS, processing_job, training_job


def places(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    yield path, value
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def changed(request: dict[str, object], path: Path, value: object) -> dict[str, object]:
    if not path:
        return cast("dict[str, object]", value)
    result = copy.deepcopy(request)
    place: object = result
    for part in path[:-1]:
        place = cast("dict[str | int, object]", place)[part]
    cast("dict[str | int, object]", place)[path[-1]] = value
    return result


def shape_at(model: ServiceModel, root: str, path: Path) -> Shape:
    shape = model.shape(root)
    for part in path:
        reference = shape.element or shape.value or shape.members[str(part)]
        shape = model.shape(reference.shape)
    return shape


def spoiled(shape: Shape, value: object, path: Path) -> Iterator[tuple[str, Path, Path, object]]:
    """Yield rule, where it must be found, where to put what, for each limit that the shape has."""
    yield "type", path, path, object()
    if isinstance(value, Mapping) and shape.type == "structure":
        yield "unknown", (*path, "Nonsense"), path, {**value, "Nonsense": 1}
        for member in shape.required:
            yield "required", (*path, member), path, {k: v for k, v in value.items() if k != member}
    if isinstance(value, list) and shape.maximum is not None:
        yield "list_size", path, path, value * (int(shape.maximum) + 1)
    if isinstance(value, Mapping) and shape.type == "map" and shape.maximum is not None:
        yield "map_size", path, path, {f"k{n}": "v" for n in range(int(shape.maximum) + 1)}
    yield from ((rule, path, path, bad) for rule, bad in spoiled_scalars(shape, value))


def spoiled_scalars(shape: Shape, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, str):
        yield "type", 7
        if shape.enum:
            yield "enum", value + "x"
        elif shape.maximum is not None:
            yield "length", value + "a" * int(shape.maximum)
        if shape.pattern and matches(shape.pattern, "\n ?") is False:
            yield "pattern", "\n ?"
    elif isinstance(value, int) and not isinstance(value, bool):
        yield "type", "7"
        if shape.minimum is not None:
            yield "range", int(shape.minimum) - 1
        if shape.maximum is not None:
            yield "range", int(shape.maximum) + 1


def mutants(action: str) -> Iterator[tuple[str, Path, dict[str, object]]]:
    model = service_model("sagemaker")
    assert model is not None
    request = REQUESTS[action]()
    root = operation("sagemaker", action).input_shape
    for path, value in places(request):
        for rule, found_at, put_at, bad in spoiled(shape_at(model, root, path), value, path):
            if path or rule != "type":
                yield rule, found_at, changed(request, put_at, bad)


def check(action: str, request: Mapping[str, object]) -> tuple[Violation, ...]:
    return violations("sagemaker", action, request)


@pytest.mark.parametrize("action", REQUESTS)
def test_a_valid_request_has_no_violations(action: str) -> None:
    assert check(action, REQUESTS[action]()) == ()


@pytest.mark.parametrize("action", REQUESTS)
def test_every_forbidden_change_is_found_at_its_place(action: str) -> None:
    cases = list(mutants(action))

    missed = [
        (rule, path) for rule, path, bad in cases if (rule, path) not in {(v.rule, v.path) for v in check(action, bad)}
    ]

    assert len(cases) > 20
    assert missed == []


@pytest.mark.parametrize("action", REQUESTS)
def test_whatever_botocore_refuses_is_refused(action: str) -> None:
    raw = Session().get_component("data_loader").load_service_model("sagemaker", "service-2")
    shape = BotocoreModel(raw, "sagemaker").operation_model(action).input_shape
    judge = ParamValidator()
    assert shape is not None

    disagreements = [
        (rule, path)
        for rule, path, bad in mutants(action)
        if judge.validate(bad, shape).has_errors() and not check(action, bad)
    ]

    assert disagreements == []


def test_a_misspelt_instance_type_is_answered_with_the_nearest() -> None:
    request = changed(training_job(), ("ResourceConfig", "InstanceType"), "ml.m5.hugee")

    (violation,) = check("CreateTrainingJob", request)

    assert violation.path == ("ResourceConfig", "InstanceType")
    assert violation.message.startswith("InstanceType 'ml.m5.hugee' is not one that SageMaker offers for training; did")
    assert violation.suggestion.startswith("ml.m5.")


def test_a_long_text_is_told_its_length_and_the_limit() -> None:
    request = changed(training_job(), ("TrainingJobName",), "a" * 300)

    messages = [violation.message for violation in check("CreateTrainingJob", request)]

    assert "TrainingJobName is 300 characters long; at most 63 are allowed." in messages


def test_a_misspelt_member_is_answered_with_the_right_name() -> None:
    request = {**training_job(), "Tagss": []}

    (violation,) = check("CreateTrainingJob", request)

    assert (violation.path, violation.suggestion) == (("Tagss",), "Tags")


def test_a_number_where_text_belongs_is_to_be_put_in_quotes() -> None:
    request = changed(training_job(), ("HyperParameters", "max_depth"), 5)

    (violation,) = check("CreateTrainingJob", request)

    assert violation.message == "max_depth must be text, not the number 5; put it in quotes."


def test_a_union_takes_exactly_one_of_its_members() -> None:
    table = {"TabularJobConfig": {"TargetAttributeName": "churn"}}
    text = {"TextClassificationJobConfig": {"ContentColumn": "body", "TargetLabelColumn": "label"}}

    breaches = [
        {each.path for each in check("CreateAutoMLJobV2", {"AutoMLProblemTypeConfig": config}) if each.rule == "union"}
        for config in (table, {**table, **text}, {})
    ]

    place = ("AutoMLProblemTypeConfig",)
    assert breaches == [set(), {place}, {place}]


def test_a_value_known_only_in_a_run_counts_as_right_wherever_it_stands() -> None:
    dynamic = {"Get": "Parameters.X"}
    requests = [changed(training_job(), path, dynamic) for path, _ in places(training_job()) if path]

    found = [
        violations("sagemaker", "CreateTrainingJob", each, is_dynamic=lambda value: value == dynamic)
        for each in requests
    ]

    assert set(found) == {()}


def test_an_object_that_stands_for_text_is_checked_as_its_text() -> None:
    request = changed(training_job(), ("ResourceConfig", "InstanceType"), ("ml.", "m5.tiny"))

    def text_of(value: object) -> str | None:
        return "".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else None

    (violation,) = violations("sagemaker", "CreateTrainingJob", request, text_of=text_of)

    assert violation.rule == "enum"


def test_a_name_that_the_engine_makes_up_may_be_missing() -> None:
    request = processing_job()
    del request["ProcessingJobName"]

    ignored = violations("sagemaker", "CreateProcessingJob", request, ignore_required=frozenset({"ProcessingJobName"}))

    assert ignored == ()
    assert [violation.rule for violation in check("CreateProcessingJob", request)] == ["required"]


def test_step_functions_spelling_is_asked_for_with_the_right_name() -> None:
    request = {"taskDefinition": "train:1", "Cluster": "main", "PropagateTags": "SERVICE"}

    found = violations("ecs", "RunTask", request, case="pascal")

    assert [(each.rule, each.path, each.suggestion) for each in found] == [
        ("unknown", ("taskDefinition",), "TaskDefinition"),
        ("required", ("TaskDefinition",), ""),
    ]


def test_step_functions_may_give_an_object_for_a_message() -> None:
    request = {"Entries": [{"Detail": {"ready": True}, "DetailType.$": "$.type", "Source": "pipeline"}]}

    assert violations("events", "PutEvents", request, case="pascal") == ()
    assert violations("events", "PutEvents", {"Entries": [{"Detail": {"ready": True}}]}) != ()


def test_an_action_that_aws_has_not_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownOperation) as caught:
        violations("sagemaker", "CreateTrainingJobb", {})

    assert caught.value.nearest == "CreateTrainingJob"


def test_a_thousand_requests_take_less_than_a_second() -> None:
    def thousand() -> None:
        for _ in range(1000):
            check("CreateTrainingJob", training_job())

    assert quickest(thousand) < 1.0
