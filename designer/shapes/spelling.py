"""How an engine spells the members of a request: as the API does, or in Step Functions' PascalCase."""

import difflib
import functools
import re
from typing import Literal

Case = Literal["api", "pascal"]


def spelling(member: str, case: Case) -> str:
    """Return the name to write for a member."""
    return member[:1].upper() + member[1:] if case == "pascal" else member


def spellings(member: str, case: Case) -> tuple[str, ...]:
    """Every accepted name: Step Functions also takes acronyms as Java writes them, SsekmsKeyId for SSEKMSKeyId."""
    preferred = spelling(member, case)
    if case == "api":
        return (preferred,)
    java = re.sub(r"^[A-Z]{2,}(?=[A-Z][a-z]|$)", lambda found: found[0].capitalize(), preferred)
    return (preferred,) if java == preferred else (preferred, java)


@functools.lru_cache(maxsize=4096)
def nearest_name(name: str, candidates: tuple[str, ...]) -> str:
    """Return the candidate that was probably meant, or the empty text."""
    by_plain = {_plain(candidate): candidate for candidate in candidates}
    plain = _plain(name)
    if plain in by_plain:
        return by_plain[plain]
    found = difflib.get_close_matches(plain, by_plain, n=1, cutoff=0.7)
    return by_plain[found[0]] if found else ""


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9.]", "", name.lower())
