"""The quotes of a draft, each with what there is to say about it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from readouts.drafting import remarks
from readouts.drafting.attribution import Attribution
from readouts.drafting.modes import is_direct
from readouts.drafting.passages import Passage
from readouts.drafting.quotes import Quoting, Words
from readouts.drafting.reading import Found, Read
from readouts.model.fields import LONGEST_WORDING
from readouts.writing.ids import proposed_quote_id

_Place = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A quote of a draft, or nothing but remarks; `wanted` are fields to be filled, with what they may be.

    It stands where its words stand in the article.
    """

    place: _Place
    remarks: tuple[str, ...]
    quote: dict[str, Any] = field(default_factory=dict)
    wanted: dict[str, str] = field(default_factory=dict)
    wanted_of_rendering: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class _Entries:
    """Makes the quotes of an article, one after the other; `ids` are those that were given so far."""

    read: Read
    quoting: Quoting
    ids: dict[Passage, str] = field(default_factory=dict)

    def run(self) -> Iterator[Entry]:
        """Yield an entry for each passage; those that are parts of one sentence share one."""
        parts: defaultdict[_Place, list[Found]] = defaultdict(list)
        for found in self.read.found:
            if not is_direct(self.read.article, found):
                parts[_sentence(found)].append(found)
        in_parts = {found.passage for together in parts.values() for found in together}
        for found in self.read.found:
            together = parts[_sentence(found)]
            if found.passage not in in_parts:
                yield self.entry([found], Words(piece=found.passage, mode="direct", attribution=found.attribution))
            elif found is together[0] and (found.inside is None or found.attribution.words):
                yield self.entry(together, Words(piece=found.sentence, mode="partial", attribution=_common(together)))

    def entry(self, together: Sequence[Found], words: Words) -> Entry:
        """Return the entry of a passage, or of several in one sentence."""
        first, article = together[0], self.read.article
        place = (first.passage.paragraph, first.passage.outer_start)
        about = [
            remarks.about_speaker(words.attribution, first),
            *remarks.about_passages(article, together, words.mode),
            *remarks.about_inner(self.read, first),
        ]
        text = article.text(words.piece)
        if len(text) > LONGEST_WORDING:
            return Entry(place=place, remarks=(*about, remarks.too_long(text)))
        id_ = self.ids[first.passage] = self._new_id(article.text(first.passage), first.passage.paragraph)
        inside = self.ids.get(first.inside) if first.inside else None
        recorded = self.quoting.parties.on_record(text)
        return Entry(
            place=place,
            remarks=(*about, *remarks.about_record(recorded)),
            quote=self.quoting.quote(id_, words, inside),
            wanted=remarks.wanted(article, first, words.attribution, self.quoting.origin.date),
            wanted_of_rendering=remarks.wanted_of_rendering(words.attribution, self.quoting),
        )

    def _new_id(self, words: str, paragraph: int) -> str:
        """Return an id made of some words, or of the paragraph where they have no letters that an id may have."""
        has_letters = any(character.isascii() and character.isalnum() for character in words)
        text = words if has_letters else f"p{paragraph}"
        return proposed_quote_id({"renderings": [{"text": text}]}, self.ids.values())


def _sentence(found: Found) -> _Place:
    return found.sentence.paragraph, found.sentence.start


def _common(together: Sequence[Found]) -> Attribution:
    """Return who says all of several passages in a sentence, or nobody where they differ."""
    first = together[0].attribution
    if len({found.attribution.speaker for found in together}) == 1:
        return first
    named = (id_ for f in together for id_ in (f.attribution.speaker, *f.attribution.candidates) if id_)
    why = "the passages in this sentence are credited to several, or not all of them to one"
    return replace(first, speaker=None, why=why, candidates=tuple(dict.fromkeys(named)), to=(), is_simple=False)


def entries_of(read: Read, quoting: Quoting) -> tuple[Entry, ...]:
    """Return the quotes of an article, and the remarks between them, in the order of their words."""
    made = [*_Entries(read=read, quoting=quoting).run()]
    for place, said in (*remarks.about_strays(read), *remarks.about_reports(read)):
        made.append(Entry(place=place, remarks=said))
    return tuple(sorted(made, key=lambda entry: entry.place))
