"""A new project for another subject, written all at once or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from readouts.problem import ReadoutsError
from readouts.scaffold.templates import Installation, render_project

__all__ = ["Installation", "create_project", "render_project"]

_ALLOWED = ".git"  # a clone of a repository that has nothing yet
_MOST_NAMED = 5


def create_project(folder: Path, name: str) -> int:
    """Write a project called `name` into a folder that is empty or not there; return how many files it has."""
    _refuse_occupied(folder)
    installed = version("readouts")
    installation = Installation(
        command="readouts",
        install="python -m pip install --requirement requirements.txt",
        requirements="requirements.txt",
    )
    files = render_project(installation, name=name, version=installed)
    # Beside what is to come of it, so that moving it there is no copying.
    beside = folder if folder.exists() else folder.parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=beside, prefix=".readouts-") as temporary:
        staged = Path(temporary) / "project"
        _write(files, staged)
        _put(staged, folder)
    return len(files)


def _refuse_occupied(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ReadoutsError(f"{folder} is there and is no folder: name another")
    found = sorted(entry.name for entry in folder.iterdir() if entry.name != _ALLOWED) if folder.exists() else []
    if found:
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        raise ReadoutsError(
            f"{folder} is not empty: {', '.join(found[:_MOST_NAMED])}{more} would be in the way; name an empty folder"
        )


def _write(files: Mapping[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _put(staged: Path, folder: Path) -> None:
    """Move a project to its place: as a whole where nothing is, else entry by entry, taken back if one fails."""
    if not folder.exists():
        staged.rename(folder)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(staged.iterdir()):
            target = folder / entry.name
            entry.rename(target)
            moved.append(target)
    except BaseException:
        for target in moved:
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        raise
