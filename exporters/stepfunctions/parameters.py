"""The parameters of the pipeline: taken from the execution's input when it starts."""

from designer.document.model import Parameter
from exporters.stepfunctions.jsonata import expression, literal, member

_INPUT = "$states.context.Execution.Input"


def parameter_values(parameters: tuple[Parameter, ...]) -> dict[str, object]:
    """Return an object with the value of every parameter: as given, else its default, else an error that names it."""
    return {parameter.name: expression(_value(parameter)) for parameter in parameters}


def _value(parameter: Parameter) -> str:
    given = f"{_INPUT}{member((parameter.name,))}"
    if parameter.default is None:
        otherwise = f"$error({literal(f'The parameter {parameter.name} must be given.')})"
    else:
        otherwise = literal(parameter.default)
    return f"$exists({given}) ? {given} : {_grouped(otherwise)}"


def _grouped(code: str) -> str:
    return f"({code})" if " & " in code else code
