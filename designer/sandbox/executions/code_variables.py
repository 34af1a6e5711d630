"""The `#{namespace.variable}` references of CodePipeline."""

import re

from designer.sandbox.executions.code_model import ActionFailed, CodeExecution

_REFERENCE = re.compile(r"#\{([A-Za-z0-9@_-]+)\.([A-Za-z0-9@_.-]+)\}")


def resolve_text(execution: CodeExecution, text: str) -> str:
    """Return a text with every reference replaced; raise ActionFailed for one that nothing has set."""
    namespaces = _namespaces(execution)

    def replacement(match: re.Match[str]) -> str:
        values = namespaces.get(match[1], {})
        if match[2] not in values:
            raise ActionFailed(f"The variable {match[0]} cannot be resolved: nothing that has run sets it.")
        return values[match[2]]

    return _REFERENCE.sub(replacement, text)


def _namespaces(execution: CodeExecution) -> dict[str, dict[str, str]]:
    found = {
        "codepipeline": {"PipelineExecutionId": execution.execution_id},
        "variables": execution.variables,
    }
    for run in execution.actions:
        namespace = run.action.get("namespace")
        if namespace and run.status == "Succeeded":
            found[namespace] = run.outputs
    return found
