"""Names for resources whose template gives none."""

import random
import re
import string

_ALPHABET = string.ascii_uppercase + string.digits
_SUFFIX_LENGTH = 12


def generated_name(stack_name: str, logical_id: str, *, longest: int = 63, lower: bool = False) -> str:
    """Return `stack-logicalId-RANDOM`, cut so that it fits the service's limit."""
    suffix = "".join(random.choices(_ALPHABET, k=_SUFFIX_LENGTH))  # noqa: S311 - a name, no secret
    room = longest - _SUFFIX_LENGTH - 2
    stack = re.sub(r"[^A-Za-z0-9-]", "-", stack_name)[: room - min(len(logical_id), room // 2)]
    name = f"{stack}-{logical_id[: room - len(stack)]}-{suffix}"
    return name.lower() if lower else name
