"""Resources are found in a checkout, and wherever a packager says they are."""

from pathlib import Path

import pytest

from designer.resources import resource_folder, resource_path, resource_text


def test_a_resource_of_the_checkout_is_found() -> None:
    assert resource_path("facts", "instances.json").is_file()
    assert "Apache License" in resource_text("facts", "images", "NOTICE.md")


def test_the_folder_that_the_environment_names_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hello.txt").write_text("hello", encoding="utf-8")
    monkeypatch.setenv("PIPELINE_DESIGNER_RESOURCES", str(tmp_path))

    assert resource_text("hello.txt") == "hello"


def test_a_frozen_program_looks_beside_its_unpacked_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "facts").mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    resource_folder.cache_clear()

    found = resource_folder()

    resource_folder.cache_clear()
    assert found == tmp_path / "resources"
