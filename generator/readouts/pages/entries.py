"""What the search finds: every quotation, and every record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from readouts.graph import Graph, Quotation
from readouts.insight import Insight
from readouts.insight.attribution import attribute
from readouts.model import Date, Meeting, Named, Person, Phrase, Record
from readouts.pages.addresses import address_of
from readouts.pages.attributions import in_words
from readouts.pages.facets import Facets
from readouts.pages.prose import plain, read_prose
from readouts.text import Prose, Text

_PROSE_FIELDS = ("gloss", "bio", "summary", "background")


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that are found and shown: where on the page they stand, and who says so where someone said them."""

    text: Text
    lang: str = "en"
    anchor: str = ""
    mode: str = ""
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that is found.

    `title` is what it is called, of a quotation what its meeting is; `names` are what else it is called; `filters` are
    what it is chosen by.
    """

    address: str
    kind: str
    title: Text
    date: Date | None
    names: tuple[Passage, ...] = ()
    passages: tuple[Passage, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _of_quotation(graph: Graph, facets: Facets, quotation: Quotation) -> Entry:
    """Return the entry of a quotation: its words in every rendering, that which the page shows first at its top."""
    passages = tuple(
        Passage(
            text=rendering.text,
            lang=rendering.lang,
            anchor="r-words" if rendering is quotation.best else f"r-rendering-{number}",
            mode=rendering.mode,
            says=in_words(attribute(graph, quotation, rendering)),
        )
        for number, rendering in enumerate(quotation.renderings, 1)
    )
    return Entry(
        address=address_of(quotation),
        kind="Quotation",
        title=quotation.meeting.title,
        date=quotation.date,
        passages=passages,
        filters=facets.of_quotation(quotation),
    )


def _names(record: Record) -> Iterator[Passage]:
    if isinstance(record, Named):
        yield from (Passage(text=name, lang=lang) for lang, names in record.names.items() for name in names)
        yield from (Passage(text=name) for name in record.also)
    match record:
        case Phrase():
            yield from (Passage(text=form, lang=lang) for lang, forms in record.forms.items() for form in forms)
        case Meeting():
            yield from (Passage(text=name) for names in record.called.values() for name in names)


def _passages(graph: Graph, record: Record) -> Iterator[Passage]:
    match record:
        case Person():
            yield from (Passage(text=role.title) for role in record.roles)
        case Meeting():
            yield from (Passage(text=takeaway) for takeaway in record.takeaways)
    for name in _PROSE_FIELDS:
        if isinstance(prose := getattr(record, name, None), Prose):
            yield Passage(text=Text("".join(plain(read_prose(graph, prose))).strip()))


def _of_record(graph: Graph, facets: Facets, record: Record) -> Entry:
    date = getattr(record, "date", None)
    return Entry(
        address=address_of(record),
        kind=record.TYPE.capitalize(),
        title=record.title_text,
        date=date if isinstance(date, Date) else None,
        names=tuple(_names(record)),
        passages=tuple(_passages(graph, record)),
        filters=facets.of_record(record),
    )


def _day(entry: Entry) -> str:
    return entry.date.earliest.isoformat() if entry.date else ""


def plan_entries(insight: Insight) -> tuple[Entry, ...]:
    """Return everything that the search finds, newest first, what has no date last."""
    graph, facets = insight.graph, Facets(insight.graph)
    quotations = (_of_quotation(graph, facets, quotation) for quotation in graph.quotations)
    records = (_of_record(graph, facets, record) for record in graph.records if graph.is_live(record))
    return tuple(sorted((*quotations, *records), key=_day, reverse=True))
