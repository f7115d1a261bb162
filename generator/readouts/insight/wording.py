"""How two wordings differ, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from readouts.text import is_unspaced, marks

CLOSE = 0.6
MOST_WORDS = 2000  # the comparison takes time that grows with the square of the words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some characters of a wording, and whether the other wording has them too."""

    text: str
    same: bool


def words(text: str) -> list[str]:
    """Return words, runs of space and single marks; in scripts without spaces each character is a word."""
    found: list[str] = []
    for token in re.findall(rf"[\w{marks()}]+|\s+|[^\w\s]", text):
        if any(is_unspaced(character) for character in token):
            found += token
        else:
            found.append(token)
    return found


def is_close(one: tuple[Stretch, ...], other: tuple[Stretch, ...]) -> bool:
    """Tell whether two wordings share enough of the shorter one for their differences to say something."""
    shared = sum(len(stretch.text) for stretch in one if stretch.same)
    shorter = min(sum(len(stretch.text) for stretch in side) for side in (one, other))
    return shared >= CLOSE * shorter


def _stretches(tokens: list[str], same: list[bool]) -> tuple[Stretch, ...]:
    marked = groupby(zip(tokens, same, strict=True), key=lambda pair: pair[1])
    return tuple(Stretch("".join(token for token, _ in run), is_same) for is_same, run in marked)


def difference(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]] | None:
    """Return both wordings in stretches that are the same and that differ; None for wordings too long to compare."""
    a, b = words(one), words(other)
    if max(len(a), len(b)) > MOST_WORDS:
        return None
    same_a, same_b = [False] * len(a), [False] * len(b)
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        same_a[block.a : block.a + block.size] = [True] * block.size
        same_b[block.b : block.b + block.size] = [True] * block.size
    return _stretches(a, same_a), _stretches(b, same_b)


Fate = Literal["kept", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Some characters that a wording keeps, loses or gains."""

    text: str
    fate: Fate


def _edits(a: list[str], b: list[str]) -> Iterator[Edit]:
    for tag, a_start, a_end, b_start, b_end in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Edit("".join(a[a_start:a_end]), "kept")
            continue
        if a_start < a_end:
            yield Edit("".join(a[a_start:a_end]), "gone")
        if b_start < b_end:
            yield Edit("".join(b[b_start:b_end]), "new")


def edits(before: str, now: str) -> tuple[Edit, ...]:
    """Return how one wording became another; where they have little in common, all of the one and of the other."""
    a, b = words(before), words(now)
    found = tuple(_edits(a, b)) if max(len(a), len(b)) <= MOST_WORDS else ()
    kept = sum(len(edit.text) for edit in found if edit.fate == "kept")
    if found and kept >= CLOSE * min(len(before), len(now)):
        return found
    return (*([Edit(before, "gone")] if before else []), *([Edit(now, "new")] if now else []))
