"""The conditions at the entry and the exit of a CodePipeline's stage."""

import re
from collections.abc import Callable, Mapping

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.executions.code_model import ActionFailed, CodeExecution, RuleRun
from designer.sandbox.executions.code_variables import resolve_text

_OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "EQ": lambda left, right: left == right,
    "NE": lambda left, right: left != right,
    "CONTAINS": lambda left, right: right in left,
    "MATCHES": lambda left, right: re.search(right, left) is not None,
}


def unmet_result(execution: CodeExecution, stage: Record, hook: str, client_of: ClientOf) -> tuple[str, str]:
    """Return the result and the reason of the first condition of a hook that is not met, else two empty texts."""
    for condition in stage.get(hook, {}).get("conditions", []):
        for rule in condition.get("rules", []):
            reason = _unmet(execution, rule, client_of)
            execution.rules.append(RuleRun(stage=stage["name"], rule=rule, error=reason))
            if reason:
                return condition.get("result", "FAIL"), f"Rule {rule['name']} is not met: {reason}"
    return "", ""


def _unmet(execution: CodeExecution, rule: Record, client_of: ClientOf) -> str:
    provider = rule["ruleTypeId"]["provider"]
    try:
        settings = {name: resolve_text(execution, str(text)) for name, text in rule.get("configuration", {}).items()}
    except ActionFailed as error:
        return str(error)
    if provider == "VariableCheck":
        return _variable_check(settings)
    if provider == "LambdaInvoke":
        answer = client_of("lambda").invoke(FunctionName=settings["FunctionName"])
        return "the function failed" if "FunctionError" in answer else ""
    # Alarms, time windows, builds and commands: the sandbox has nothing that could be against them.
    return ""


def _variable_check(settings: Mapping[str, str]) -> str:
    compare = _OPERATORS.get(settings.get("Operator", "EQ"))
    if compare is None:
        return f"unknown operator {settings.get('Operator')}"
    left, right = settings.get("Variable", ""), settings.get("Value", "")
    return "" if compare(left, right) else f"{left!r} {settings.get('Operator', 'EQ')} {right!r} does not hold"
