"""A finished site put in the place of the one before, all at once."""

import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readouts.problem import ReadoutsError

MARKER = ".readouts-site"  # says that a folder is ours to replace
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def mark(site: Path) -> None:
    """Mark a folder as a site that may be replaced."""
    (site / MARKER).write_text("This folder is generated and replaced as a whole.\n", encoding="utf-8")


def _refuse_foreign(site: Path) -> None:
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise ReadoutsError(f"{site} is no folder; name another with --site")
    if site.is_dir() and any(site.iterdir()) and not (site / MARKER).is_file():
        raise ReadoutsError(f"{site} holds something that is not a site of ours; empty it, or name another with --site")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it could."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    paths = (os.fsencode(one), os.fsencode(other))
    return renameat2 is not None and renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0


def _swap(staging: Path, site: Path, old: Path) -> None:
    """Put the new site in the place of the old one, and remove that: whatever is left of it the next build removes."""
    if not site.exists():
        staging.rename(site)
    elif _exchange(staging, site):
        shutil.rmtree(staging, ignore_errors=True)
    else:
        site.rename(old)
        staging.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def _locked(staging: Path) -> int:
    """Return an open staging folder that no other build has; raise ReadoutsError if one has it."""
    staging.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(staging, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise ReadoutsError(f"another build of {staging.parent} is under way") from None
    return descriptor


def _empty(folder: Path) -> None:
    for entry in os.scandir(folder):
        shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else Path(entry.path).unlink()


@contextmanager
def published(site: Path) -> Iterator[Path]:
    """Yield an empty folder to build in; if all goes well it takes the place of the site, else nothing changes.

    A build that is killed leaves the old site as it was, and a folder beside it that the next build empties.
    """
    staging, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    _refuse_foreign(site)
    descriptor = _locked(staging)
    try:
        if old.exists() and not site.exists():
            old.rename(site)  # a build was killed between the two renames
        shutil.rmtree(old, ignore_errors=True)  # one was killed while it removed the old site
        _empty(staging)
        yield staging
        mark(staging)
        _swap(staging, site, old)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    finally:
        os.close(descriptor)
