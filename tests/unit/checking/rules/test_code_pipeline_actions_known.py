import pytest

from designer.checking.rules.code_pipeline_actions_known import RULE
from tests.unit.checking.imported import places


def pipeline(category: str, provider: str, owner: str = "AWS", **configuration: str) -> dict[str, object]:
    kind = {"category": category, "owner": owner, "provider": provider, "version": "1"}
    action = {"name": "A", "actionTypeId": kind, "configuration": configuration}
    return {"name": "p", "stages": [{"name": "S", "actions": [action]}]}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (pipeline("Build", "AWS CodeBuild", ProjectName="p"), "actionTypeId.provider"),
        (pipeline("Deploy", "CodeBuild", ProjectName="p"), "actionTypeId.provider"),
        (pipeline("Build", "CodeBuild", "Amazon", ProjectName="p"), "actionTypeId.owner"),
        (pipeline("Build", "CodeBuild"), "configuration.ProjectName"),
        (pipeline("Build", "CodeBuild", ProjectName="p", PrimarySorce="x"), "configuration.PrimarySorce"),
        (pipeline("Invoke", "Lambda", UserParameters="x"), "configuration.FunctionName"),
        (pipeline("Deploy", "EKS", ClusterName="c", Manifests="x"), "configuration.Manifests"),
    ],
)
def test_what_codepipeline_does_not_know_is_found(content: object, place: str) -> None:
    assert places(RULE, content) == [f"A definition.{place}"]


@pytest.mark.parametrize(
    "content",
    [
        pipeline("Build", "CodeBuild", ProjectName="p", PrimarySource="x"),
        pipeline("Approval", "Manual"),
        pipeline("Deploy", "OpsWorks", AnyKey="x"),
        pipeline("Build", "Mine", "Custom", AnyKey="x"),
        pipeline("Build", "${Provider}"),
    ],
)
def test_what_it_knows_stays_silent(content: object) -> None:
    assert places(RULE, content) == []
