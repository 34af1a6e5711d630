import io
import tarfile
import zipfile

import pytest

from designer.catalog.archives import file_beside, folder_beside, tarred, zipped

MEMBERS = {"b.py": b"print(2)", "a/c.py": b"print(1)"}


def test_the_order_of_the_files_does_not_change_a_byte() -> None:
    turned = dict(reversed(MEMBERS.items()))

    assert (zipped(MEMBERS), tarred(MEMBERS)) == (zipped(turned), tarred(turned))


def test_a_zip_gives_back_what_went_in() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(MEMBERS))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == MEMBERS


def test_a_tar_holds_no_times_and_no_owner() -> None:
    content = tarred(MEMBERS)

    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        assert {(one.name, one.mtime, one.uid) for one in archive} == {("a/c.py", 0, 0), ("b.py", 0, 0)}
    assert content[4:8] == b"\0\0\0\0"


def test_a_tar_of_many_blocks_gives_back_what_went_in() -> None:
    members = {"small": b"", "large": bytes(range(256)) * 1000}

    with tarfile.open(fileobj=io.BytesIO(tarred(members)), mode="r:gz") as archive:
        found = {one.name: archive.extractfile(one) for one in archive}

        assert {name: file.read() for name, file in found.items() if file} == members


def test_bytes_do_not_hang_on_the_version_of_the_compressor() -> None:
    content = b"the same again and again" * 100

    assert content in zipped({"a": content})
    assert content in tarred({"a": content})


def test_a_folder_is_what_lies_below_its_name() -> None:
    files = {"code/a.py": b"1", "code/sub/b.py": b"2", "codes/c.py": b"3", "code/__pycache__/a.pyc": b"4"}

    assert folder_beside(files, "./code/") == {"a.py": b"1", "sub/b.py": b"2"}


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ValueError, match=r"no file 'x\.py' beside the document"):
        file_beside({}, "x.py")


def test_a_folder_without_files_is_named() -> None:
    with pytest.raises(ValueError, match="no folder 'x'"):
        folder_beside({"y/a": b""}, "x")
