"""A word as a value: true and false are flags, numbers are numbers, everything else is text."""


def plain(text: str) -> bool | int | float | str:
    """Return what a word says, by the same reading as in the file."""
    if text in ("true", "false"):
        return text == "true"
    if text.lower().lstrip("+-") in ("nan", "inf", "infinity") or "_" in text:
        return text
    digits = text.lstrip("+-")
    if digits != "0" and digits.startswith("0") and digits.isdigit():
        return text
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def written(value: object) -> str:
    """Return a value as a person writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
