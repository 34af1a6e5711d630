"""Rules that guard a stage: how the API takes them, and why not where it does not."""

from collections.abc import Iterator, Mapping

from designer.catalog.naming import artifact_name
from designer.catalog.needs import StageRule
from designer.catalog.values import StepOutput, expressions_in
from designer.workflow.model import Workflow
from exporters.codepipeline.guards import Guard
from exporters.codepipeline.kept import is_imported
from exporters.codepipeline.parts import rules_of
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.staging import Staged
from exporters.codepipeline.texts import is_writable, pipeline_text

HOOKS: Mapping[str, str] = {"before_entry": "beforeEntry", "on_success": "onSuccess", "on_failure": "onFailure"}
"""The members of a stage by the moments of its rules, in the order in which they are written."""
_MOST_RULES = 5


def rule_type(provider: str) -> dict[str, str]:
    """Return the type of a rule of AWS's own."""
    return {"category": "Rule", "owner": "AWS", "provider": provider, "version": "1"}


def hooks(stage: Staged, plan: Plan) -> dict[str, object]:
    """Return the members of a stage that hold the rules drawn in its frame."""
    found: dict[str, object] = {}
    for moment, hook in HOOKS.items():
        rules = [rule for rule in _rules_of_stage(stage, plan.workflow) if rule.moment == moment]
        if rules:
            written = [_written(rule, plan.workflow.name) for rule in rules]
            found[hook] = {"conditions": [{"result": rules[0].result.upper(), "rules": written}]}
    return found


def _rules_of_stage(stage: Staged, workflow: Workflow) -> list[StageRule]:
    return [rule for rule in rules_of(workflow) if _frame(rule, workflow) == stage.title]


def _frame(rule: StageRule, workflow: Workflow) -> str:
    return next((stage.name for stage in workflow.stages if rule.node in stage.nodes), "")


def _written(rule: StageRule, pipeline: str) -> dict[str, object]:
    written: dict[str, object] = {
        "name": rule.node,
        "ruleTypeId": rule_type(rule.provider),
        "configuration": {name: pipeline_text(value, pipeline) for name, value in rule.configuration.items()},
        "commands": list(rule.commands),
        "inputArtifacts": [{"name": artifact_name(node)} for node in rule.reads],
        "region": rule.region,
        "roleArn": pipeline_text(rule.role_arn, pipeline),
        "timeoutInMinutes": rule.timeout_minutes,
    }
    return {name: member for name, member in written.items() if member}


def why_no_rule(rule: StageRule, plan: Plan, stages: tuple[Staged, ...]) -> Iterator[str]:
    """Yield why CodePipeline does not take a rule where it stands, each a sentence that says what to do."""
    if is_imported(plan.workflow):
        yield "The stages of an imported pipeline are kept as they were written. Write the rule there."
        return
    frame = _frame(rule, plan.workflow)
    places = [place for place, stage in enumerate(stages) if frame and stage.title == frame]
    if len(places) != 1:
        yield _why_no_stage(frame, len(places))
        return
    beside = [one for one in _rules_of_stage(stages[places[0]], plan.workflow) if one.moment == rule.moment]
    yield from _why_not_together(rule, beside)
    yield from _why_not_at_entry(rule, stages[places[0]], plan.guards)
    yield from _why_no_values(rule, stages, places[0])
    if rule.result == "rollback" and plan.workflow.settings.get("execution_mode") == "PARALLEL":
        yield "Executions that run in parallel have nothing to go back to. Choose another execution mode."


def _why_no_stage(frame: str, count: int) -> str:
    if not frame:
        return "It stands in no frame with actions. Put it in the frame whose stage it is to guard."
    if not count:
        return (
            "The frames wait for each other, so that all of it becomes one stage. Draw the frames one after the other."
        )
    return f"Its frame becomes {count} stages, of which it could guard only one. Draw a frame around fewer nodes."


def _why_not_together(rule: StageRule, beside: list[StageRule]) -> Iterator[str]:
    if rule.result != beside[0].result:
        yield (
            f"'{beside[0].node}' in the same frame says {beside[0].result} at this moment, and this rule says "
            f"{rule.result}; a stage knows one result. Let both say the same."
        )
    if len(beside) > _MOST_RULES:
        yield f"Its frame has {len(beside)} rules for this moment, and a stage takes {_MOST_RULES}."


def _why_not_at_entry(rule: StageRule, stage: Staged, guards: Mapping[str, Guard]) -> Iterator[str]:
    if rule.moment == "before_entry" and not guards[stage.steps[0].id].is_open and len(stage.steps) == 1:
        yield "Its stage is skipped by a branch already, and has one condition at its entry. Look at it on success."


def _why_no_values(rule: StageRule, stages: tuple[Staged, ...], place: int) -> Iterator[str]:
    if not all(is_writable(value) for value in rule.configuration.values()):
        yield "It takes a value out of a file or the start of the execution, and CodePipeline has no variable for these."
    last = place if rule.moment == "before_entry" else place + 1
    known = {step.id for stage in stages[:last] for step in stage.steps}
    for value in rule.configuration.values():
        for one in expressions_in(value):
            if isinstance(one, StepOutput) and one.step not in known:
                yield f"'{one.step}' has not run yet when the rule is looked at."
