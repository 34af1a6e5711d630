"""How the members of a request are edited, by the shapes that AWS gives them."""

from designer.catalog.form import Form
from designer.gui.fields.spec import FieldSpec, Inside
from designer.shapes.skeletons import RequestMember, entry_inside, members_inside, names_inside

_SCALARS = {
    "string": "text",
    "character": "text",
    "blob": "text",
    "timestamp": "text",
    "integer": "number",
    "long": "number",
    "bigdecimal": "number",
    "float": "number",
    "double": "number",
    "boolean": "switch",
    "document": "json",
}
_PLACEHOLDERS = {"blob": "Base64", "timestamp": "2026-01-31T08:00:00Z"}
_FLAGS = ("true", "false")


def spec_of(member: RequestMember) -> FieldSpec:
    """Return how a member is edited; what stands inside it is found out when it is opened."""
    entry = entry_inside(member) if member.type in {"list", "map"} else None
    editor = _editor(member, entry)
    return FieldSpec(
        name=member.name,
        title=member.name,
        editor=editor,
        required=member.required,
        description=member.help,
        choices=_FLAGS if member.type == "boolean" else member.choices,
        plain_values=entry is not None and _SCALARS.get(entry.type) == "number",
        form=Form(placeholder=_PLACEHOLDERS.get(member.type, "")),
        inside=_inside(member, entry) if editor in {"structure", "union", "rows", "map"} else None,
        beginning=[] if editor == "list" else member.skeleton,
    )


def specs_of_members(members: tuple[RequestMember, ...]) -> tuple[FieldSpec, ...]:
    """Return how each member is edited."""
    return tuple(spec_of(one) for one in members)


def _editor(member: RequestMember, entry: RequestMember | None) -> str:
    if member.type in {"structure", "union"}:
        return member.type
    if entry is None:
        return "choice" if member.choices else _SCALARS.get(member.type, "json")
    if member.type == "list":
        return "list" if _SCALARS.get(entry.type) in {"text", "number"} else "rows"
    return "table" if _SCALARS.get(entry.type) == "text" and not entry.choices else "map"


def _inside(member: RequestMember, entry: RequestMember | None) -> Inside:
    if entry is not None:
        return Inside(specs=lambda: (spec_of(entry),), names=names_inside(member))
    return Inside(specs=lambda: specs_of_members(members_inside(member)))
