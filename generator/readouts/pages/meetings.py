"""The pages of meetings, from the briefing on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from readouts.graph import Graph, Node, Quotation
from readouts.insight import Insight
from readouts.insight.accounts import compare
from readouts.insight.changes import Changes, changes, topics_of
from readouts.insight.offices import participant_offices
from readouts.model import (
    Commitment,
    Meeting,
    Organization,
    Participant,
    Person,
    Phrase,
    Role,
    Source,
    Topic,
)
from readouts.pages.addresses import address_of, comparison_address
from readouts.pages.comparisons import brief, plan_comparison
from readouts.pages.lists import Listing, rest
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.quotations import Shown, plan_quotations, show
from readouts.pages.records import listings_of, record_page, trail_to
from readouts.text import Text

# On a meeting's own page:
MOST_QUOTES, MOST_WORDS = 24, 12_000  # quotations, and characters of them
MOST_PRESENT = 30


@dataclass(frozen=True, kw_only=True)
class Present:
    """Someone who takes part, with the office held that day."""

    participant: Participant
    person: Person
    party: Organization
    offices: tuple[Role, ...]


def present_at(graph: Graph, meeting: Meeting) -> tuple[Present, ...]:
    """Return who takes part in a meeting."""
    return tuple(
        Present(
            participant=participant,
            person=graph.record(Person, participant.person),
            party=graph.record(Organization, participant.for_),
            offices=participant_offices(graph, meeting, participant),
        )
        for participant in meeting.participants
    )


@dataclass(frozen=True, kw_only=True)
class Since:
    """What changed since the meeting before it in the series; None where too little is on record to tell."""

    before: Meeting
    topics: Changes | None
    phrases: Changes | None


def since(insight: Insight, meeting: Meeting) -> Since | None:
    """Return what changed since the meeting before, where there is one and this one has topics."""
    topics = topics_of(meeting)
    if meeting.follows is None or not topics:
        return None
    before = insight.graph.record(Meeting, meeting.follows)
    if before.withdrawn is not None:
        return None
    earlier = topics_of(before)
    return Since(
        before=before,
        topics=changes(earlier, topics) if earlier else None,
        phrases=changes(insight.phrases_of(before), insight.phrases_of(meeting)) if before.quotes else None,
    )


def sources_of(graph: Graph, meeting: Meeting) -> tuple[Source, ...]:
    """Return every source that a meeting draws on, as first named."""
    ids = [entry for entry in meeting.readouts.values() if isinstance(entry, str)]
    ids += [note.see for note in meeting.notes if note.see]
    for quote in meeting.quotes:
        for rendering in quote.renderings:
            ids += [rendering.source, *([rendering.relays] if rendering.relays else [])]
            ids += [note.see for note in (*rendering.notes, *quote.notes) if note.see]
    sources = (graph.record(Source, id_) for id_ in dict.fromkeys(ids))
    return tuple(source for source in sources if graph.is_live(source))


def commitments_of(insight: Insight, meeting: Meeting) -> tuple[Commitment, ...]:
    """Return the commitments made at a meeting or spoken of there."""
    ids = [c.id for c in insight.commitments_by_meeting.get(meeting.id, ())]
    ids += [id_ for quote in meeting.quotes for id_ in quote.commitments]
    commitments = (insight.graph.record(Commitment, id_) for id_ in dict.fromkeys(ids))
    return tuple(commitment for commitment in commitments if insight.graph.is_live(commitment))


def _by_topic(insight: Insight, quotations: Sequence[Quotation]) -> list[tuple[Node | None, list[Shown]]]:
    """Return quotations under the first topic of each."""
    groups: dict[str | None, list[Shown]] = {}
    for quotation in quotations:
        topic = quotation.quote.topics[0] if quotation.quote.topics else None
        groups.setdefault(topic, []).append(show(insight, quotation, quotation.best))
    return [(insight.graph.get(Topic.TYPE, id_ or ""), shown) for id_, shown in groups.items()]


def _quotations(meeting: Meeting) -> Listing:
    quotations = tuple(Quotation(meeting, quote) for quote in meeting.quotes)
    sizes = accumulate(len(quotation.best.text.raw) for quotation in quotations)
    most = max(1, sum(1 for size in sizes if size <= MOST_WORDS))
    address = f"{address_of(meeting)}index/quotations/"
    return Listing(title="Quotations", items=quotations, address=address, most=min(most, MOST_QUOTES))


def _participants(graph: Graph, meeting: Meeting) -> Listing:
    address = f"{address_of(meeting)}index/participants/"
    present = present_at(graph, meeting)
    return Listing(title="Participants", items=present, address=address, template="participants.md", most=MOST_PRESENT)


def _drawn_on(insight: Insight, meeting: Meeting) -> tuple[Listing, Listing, Listing]:
    """Return the commitments, sources and phrases of a meeting."""
    folder = f"{address_of(meeting)}index/"
    phrases = [insight.graph.record(Phrase, id_) for id_ in insight.phrases_of(meeting)]
    return (
        Listing(title="Commitments touched", items=commitments_of(insight, meeting), address=f"{folder}commitments/"),
        Listing(title="Sources", items=sources_of(insight.graph, meeting), address=f"{folder}sources/"),
        Listing(title="Phrases", items=phrases, address=f"{folder}phrases/"),
    )


def _listings_of(graph: Graph, meeting: Meeting) -> tuple[Listing, ...]:
    """Return what names a meeting, but for the commitments made there: they are among those that it touched."""
    return tuple(listing for listing in listings_of(graph, meeting) if listing.title != "Commitments made")


def _briefing(insight: Insight, meeting: Meeting) -> Context:
    graph, quotations = insight.graph, _quotations(meeting)
    comparison = compare(graph, meeting)
    commitments, sources, phrases = _drawn_on(insight, meeting)
    return {
        "record": meeting,
        "participants": _participants(graph, meeting),
        "comparison": comparison,
        "strips": brief(comparison),
        "comparison_address": comparison_address(meeting),
        "quotations": quotations,
        "by_topic": _by_topic(insight, quotations.shown),
        "commitments": commitments,
        "since": since(insight, meeting),
        "phrases": phrases,
        "sources": sources,
        "topics": [graph.record(Topic, id_) for id_ in meeting.topics],
        "referred": [graph.record(Meeting, id_) for id_ in meeting.refers_to],
        "listings": _listings_of(graph, meeting),
    }


def plan_meeting(insight: Insight, meeting: Meeting) -> Iterator[Page]:
    """Yield the briefing of a meeting, its quotations and the comparison."""
    briefing = record_page(insight, meeting, partial(_briefing, insight, meeting))
    yield briefing
    withdrawn = meeting.withdrawn is not None
    if not withdrawn:
        own = (_participants(insight.graph, meeting), _quotations(meeting), *_drawn_on(insight, meeting))
        yield from rest((*own, *_listings_of(insight.graph, meeting)), briefing)
    trail = (*trail_to(meeting), Crumb(title=meeting.title, address=briefing.address))
    yield from plan_quotations(insight, meeting, trail)
    comparison = replace(
        briefing,
        address=comparison_address(meeting),
        title=Text(f"{meeting.title.raw}: the accounts side by side"),
        description=Text(f"{meeting.title.raw}: each side's account, side by side"),
        trail=trail,
        linked_data=lambda: None,
    )
    if withdrawn:
        yield comparison
    elif meeting.quotes:
        yield from plan_comparison(insight, meeting, comparison, _quotations(meeting))
