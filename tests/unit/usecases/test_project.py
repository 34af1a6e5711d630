from pathlib import Path

import pytest

from designer.document.model import Document, Node
from designer.errors import FileRefused
from designer.usecases.project import files_of


def naming(*texts: str) -> Document:
    return Document(name="test", nodes={"a": Node(id="a", kind="job", settings={"files": list(texts)})})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a pipeline's folder, with a file outside it that nobody may take."""
    (tmp_path / "outside.txt").write_text("private")
    place = tmp_path / "pipeline"
    (place / "code" / "deep").mkdir(parents=True)
    (place / "code" / "app.py").write_text("1")
    (place / "code" / "deep" / "x.py").write_text("2")
    (place / "other.py").write_text("3")
    return place


def test_a_named_file_and_everything_in_a_named_folder_travel_along(folder: Path) -> None:
    found = files_of(naming("other.py", "code"), folder)

    assert sorted(found) == ["code/app.py", "code/deep/x.py", "other.py"]


def test_what_no_setting_names_stays(folder: Path) -> None:
    assert files_of(naming("nothing"), folder) == {}


def test_what_tools_leave_behind_and_hidden_files_stay(folder: Path) -> None:
    for name in ("__pycache__/app.pyc", ".git/config", ".env"):
        path = folder / "code" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")

    assert sorted(files_of(naming("code"), folder)) == ["code/app.py", "code/deep/x.py"]


@pytest.mark.parametrize("text", ["../outside.txt", "code/../../outside.txt", "..", ".", "/", "s3://code", "a\0b"])
def test_a_name_that_leads_elsewhere_is_not_followed(folder: Path, text: str) -> None:
    assert files_of(naming(text), folder) == {}


def test_an_absolute_name_is_not_followed(folder: Path) -> None:
    assert files_of(naming(str(folder.parent / "outside.txt")), folder) == {}


@pytest.mark.parametrize("named", ["code", "code/linked.txt"])
def test_a_link_that_leads_elsewhere_is_not_followed(folder: Path, named: str) -> None:
    (folder / "code" / "linked.txt").symlink_to(folder.parent / "outside.txt")

    assert b"private" not in files_of(naming(named), folder).values()


def test_a_file_too_large_to_travel_is_refused_by_name(folder: Path) -> None:
    with (folder / "other.py").open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)

    with pytest.raises(FileRefused, match=r"other\.py.*larger than 20 MB"):
        files_of(naming("other.py"), folder)
