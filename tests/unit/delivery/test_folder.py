import json
from pathlib import Path

import pytest

from designer.delivery.folder import MANIFEST, deliver
from designer.errors import FileRefused
from designer.workflow.targets import Artifact


def artifacts(**files: str) -> tuple[Artifact, ...]:
    return tuple(Artifact(path=path.replace("__", "/"), content=text.encode()) for path, text in files.items())


def test_every_artifact_is_written_in_folders_that_are_made(tmp_path: Path) -> None:
    done = deliver(artifacts(top="1", code__inner__x="2"), tmp_path / "new" / "folder")

    assert done.written == ("top", "code/inner/x")
    assert (tmp_path / "new" / "folder" / "code" / "inner" / "x").read_text() == "2"


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    deliver(artifacts(a="1", b="2"), tmp_path)
    before = (tmp_path / "a").stat().st_mtime_ns

    done = deliver(artifacts(a="1", b="3"), tmp_path)

    assert (done.written, done.unchanged) == (("b",), ("a",))
    assert (tmp_path / "a").stat().st_mtime_ns == before


def test_a_file_that_is_no_longer_part_of_the_export_goes_away_with_its_empty_folder(tmp_path: Path) -> None:
    deliver(artifacts(a="1", old__x="2"), tmp_path)

    done = deliver(artifacts(a="1"), tmp_path)

    assert done.removed == ("old/x",)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "a"]


def test_a_foreign_file_stays(tmp_path: Path) -> None:
    deliver(artifacts(old__x="2"), tmp_path)
    (tmp_path / "old" / "mine").write_text("mine")
    (tmp_path / "notes.txt").write_text("mine")

    deliver(artifacts(a="1"), tmp_path)

    assert (tmp_path / "old" / "mine").read_text() == "mine"
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_stale_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    deliver(artifacts(a="1", b="2"), tmp_path)
    (tmp_path / "b").write_text("changed by hand")

    done = deliver(artifacts(a="1"), tmp_path)

    assert done.removed == ()
    assert (tmp_path / "b").read_text() == "changed by hand"


def test_a_file_that_no_export_wrote_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")

    with pytest.raises(FileRefused, match=r"nothing was written: README\.md"):
        deliver((*artifacts(a="1"), Artifact(path="README.md", content=b"ours")), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_foreign_file_with_the_very_same_content_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")

    assert deliver(artifacts(a="1"), tmp_path).unchanged == ("a",)


@pytest.mark.parametrize("path", ["../victim", "inside/../../victim", "{absolute}", "..\\victim"])
def test_a_forged_manifest_removes_nothing_outside_the_folder(tmp_path: Path, path: str) -> None:
    folder, victim = tmp_path / "export", tmp_path / "victim"
    folder.mkdir()
    victim.write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (folder / MANIFEST).write_text(json.dumps({"files": {path.format(absolute=victim): empty}}))

    done = deliver(artifacts(a="1"), folder)

    assert done.removed == ()
    assert victim.exists()


def test_a_link_in_the_folder_leads_no_removal_outside(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "export", tmp_path / "elsewhere"
    deliver(artifacts(linked__x="1"), folder)
    (folder / "linked" / "x").rename(tmp_path / "x")
    (folder / "linked").rmdir()
    elsewhere.mkdir()
    (tmp_path / "x").rename(elsewhere / "x")
    (folder / "linked").symlink_to(elsewhere)

    done = deliver(artifacts(a="1"), folder)

    assert done.removed == ()
    assert (elsewhere / "x").exists()


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": 3}', '{"files": ["a"]}', "\x00"])
def test_a_broken_manifest_counts_as_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest)

    assert deliver(artifacts(a="1"), tmp_path).written == ("a",)


def test_the_same_export_leaves_the_same_bytes(tmp_path: Path) -> None:
    deliver(artifacts(b="2", a="1"), tmp_path / "one")
    deliver(artifacts(a="1", b="2"), tmp_path / "two")

    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export").write_text("a file")

    with pytest.raises(FileRefused, match="an export needs a folder"):
        deliver(artifacts(a="1"), tmp_path / "export")


def test_a_folder_that_cannot_be_made_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "code").write_text("a file")

    with pytest.raises(FileRefused, match="code"):
        deliver(artifacts(code__x="1"), tmp_path)


def test_a_name_that_no_file_system_takes_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be written: File name too long"):
        deliver(artifacts(a="1"), tmp_path / ("x" * 300))
