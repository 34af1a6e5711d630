"""From a place in a request back to the setting that it came from."""

from collections.abc import Iterator, Sequence

from designer.catalog.form import Form
from designer.catalog.settings import Settings
from designer.catalog.steps import Call


def setting_of(model: type[Settings], call: Call, path: Sequence[str | int]) -> str:
    """Return the dotted setting behind a member of a request, or "" when no setting is known to be behind it.

    A setting says by its form's `shape` which member it becomes; one without may bear the member's name. A setting that is
    the request itself holds every member.
    """
    whole = _whole_request(model)
    if whole:
        return ".".join((whole, *map(str, path)))
    members = tuple(str(part) for part in path if isinstance(part, str))
    declared = [(name, member) for name, member in _declared(model, call) if members[: len(member)] == member]
    if declared:
        return max(declared, key=lambda pair: len(pair[1]))[0]
    names = {name.replace("_", "").lower(): name for name in model.model_fields}
    for place, part in enumerate(path):
        name = names.get(str(part).lower())
        if name:
            return ".".join((name, *(str(rest) for rest in path[place + 1 :])))
    return ""


def _whole_request(model: type[Settings]) -> str:
    return next(
        (
            name
            for name, field in model.model_fields.items()
            if any(isinstance(form, Form) and form.editor == "request" for form in field.metadata)
        ),
        "",
    )


def _declared(model: type[Settings], call: Call) -> Iterator[tuple[str, tuple[str, ...]]]:
    prefix = f"{call.service}:{call.operation}:"
    for name, field in model.model_fields.items():
        for form in field.metadata:
            if isinstance(form, Form) and form.shape.startswith(prefix):
                yield name, tuple(form.shape.removeprefix(prefix).split("."))
