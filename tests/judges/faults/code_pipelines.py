"""Kinds of faults in CodePipelines."""

import copy
from collections.abc import Callable, Iterator

from tests.judges.faults.fault import Fault, Json, first, setting, without


def _actions(definition: Json, provider: str = "") -> Iterator[Json]:
    for stage in definition["pipeline"]["stages"]:
        yield from (one for one in stage["actions"] if provider in ("", one["actionTypeId"]["provider"]))


def _action(name: str, change: Callable[[Json], object], provider: str = "") -> Fault:
    return Fault(name, lambda definition: first(_actions(definition, provider), change))


def _build(name: str, change: Callable[[Json], object]) -> Fault:
    return _action(name, change, "CodeBuild")


def _pipeline(name: str, change: Callable[[Json], object]) -> Fault:
    return Fault(name, lambda definition: first(iter((definition["pipeline"],)), change))


def _kind(**members: str) -> Callable[[Json], object]:
    return lambda action: action["actionTypeId"].update(members)


def _configuration(**members: str) -> Callable[[Json], object]:
    return lambda action: action["configuration"].update(members)


def _trigger(source: str) -> list[Json]:
    return [{"providerType": "CodeStarSourceConnection", "gitConfiguration": {"sourceActionName": source}}]


def _source_later(pipeline: Json) -> None:
    later = copy.deepcopy(pipeline["stages"][0]["actions"][0])
    later |= {"name": "Later", "outputArtifacts": [{"name": "Other"}]}
    pipeline["stages"][-1]["actions"].append(later)


FAULTS: tuple[Fault, ...] = (
    _build("unknown provider", _kind(provider="AWS CodeBuild")),
    _build("provider of another category", _kind(category="Deploy")),
    _build("unknown owner", _kind(owner="Amazon")),
    _build("no project", lambda action: action["configuration"].pop("ProjectName")),
    _build("unknown key of a configuration", _configuration(PrimarySorce="x")),
    _build("artifact that nobody makes", setting(inputArtifacts=[{"name": "Nothing"}])),
    _build("variable of a namespace that is not there", _configuration(EnvironmentVariables="#{nobody.X}")),
    _build("variable of the pipeline that is not there", _configuration(EnvironmentVariables="#{variables.Nobody}")),
    _action("no type", without("actionTypeId")),
    _action("no name", without("name")),
    _action("no bucket of a source", lambda action: action["configuration"].pop("S3Bucket"), "S3"),
    _pipeline("trigger that names no source", setting(triggers=_trigger("Nowhere"))),
    _pipeline("trigger in a pipeline of the first type", setting(triggers=_trigger("Source"), pipelineType="V1")),
    _pipeline("source behind the first stage", _source_later),
    _pipeline("no source first", lambda pipeline: pipeline["stages"].pop(0)),
    _pipeline("no stages", setting(stages=[])),
    _pipeline("stage without actions", lambda pipeline: pipeline["stages"][0].pop("actions")),
)
