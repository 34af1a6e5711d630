"""Small units: what grows beyond these caps is two things and wants to be split by concept."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.repository.sources import CODE, parsed, place, project_files, python_files

FILE_LINES = 400
CLASS_LINES = 200
STATEMENTS = 40
COMPLEXITY = 8
PUBLIC_METHODS = 15
CAPPED_FILES = {".py", ".sh", ".mjs"}
# What an exporter wrote is as long as the pipeline that it came from.
WRITTEN_BY_EXPORTERS = "tests/golden/"

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
# What ruff's C901 counts too, so that both say the same.
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)


def functions_of(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, FUNCTION))


def classes_of(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def statements_in(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1


def complexity_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the branches as McCabe does, without those of functions inside."""
    functions_inside = [node for node in ast.walk(function) if isinstance(node, FUNCTION) and node is not function]
    inner = {id(node) for inside in functions_inside for node in ast.walk(inside)}
    return 1 + sum(isinstance(node, BRANCHES) for node in ast.walk(function) if id(node) not in inner)


def public_methods_of(definition: ast.ClassDef) -> list[str]:
    """Name what callers may call; what overrides a method of Qt is Qt's, not ours."""
    return [
        node.name
        for node in definition.body
        if isinstance(node, FUNCTION) and not node.name.startswith("_") and not is_override(node)
    ]


def is_override(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "override" for mark in function.decorator_list)


def test_no_file_is_longer_than_the_cap() -> None:
    lengths = {
        place(path): path.read_text(encoding="utf-8").count("\n")
        for path in project_files()
        if path.suffix in CAPPED_FILES and not place(path).startswith(WRITTEN_BY_EXPORTERS)
    }

    assert {where: lines for where, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_class_is_longer_than_the_cap() -> None:
    lengths = {
        f"{place(path, node)} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in python_files(*CODE, "packaging")
        for node in classes_of(parsed(path))
    }

    assert {where: lines for where, lines in lengths.items() if lines > CLASS_LINES} == {}


def test_no_function_has_more_statements_than_the_cap() -> None:
    counts = {
        f"{place(path, node)} {node.name}": statements_in(node)
        for path in python_files(*CODE, "packaging")
        for node in functions_of(parsed(path))
    }

    assert {where: count for where, count in counts.items() if count > STATEMENTS} == {}


def test_no_function_branches_more_than_the_cap() -> None:
    counts = {
        f"{place(path, node)} {node.name}": complexity_of(node)
        for path in python_files(*CODE, "packaging")
        for node in functions_of(parsed(path))
    }

    assert {where: count for where, count in counts.items() if count > COMPLEXITY} == {}


def test_no_class_has_more_public_methods_than_the_cap() -> None:
    methods = {
        f"{place(path, node)} {node.name}": public_methods_of(node)
        for path in python_files(*CODE, "packaging")
        for node in classes_of(parsed(path))
    }

    assert {where: names for where, names in methods.items() if len(names) > PUBLIC_METHODS} == {}
