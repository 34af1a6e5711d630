"""A state machine's definition as an object with substitutions.

So people can read and compare it in the template, linters look into it, and a `${x}` of the user's needs no escaping:
only names listed in `DefinitionSubstitutions` are replaced.
"""

import json
import re
from collections.abc import Mapping

from exporters.cloudformation.engine import Verbatim

STATE_MACHINE = "AWS::StepFunctions::StateMachine"
_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")


def with_substitutions(properties: Mapping[str, object], names: Mapping[str, object]) -> dict[str, object]:
    """Return properties with `DefinitionString`, where it is plain text, turned into an object with what fills it."""
    made: dict[str, object] = {}
    for key, value in properties.items():
        if key != "DefinitionString" or not isinstance(value, str):
            made[key] = value
            continue
        made["Definition"] = Verbatim(json.loads(value))
        used = {name: names[name] for name in sorted(set(_PLACEHOLDER.findall(value))) if name in names}
        if used:
            made["DefinitionSubstitutions"] = Verbatim(used)
    return made
