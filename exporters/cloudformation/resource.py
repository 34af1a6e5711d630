"""One resource of a template."""

from collections.abc import Mapping

Resource = dict[str, object]


def resource(
    type_name: str, properties: Mapping[str, object], *, condition: str = "", depends_on: tuple[str, ...] = ()
) -> Resource:
    """Return a resource; it is made only where the condition holds, and after those it depends on."""
    made: Resource = {"Type": type_name}
    if condition:
        made["Condition"] = condition
    if depends_on:
        made["DependsOn"] = list(depends_on)
    made["Properties"] = dict(properties)
    return made


def stateful(type_name: str, properties: Mapping[str, object], *, condition: str = "") -> Resource:
    """Return a resource that holds data and goes with the stack: the program empties it first, having asked."""
    made: Resource = {"Type": type_name}
    if condition:
        made["Condition"] = condition
    return made | {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete", "Properties": dict(properties)}


def log_group(name: object, retention_days: int) -> Resource:
    """Return a log group that forgets after a time."""
    return stateful("AWS::Logs::LogGroup", {"LogGroupName": name, "RetentionInDays": retention_days})
