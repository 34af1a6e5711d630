"""Python names for parameters, steps and placeholders: readable, legal, and none twice."""

import keyword
import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Names:
    """The names given so far; what the source itself uses is taken from the start."""

    taken: set[str] = field(default_factory=set)

    def give(self, name: str, *, suffix: str, constant: bool = False) -> str:
        """Return a free name for something: `suffix` is added when the plain one is taken, then a number."""
        stem = snake_case(name)
        stem = stem.upper() if constant else stem
        suffix = suffix.upper() if constant else suffix
        candidate, count = stem, 1
        while candidate in self.taken or keyword.iskeyword(candidate) or not candidate.isidentifier():
            candidate = f"{stem}_{suffix}" if count == 1 else f"{stem}_{suffix}_{count}"
            candidate = candidate if candidate.isidentifier() else f"{suffix}_{candidate.strip('_')}"
            count += 1
        self.taken.add(candidate)
        return candidate


def snake_case(name: str) -> str:
    """Return a name as Python writes variables: `InstanceType` gives `instance_type`."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^0-9a-zA-Z]+", "_", spaced).strip("_").lower()
