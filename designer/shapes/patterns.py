r"""Compile the patterns of service models, which are Java's, so that they mean the same here.

`\d`, `\w` and `\s` are ASCII in Java. Unicode categories such as `\p{L}` become character ranges of the basic plane;
characters beyond it are let through, because a doubt must not become a false alarm. What Python cannot express is
skipped for the same reason.
"""

import functools
import re
import unicodedata
import warnings

_POSIX = {
    "ASCII": r"\x00-\x7f",
    "Alnum": "A-Za-z0-9",
    "Alpha": "A-Za-z",
    "Digit": "0-9",
    "Graph": "!-~",
    "Lower": "a-z",
    "Print": " -~",
    "Punct": r"!-/:-@\[-`{-~",
    "Space": r" \t\n\r\f\v",
    "Upper": "A-Z",
    "XDigit": "0-9A-Fa-f",
}
_CATEGORY = re.compile(r"\\([pP])(?:\{(\w+)\}|([LMNPSZC]))")
_BEYOND_BASIC_PLANE = "\U00010000-\U0010ffff"
_ONE_CLASS = re.compile(r"\\[SDWsdw]|\[[^\]\\]*\]")


def matches(pattern: str, text: str) -> bool | None:
    """Whether the whole of `text` is of the pattern; None where the pattern cannot be read."""
    compiled = compile_pattern(pattern)
    if compiled is None:
        return None
    if _ONE_CLASS.fullmatch(pattern):
        # A lone class asks for one such character somewhere: "\S" stands for "not blank".
        return compiled.search(text) is not None
    return compiled.fullmatch(text) is not None


@functools.cache
def compile_pattern(pattern: str) -> re.Pattern[str] | None:
    """Return the pattern for `re`, or None where Python cannot express it."""
    if "&&" in pattern:
        return None  # Java's intersection of classes
    try:
        translated = _CATEGORY.sub(lambda found: _category(pattern, found), pattern).replace(r"\z", r"\Z")
        with warnings.catch_warnings():
            # Nested classes mean a union to Java and nothing to Python, which only warns.
            warnings.simplefilter("error", FutureWarning)
            return re.compile(translated, re.ASCII)
    except (re.error, FutureWarning, KeyError, OverflowError):
        return None


def _category(pattern: str, found: re.Match[str]) -> str:
    name = found[2] or found[3]
    inside_class = _is_inside_class(pattern, found.start())
    negated = found[1] == "P"
    if name in _POSIX:
        if negated and inside_class:
            raise KeyError(name)
        ranges = _POSIX[name]
        return ranges if inside_class else f"[{'^' if negated else ''}{ranges}]"
    ranges = _ranges(name, negated=negated)
    return ranges if inside_class else f"[{ranges}]"


def _is_inside_class(pattern: str, position: int) -> bool:
    before = re.sub(r"\\.", "", pattern[:position])
    return before.rfind("[") > before.rfind("]")


@functools.cache
def _ranges(category: str, *, negated: bool) -> str:
    wanted = [_is_of(code, category) != negated for code in range(0x10000)]
    if not any(_is_of(code, category) for code in range(0x10000)):
        raise KeyError(category)
    parts: list[str] = []
    start: int | None = None
    for code, inside in enumerate([*wanted, False]):
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            parts.append(f"\\u{start:04x}-\\u{code - 1:04x}")
            start = None
    return "".join(parts) + _BEYOND_BASIC_PLANE


def _is_of(code: int, category: str) -> bool:
    return unicodedata.category(chr(code)).startswith(category)
