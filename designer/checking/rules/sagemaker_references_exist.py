"""What a step of SageMaker Pipelines reads and waits for is there."""

import re
from collections.abc import Iterator, Mapping

from designer.catalog.sagemaker_text import gets_in
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.sagemaker_steps import WrittenStep, answers, steps_of
from designer.document.kept import SAGEMAKER_PIPELINE
from designer.graph.model import Graph
from designer.shapes.spelling import nearest_name

# https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-properties.html
_EXECUTION = (
    "StartDateTime",
    "CurrentDateTime",
    "PipelineName",
    "PipelineArn",
    "PipelineExecutionId",
    "PipelineExecutionArn",
    "TrainingJobName",
    "ProcessingJobName",
)
_STEP = re.compile(r"([A-Za-z0-9_-]+)(?:[.](.*))?", re.DOTALL)


def _spots(subject: Subject) -> Iterator[Spot]:
    steps = steps_of(subject.graph)
    for step in steps.values():
        for path, get in gets_in(step.body):
            problem = _problem(get, step, steps, subject.graph)
            if problem:
                yield Spot(message=f"{get}: {problem}", node=step.node, setting=_setting(path))
        for index, name in _waits(step):
            if name not in subject.graph.nodes:
                message = f"There is no step '{name}' to wait for{_meant(name, tuple(steps))}."
                yield Spot(message=message, node=step.node, setting=_setting(("DependsOn", index)))
    for path, get in gets_in(subject.graph.document.settings.get(SAGEMAKER_PIPELINE)):
        problem = _problem(get, None, steps, subject.graph)
        if problem:
            place = ".".join(str(part) for part in ("settings", SAGEMAKER_PIPELINE, *path))
            yield Spot(message=f"{get}: {problem}", setting=place)
    yield from _edges_from_nowhere(subject.graph, steps)


def _problem(get: str, step: WrittenStep | None, steps: Mapping[str, WrittenStep], graph: Graph) -> str:
    owner, _, rest = get.partition(".")
    if owner == "Parameters":
        names = tuple(graph.document.parameters)
        return "" if rest in names else f"there is no parameter '{rest}'{_meant(rest, names)}."
    if owner == "Execution":
        return "" if rest in _EXECUTION else f"an execution has {', '.join(_EXECUTION)}."
    if owner == "ForEach":
        return ""
    match = _STEP.fullmatch(rest) if owner == "Steps" else None
    if match is None:
        return "what is read begins with Parameters, Steps or Execution."
    return _problem_of_step(match[1], match[2] or "", step, steps, graph)


def _problem_of_step(
    name: str, path: str, step: WrittenStep | None, steps: Mapping[str, WrittenStep], graph: Graph
) -> str:
    if step is not None and name == step.node:
        return "a step cannot read its own answer."
    if name not in graph.nodes:
        return f"there is no step '{name}'{_meant(name, tuple(steps))}."
    source = steps.get(name)
    if source is not None and source.type == "Fail":
        return "a Fail step gives nothing."
    if source is not None and not answers(source, path):
        return f"a {source.type} step has no '{path}' in its answer."
    return ""


def _waits(step: WrittenStep) -> Iterator[tuple[int, str]]:
    waits = step.body.get("DependsOn")
    for index, one in enumerate(waits if isinstance(waits, list) else ()):
        name = one.get("Step") if isinstance(one, Mapping) else one
        if isinstance(name, str):
            yield index, name


def _edges_from_nowhere(graph: Graph, steps: Mapping[str, WrittenStep]) -> Iterator[Spot]:
    for one in graph.document.edges:
        if one.target in steps and one.is_flow and one.source not in graph.document.nodes:
            message = f"There is no step '{one.source}' to wait for{_meant(one.source, tuple(steps))}."
            yield Spot(message=message, node=one.target)


def _setting(path: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in ("definition", *path))


def _meant(name: str, choices: tuple[str, ...]) -> str:
    near = nearest_name(name, choices)
    return f"; did you mean '{near}'" if near and near != name else ""


RULE = Rule(
    id="A421",
    severity=Severity.ERROR,
    title="Steps read what there is",
    why="SageMaker Pipelines refuses a definition that reads a step, a parameter or an answer that does not exist.",
    spots=_spots,
)
