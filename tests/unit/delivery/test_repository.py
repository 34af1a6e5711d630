from collections.abc import Mapping
from pathlib import Path

import pytest
from dulwich import porcelain
from dulwich.objects import Commit as GitCommit
from dulwich.refs import Ref
from dulwich.repo import Repo

from designer.delivery.repository import commit
from designer.errors import Refusal


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give commits an author, whoever runs the tests, and keep out the settings of his own."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.com")
    monkeypatch.setenv("HOME", str(tmp_path))


def written(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return tuple(files)


def committed(folder: Path, branch: str) -> set[str]:
    """Return the paths in the tip of a branch."""
    with Repo(str(folder)) as repository:
        tip = repository[repository.refs[Ref(f"refs/heads/{branch}".encode())]]
        assert isinstance(tip, GitCommit)
        store = repository.object_store
        return {entry.path.decode() for entry in store.iter_tree_contents(tip.tree) if entry.path}


def test_a_folder_without_a_repository_becomes_one(tmp_path: Path) -> None:
    paths = written(tmp_path, {"a": "1", "code/b": "2"})

    done = commit(tmp_path, paths, "Export")

    assert done is not None
    assert (done.files, done.pushed_to) == (2, "")
    assert committed(tmp_path, done.branch) == {"a", "code/b"}


def test_a_folder_inside_a_repository_is_committed_there_and_nothing_else_is(tmp_path: Path) -> None:
    porcelain.init(str(tmp_path)).close()
    written(tmp_path, {"unrelated": "x"})
    paths = written(tmp_path / "deploy", {"a": "1"})

    done = commit(tmp_path / "deploy", paths, "Export")

    assert done is not None
    assert committed(tmp_path, done.branch) == {"deploy/a"}


def test_without_a_difference_nothing_is_committed(tmp_path: Path) -> None:
    paths = written(tmp_path, {"a": "1"})
    commit(tmp_path, paths, "Export")

    assert commit(tmp_path, paths, "Export") is None


def test_a_file_that_went_away_is_committed_as_removed(tmp_path: Path) -> None:
    paths = written(tmp_path, {"a": "1", "b": "2"})
    commit(tmp_path, paths, "Export")
    (tmp_path / "b").unlink()

    done = commit(tmp_path, paths, "Export")

    assert done is not None
    assert committed(tmp_path, done.branch) == {"a"}


def test_a_new_branch_begins_where_we_stand(tmp_path: Path) -> None:
    first = commit(tmp_path, written(tmp_path, {"a": "1"}), "Export")
    assert first is not None

    done = commit(tmp_path, written(tmp_path, {"b": "2"}), "Export", branch="exports/next")

    assert done is not None
    assert done.branch == "exports/next"
    assert committed(tmp_path, "exports/next") == {"a", "b"}
    assert committed(tmp_path, first.branch) == {"a"}


def test_a_fresh_repository_begins_with_the_branch_that_was_asked_for(tmp_path: Path) -> None:
    done = commit(tmp_path, written(tmp_path, {"a": "1"}), "Export", branch="pipelines")

    assert done is not None
    assert done.branch == "pipelines"


def test_a_branch_at_another_commit_is_refused_and_left_alone(tmp_path: Path) -> None:
    first = commit(tmp_path, written(tmp_path, {"a": "1"}), "Export")
    assert first is not None
    commit(tmp_path, written(tmp_path, {"b": "2"}), "Export", branch="other")

    with pytest.raises(Refusal, match="git switch"):
        commit(tmp_path, written(tmp_path, {"c": "3"}), "Export", branch=first.branch)

    assert committed(tmp_path, first.branch) == {"a"}


def test_a_name_that_no_branch_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="cannot be the name of a branch"):
        commit(tmp_path, written(tmp_path, {"a": "1"}), "Export", branch="two..dots")


def test_what_somebody_has_staged_is_not_taken_along(tmp_path: Path) -> None:
    commit(tmp_path, written(tmp_path, {"a": "1"}), "Export")
    written(tmp_path, {"draft": "x"})
    porcelain.add(str(tmp_path), [str(tmp_path / "draft")])

    with pytest.raises(Refusal, match="staged"):
        commit(tmp_path, written(tmp_path, {"a": "2"}), "Export")


def test_a_push_reaches_the_remote_of_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    porcelain.init(str(tmp_path / "remote"), bare=True).close()
    porcelain.init(str(folder)).close()
    porcelain.remote_add(str(folder), "origin", str(tmp_path / "remote"))

    done = commit(folder, written(folder, {"a": "1"}), "Export", branch="exports", push=True)

    assert done is not None
    assert done.pushed_to == "origin"
    assert committed(tmp_path / "remote", "exports") == {"a"}


def test_a_push_that_fails_says_that_the_commit_is_made_and_the_next_export_pushes_it(tmp_path: Path) -> None:
    folder = tmp_path / "here"
    paths = written(folder, {"a": "1"})
    with pytest.raises(Refusal, match="could not be pushed"):
        commit(folder, paths, "Export", branch="exports", push=True)
    porcelain.init(str(tmp_path / "remote"), bare=True).close()
    porcelain.remote_add(str(folder), "origin", str(tmp_path / "remote"))

    assert commit(folder, paths, "Export", branch="exports", push=True) is None

    assert committed(tmp_path / "remote", "exports") == {"a"}
