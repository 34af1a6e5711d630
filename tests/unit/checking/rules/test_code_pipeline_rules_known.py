import pytest

from designer.checking.rules.code_pipeline_rules_known import RULE
from tests.unit.checking.imported import places


def pipeline(hook: str, result: str, provider: str, **configuration: str) -> dict[str, object]:
    rule = {"name": "R", "ruleTypeId": {"category": "Rule", "provider": provider}, "configuration": configuration}
    kind = {"category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1"}
    stage = {"name": "S", "actions": [{"name": "A", "actionTypeId": kind}]}
    return {"name": "p", "stages": [{**stage, hook: {"conditions": [{"result": result, "rules": [rule]}]}}]}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (pipeline("beforeEntry", "FAIL", "Alarm", AlarmName="a"), "rules.0.ruleTypeId.provider"),
        (pipeline("beforeEntry", "SKIP", "DeploymentWindow", Cron="* * * ? * *"), "rules.0.ruleTypeId.provider"),
        (pipeline("beforeEntry", "ROLLBACK", "LambdaInvoke", FunctionName="f"), "result"),
        (pipeline("onSuccess", "SKIP", "LambdaInvoke", FunctionName="f"), "result"),
        (pipeline("onFailure", "FAIL", "LambdaInvoke", FunctionName="f"), "result"),
        (pipeline("onSuccess", "FAIL", "CloudWatchAlarm"), "rules.0.configuration.AlarmName"),
        (pipeline("onSuccess", "FAIL", "CloudWatchAlarm", AlarmName="a", Wait="1"), "rules.0.configuration.Wait"),
    ],
)
def test_what_codepipeline_does_not_know_is_found(content: object, place: str) -> None:
    (found,) = places(RULE, content)

    assert found.startswith("settings.code_pipeline.stages.0.")
    assert found.endswith(f".conditions.0.{place}")


@pytest.mark.parametrize(
    "content",
    [
        pipeline("beforeEntry", "SKIP", "VariableCheck", Variable="#{variables.A}", Value="a", Operator="EQ"),
        pipeline("onFailure", "ROLLBACK", "CodeBuild", ProjectName="p"),
        pipeline("onSuccess", "${Result}", "${Provider}", Anything="x"),
    ],
)
def test_what_it_knows_stays_silent(content: object) -> None:
    assert places(RULE, content) == []
