"""Finding the state machine in a file: the file itself, or a template that holds one."""

from designer.errors import FileRefused
from designer.importing.templates import RESOURCES, flat_text, only_resource
from designer.importing.text import as_json, read_plain

STATE_MACHINE_TYPES = frozenset({"AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"})
_HINT = "A state machine has StartAt and States; a template has one resource of type AWS::StepFunctions::StateMachine."


def find_state_machine(text: str, path: str) -> dict[str, object]:
    """Return the definition in a file as JSON; refuse a file that holds none."""
    try:
        plain = as_json(read_plain(text, path))
        machine = _machine(plain, path)
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=path) from err
    states = machine.get("States")
    if not isinstance(states, dict) or not states:
        raise FileRefused("This state machine has no States.", path=path, hint=_HINT)
    return machine


def _machine(plain: object, path: str) -> dict[str, object]:
    if not isinstance(plain, dict):
        raise FileRefused("This holds no state machine.", path=path, hint=_HINT)
    if "States" in plain:
        return plain
    if isinstance(plain.get(RESOURCES), dict):
        return _in_template(plain, path)
    raise FileRefused("This holds no state machine.", path=path, hint=_HINT)


def _in_template(plain: object, path: str) -> dict[str, object]:
    name, properties = only_resource(plain, STATE_MACHINE_TYPES, "state machines", path, _HINT)
    definition = properties.get("Definition")
    if isinstance(definition, dict) and "States" in definition:
        return definition
    given = properties.get("DefinitionString", definition)
    if isinstance(given, dict) and "States" in given:
        return given
    text = flat_text(given)
    if text is None:
        raise FileRefused(
            f"The definition of '{name}' is put together in a way that cannot be read, or stands elsewhere.",
            path=path,
            hint="Import the file that holds the definition itself.",
        )
    inner = as_json(read_plain(text, f"{path} ({name})"))
    if not isinstance(inner, dict):
        raise FileRefused(f"The definition of '{name}' is no state machine.", path=path, hint=_HINT)
    return inner
