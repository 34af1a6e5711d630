"""An action of CodePipeline has a provider that there is, with the configuration that it takes."""

from collections.abc import Iterator

from designer.checking.code_pipeline_actions import PROVIDERS, Keys, WrittenAction, actions_of
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.shapes.spelling import nearest_name

_OWNERS = ("AWS", "ThirdParty", "Custom")


def _spots(subject: Subject) -> Iterator[Spot]:
    for action in actions_of(subject.graph):
        yield from _of_action(action)


def _of_action(action: WrittenAction) -> Iterator[Spot]:
    category, owner, provider = (str(action.type_id.get(name)) for name in ("category", "owner", "provider"))
    if owner not in _OWNERS and "${" not in owner:
        message = f"The owner of an action is one of {', '.join(_OWNERS)}, not '{owner}'."
        yield Spot(message=message, node=action.node, setting="definition.actionTypeId.owner")
    if owner != "AWS" or "${" in category or "${" in provider:
        return
    if (category, provider) not in PROVIDERS:
        choices = tuple(name for of, name in PROVIDERS if of == category)
        message = f"CodePipeline has no provider '{provider}' for {category}{_meant(provider, choices)}."
        yield Spot(message=message, node=action.node, setting="definition.actionTypeId.provider")
        return
    keys = PROVIDERS[category, provider]
    if keys is not None:
        yield from _configuration(action, provider, keys)


def _configuration(action: WrittenAction, provider: str, keys: Keys) -> Iterator[Spot]:
    for key in keys.needed:
        if key not in action.configuration:
            message = f"The configuration of {provider} needs {key}."
            yield Spot(message=message, node=action.node, setting=f"definition.configuration.{key}")
    known = (*keys.needed, *keys.others)
    for key in action.configuration:
        if key not in known:
            message = f"The configuration of {provider} has no {key}{_meant(key, known)}."
            yield Spot(message=message, node=action.node, setting=f"definition.configuration.{key}")


def _meant(name: str, choices: tuple[str, ...]) -> str:
    near = nearest_name(name, choices)
    return f"; did you mean '{near}'" if near and near != name else ""


RULE = Rule(
    id="A431",
    severity=Severity.ERROR,
    title="Actions of CodePipeline exist",
    why="CodePipeline refuses a provider or a key that it does not know only when the pipeline is made or run.",
    spots=_spots,
)
