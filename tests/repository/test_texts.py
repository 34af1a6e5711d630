"""What no file of the project may say: where somebody's machine keeps it, or that something is yet to be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repository.sources import ROOT, place, project_files

READ = {".py", ".sh", ".mjs", ".md", ".toml", ".yaml", ".yml", ".json", ".svg", ".cfg", ".ini", ".txt", ""}
THIS_FILE = Path(__file__).resolve()
# Texts of others: licences and definitions that the tests read.
FOREIGN = ("LICENSE", "tests/corpus/", "packaging/judges/package-lock.json")

FORBIDDEN = {
    "an absolute path of a machine": re.compile(
        r"(?<![\w.:/}$-])/(?:work|root|home/(?!user\b|me\b)\w+|Users/\w+|farm)/"
    ),
    "unfinished work": re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b"),
    "an address inside a private network": re.compile(
        r"\b(?:10\.\d+|192\.168)\.\d+\.\d+\b|\.(?:internal|corp|intra)(?![\w-])(?=[/:\s\"'])"
    ),
    "a secret": re.compile(r"\bA(?:KIA|SIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY"),
}


def texts() -> list[Path]:
    return [
        path
        for path in project_files()
        if path.suffix in READ and path != THIS_FILE and not place(path).startswith(FOREIGN)
    ]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_contains(what: str) -> None:
    found = [
        f"{place(path)}:{number}: {line.strip()[:100]}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if FORBIDDEN[what].search(line)
    ]

    assert found == []


def test_every_text_file_ends_with_a_line_end() -> None:
    contents = {place(path): path.read_bytes() for path in texts()}

    assert [where for where, content in contents.items() if content and not content.endswith(b"\n")] == []


def test_the_licence_is_the_one_that_the_package_names() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert "Apache License" in licence
    assert 'license = "Apache-2.0"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
