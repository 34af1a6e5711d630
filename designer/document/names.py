"""Names that every engine and CloudFormation take for a pipeline."""

import re

_LEGAL = re.compile(r"[a-zA-Z0-9](-*[a-zA-Z0-9])*")
_LONGEST = 63


def is_legal_name(name: str) -> bool:
    """Say whether a pipeline may be called so: letters, digits and hyphens, 63 at most."""
    return len(name) <= _LONGEST and bool(_LEGAL.fullmatch(name))


def legal_name(text: str) -> str:
    """Return the legal name that is nearest to a text."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[:_LONGEST].strip("-") or "pipeline"
