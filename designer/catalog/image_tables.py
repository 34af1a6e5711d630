"""Read the dated tables of AWS's own container images: which account holds which repository in which region."""

import functools
import json
from collections.abc import Mapping
from typing import cast

from designer.resources import resource_path, resource_text

Table = Mapping[str, object]
_FOLDER = ("facts", "images")
_ACCOUNTS = "accounts.json"
_PYTHON_SUFFIXES = ("310", "38")


@functools.cache
def framework_names() -> tuple[str, ...]:
    """Return every framework there are facts about, sorted."""
    files = resource_path(*_FOLDER).glob("*.json")
    return tuple(sorted(path.stem for path in files if path.name != _ACCOUNTS))


@functools.cache
def scopes_of(framework: str) -> Mapping[str, Table]:
    """Return the images of a framework by what they are for, such as training."""
    raw = json.loads(resource_text(*_FOLDER, f"{framework}.json"))
    if "by_scope" in raw:
        return cast("Mapping[str, Table]", raw["by_scope"])
    return dict.fromkeys(raw["scopes"], raw["images"])


@functools.cache
def account_tables() -> tuple[Mapping[str, str], ...]:
    """Return the accounts by region, in the order in which images name them by number."""
    return tuple(json.loads(resource_text(*_FOLDER, _ACCOUNTS))["tables"])


@functools.cache
def repositories() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return, for each repository, the frameworks it serves, each with the number of its account table."""
    found: dict[str, dict[tuple[str, int], None]] = {}
    for framework in framework_names():
        for images in scopes_of(framework).values():
            _gather(framework, images, found)
    return {name: tuple(entries) for name, entries in found.items()}


def _gather(framework: str, value: Table, found: dict[str, dict[tuple[str, int], None]]) -> None:
    repository, accounts = value.get("repository"), value.get("accounts")
    if isinstance(repository, str) and isinstance(accounts, int):
        suffixes = [f"-{each}" for each in _PYTHON_SUFFIXES] if framework == "sagemaker-base-python" else [""]
        for suffix in suffixes:
            found.setdefault(repository + suffix, {})[framework, accounts] = None
    for inner in value.values():
        if isinstance(inner, dict):
            _gather(framework, inner, found)
