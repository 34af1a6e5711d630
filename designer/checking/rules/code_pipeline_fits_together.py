"""Stages, artifacts, triggers and variables of a CodePipeline fit together."""

import re
from collections.abc import Iterator, Mapping

from designer.checking.code_pipeline_actions import WrittenAction, actions_of, pipeline_of
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.texts import texts_in
from designer.graph.model import Graph

_SOURCE = "Source"
_VARIABLE = re.compile(r"#\{([^{}.]*)\.([^{}]*)\}")
_OF_ALL = frozenset({"codepipeline"})
_TOP = "settings.code_pipeline"


def _spots(subject: Subject) -> Iterator[Spot]:
    actions = actions_of(subject.graph)
    yield from _sources(actions)
    yield from _artifacts(actions)
    yield from _triggers(subject.graph, actions)
    yield from _variables(subject.graph, actions)


def _sources(actions: tuple[WrittenAction, ...]) -> Iterator[Spot]:
    for action in actions:
        is_source = action.type_id.get("category") == _SOURCE
        if is_source != (action.stage == 0):
            message = (
                "A source stands in the first stage and nowhere else."
                if is_source
                else "The first stage holds sources alone."
            )
            yield Spot(message=message, node=action.node, setting="definition.actionTypeId.category")


def _artifacts(actions: tuple[WrittenAction, ...]) -> Iterator[Spot]:
    made: dict[str, tuple[int, int]] = {}
    for action in actions:
        now = (action.stage, action.order)
        for index, name in enumerate(action.artifacts("inputArtifacts")):
            if made.get(name, now) >= now:
                message = f"No action that runs before this one makes the artifact '{name}'."
                yield Spot(message=message, node=action.node, setting=f"definition.inputArtifacts.{index}.name")
        for index, name in enumerate(action.artifacts("outputArtifacts")):
            if name in made:
                message = f"Another action makes an artifact '{name}' already."
                yield Spot(message=message, node=action.node, setting=f"definition.outputArtifacts.{index}.name")
            made.setdefault(name, now)


def _triggers(graph: Graph, actions: tuple[WrittenAction, ...]) -> Iterator[Spot]:
    pipeline = pipeline_of(graph)
    triggers = pipeline.get("triggers")
    if not isinstance(triggers, list):
        return
    if triggers and pipeline.get("pipelineType") == "V1":
        yield Spot(message="A pipeline of type V1 has no triggers; make it V2.", setting=f"{_TOP}.pipelineType")
    sources = [str(one.body.get("name")) for one in actions if one.type_id.get("category") == _SOURCE]
    for index, trigger in enumerate(triggers):
        git = trigger.get("gitConfiguration") if isinstance(trigger, Mapping) else None
        name = git.get("sourceActionName") if isinstance(git, Mapping) else None
        if name not in sources:
            setting = f"{_TOP}.triggers.{index}.gitConfiguration.sourceActionName"
            yield Spot(message=f"There is no source action '{name}' to start with.", setting=setting)


def _variables(graph: Graph, actions: tuple[WrittenAction, ...]) -> Iterator[Spot]:
    given: set[str] = set()
    here: tuple[int, int] = (-1, -1)
    beside: set[str] = set()
    for action in actions:
        now = (action.stage, action.order)
        if now != here:
            given, beside, here = given | beside, set(), now
        for path, text in texts_in(action.body):
            for owner, name in _VARIABLE.findall(text):
                problem = _problem(owner, name, given, graph)
                if problem:
                    setting = ".".join(("definition", *path))
                    yield Spot(message=f"#{{{owner}.{name}}}: {problem}", node=action.node, setting=setting)
        if action.namespace:
            beside.add(action.namespace)


def _problem(owner: str, name: str, given: set[str], graph: Graph) -> str:
    if owner == "variables":
        declared = pipeline_of(graph).get("variables")
        kept = (
            {str(one.get("name")) for one in declared if isinstance(one, Mapping)}
            if isinstance(declared, list)
            else set()
        )
        return "" if name in {*graph.document.parameters, *kept} else f"the pipeline has no variable '{name}'."
    if owner in _OF_ALL or owner in given:
        return ""
    return f"no action that runs before this one has the namespace '{owner}'."


RULE = Rule(
    id="A432",
    severity=Severity.ERROR,
    title="CodePipeline fits together",
    why="CodePipeline refuses a pipeline whose parts name each other wrongly, or fails it in the middle of a run.",
    spots=_spots,
)
