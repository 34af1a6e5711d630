"""Write the reference pages of docs/reference from the tables of kinds, rules and targets.

    python packaging/reference.py            writes the pages
    python packaging/reference.py --check    says which pages are out of date, and fails when one is

The same tables give the same bytes, so a test can hold the pages against them.
"""

import sys
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, Union, get_args, get_origin

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
sys.path.insert(0, str(ROOT))

from features import feature_lines  # noqa: E402
from pydantic.fields import FieldInfo  # noqa: E402 - the program is found only after the line above

from designer.catalog.form import Form  # noqa: E402
from designer.catalog.kind import Kind  # noqa: E402
from designer.catalog.palette import KINDS  # noqa: E402
from designer.catalog.ports import Port  # noqa: E402
from designer.checking.rules import RULES  # noqa: E402
from designer.usecases.project import open_project  # noqa: E402
from designer.usecases.starters import starters  # noqa: E402
from designer.usecases.targets import targets  # noqa: E402
from designer.workflow.support import Level  # noqa: E402
from designer.workflow.targets import Target  # noqa: E402

_MADE = "<!-- Written by packaging/reference.py from the program's own tables; edit those instead. -->"
_FAMILIES = {"S": "Structure", "V": "Values", "T": "Targets", "A": "AWS", "X": "Security"}
_TYPES = {str: "text", int: "whole number", float: "number", bool: "yes or no", type(None): "nothing"}


def pages() -> dict[str, str]:
    """Return the text of each page by file name."""
    made = {"kinds.md": kinds_page(), "rules.md": rules_page(), "targets.md": targets_page()}
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def kinds_page() -> list[str]:
    """Return the lines of the page on kinds."""
    lines = ["# Kinds", "", _MADE, "", "What may be placed on the canvas: ports, and settings with their defaults.", ""]
    for kind in KINDS:
        lines += [f"## {kind.title} (`{kind.id}`)", "", kind.summary, ""]
        lines += _ports(kind)
        lines += ["| setting | takes | default | |", "|---|---|---|---|"]
        lines += [_setting_row(name, field) for name, field in kind.settings.model_fields.items()]
        lines.append("")
    return lines[:-1]


def _ports(kind: Kind) -> list[str]:
    defaults = _defaults(kind)
    found = [
        *(_port("in", port) for port in kind.inputs(defaults)),
        *(_port("out", port) for port in kind.outputs(defaults)),
        *(f"- branch `{branch}`" for branch in kind.branches(defaults)),
    ]
    return ["Ports, with the settings as they are at first:", "", *found, ""] if found else []


def _port(direction: str, port: Port) -> str:
    notes = [port.type.value.replace("_", " ")]
    notes += ["required"] if port.required else []
    notes += ["takes several"] if port.many else []
    return f"- {direction} `{port.name}`: {', '.join(notes)}"


def _defaults(kind: Kind) -> dict[str, object]:
    fields = kind.settings.model_fields
    return {name: one.get_default(call_default_factory=True) for name, one in fields.items() if not one.is_required()}


def _setting_row(name: str, field: FieldInfo) -> str:
    form = next((one for one in field.metadata if isinstance(one, Form)), Form())
    takes = words(field.annotation) + (f" ({form.unit})" if form.unit else "")
    default = "required" if field.is_required() else _default(field.get_default(call_default_factory=True))
    return f"| `{name}` | {takes} | {default} | {_cell(field.description or '')} |"


def _default(value: object) -> str:
    if value is None or (isinstance(value, str | tuple | Mapping) and not value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"`{key}: {member}`" for key, member in value.items())
    if isinstance(value, tuple):
        return ", ".join(f"`{member}`" for member in value)
    return f"`{_cell(str(value).strip().splitlines()[0])}`"


def words(annotation: object) -> str:
    """Return what a setting takes, in words."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return words(get_args(annotation)[0])
    if origin is Literal:
        return "one of " + ", ".join(f"`{one}`" for one in get_args(annotation))
    if origin in (Union, types.UnionType):
        return _one_of(tuple(dict.fromkeys(words(one) for one in get_args(annotation) if one is not type(None))))
    if origin is dict:
        return f"table of {words(get_args(annotation)[1])}"
    if origin is tuple:
        return f"list of {words(get_args(annotation)[0])}"
    return _TYPES.get(annotation, "mapping") if isinstance(annotation, type) else "mapping"


def _one_of(choices: tuple[str, ...]) -> str:
    if choices in (("whole number", "text"), ("yes or no", "text"), ("number", "text")):
        return f"{choices[0]}, or a reference"
    return " or ".join(choices)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def rules_page() -> list[str]:
    """Return the lines of the page on rules."""
    lines = ["# Rules", "", _MADE, "", "What is checked while you draw, and before an export or a deployment."]
    for family, title in _FAMILIES.items():
        lines += ["", f"## {title}", "", "| id | severity | demand | why |", "|---|---|---|---|"]
        lines += [
            f"| {rule.id} | {rule.severity.value} | {_cell(rule.title)} | {_cell(rule.why)} |"
            for rule in sorted(RULES, key=lambda rule: rule.id)
            if rule.id[0] == family
        ]
    return lines


def targets_page() -> list[str]:
    """Return the lines of the page on targets, with how each takes the starters."""
    lines = ["# Targets", "", _MADE, "", "| id | engine | definition | resource |", "|---|---|---|---|"]
    lines += [f"| `{one.id}` | {one.title} | `{one.definition}` | `{one.resource_type}` |" for one in targets()]
    lines += ["", "A node is taken as it is (native), by other means (lowered), or not at all (impossible).", ""]
    lines += [
        "Below for each target: how the starters are taken, and what the engine has with what draws it here. In a"
    ]
    lines += ["name with a dot, `kind.setting`, stands a setting; `pipeline` is the pipeline itself."]
    for one in targets():
        lines += ["", f"## {one.title}", ""]
        lines += _starter_rows(one)
        lines += feature_lines(one.id)
    return lines


def _starter_rows(target: Target) -> Iterator[str]:
    yield "| starter | native | lowered | impossible |"
    yield "|---|---|---|---|"
    for starter in starters():
        taken = target.support(open_project(starter.pipeline).lowered.workflow)
        by_level = {level: [one.node for one in taken if one.level is level] for level in Level}
        cells = (", ".join(f"`{node}`" for node in dict.fromkeys(by_level[level])) for level in Level)
        yield f"| {starter.id} | {' | '.join(cells)} |"


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only say which differ."""
    made = pages()
    stale = [name for name, text in made.items() if not _is_current(FOLDER / name, text)]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name} is out of date; run `python packaging/reference.py`.")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(made[name], encoding="utf-8", newline="\n")
        print(f"docs/reference/{name}")
    return 0


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
