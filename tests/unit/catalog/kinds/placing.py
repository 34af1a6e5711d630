"""Places a node of a kind by itself and lowers it; asks botocore whether a request is well formed."""

import json
from collections.abc import Mapping

import botocore.session
from botocore.validate import ParamValidator

from designer.catalog.kind import Kind
from designer.catalog.placed import Input, Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.steps import Call
from designer.catalog.values import ParameterValue, Value, is_expression
from designer.document.model import Parameter, ParameterType
from designer.workflow.resolving import Resolver

TYPES: dict[str, ParameterType] = {"Count": "Integer", "Share": "Float", "Agree": "Boolean", "Machine": "String"}
PARAMETERS = {name: Parameter(name=name, type=one) for name, one in TYPES.items()}
_SESSION = botocore.session.Session()


def place(
    kind: Kind,
    settings: Mapping[str, object],
    *,
    inputs: Mapping[str, Value] | None = None,
    files: Mapping[str, bytes] | None = None,
    outputs: Mapping[str, Mapping[str, Value]] | None = None,
    document_settings: Mapping[str, object] | None = None,
) -> Lowered:
    """Lower a node called `node` in the pipeline `churn`; each input comes from port `out` of a node `before`."""
    ports = {port.name: port for port in kind.inputs(settings)}
    given = {
        name: (Input(node="before", port="out", type=ports[name].type, value=value),)
        for name, value in (inputs or {}).items()
    }
    return kind.lower(
        Placed(
            id="node",
            settings=kind.settings.model_validate(settings),
            inputs={name: given.get(name, ()) for name in ports},
            resolve=Resolver(PARAMETERS, outputs or {}).resolve,
            files=files or {},
            pipeline="churn",
            region="eu-west-1",
            document_settings=document_settings or {},
        )
    )


def calls(lowered: Lowered) -> list[Call]:
    """Return the steps, all of which are calls."""
    assert all(isinstance(step, Call) for step in lowered.steps)
    return [step for step in lowered.steps if isinstance(step, Call)]


def the_call(lowered: Lowered) -> Call:
    """Return the only step, a call."""
    (call,) = calls(lowered)
    return call


def complaints(call: Call) -> str:
    """Return what botocore has to say against a request, with samples where a value is only known in a run."""
    request = {key: _sample(value) for key, value in call.request.items()}
    if call.name_member:
        request.setdefault(call.name_member, "a-name")
    if call.service == "lambda" and "Payload" in request:
        request["Payload"] = json.dumps(request["Payload"])
    model = _SESSION.get_service_model(call.service).operation_model(call.operation)
    assert model.input_shape is not None
    for token in model.idempotent_members:  # every client of AWS fills these in by itself
        request.setdefault(token, "a-token-as-long-as-every-service-asks-for")
    return str(ParamValidator().validate(request, model.input_shape).generate_report())


def names(ports: tuple[Port, ...]) -> dict[str, PortType]:
    """Return the names and types of ports."""
    return {port.name: port.type for port in ports}


def _sample(value: object) -> object:
    if isinstance(value, ParameterValue):
        return {"Integer": 1, "Float": 1.5, "Boolean": True}.get(value.type, "sample")
    if is_expression(value):
        return "arn:aws:iam::123456789012:role/sample"
    if isinstance(value, Mapping):
        return {key: _sample(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_sample(member) for member in value]
    return value
