"""The names of the project's records, found in a text word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from readouts.graph import Graph, key_of
from readouts.model import Meeting, Named, Organization, Person, Place, Record
from readouts.text import UNSPACED, Text, is_unspaced, primary

MASK, MASKED = "\0", "\1"  # stand in the place of quoted words, the first and all others; no text has them
_WORD = re.compile(
    rf"{MASK}{MASKED}*|(?:[^\W\d_]\.){{2,}}|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Gov)\.|[{UNSPACED}]"
    rf"|[^\W\d_{UNSPACED}]+(?:[-‐‑][^\W\d_]+)*|\d+(?:[.,:]\d+)*|['’]s(?![^\W\d_])|[^\w\s]|_"
)
_Words = tuple[str, ...]


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word or mark with its place; a typographic apostrophe is told as a straight one."""
    for match in _WORD.finditer(text):
        yield match[0].replace("’", "'"), match.start(), match.end()


def words_of(text: str) -> _Words:
    """Return the words and marks of a text."""
    return tuple(word for word, _, _ in words_in(text))


@dataclass(frozen=True, kw_only=True)
class Name:
    """Words by which records are called; `is_family` tells that they are a family name alone."""

    words: _Words
    records: tuple[Record, ...]
    is_family: bool = False


@dataclass(frozen=True)
class Names:
    """Every name of people, organizations, places and meetings, by its first word, the longest first."""

    by_first: dict[str, list[Name]] = field(default_factory=dict)

    def at(self, words: Sequence[str], index: int) -> Name | None:
        """Return the longest name that stands at an index of some words.

        One that only overlaps with a name, as “President Xi” does in “President Xi Jinping”, is the same one's or none.
        """
        name = self._longest(words, index)
        if name is None:
            return None
        for inner in range(index + 1, index + len(name.words)):
            other = self._longest(words, inner)
            if other and (end := inner + len(other.words)) > index + len(name.words):
                shared = {key_of(record) for record in other.records}
                same = tuple(record for record in name.records if key_of(record) in shared)
                return Name(words=tuple(words[index:end]), records=same) if same else None
        return name

    def _longest(self, words: Sequence[str], index: int) -> Name | None:
        for name in self.by_first.get(words[index], ()):
            if tuple(words[index : index + len(name.words)]) == name.words:
                return name
        return None


def names_of_records(graph: Graph, lang: str | None) -> Names:
    """Return the names that records have in a text of a language: those in English or of no language, and its own."""
    known: dict[tuple[_Words, bool], list[Record]] = {}
    for record in (r for model in (Person, Organization, Place, Meeting) for r in graph.live(model)):
        for text in _full_names(record, lang):
            for words in _forms(words_of(text)):
                known.setdefault((words, False), []).append(record)
        if isinstance(record, Person) and (family := family_name(record)):
            known.setdefault((family, True), []).append(record)
    names = Names()
    for (words, is_family), records in sorted(known.items(), key=lambda item: (-len(item[0][0]), item[0][1])):
        found = Name(words=words, records=tuple({key_of(r): r for r in records}.values()), is_family=is_family)
        names.by_first.setdefault(words[0], []).append(found)
    return names


def _full_names(record: Named, lang: str | None) -> Iterator[str]:
    names: list[Iterable[Text]] = [[record.title_text], record.also]
    if isinstance(record, Organization) and record.short:
        names.append([record.short])
    if isinstance(record, Meeting):
        names += record.called.values()
    names += (own for tag, own in record.names.items() if lang is None or primary(tag) == primary(lang))
    yield from (name.raw for several in names for name in several if any(map(str.isalnum, name.raw)))


def _forms(words: _Words) -> Iterator[_Words]:
    """Yield a name as it stands within a sentence, at its beginning, and without an article of its own."""
    yield words
    if words[0] == "The" and len(words) > 2:  # noqa: PLR2004  # an article and a word are too little
        yield words[1:]
    elif words[0][0].islower():
        yield (words[0][0].upper() + words[0][1:], *words[1:])


def family_name(person: Person) -> _Words:
    """Return the words of a family name: what `sort` has before its comma, or first, as Chinese names have it.

    Without `sort` it is the last word of a name in letters with spaces between them.
    """
    whole = words_of(person.name.raw)
    if person.sort:
        before, comma, _ = person.sort.raw.partition(",")
        words = words_of(before)
        family = words if comma else words[:1]
    else:
        family = whole[-1:] if whole[-1].isalpha() and not is_unspaced(whole[-1][0]) else ()
    return family if family != whole else ()
