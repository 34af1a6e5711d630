"""JSONata for moto's interpreter, which was written for a Java engine that is not there."""

import json

from jsonata import Jsonata
from moto.stepfunctions.parser.asl.eval import states, variable_store
from moto.stepfunctions.parser.asl.jsonata import jsonata as moto_jsonata
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str

from designer.sandbox.documents import Value
from designer.sandbox.interpreter.replacing import replace_in


def install_jsonata() -> None:
    """Let moto's interpreter evaluate JSONata with jsonata-python, and hand over text with quotes in it unharmed."""
    replace_in(moto_jsonata, "_eval_jsonata", evaluate)
    for module in (moto_jsonata, states, variable_store):
        replace_in(module, "encode_jsonata_variable_declarations", declare_variables)


def evaluate(expression: str) -> Value:
    """Return the value of an expression as plain JSON; raise moto's exception where it has none."""
    try:
        value = Jsonata(expression).evaluate(None)
    except Exception as error:  # whatever the engine trips over is the query's fault
        raise moto_jsonata.JSONataException("States.QueryEvaluationError", str(error)) from error
    return json.loads(json.dumps(value, default=str))


def declare_variables(bindings: dict[str, Value]) -> str:
    """Return JSONata assignments for values; moto's own writes text without escaping it."""
    parts = [f"{name}:={_literal(value)};" for name, value in bindings.items()]
    return "".join(parts)


def _literal(value: Value) -> str:
    return to_json_str(value, separators=(",", ":"))
