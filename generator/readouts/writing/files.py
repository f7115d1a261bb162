"""Changes carried out: each file whole or not at all, and none in the place of another."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkstemp

from readouts.load.characters import Fault
from readouts.load.files import read_bytes
from readouts.model import Record
from readouts.problem import ReadoutsError
from readouts.writing.changes import Change


def source_of(content: Path, model: type[Record], id_: str) -> bytes:
    """Return what the file of a record in a content folder holds."""
    source = read_bytes(content / model.FOLDER / f"{id_}.yml")
    if isinstance(source, Fault):
        raise ReadoutsError(f"{model.FOLDER}/{id_}.yml: {source.message}; {source.help}")
    return source


def carry_out(content: Path, changes: Sequence[Change]) -> tuple[Path, ...]:
    """Write all changes into a content folder, or none of them; return the files.

    The last is written first: what a record names is there before the record is.
    """
    done: list[Path] = []
    try:
        for change in reversed(changes):
            path = content / change.name
            _write(path, change)
            done.append(path)
    except BaseException:
        for path, change in zip(done, reversed(changes), strict=False):
            _undo(path, change)
        raise
    return tuple(reversed(done))


def _undo(path: Path, change: Change) -> None:
    if change.before is None:
        path.unlink()
    else:
        path.write_bytes(change.before)


def _write(path: Path, change: Change) -> None:
    path.parent.mkdir(exist_ok=True)
    if path.parent.is_symlink() or path.is_symlink():
        raise ReadoutsError(f"{path} is behind a link; records are files in folders of their own")
    draft = _drafted(path, change.after)
    try:
        if change.before is None:
            _create(draft, path)
        else:
            _replace(draft, path, change.before)
    finally:
        draft.unlink(missing_ok=True)


def _drafted(path: Path, content: bytes) -> Path:
    """Return a file beside the one to be written, with its content; no record has such a name."""
    descriptor, name = mkstemp(prefix=f".{path.stem}.", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        os.fsync(descriptor)
    return Path(name)


def _create(draft: Path, path: Path) -> None:
    """Give the draft its name, which no file may have: a rename would put it in the place of one."""
    umask = os.umask(0)
    os.umask(umask)
    draft.chmod(0o666 & ~umask)
    try:
        os.link(draft, path)
    except OSError:
        if path.exists():
            raise ReadoutsError(f"{path} exists already; nothing was written") from None
        with path.open("xb") as file:  # a disk without links, such as one for cameras
            file.write(draft.read_bytes())


def _replace(draft: Path, path: Path, before: bytes) -> None:
    if path.read_bytes() != before:
        raise ReadoutsError(f"{path} has changed in the meantime; nothing was written")
    draft.chmod(stat.S_IMODE(path.stat().st_mode))
    draft.replace(path)
