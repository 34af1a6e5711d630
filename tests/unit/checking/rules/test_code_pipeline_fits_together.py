import copy
from typing import Any

from designer.checking.rules.code_pipeline_fits_together import RULE
from tests.unit.checking.imported import places


def action(name: str, category: str, **members: object) -> dict[str, object]:
    kind = {"category": category, "owner": "AWS", "provider": "X", "version": "1"}
    return {"name": name, "actionTypeId": kind, **members}


GIT = {"sourceActionName": "Code"}
PIPELINE: dict[str, Any] = {
    "name": "p",
    "pipelineType": "V2",
    "variables": [{"name": "Size"}],
    "triggers": [{"providerType": "CodeStarSourceConnection", "gitConfiguration": GIT}],
    "stages": [
        {"name": "S", "actions": [action("Code", "Source", namespace="Code", outputArtifacts=[{"name": "App"}])]},
        {
            "name": "B",
            "actions": [
                action("Make", "Build", inputArtifacts=[{"name": "App"}], outputArtifacts=[{"name": "Made"}]),
                action(
                    "Use",
                    "Build",
                    runOrder=2,
                    inputArtifacts=[{"name": "Made"}],
                    configuration={"A": "#{variables.Size} #{Code.CommitId} #{codepipeline.PipelineExecutionId}"},
                ),
            ],
        },
    ],
}


def changed(*path: str | int, value: object) -> dict[str, Any]:
    pipeline = copy.deepcopy(PIPELINE)
    here: Any = pipeline
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] = value
    return pipeline


USE = ("stages", 1, "actions", 1)
_KIND = "definition.actionTypeId.category"


def test_a_pipeline_that_fits_together_stays_silent() -> None:
    assert places(RULE, PIPELINE) == []


def test_a_source_behind_the_first_stage_is_found_and_what_is_none_in_it() -> None:
    assert places(RULE, changed(*USE, "actionTypeId", "category", value="Source")) == [f"Use {_KIND}"]
    more = [*PIPELINE["stages"][0]["actions"], action("Other", "Build")]
    assert places(RULE, changed("stages", 0, "actions", value=more)) == [f"Other {_KIND}"]


def test_an_artifact_that_is_not_made_before_is_found() -> None:
    place = "Use definition.inputArtifacts.0.name"

    assert places(RULE, changed(*USE, "inputArtifacts", value=[{"name": "Nothing"}])) == [place]
    assert places(RULE, changed(*USE, "runOrder", value=1)) == [place]


def test_an_artifact_that_is_made_twice_is_found() -> None:
    twice = changed(*USE, "outputArtifacts", value=[{"name": "Made"}])

    assert places(RULE, twice) == ["Use definition.outputArtifacts.0.name"]


def test_a_trigger_that_names_no_source_is_found() -> None:
    wrong = changed("triggers", 0, "gitConfiguration", "sourceActionName", value="Make")

    assert places(RULE, wrong) == ["settings.code_pipeline.triggers.0.gitConfiguration.sourceActionName"]


def test_triggers_of_a_pipeline_of_the_first_type_are_found() -> None:
    assert places(RULE, changed("pipelineType", value="V1")) == ["settings.code_pipeline.pipelineType"]


def test_variables_that_nobody_gives_are_found() -> None:
    for text in ("#{variables.Sise}", "#{Other.X}", "#{Make.X}"):
        wrong = changed(*USE, "configuration", "A", value=text)
        assert places(RULE, wrong) == ["Use definition.configuration.A"]
