"""How a setting is edited: what a settings model says to the inspector."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a setting is edited, put into the field's `Annotated` metadata.

    `editor`: `text`, `multiline`, `number`, `flag`, `choice`, `code` (an editor for `language`), `file`, `folder`,
    `instance` (an instance type for `use`), `image` (a framework or version of AWS's images), `registry` (the address of an
    image), `table` (text to text), `list`, `rows` (of records), `structure` (one record), `request`, `s3`, `role`,
    `condition`, `json`. Left empty, the field's type decides. `shape` is the member of a request that the setting becomes, as
    `service:Operation:Member.Member`: it gives help, limits and choices.
    """

    editor: str = ""
    shape: str = ""
    unit: str = ""
    group: str = ""
    language: str = ""
    use: str = ""
    placeholder: str = ""
    advanced: bool = False
