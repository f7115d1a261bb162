"""The invented tree compared with itself under other files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readouts.build import Checked, check
from readouts.diff import Difference, compare
from readouts.project import SHIPPED
from tests.conftest import TREE, Lay

TEMPLATES = (SHIPPED / "templates",)
TALKS = "meetings/2019-05-11-harbour-talks.yml"
CALL = "meetings/2019-03-02-harbour-call.yml"

Files = Mapping[str, str | bytes | None]
Differ = Callable[..., Difference]


def edited(name: str, *edits: tuple[str, str]) -> dict[str, str]:
    """Return a file of the tree with some words replaced, each of which is there once."""
    text = (TREE / name).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        text = text.replace(old, new)
    return {name: text}


@pytest.fixture
def differ(lay: Lay, checked: Checked) -> Differ:
    """Return what compares the tree, or the tree under some files, with the tree under others."""

    def differ(files: Files, *, since: Files | None = None) -> Difference:
        before = checked if since is None else check(lay(since))
        return compare(before, check(lay(files)), TEMPLATES)

    return differ


def renamed(old: str, new: str, text: str | None = None) -> dict[str, str | None]:
    """Return a record of the tree under another name, leading on from the old one."""
    source = text or (TREE / old).read_text(encoding="utf-8")
    return {old: None, new: f"{source}formerly: [{Path(old).stem}]\n"}
