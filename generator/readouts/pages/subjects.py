"""The pages of what is spoken of: phrases, commitments and all types that need no computing."""

from collections.abc import Iterator
from dataclasses import dataclass

from readouts.graph import Graph, Node, Quotation
from readouts.insight import Insight
from readouts.insight.attribution import Attribution, attribute
from readouts.insight.occurrences import Occurrence
from readouts.model import Commitment, LogEntry, Organization, Phrase, Place, Record, Source, Topic
from readouts.pages.addresses import address_of
from readouts.pages.charts.maps import locator
from readouts.pages.drawings import meetings_over_time, parties_on, uses_over_time
from readouts.pages.lists import Listing
from readouts.pages.page import Context, Page
from readouts.pages.records import newest_first, with_lists
from readouts.text import Text

BESIDE = 60  # characters of context on either side of a phrase
MOST_LINES = 50


@dataclass(frozen=True, kw_only=True)
class Line:
    """An occurrence of a phrase with the words around it: a line of a concordance."""

    occurrence: Occurrence
    before: Text
    words: Text
    after: Text
    attribution: Attribution


def _line(graph: Graph, occurrence: Occurrence) -> Line:
    raw, start, end = occurrence.rendering.text.raw, occurrence.start, occurrence.end
    before, after = _last_words(raw[:start]), _first_words(raw[end:])
    return Line(
        occurrence=occurrence,
        before=Text(before),
        words=Text(raw[start:end]),
        after=Text(after),
        attribution=attribute(graph, occurrence.quotation, occurrence.rendering),
    )


def _last_words(raw: str) -> str:
    """Return the end of some words, cut at a space where there is one."""
    if len(raw) <= BESIDE:
        return raw
    cut = raw[-BESIDE:]
    return f"…{cut[cut.find(' ') + 1 :]}"


def _first_words(raw: str) -> str:
    """Return the beginning of some words, cut in the same way."""
    if len(raw) <= BESIDE:
        return raw
    cut = raw[:BESIDE]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def plan_phrase(insight: Insight, phrase: Phrase) -> Iterator[Page]:
    """Yield the page of a phrase: every occurrence in its words."""
    occurrences = insight.occurrences_by_phrase.get(phrase.id, ())
    lines = tuple(_line(insight.graph, o) for o in occurrences)
    address = f"{address_of(phrase)}index/concordance/"
    concordance = Listing(title="Occurrences", items=lines, address=address, template="concordance.md", most=MOST_LINES)

    def context(listings: tuple[Listing, ...]) -> Context:
        graph = insight.graph
        return {
            "record": phrase,
            "concordance": concordance,
            "uses": uses_over_time(graph, occurrences, concordance),
            "users": [graph.record(Organization, id_) for id_ in phrase.used_by],
            "contrasts": [graph.record(Phrase, id_) for id_ in phrase.contrasts_with],
            "topics": [graph.record(Topic, id_) for id_ in phrase.topics],
            "listings": listings[1:],
        }

    yield from with_lists(insight, phrase, context, (concordance,))


def plan_commitment(insight: Insight, commitment: Commitment) -> Iterator[Page]:
    """Yield the page of a commitment: what became of it, the latest first."""
    graph = insight.graph

    def shows(entry: LogEntry) -> Node | None:
        if entry.quote:
            return graph.get(Quotation.TYPE, entry.quote)
        return graph.get(Source.TYPE, entry.source) if entry.source else None

    steps = [(e, [graph.record(Organization, id_) for id_ in e.by], shows(e)) for e in reversed(commitment.log)]
    log = Listing(
        title="What became of it",
        items=steps,
        address=f"{address_of(commitment)}index/log/",
        template="log.md",
        most=MOST_LINES,
    )

    def context(listings: tuple[Listing, ...]) -> Context:
        made_at = graph.get("meeting", commitment.made_at)
        return {
            "record": commitment,
            "made_at": made_at,
            "makers": [graph.record(Organization, id_) for id_ in commitment.by],
            "receivers": [graph.record(Organization, id_) for id_ in commitment.to],
            "topics": [graph.record(Topic, id_) for id_ in commitment.topics],
            "log": log,
            "listings": listings[1:],
        }

    yield from with_lists(insight, commitment, context, (log,))


def plan_topic(insight: Insight, topic: Topic) -> Iterator[Page]:
    """Yield the page of a topic; a meeting is on it where any of its quotations is."""
    meetings = newest_first(insight.meetings_by_topic.get(topic.id, ()))
    address = f"{address_of(topic)}index/meetings-on-it/"
    listing = Listing(title="Meetings on it", items=meetings, address=address)

    def context(listings: tuple[Listing, ...]) -> Context:
        charts = {"timeline": meetings_over_time(insight.graph, listing), "parties_on": parties_on(insight, topic)}
        return {"record": topic, "listings": listings, **charts}

    yield from with_lists(insight, topic, context, (listing,) if meetings else ())


def plan_place(insight: Insight, place: Place) -> Iterator[Page]:
    """Yield the page of a place, with where it is."""

    def context(listings: tuple[Listing, ...]) -> Context:
        located = locator(place, insight.meetings_by_place[place.id])
        return {"record": place, "locator": located, "listings": listings}

    yield from with_lists(insight, place, context)


def plan_plain(insight: Insight, record: Record) -> Iterator[Page]:
    """Yield the page of a record that is shown by its fields and by what names it, as most types are."""

    def context(listings: tuple[Listing, ...]) -> Context:
        return {"record": record, "listings": listings}

    yield from with_lists(insight, record, context)
