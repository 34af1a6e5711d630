"""Artifacts to git, by dulwich: no git program is needed."""

import contextlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from designer.errors import Refusal

if TYPE_CHECKING:
    from dulwich.repo import Repo


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that was made; `pushed_to` is the remote's name."""

    id: str
    branch: str
    files: int
    pushed_to: str = ""


def commit(
    folder: Path, paths: tuple[str, ...], message: str, *, branch: str = "", push: bool = False
) -> Commit | None:
    """Commit these files (relative to the folder) in the repository that holds it, on a branch; make what is missing.

    A file that is not there any more is committed as removed. Return None when no file differed. What somebody has
    staged already would be taken along, so that is refused.
    """
    from dulwich import porcelain

    with _repository(folder) as repository:
        _refuse_staged(repository)
        if branch:
            _stand_on(repository, branch)
        _stage(repository, [(folder / path).resolve() for path in paths])
        count = _staged_files(repository)
        made = porcelain.commit(repository, message=message.encode()) if count else None
        name = porcelain.active_branch(repository).decode()
        if push:
            _push(repository, name)
        if made is None:
            return None
        return Commit(id=made.decode(), branch=name, files=count, pushed_to="origin" if push else "")


def _repository(folder: Path) -> "Repo":
    from dulwich.errors import NotGitRepository
    from dulwich.repo import Repo

    try:
        return Repo.discover(str(folder))
    except NotGitRepository:
        return Repo.init(str(folder))


def _staged_files(repository: "Repo") -> int:
    from dulwich import porcelain

    return sum(len(files) for files in porcelain.status(repository, untracked_files="no").staged.values())


def _refuse_staged(repository: "Repo") -> None:
    if _staged_files(repository):
        message = f"Changes of yours are staged in {repository.path}, and they would go into the same commit."
        raise Refusal(message, hint="Commit or unstage them first; the files of the export are written.")


def _stage(repository: "Repo", files: Sequence[Path]) -> None:
    from dulwich import porcelain

    root = Path(repository.path).resolve()
    there = [str(file) for file in files if file.exists()]
    gone = [file.relative_to(root).as_posix() for file in files if not file.exists()]
    if there:
        porcelain.add(repository, paths=there)
    if gone:
        repository.get_worktree().stage(gone)


def _stand_on(repository: "Repo", branch: str) -> None:
    """Make a branch the current one, from where we stand; the files in the folder are left as they are."""
    from dulwich.refs import Ref, check_ref_format

    reference = Ref(f"refs/heads/{branch}".encode())
    if not check_ref_format(reference):
        raise Refusal(f"'{branch}' cannot be the name of a branch.", hint="Use letters, digits, '-' and '/'.")
    with contextlib.suppress(KeyError):  # a repository without a commit has nothing to branch from
        here = repository.head()
        if reference in repository.refs and repository.refs[reference] != here:
            message = f"Branch '{branch}' is at another commit than the one that is checked out."
            raise Refusal(message, hint=f"Check it out first (`git switch {branch}`), then export again.")
        repository.refs[reference] = here
    repository.refs.set_symbolic_ref(Ref(b"HEAD"), reference)


def _push(repository: "Repo", branch: str) -> None:
    from dulwich import porcelain

    unheard = io.BytesIO()
    specification = f"refs/heads/{branch}:refs/heads/{branch}"
    try:
        porcelain.push(repository, "origin", specification, outstream=unheard, errstream=unheard)
    except Exception as err:
        message = f"The commit is in {repository.path}, but could not be pushed: {str(err).rstrip('.')}."
        raise Refusal(message, hint="Check the remote 'origin' and your access to it, then export again.") from err
