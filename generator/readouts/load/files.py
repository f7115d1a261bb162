"""The files of a content folder."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from readouts.load.characters import Fault
from readouts.model import RECORD_TYPES, Record
from readouts.model.fields import ID, LONGEST_ID, RESERVED_NAMES, likely_id
from readouts.problem import START
from readouts.text import near

LARGEST = 1024 * 1024
TYPES_BY_FOLDER = {model.FOLDER: model for model in RECORD_TYPES}


def _stray(message: str, help_: str, suggestion: str | None = None) -> Fault:
    """Return the fault of something in the content folder that is no record."""
    return Fault(path=(), span=START, code="stray-file", message=message, help=help_, suggestion=suggestion)


def _unreadable(error: OSError) -> Fault:
    """Return the fault of a file or folder that the system doesn't let us read."""
    help_ = "give everyone the right to read it"
    return Fault(path=(), span=START, code="unreadable-file", message=f"can't be opened: {error.strerror}", help=help_)


def _ignored(name: str) -> bool:
    return name.startswith(".") or name in ("README.md", "verified.lock")


def find_files(content: Path) -> Iterator[tuple[Path, type[Record] | None, Fault | None]]:
    """Yield each file of the content folder, sorted, with the type of its record or what is wrong with its place."""
    for entry in sorted(os.scandir(content), key=lambda entry: entry.name):
        path = Path(entry.path)
        if _ignored(entry.name):
            continue
        if entry.is_symlink() or not entry.is_dir():
            yield path, None, _stray("a file outside the folders of records", "move it into the folder of its type")
        elif entry.name not in TYPES_BY_FOLDER:
            meant = _likely_folder(entry.name)
            help_ = f"did you mean '{meant}'?" if meant else f"the folders are {', '.join(TYPES_BY_FOLDER)}"
            yield path, None, _stray(f"an unknown folder '{entry.name}'", help_, meant)
        else:
            yield from _find_records(path, TYPES_BY_FOLDER[entry.name])


def _likely_folder(name: str) -> str | None:
    """Return the folder that was probably meant by one like it, or by one that is called as its type is."""
    types = {model.TYPE: model.FOLDER for model in RECORD_TYPES}
    meant = near(name, (*TYPES_BY_FOLDER, *types))
    return types.get(meant, meant) if meant else None


_MAY_BE_RECORD = re.compile(r"\.ya?ml|^[^.]+$", re.IGNORECASE)


def _names_in(stray: Path) -> list[str]:
    try:
        return (
            [entry.name for entry in os.scandir(stray)] if stray.is_dir() and not stray.is_symlink() else [stray.name]
        )
    except OSError:
        return []


def likely_keys(content: Path, stray: Path) -> set[tuple[str, str]]:
    """Return the types and ids that the records in something out of place would have, were they in their places."""
    model = TYPES_BY_FOLDER.get(_likely_folder(stray.relative_to(content).parts[0]) or "")
    types = [model.TYPE] if model else [model.TYPE for model in RECORD_TYPES]
    ids = {likely_id(name.partition(".")[0]) for name in _names_in(stray) if _MAY_BE_RECORD.search(name)}
    return {(type_, id_) for type_ in types for id_ in ids if id_}


def _find_records(folder: Path, model: type[Record]) -> Iterator[tuple[Path, type[Record] | None, Fault | None]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, None, _unreadable(error)
        return
    for entry in entries:
        if _ignored(entry.name):
            continue
        path = Path(entry.path)
        fault = _fault_of(entry, path)
        yield path, None if fault else model, fault


def _fault_of(entry: os.DirEntry[str], path: Path) -> Fault | None:
    if entry.is_dir(follow_symlinks=False):
        return _stray("a folder inside the folder of a type", "move its records up, and remove it")
    if entry.is_symlink() or not entry.is_file():
        return _stray("not a regular file", "a record is a file, without a link in its place")
    if path.suffix != ".yml":
        likely = likely_id(path.stem.removesuffix(".yml"))
        help_ = f"rename it to {likely}.yml, or remove it" if likely else "remove it"
        meant = f"{likely}.yml" if likely and _MAY_BE_RECORD.search(entry.name) else None
        return _stray(f"a file that doesn't end in .yml: '{path.suffix or entry.name}'", help_, meant)
    if not ID.fullmatch(path.stem) or len(path.stem) > LONGEST_ID or path.stem in (*RESERVED_NAMES, "index"):
        likely = likely_id(path.stem)
        rule = f"lower-case letters a to z, digits, single hyphens, at most {LONGEST_ID}; not a reserved name"
        meant = likely if likely not in (None, path.stem, "index") else None
        return Fault(
            path=(),
            span=START,
            code="bad-id",
            message=f"the file's name '{path.stem}' is no id",
            help=f"rename it to {meant}.yml; an id has {rule}" if meant else rule,
            suggestion=meant,
        )
    return None


def read_bytes(path: Path) -> bytes | Fault:
    """Return the content of a regular file of at most 1 MiB; the size is taken from the file that was opened."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        return _unreadable(error)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _stray("not a regular file", "a record is a file")
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        return Fault(path=(), span=START, code="too-long", message="larger than 1 MiB", help="divide the record")
    return content
