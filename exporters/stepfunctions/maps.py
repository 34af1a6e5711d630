"""Maps: a nested graph that runs once for each item, with what is handed in and what it gives."""

from designer.catalog.steps import Distribution, Each
from designer.catalog.values import ParameterValue, expressions_in, is_expression
from exporters.stepfunctions.catching import named_retries
from exporters.stepfunctions.integrations import partition
from exporters.stepfunctions.jsonata import expression
from exporters.stepfunctions.states import Scope, State, commented
from exporters.stepfunctions.values import (
    EXECUTION,
    HANDED_IN,
    PARAMETERS,
    IndexVariable,
    ItemVariable,
    Variable,
    variables_in,
)

_AT_HAND = {"item": "$states.context.Map.Item.Value", "index": "$states.context.Map.Item.Index"}
_FACTS = ("Name", "StartTime")
_GIVEN = "given"


def map_state(each: Each, scope: Scope, inner: Scope, processor: State) -> State:
    """Return the state of a map without what follows it; `inner` is the scope of its nested graph."""
    spread = each.distribution
    state: State = {"Type": "Map", **commented(each.description)}
    if spread is None or not spread.reader:
        state["Items"] = _items(each, scope)
    else:
        state["ItemReader"] = _reader(spread, scope)
    state |= _selection(spread, scope, inner)
    if each.concurrency != 0:
        state["MaxConcurrency"] = scope.writer.field(each.concurrency)
    state |= _tolerance(each, scope) | _processor(spread, processor)
    if spread is not None and spread.writer:
        arguments = scope.writer.field(spread.writer["Arguments"])
        state["ResultWriter"] = {"Resource": _s3(scope, "putObject"), "Arguments": arguments}
    return state | named_retries(each.retries)


def taken_in(each: Each, inner: Scope) -> State:
    """Return what the nested graph assigns when it begins: the item at hand, and what is handed in."""
    spread = each.distribution
    batched = spread is not None and _is_batched(spread)
    item = "{'Items': [$states.input.Items.item]}" if batched else "$states.input.item"
    index = "$states.input.Items[0].index" if batched else "$states.input.index"
    codes: dict[Variable, str] = {ItemVariable(each.id): item, IndexVariable(each.id): index}
    assigned: State = {
        inner.name(variable): expression(code)
        for variable, code in codes.items()
        if inner.plan.scopes.is_read(variable)
    }
    if spread is not None:
        given = f"$states.input.{'BatchInput.' if batched else ''}{_GIVEN}"
        assigned |= {name: expression(f"{given}.{name}") for name in _handed_names(inner)}
    return assigned


def add_result(each: Each, inner: Scope) -> str:
    """Add the state that the nested graph ends with, which gives its result."""
    result = _result(each, inner) if each.result != "" else {}
    return inner.add(inner.plan.names.beside(each.id, "result"), {"Type": "Pass", "Output": result, "End": True})


def _selection(spread: Distribution | None, scope: Scope, inner: Scope) -> State:
    """Return what each run is given: the item and its number, and an execution of its own what it reads besides."""
    selected: State = {name: expression(code) for name, code in _AT_HAND.items()}
    if spread is None:
        return {"ItemSelector": selected}
    handed: State = {_GIVEN: _handed(scope, inner)}
    if not _is_batched(spread):
        return {"ItemSelector": selected | handed}
    return {"ItemSelector": selected, "ItemBatcher": {**_batch_limits(spread), "BatchInput": handed}}


def _result(each: Each, inner: Scope) -> object:
    """Write what a run gives: null where it reads of a step that was skipped."""
    read = variables_in(expressions_in(each.result), {})
    if not any(inner.plan.scopes.may_be_missing(variable) for variable in read if inner.plan.scopes.is_read(variable)):
        return inner.writer.field(each.result)
    code = inner.writer.code(each.result)
    return expression(f"$exists({code}) ? {code} : null")


def _items(each: Each, scope: Scope) -> object:
    """Write the list; text in its place (a parameter, the answer of a function) is a list in JSON."""
    if not is_expression(each.items):
        return scope.writer.field(each.items)
    code = scope.writer.code(each.items)
    if isinstance(each.items, ParameterValue):
        return expression(f"$parse({code})")
    return expression(f"$type({code}) = 'string' ? $parse({code}) : {code}")


def _reader(spread: Distribution, scope: Scope) -> State:
    reader = {
        "Resource": _s3(scope, str(spread.reader["Action"])),
        "Arguments": scope.writer.field(spread.reader["Arguments"]),
    }
    config = spread.reader["ReaderConfig"]
    return reader | ({"ReaderConfig": config} if config else {})


def _s3(scope: Scope, action: str) -> str:
    return f"arn:{partition(scope.plan.region)}:states:::s3:{action}"


def _is_batched(spread: Distribution) -> bool:
    return bool(spread.batch_items or spread.batch_bytes)


def _batch_limits(spread: Distribution) -> State:
    limits = {"MaxItemsPerBatch": spread.batch_items, "MaxInputBytesPerBatch": spread.batch_bytes}
    return {name: limit for name, limit in limits.items() if limit}


def _handed_names(inner: Scope) -> tuple[str, ...]:
    """Return the variables of an execution of its own, which reads none of those around it."""
    variables = tuple(inner.name(one) for one in inner.plan.scopes.handed_in(inner.path))
    return (HANDED_IN, *((PARAMETERS,) if inner.plan.parameters else ()), *variables)


def _handed(scope: Scope, inner: Scope) -> State:
    around = f"${HANDED_IN}" if scope.distributed else EXECUTION
    facts = {name: expression(f"{around}.{name}") for name in _FACTS}
    return {name: facts if name == HANDED_IN else expression(f"${name}") for name in _handed_names(inner)}


def _tolerance(each: Each, scope: Scope) -> State:
    fields = {
        "ToleratedFailureCount": each.tolerated_failures,
        "ToleratedFailurePercentage": each.tolerated_percent,
    }
    return {name: scope.writer.field(value) for name, value in fields.items() if value != 0}


def _processor(spread: Distribution | None, processor: State) -> State:
    if spread is None:
        return {"ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, **processor}}
    config = {"Mode": "DISTRIBUTED", "ExecutionType": spread.execution_type}
    state: State = {"ItemProcessor": {"ProcessorConfig": config, **processor}}
    return state | ({"Label": spread.label} if spread.label else {})
