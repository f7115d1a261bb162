"""A rendering's text cut where phrases, notes and differences begin and end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from readouts.insight.occurrences import Occurrence
from readouts.insight.wording import Stretch
from readouts.model import Note, Phrase
from readouts.text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Some characters of a text: their phrase, whether another rendering lacks them, the notes that end here."""

    text: Text
    phrase: Phrase | None = None
    differs: bool = False
    notes: tuple[int, ...] = field(default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberedNote:
    """A note with the number by which the text points to it; None where it is about the whole."""

    number: int | None
    note: Note


def number_notes(text: Text, notes: Iterable[Note]) -> tuple[NumberedNote, ...]:
    """Number the notes that are on words of a text, in the order of the words."""
    placed = sorted(
        (
            (note.on is None or note.on.raw not in text.raw, text.raw.find(note.on.raw) if note.on else 0, i, note)
            for i, note in enumerate(notes)
        ),
        key=lambda found: found[:3],
    )
    return tuple(
        NumberedNote(number=None if astray else n, note=note) for n, (astray, _, _, note) in enumerate(placed, 1)
    )


def mark(
    text: Text,
    *,
    occurrences: Iterable[Occurrence] = (),
    notes: Iterable[NumberedNote] = (),
    stretches: Iterable[Stretch] = (),
) -> tuple[Cut, ...]:
    """Return a text in cuts; together they have exactly its characters. Of phrases that overlap the first counts."""
    raw = text.raw
    phrases: list[Phrase | None] = [None] * len(raw)
    for occurrence in occurrences:
        if not any(phrases[occurrence.start : occurrence.end]):
            phrases[occurrence.start : occurrence.end] = [occurrence.phrase] * (occurrence.end - occurrence.start)
    # A space that differs can't be seen, and its mark would cut a link in two.
    differs: list[bool] = [
        not stretch.same and not stretch.text.isspace() for stretch in stretches for _ in stretch.text
    ] or [False] * len(raw)
    ends: dict[int, list[int]] = {}
    for numbered in notes:
        if numbered.number is not None and numbered.note.on:
            on = numbered.note.on.raw
            ends.setdefault(raw.index(on) + len(on), []).append(numbered.number)
    bounds = {0, len(raw), *ends}
    bounds |= {i for i in range(1, len(raw)) if phrases[i] is not phrases[i - 1] or differs[i] != differs[i - 1]}
    ordered = sorted(bounds)
    return tuple(
        Cut(text=Text(raw[start:end]), phrase=phrases[start], differs=differs[start], notes=tuple(ends.get(end, ())))
        for start, end in pairwise(ordered)
    )
