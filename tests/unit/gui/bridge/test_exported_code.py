"""What an export would change in a folder is told line by line."""

from pathlib import Path

import pytest

from designer.errors import FileRefused
from designer.gui.bridge.exported_code import difference


def test_lines_that_go_and_come_are_told_with_those_around(tmp_path: Path) -> None:
    (tmp_path / "pipeline.json").write_text("{\n  one,\n  two\n}\n")

    found = difference("pipeline.json", "{\n  one,\n  three\n}\n", tmp_path)

    assert found == "@@ -1,4 +1,4 @@\n {\n   one,\n-  two\n+  three\n }"


def test_an_export_that_would_change_nothing_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "pipeline.json").write_text("{}\n")

    assert difference("pipeline.json", "{}\n", tmp_path) == ""


def test_a_file_that_was_never_exported_is_not_there(tmp_path: Path) -> None:
    assert difference("pipeline.json", "{}\n", tmp_path / "export") is None


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pipeline.json").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(FileRefused):
        difference("pipeline.json", "{}\n", tmp_path)
