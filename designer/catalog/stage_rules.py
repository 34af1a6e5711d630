"""Rules of CodePipeline's stages as nodes: a rule guards the stage that its frame makes.

Source: the rule structure reference of the CodePipeline user guide
(https://docs.aws.amazon.com/codepipeline/latest/userguide/rule-reference.html).
"""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import SOURCE
from designer.catalog.form import Form
from designer.catalog.naming import logical_id
from designer.catalog.needs import StageRule, Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import as_text, resolved, settings_of
from designer.catalog.settings import Settings
from designer.catalog.values import Value

_SHAPE = "codepipeline:CreatePipeline:pipeline.stages.onSuccess.conditions.rules."
_RESULTS = {"before_entry": ("fail", "skip"), "on_success": ("fail", "rollback"), "on_failure": ("rollback",)}
_WORDS = {"before_entry": "Before a stage", "on_success": "After a stage succeeded", "on_failure": "After a failure"}
_SKIPPING = ("LambdaInvoke", "VariableCheck")


class StageRuleSettings(Settings):
    """When a rule is looked at, and what happens when it does not hold."""

    when: Annotated[Literal["before_entry", "on_success", "on_failure"], Form(editor="choice", group="Stage")] = Field(
        default="before_entry",
        description="Before the stage of this node's frame begins, after it succeeded, or after it failed.",
    )
    otherwise: Annotated[Literal["fail", "skip", "rollback"], Form(editor="choice", group="Stage")] = Field(
        default="fail",
        description="What happens when the rule does not hold: the stage fails, it is skipped (before it begins only), "
        "or it goes back to the last execution that succeeded. All rules of one moment say the same.",
    )
    timeout_minutes: Annotated[int | None, Form(editor="number", unit="min", group="Stage", advanced=True)] = Field(
        default=None, ge=5, le=86_400, description="How long the rule may take. Empty: as long as CodePipeline says."
    )
    role_arn: Annotated[str, Form(editor="role", shape=_SHAPE + "roleArn", group="Stage", advanced=True)] = Field(
        default="", description="A role that the rule takes on, in place of the pipeline's own."
    )


def ruled(
    placed: Placed,
    provider: str,
    configuration: dict[str, Value],
    *statements: Statement,
    commands: tuple[str, ...] = (),
    region: str = "",
) -> Lowered:
    """Return a rule with what is joined and without what is empty.

    `statements` are what it does with the pipeline's own role, which gets none of it where the rule has a role of its own.
    """
    settings = settings_of(placed, StageRuleSettings)
    _refuse_contradictions(settings, provider)
    role = resolved(placed, settings.role_arn)
    assumed = Statement(actions=("sts:AssumeRole",), resources=(role,), reason=f"{placed.id}: take on its role")
    rule = StageRule(
        logical_id=logical_id(placed.id, "Rule"),
        node=placed.id,
        moment=settings.when,
        result=settings.otherwise,
        provider=provider,
        configuration={name: as_text(value) for name, value in configuration.items() if value not in ("", None)},
        commands=commands,
        reads=tuple(given.node for given in placed.inputs.get(SOURCE, ())),
        region=region,
        role_arn=role,
        timeout_minutes=settings.timeout_minutes,
        statements=(assumed,) if role else statements,
    )
    return Lowered(needs=(rule,))


def _refuse_contradictions(settings: StageRuleSettings, provider: str) -> None:
    allowed = _RESULTS[settings.when]
    if settings.otherwise not in allowed:
        raise ValueError(f"{_WORDS[settings.when]} a rule can {' or '.join(allowed)}, and not {settings.otherwise}.")
    if settings.otherwise == "skip" and provider not in _SKIPPING:
        raise ValueError("Only a variable or a function can decide that a stage is skipped. Choose that it fails.")
