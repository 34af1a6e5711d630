"""Starters: whole pipelines to begin with."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from designer.document.yaml_text import load_yaml
from designer.errors import FileRefused, UsageError
from designer.resources import resource_path

_PIPELINE = "pipeline.yaml"
_ABOUT = "starter.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A starter: what it shows, and which targets take it."""

    id: str
    title: str
    summary: str
    targets: tuple[str, ...]
    folder: Path

    @property
    def pipeline(self) -> Path:
        """Return the pipeline file."""
        return self.folder / _PIPELINE


def starters() -> tuple[Starter, ...]:
    """Return every starter, by id."""
    folders = sorted(path.parent for path in resource_path("starters").glob(f"*/{_ABOUT}"))
    return tuple(sorted((_read(folder) for folder in folders), key=lambda one: _ORDER.get(one.id, 99)))


_ORDER = {
    "sagemaker-training": 0,
    "lambda-train-deploy": 1,
    "s3-triggered-training": 2,
    "ci-cd": 3,
    "container-deployment": 4,
    "notebook-training": 5,
}


def _read(folder: Path) -> Starter:
    path = folder / _ABOUT
    about = load_yaml(path.read_text(encoding="utf-8"), path=str(path))
    found = about if isinstance(about, dict) else {}
    listed = found.get("targets")
    return Starter(
        id=folder.name,
        title=str(found.get("title", folder.name)),
        summary=str(found.get("summary", "")),
        targets=tuple(str(one) for one in listed) if isinstance(listed, list) else (),
        folder=folder,
    )


def starter(starter_id: str) -> Starter:
    """Return one starter, or refuse and name those there are."""
    for one in starters():
        if one.id == starter_id:
            return one
    raise UsageError(f"There is no starter '{starter_id}'.", hint=f"Choose {', '.join(one.id for one in starters())}.")


def new(chosen: Starter, out: Path) -> tuple[Path, ...]:
    """Copy a starter: its pipeline to `out`, and its files beside it. Nothing that exists is overwritten."""
    sources = [path for path in sorted(chosen.folder.rglob("*")) if path.is_file() and path.name != _ABOUT]
    copies = [
        (path, out if path.name == _PIPELINE else out.parent / path.relative_to(chosen.folder)) for path in sources
    ]
    try:
        for _, target in copies:
            if target.exists():
                message = "This exists already, and is not overwritten."
                raise FileRefused(message, path=str(target), hint="Choose another name.")
        for source, target in copies:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    except OSError as err:
        raise FileRefused(f"It cannot be written: {err.strerror or err}.", path=str(out)) from err
    return tuple(target for _, target in copies)
