"""Names say what a thing is for, and every test stands where its code stands."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.repository.sources import CODE, ROOT, parsed, place, project_files, python_files

EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "misc", "base", "manager", "handler", "service", "core"}
EMPTY_PRAISE = re.compile(r"_(works|correctly|as_expected|properly)(_|$)")
# Folders of tests that mirror no code: they hold whole journeys, judges and habits.
WITHOUT_MIRROR = {
    "judges",
    "repository",
    "window",
    "contract",
    "corpus",
    "golden",
    "benchmarks",
    "property",
    "interpreter",
    "starters",
}


def words_of(path: Path) -> set[str]:
    return {word for part in path.relative_to(ROOT).with_suffix("").parts for word in re.split(r"[_\-.]", part)}


def words_of_class(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z][a-z]+", name)}


def mirrored(test: Path) -> bool:
    """Say whether the folder of a unit test exists in the code, and where it is named after a module, that too."""
    parts = test.relative_to(ROOT / "tests" / "unit").parts
    roots = [ROOT] if parts[0] in CODE else [ROOT / "designer", ROOT]
    return any(root.joinpath(*parts[:-1]).is_dir() for root in roots)


def test_no_file_or_folder_has_an_empty_name() -> None:
    empty = {place(path): EMPTY_WORDS & words_of(path) for path in python_files(*CODE, "tests", "packaging")}

    assert {where: words for where, words in empty.items() if words} == {}


def test_no_class_has_an_empty_name() -> None:
    found = [
        f"{place(path, node)} {node.name}"
        for path in python_files(*CODE)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and words_of_class(node.name) & (EMPTY_WORDS - {"service", "base"})
    ]

    assert found == []


def test_no_test_is_named_after_mere_success() -> None:
    found = [
        f"{place(path, node)} {node.name}"
        for path in python_files("tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and EMPTY_PRAISE.search(node.name)
    ]

    assert found == []


def test_every_unit_test_stands_in_the_folder_of_its_code() -> None:
    tests = [path for path in project_files() if path.is_relative_to(ROOT / "tests" / "unit") and path.suffix == ".py"]

    astray = [place(path) for path in tests if path.name.startswith("test_") and not mirrored(path)]

    assert astray == []


def test_the_folders_of_tests_are_known() -> None:
    folders = {
        path.relative_to(ROOT).parts[1] for path in python_files("tests") if len(path.relative_to(ROOT).parts) > 2
    }

    assert folders - WITHOUT_MIRROR - {"unit"} == set()
