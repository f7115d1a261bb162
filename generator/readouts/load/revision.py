"""The records as they were at a revision."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from readouts.load.files import LARGEST
from readouts.load.git import GitError, ask_git
from readouts.problem import ReadoutsError

_OBJECT = re.compile(r"[0-9a-f]{40,64}")
_LINK, _SUBMODULE = "120000", "160000"
DEEPEST = 2  # a folder of a type, and a file in it


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A commit, and the content folder as it was there; None where there was none."""

    commit: str
    content: Path | None


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """Something in the content folder of a commit; `path` is relative to it."""

    path: Path
    mode: str
    object_: str
    size: int


def _object(folder: Path, name: str) -> str | None:
    """Return the object that a name stands for; None where git knows no such name."""
    try:
        found = ask_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()
    except GitError:
        return None
    return found if _OBJECT.fullmatch(found) else None


def _commit(folder: Path, revision: str) -> str:
    """Return the commit that a revision names; raise ReadoutsError where it names none."""
    try:
        is_shallow = ask_git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError as error:
        raise GitError(f"what {folder.resolve()} was, git can't tell: {error}") from error
    named = _object(folder, revision)
    # In two steps: `:/words^{commit}` would look for a commit with those words.
    commit = _object(folder, f"{named}^{{commit}}") if named else None
    if commit is None:
        is_empty = not ask_git(folder, "rev-list", "--all", "--max-count=1")
        hint = ": the clone is shallow; `git fetch --unshallow` completes it" if is_shallow else ""
        hint = ": the repository has no commit yet" if is_empty else hint
        raise ReadoutsError(f"git knows no commit {revision!r}{hint}")
    return commit


def _entries(folder: Path, tree: str) -> Iterator[_Entry]:
    """Yield what a tree holds, as deep as records lie."""
    for line in ask_git(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", tree).split(b"\0"):
        head, _, name = line.partition(b"\t")
        parts = os.fsdecode(name).split("/")
        # A tree made by hand may hold names that lead out of it.
        if head and not {"", ".", ".."} & set(parts):
            mode, _, object_, size = head.decode().split()
            mode = _SUBMODULE if len(parts) > DEEPEST else mode
            yield _Entry(path=Path(*parts[:DEEPEST]), mode=mode, object_=object_, size=int(size.replace("-", "0")))


def _blobs(folder: Path, objects: list[str]) -> Iterator[bytes]:
    """Yield the bytes of objects as they were committed: no attribute and no setting of git changes them."""
    answer = ask_git(folder, "cat-file", "--batch", told="".join(f"{object_}\n" for object_ in objects).encode())
    start = 0
    for object_ in objects:
        end = answer.index(b"\n", start)
        size = answer[start:end].split()[-1]
        if not size.isdigit():
            raise ReadoutsError(f"git lacks the object {object_}: fetch it first")
        yield answer[end + 1 : end + 1 + int(size)]
        start = end + int(size) + 2


def _write(folder: Path, entries: list[_Entry], content: Path) -> None:
    """Write a content folder; what is no file in it becomes a link or a folder that leads nowhere."""
    files = [entry for entry in entries if entry.mode not in (_LINK, _SUBMODULE) and entry.size <= LARGEST]
    blobs = dict(zip(files, _blobs(folder, [entry.object_ for entry in files]), strict=True))
    for entry in entries:
        path = content / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.mode == _SUBMODULE:
            path.mkdir(exist_ok=True)
        elif entry.mode == _LINK:
            path.symlink_to(path.name)
        elif entry in blobs:
            path.write_bytes(blobs[entry])
        else:
            with path.open("wb") as file:  # too large for a record, which is told from its size alone
                file.truncate(entry.size)


@contextmanager
def content_at(content: Path, revision: str) -> Iterator[Revision]:
    """Yield the content folder as it was at a revision, in a temporary place; nothing is checked out.

    Raise ReadoutsError where git can't tell: outside a repository, or of a revision that it doesn't know.
    """
    commit = _commit(content, revision)
    prefix = os.fsdecode(ask_git(content, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    tree = _object(content, f"{commit}:{prefix.removesuffix('/')}")
    if tree is None or ask_git(content, "cat-file", "-t", tree).strip() != b"tree":
        yield Revision(commit=commit, content=None)
        return
    with TemporaryDirectory(prefix="readouts-") as place:
        folder = Path(place) / content.name
        folder.mkdir()
        _write(content, list(_entries(content, tree)), folder)
        yield Revision(commit=commit, content=folder)
