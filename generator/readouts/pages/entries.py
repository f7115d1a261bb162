"""What the search finds: every quotation, and every record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from readouts.graph import Quotation
from readouts.insight import Insight
from readouts.insight.attribution import attribute
from readouts.model import Date, Meeting, Named, Organization, Person, Phrase, Record, Rendering
from readouts.pages.addresses import address_of
from readouts.pages.attributions import how_in_words, in_words
from readouts.pages.facets import Facets
from readouts.pages.prose import plain, read_prose
from readouts.text import Prose, Text, primary

_PROSE_FIELDS = ("gloss", "bio", "summary", "background")


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that are found and shown.

    `anchor` is where on the page they stand; `says` who says that someone said them, `how` in which mode
    and by which translation; `is_quoted` tells whether they stand in quotation marks.
    """

    text: Text
    lang: str = "en"
    anchor: str = ""
    says: str = ""
    how: str = ""
    is_quoted: bool = False


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that is found: a record by its names and prose, a quotation by its words in every rendering.

    `title` is what it is called, of a quotation what its meeting is; `names` are what else it is called; `translated`
    are names that its speaker, participants and phrases in it have in other languages, each with the words that stand
    for it here; `filters` are what it is chosen by.
    """

    address: str
    kind: str
    title: Text
    date: Date | None
    names: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    translated: tuple[tuple[Text, Text], ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_quotation(self) -> bool:
        """Tell whether someone said it."""
        return self.kind == "Quotation"


@dataclass(frozen=True)
class _Planner:
    insight: Insight
    facets: Facets

    def _rendering(self, quotation: Quotation, number: int, rendering: Rendering) -> Passage:
        attribution = attribute(self.insight.graph, quotation, rendering)
        return Passage(
            text=rendering.text,
            lang=rendering.lang,
            anchor="r-words" if rendering is quotation.best else f"r-rendering-{number}",
            says=in_words(attribution),
            how=how_in_words(attribution, rendering),
            is_quoted=rendering.mode == "direct",
        )

    def _translated(self, quotation: Quotation) -> Iterator[tuple[Text, Text]]:
        """Yield the names of the speaker, and the forms of phrases in languages that there is no rendering in."""
        yield from _names_abroad(self.insight.graph.speaker(quotation.quote.speaker))
        spoken = {primary(rendering.lang) for rendering in quotation.quote.renderings}
        found = self.insight.occurrences_by_quotation.get(quotation.id, ())
        for occurrence in {occurrence.phrase.id: occurrence for occurrence in found}.values():
            words = Text(occurrence.rendering.text.raw[occurrence.start : occurrence.end])
            yield from ((form.text, words) for form in _forms(occurrence.phrase) if primary(form.lang) not in spoken)

    def of_quotation(self, quotation: Quotation) -> Entry:
        """Return the entry of a quotation, the rendering first that stands for it where others have no more words."""
        passages = [(r, self._rendering(quotation, n, r)) for n, r in enumerate(quotation.renderings, 1)]
        passages.sort(key=lambda pair: pair[0] is not quotation.best)
        return Entry(
            address=address_of(quotation),
            kind="Quotation",
            title=quotation.meeting.title,
            date=quotation.date,
            passages=tuple(passage for _, passage in passages),
            translated=tuple(self._translated(quotation)),
            filters=self.facets.of_quotation(quotation),
        )

    def _passages(self, record: Record) -> Iterator[Passage]:
        match record:
            case Person():
                yield from (Passage(text=role.title) for role in record.roles)
            case Meeting():
                yield from (Passage(text=takeaway) for takeaway in record.takeaways)
        for name in _PROSE_FIELDS:
            if isinstance(prose := getattr(record, name, None), Prose):
                yield Passage(text=Text("".join(plain(read_prose(self.insight.graph, prose))).strip()))

    def of_record(self, record: Record) -> Entry:
        present = record.participants if isinstance(record, Meeting) else ()
        people = (self.insight.graph.record(Person, id_) for id_ in dict.fromkeys(p.person for p in present))
        date = getattr(record, "date", None)
        return Entry(
            address=address_of(record),
            kind=record.TYPE.capitalize(),
            title=record.title_text,
            date=date if isinstance(date, Date) else None,
            names=tuple(_names(record)),
            passages=tuple(self._passages(record)),
            translated=tuple(pair for person in people for pair in _names_abroad(person)),
            filters=self.facets.of_record(record),
        )


def _forms(phrase: Phrase) -> Iterator[Passage]:
    for lang, forms in phrase.forms.items():
        yield from (Passage(text=Text(form.raw.replace("*", "")), lang=lang) for form in forms)


def _names_abroad(named: Person | Organization) -> Iterator[tuple[Text, Text]]:
    """Yield the names in other languages, each with the name here."""
    yield from ((name, named.title_text) for names in named.names.values() for name in names)


def _names(record: Record) -> Iterator[Passage]:
    """Yield what a record is called beside its title and parts of that."""
    title = record.title_text.raw.casefold()
    yield from (name for name in _all_names(record) if name.text.raw.casefold() not in title)


def _all_names(record: Record) -> Iterator[Passage]:
    if isinstance(record, Named):
        yield from (Passage(text=name, lang=lang) for lang, names in record.names.items() for name in names)
        yield from (Passage(text=name) for name in record.also)
    match record:
        case Phrase():
            yield from _forms(record)
        case Meeting():
            yield from (Passage(text=name) for names in record.called.values() for name in names)


def _day(entry: Entry) -> str:
    return entry.date.earliest.isoformat() if entry.date else ""


def plan_entries(insight: Insight) -> tuple[Entry, ...]:
    """Return everything that the search finds, newest first, what has no date last."""
    graph, planner = insight.graph, _Planner(insight, Facets(insight.graph))
    quotations = (planner.of_quotation(quotation) for quotation in graph.quotations)
    records = (planner.of_record(record) for record in graph.records if graph.is_live(record))
    return tuple(sorted((*quotations, *records), key=_day, reverse=True))
