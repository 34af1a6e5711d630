"""A rule of a stage has a provider that there is, with the configuration that it takes, and a result that its moment takes."""

from collections.abc import Iterator, Mapping

from designer.checking.code_pipeline_actions import Keys, pipeline_of
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.shapes.spelling import nearest_name

RULE_PROVIDERS: Mapping[str, Keys] = {
    "CloudWatchAlarm": Keys(("AlarmName",), ("AlarmStates", "WaitTime")),
    "CodeBuild": Keys(("ProjectName",), ("PrimarySource", "EnvironmentVariables", "BatchEnabled", "CombineArtifacts")),
    "Commands": Keys(),
    "DeploymentWindow": Keys(("Cron",), ("TimeZone",)),
    "LambdaInvoke": Keys(("FunctionName",), ("UserParameters",)),
    "VariableCheck": Keys(("Variable", "Value", "Operator")),
}
"""The keys of each rule's configuration, by its provider."""
_RESULTS: Mapping[str, tuple[str, ...]] = {
    "beforeEntry": ("FAIL", "SKIP"),
    "onSuccess": ("FAIL", "ROLLBACK"),
    "onFailure": ("ROLLBACK",),
}
_SKIPPING = ("LambdaInvoke", "VariableCheck")
_STAGES = "settings.code_pipeline.stages"


def _spots(subject: Subject) -> Iterator[Spot]:
    for place, stage in enumerate(_listed(pipeline_of(subject.graph), "stages")):
        for hook, results in _RESULTS.items():
            for number, condition in enumerate(_listed(stage.get(hook), "conditions")):
                at = f"{_STAGES}.{place}.{hook}.conditions.{number}"
                yield from _result(condition, hook, results, at)
                for index, rule in enumerate(_listed(condition, "rules")):
                    yield from _rule(rule, str(condition.get("result")), f"{at}.rules.{index}")


def _listed(holder: object, member: str) -> list[Mapping[str, object]]:
    found = holder.get(member) if isinstance(holder, Mapping) else None
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _result(condition: Mapping[str, object], hook: str, results: tuple[str, ...], at: str) -> Iterator[Spot]:
    result = condition.get("result")
    if result is not None and "${" not in str(result) and result not in results:
        message = f"The result of {hook} is {' or '.join(results)}, not '{result}'."
        yield Spot(message=message, setting=f"{at}.result")


def _rule(rule: Mapping[str, object], result: str, at: str) -> Iterator[Spot]:
    kind = rule.get("ruleTypeId")
    provider = str(kind.get("provider")) if isinstance(kind, Mapping) else ""
    if "${" in provider:
        return
    if provider not in RULE_PROVIDERS:
        message = f"CodePipeline has no rule '{provider}'; it has {', '.join(RULE_PROVIDERS)}."
        yield Spot(message=message, setting=f"{at}.ruleTypeId.provider")
        return
    if result == "SKIP" and provider not in _SKIPPING:
        message = f"A stage is skipped by {' or '.join(_SKIPPING)} alone, not by {provider}."
        yield Spot(message=message, setting=f"{at}.ruleTypeId.provider")
    yield from _keys(rule, provider, at)


def _keys(rule: Mapping[str, object], provider: str, at: str) -> Iterator[Spot]:
    keys, found = RULE_PROVIDERS[provider], rule.get("configuration")
    configuration = found if isinstance(found, Mapping) else {}
    for key in keys.needed:
        if key not in configuration:
            yield Spot(message=f"The rule {provider} needs {key}.", setting=f"{at}.configuration.{key}")
    known = (*keys.needed, *keys.others)
    for key in configuration:
        if key not in known:
            near = nearest_name(str(key), known)
            meant = f"; did you mean '{near}'" if near else ""
            message = f"The rule {provider} has no {key}{meant}."
            yield Spot(message=message, setting=f"{at}.configuration.{key}")


RULE = Rule(
    id="A433",
    severity=Severity.ERROR,
    title="Rules of CodePipeline's stages exist",
    why="CodePipeline refuses a rule, a key or a result that it does not know only when the pipeline is made or run.",
    spots=_spots,
)
