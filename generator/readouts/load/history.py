"""When each record was last changed, from git."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from readouts.load.git import GitError, ask_git

_COMMIT = re.compile(r"\x01[0-9a-f]{40,64} (\S+)")


@dataclass(frozen=True, kw_only=True)
class History:
    """Where a content folder stands in its repository, and the day of each file's last commit.

    Files are named relative to the content folder. Outside a repository and in a shallow clone no day is known.
    """

    prefix: str
    changed: Mapping[str, date] = field(default_factory=dict)


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        return ask_git(folder, *arguments).decode("utf-8", "replace")
    except GitError:
        return None


def read_history(content: Path) -> History:
    """Return the history of a content folder, in one pass over the log."""
    prefix = _git(content, "rev-parse", "--show-prefix")
    if prefix is None:
        return History(prefix=f"{content.name}/")
    if (_git(content, "rev-parse", "--is-shallow-repository") or "true").strip() == "true":
        return History(prefix=prefix.strip())
    log = (
        _git(content, "log", "-z", "--name-only", "--no-renames", "--relative", "--format=%x01%H %cs", "--", ".") or ""
    )
    changed: dict[str, date] = {}
    day: date | None = None
    for entry in log.replace("\n", "\0").split("\0"):
        if commit := _COMMIT.fullmatch(entry):
            day = _read_day(commit[1])
        elif entry and day:
            changed.setdefault(entry, day)
    return History(prefix=prefix.strip(), changed=changed)


def _read_day(written: str) -> date | None:
    """Return a day; None for one beyond the calendar, which git lets a commit have."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
