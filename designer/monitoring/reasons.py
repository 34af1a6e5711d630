"""Why something failed, without what only its service can read."""

import json

_SAID_IN = ("errorMessage", "FailureReason", "ErrorMessage", "StatusReason", "StoppedReason")
"""Where the answers of services say why: a function, SageMaker, Glue, Batch, ECS."""


def short_reason(reason: str) -> str:
    """Return the sentence of a reason in which an engine handed on the whole answer of a service; others as they are."""
    before, brace, rest = reason.partition("{")
    try:
        answer = json.loads(brace + rest)
    except ValueError:
        return reason
    told = next((answer[key] for key in _SAID_IN if answer.get(key)), "")
    return f"{before}{told}" if told else reason
