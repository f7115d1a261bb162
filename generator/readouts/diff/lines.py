"""Lines of a report on a difference, before they are written for a terminal or for a page."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readouts.diff.fields import FieldChange
from readouts.graph import Key
from readouts.insight.wording import Edit, edits
from readouts.pages.addresses import address_of_key
from readouts.text import likenesses

_ID_OR_ADDRESS = re.compile(r"[a-z0-9/-]+")
LONGEST_KEPT, CONTEXT = 80, 30  # characters that stay the same, and as many on either side if there are more
MOST_LOOKALIKES = 12  # characters named


@dataclass(frozen=True, slots=True)
class Ours:
    """Words of the program."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """An address, an id, a path."""

    text: str


@dataclass(frozen=True, slots=True)
class Theirs:
    """Words of a contributor."""

    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """How words of a contributor became others."""

    edits: tuple[Edit, ...]


Piece = Ours | Code | Theirs | Edited
Line = tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """A line, and lines that belong to it."""

    line: Line
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """Items of one sort; those of a section that `is_long` are looked up rather than read."""

    title: str
    items: tuple[Item, ...]
    is_long: bool = False


def shown_address(address: str) -> str:
    """Return an address as a reader of the site knows it, from its root."""
    return f"/{address}"


def at(key: Key) -> Code:
    """Return where something stands."""
    return Code(shown_address(address_of_key(key)))


def _in_words(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case list() if all(isinstance(item, str) and _ID_OR_ADDRESS.fullmatch(item) for item in value):
            return ", ".join(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _cut(edit: Edit) -> Edit:
    """Return as much of what stays the same as tells where the rest stands."""
    if edit.fate != "kept" or len(edit.text) <= LONGEST_KEPT:
        return edit
    before, after = edit.text[:CONTEXT], edit.text[-CONTEXT:]
    return Edit(f"{before.rpartition(' ')[0] or before} … {after.partition(' ')[2] or after}", "kept")


def _points(characters: Counter[str]) -> str:
    return ", ".join(f"U+{ord(character):04X}" for character in sorted(characters)[:MOST_LOOKALIKES])


def _lookalikes(before: str, now: str) -> Iterator[Ours]:
    """Yield what tells two texts apart that look alike."""
    if before.casefold() != now.casefold() and likenesses(before) & likenesses(now):
        was, is_ = Counter(before), Counter(now)
        gone, new = _points(was - is_) or "nothing", _points(is_ - was) or "nothing"
        yield Ours(f" (they look alike: {new} in the place of {gone})")


def changed_field(change: FieldChange) -> Line:
    """Return how a field changed."""
    before, now = _in_words(change.before), _in_words(change.now)
    edited = Edited(tuple(map(_cut, edits(before, now))))
    return (Code(change.field), Ours(": "), edited, *_lookalikes(before, now))
