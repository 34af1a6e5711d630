"""Text in an SVG picture: numbers in one form, and lines that fit a width by estimate."""

FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
_NARROW = frozenset("iljtfr.,:;'|!I-()[]{}/ ")
_WIDE = frozenset("mwMW@%—")
_ELLIPSIS = "…"


def number(value: float) -> str:
    """Write a number as short as it can be with two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def width(text: str, pixels: float, *, strong: bool = False) -> float:
    """Estimate how wide a text is drawn in a common sans serif face."""
    ems = sum(_ems(letter) for letter in text)
    return ems * pixels * (1.07 if strong else 1.0)


def fitted(text: str, pixels: float, room: float, *, strong: bool = False) -> str:
    """Cut a text to a width, with an ellipsis where it was cut."""
    if width(text, pixels, strong=strong) <= room:
        return text
    while text and width(text + _ELLIPSIS, pixels, strong=strong) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def wrapped(text: str, pixels: float, room: float) -> list[str]:
    """Break a text into lines of a width, at its own line ends and between words."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and width(longer, pixels) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(fitted(line, pixels, room))
    return lines


def _ems(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.92
    return 0.69 if letter.isupper() else 0.6
