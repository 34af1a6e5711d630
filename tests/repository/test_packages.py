"""What packages are made of: an __init__.py holds a docstring and, where it is a table, the table."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.repository.sources import CODE, ROOT, parsed, place, python_files

TABLE = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom, ast.Expr, ast.If)


def inits() -> list[Path]:
    return [path for path in python_files(*CODE) if path.name == "__init__.py"]


def table_names(tree: ast.Module) -> set[str]:
    """Name the constants that an __init__.py defines."""
    targets = [
        node.targets[0] if isinstance(node, ast.Assign) else node.target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def names_in_tables(tree: ast.Module) -> set[str]:
    tables = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return {name.id for table in tables for name in ast.walk(table) if isinstance(name, ast.Name)}


def imported_names(tree: ast.Module) -> set[str]:
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module != "__future__"]
    return {alias.asname or alias.name for node in imports for alias in node.names}


def test_every_package_says_what_it_is_for() -> None:
    silent = [place(path) for path in inits() if not ast.get_docstring(parsed(path))]

    assert silent == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in python_files(*CODE)}

    assert [place(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_an_init_file_holds_nothing_but_a_docstring_and_a_table() -> None:
    found = [place(path, node) for path in inits() for node in parsed(path).body if not isinstance(node, TABLE)]

    assert found == []


def test_an_init_file_exports_nothing_again() -> None:
    again = {place(path): imported_names(parsed(path)) - names_in_tables(parsed(path)) for path in inits()}

    assert {where: names for where, names in again.items() if names} == {}


def test_a_table_is_no_list_of_exports() -> None:
    assert [place(path) for path in inits() if "__all__" in table_names(parsed(path))] == []


def test_packaging_is_a_folder_of_scripts_and_shadows_no_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
