"""What a text proposes for the meeting as a whole: dates, places, who took part, and what is on record of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from readouts.drafting.dates import find_dates
from readouts.drafting.entries import Entry
from readouts.drafting.names import Name
from readouts.drafting.parties import Parties
from readouts.drafting.reading import Read
from readouts.drafting.remarks import DOTS
from readouts.graph import Graph
from readouts.model import Date, Meeting, Person, Place, Record, Topic, read_date
from readouts.model.shape import Value, shapes

MOST = 8  # proposals of a kind, and places of each: more are no help
MOST_TOPICS = 40
_IN = ("in", "at", "near", "im", "bei", "在")


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """Proposes the fields of a meeting."""

    read: Read
    graph: Graph
    parties: Parties
    entries: tuple[Entry, ...]

    def fields(self) -> Iterator[str]:
        """Yield lines of fields, as they stand in a record once their sign is taken away."""
        kinds = shapes(Meeting)["kind"]
        yield f"title: {DOTS}  # what happened, in a line"
        yield f"kind: {DOTS}  # {', '.join(kinds.choices) if isinstance(kinds, Value) else ''}"
        yield from self._choices("date", self._dates)
        yield from self._choices("place", self._named(Place, before=_IN))
        yield from self._participants()
        yield from self._choices("refers_to", self._named(Meeting), "[{}]")

    def remarks(self) -> Iterator[str]:
        """Yield what else there is to say."""
        others = {id_: where for id_, where in self._named(Person).items() if id_ not in self._present}
        if others:
            told = (f"{id_}, {_joined(where)}" for id_, where in islice(others.items(), MOST))
            yield f"Named besides: {'; '.join(told)}."
        for date in islice(self._dates, MOST):
            if meetings := [m for m in self.graph.meetings if _overlap(m.date, read_date(date))]:
                closest = sorted(meetings, key=lambda m: m.date.latest - m.date.earliest)
                yield f"On record at {date}: {', '.join(m.id for m in closest[:MOST])}."
        for where in self._undated:
            yield f"A date that can't be told without the date of the text: {where}."
        if topics := [topic.id for topic in self.graph.live(Topic)]:
            more = ", …" if len(topics) > MOST_TOPICS else ""
            yield f"Topics on record: {', '.join(topics[:MOST_TOPICS])}{more}."

    def _choices(self, key: str, found: Mapping[str, list[str]], form: str = "{}") -> Iterator[str]:
        for value, where in islice(found.items(), MOST):
            yield f"{key}: {form.format(value)}  # {_joined(where)}"
        if not found and key != "refers_to":
            yield f"{key}: {DOTS}"

    @cached_property
    def _all_dates(self) -> list[tuple[str | None, str]]:
        lines = [*((0, line) for line in self.read.article.heading), *enumerate(self.read.article.paragraphs, start=1)]
        return [
            (mention.date, f"“{mention.words}”{_place(number)}")
            for number, line in lines
            for mention in find_dates(line, self.parties.date)
        ]

    @cached_property
    def _dates(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for date, where in self._all_dates:
            if date:
                found[date].append(where)
        return found

    @property
    def _undated(self) -> list[str]:
        return [where for date, where in self._all_dates if not date][:MOST]

    @cached_property
    def _whole(self) -> frozenset[str]:
        """Return the ids of what the text calls by a whole name, and not by a family name alone."""
        names = [t.name for sentence in self.read.mentions for t in sentence.tokens if t.name and not t.name.is_family]
        return frozenset(record.id for name in names for record in name.records)

    def _named(self, model: type[Record], before: tuple[str, ...] = ()) -> Mapping[str, list[str]]:
        """Return the records of a type that the text names, in order; those that stand after some words come first."""
        led: defaultdict[str, list[str]] = defaultdict(list)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in self.read.mentions:
            for index, token in enumerate(sentence.tokens):
                leading = sentence.tokens[index - 1].text if index else ""
                words = f"{leading} {token.text}" if leading in before else token.text
                for record in self._meant(token.name) if token.name else ():
                    if isinstance(record, model):
                        (led if leading in before else found)[record.id].append(
                            f"“{words}”{_place(sentence.paragraph)}"
                        )
        return {id_: [*led[id_], *found[id_]] for id_ in (*led, *found)}

    def _meant(self, name: Name) -> Iterator[Record]:
        """Yield what a name may stand for; a family name only for those whose whole name is in the text, too."""
        return (record for record in name.records if not name.is_family or record.id in self._whole)

    @cached_property
    def _present(self) -> frozenset[str]:
        quotes = [entry.quote for entry in self.entries]
        return frozenset(id_ for quote in quotes for id_ in (quote.get("speaker"), *quote.get("to", ())) if id_)

    def _participants(self) -> Iterator[str]:
        """Yield those who speak or are spoken to as participants, and their parties' accounts."""
        people = self._named(Person)
        taking_part = [id_ for id_ in people if id_ in self._present]
        yield "participants:" if taking_part else f"participants: [{{person: {DOTS}, for: {DOTS}}}]"
        for id_ in taking_part:
            yield f"  - person: {id_}  # {_joined(people[id_])}"
            yield f"    for: {self.parties.party(id_) or DOTS}"
        parties = dict.fromkeys(filter(None, map(self.parties.party, taking_part)))
        yield "readouts:" if parties else f"readouts: {{{DOTS}: {DOTS}}}"
        for party in parties:
            yield f"  {party}: {self.parties.account(party) or f'{{none: {DOTS}}}'}"


def _place(paragraph: int) -> str:
    return f" (P{paragraph})" if paragraph else " (heading)"


def _joined(where: list[str]) -> str:
    distinct = list(dict.fromkeys(where))
    return ", ".join(distinct[:MOST]) + (f" and {len(distinct) - MOST} more" if len(distinct) > MOST else "")


def _overlap(one: Date, other: Date) -> bool:
    return one.certain and other.certain and one.earliest <= other.latest and other.earliest <= one.latest
