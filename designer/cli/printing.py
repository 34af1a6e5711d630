"""How the commands print: tables for people, JSON for programs."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence


def print_json(value: object) -> None:
    """Print a value as JSON, two blanks deep."""
    print(json.dumps(value, indent=2, default=str, ensure_ascii=False))


def say(text: str, output: str) -> None:
    """Print a sentence for people: on standard error where a program reads the data."""
    print(text, file=sys.stderr if output == "json" else sys.stdout, flush=True)


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns; the last column takes what room is left, and is cut only on a terminal."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    room = shutil.get_terminal_size((120, 24)).columns if sys.stdout.isatty() else 10_000
    for row in rows:
        head = "".join(f"{cell:<{width}}  " for cell, width in zip(row, widths, strict=False))
        print((head + row[-1])[:room].rstrip())


def print_rows(rows: Sequence[Mapping[str, object]], columns: Sequence[str], output: str) -> None:
    """Print objects as a table of some of their columns, or whole as JSON."""
    if output == "json":
        print_json(list(rows))
    else:
        print_table([[_text(row.get(column, "")) for column in columns] for row in rows])


def _text(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list | tuple) else str(value)
