"""Artifacts to git, by dulwich: no git program is needed."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from designer.errors import Refusal

if TYPE_CHECKING:
    from dulwich.repo import Repo


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that was made, or nothing when no file differed; `pushed_to` is the remote's name."""

    id: str
    branch: str
    files: int
    pushed_to: str = ""


def commit(
    folder: Path, paths: tuple[str, ...], message: str, *, branch: str = "", push: bool = False
) -> Commit | None:
    """Commit these files (relative to the folder) in the repository that holds it, on a branch; make what is missing."""
    from dulwich import porcelain
    from dulwich.errors import NotGitRepository
    from dulwich.repo import Repo

    try:
        repository = Repo.discover(str(folder))
    except NotGitRepository:
        repository = Repo.init(str(folder))
    with repository:
        root = Path(repository.path)
        if branch:
            _stand_on(repository, branch)
        porcelain.add(repository, paths=[str((folder / path).resolve()) for path in paths])
        staged = porcelain.status(repository).staged
        count = sum(len(files) for files in staged.values())
        if not count:
            return None
        made = porcelain.commit(repository, message=message.encode())
        name = porcelain.active_branch(repository).decode()
        if push:
            _push(repository, name, root)
        return Commit(id=made.decode(), branch=name, files=count, pushed_to="origin" if push else "")


def _stand_on(repository: "Repo", branch: str) -> None:
    """Make a branch the current one, from where we stand; the files in the folder are left as they are."""
    from dulwich.refs import Ref

    reference = Ref(f"refs/heads/{branch}".encode())
    if reference not in repository.refs:
        with contextlib.suppress(KeyError):  # a repository without a commit has nothing to branch from
            repository.refs[reference] = repository.head()
    repository.refs.set_symbolic_ref(Ref(b"HEAD"), reference)


def _push(repository: "Repo", branch: str, root: Path) -> None:
    from dulwich import porcelain

    try:
        porcelain.push(repository, "origin", f"refs/heads/{branch}:refs/heads/{branch}")
    except Exception as err:
        message = f"The commit was made in {root}, but could not be pushed: {err}"
        raise Refusal(message, hint="Check the remote 'origin' and your access to it.") from err
