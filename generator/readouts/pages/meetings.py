"""The pages of meetings: the briefing, each quotation, the comparison of accounts."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from readouts.graph import Graph, Node, Quotation
from readouts.insight import Insight
from readouts.insight.accounts import compare
from readouts.insight.attribution import Attribution, attribute
from readouts.insight.changes import Changes, changes, topics_of
from readouts.insight.offices import participant_offices
from readouts.insight.wording import Stretch, difference, is_close
from readouts.model import (
    Commitment,
    Meeting,
    Organization,
    Participant,
    Person,
    Phrase,
    Rendering,
    Role,
    Source,
    Topic,
)
from readouts.pages.addresses import address_of, comparison_address
from readouts.pages.attributions import told
from readouts.pages.comparisons import brief, plan_comparison
from readouts.pages.linked_data import describe_quotation
from readouts.pages.lists import Listing, rest
from readouts.pages.marking import Cut, NumberedNote, mark, number_notes
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.records import LONGEST_DESCRIPTION, listings_of, record_page, trail_to
from readouts.pages.titles import title_of
from readouts.text import Text, primary

# On a meeting's own page:
MOST_QUOTES, MOST_WORDS = 24, 12_000  # quotations, and characters of them
MOST_PRESENT = 30


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A rendering as it is shown: its words in cuts, its notes numbered, who says so."""

    quotation: Quotation
    rendering: Rendering
    cuts: tuple[Cut, ...]
    notes: tuple[NumberedNote, ...]
    attribution: Attribution


def show(insight: Insight, quotation: Quotation, rendering: Rendering, stretches: Sequence[Stretch] = ()) -> Shown:
    """Return a rendering with its phrases, notes and differences in place."""
    notes = number_notes(rendering.text, rendering.notes)
    found = insight.occurrences_by_quotation.get(quotation.id, ())
    occurrences = [occurrence for occurrence in found if occurrence.rendering is rendering]
    return Shown(
        quotation=quotation,
        rendering=rendering,
        cuts=mark(rendering.text, occurrences=occurrences, notes=notes, stretches=stretches),
        notes=notes,
        attribution=attribute(insight.graph, quotation, rendering),
    )


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
    within: dict[str, list[Quotation]] = {}
    for quote in meeting.quotes:
        if quote.inside:
            within.setdefault(quote.inside, []).append(Quotation(meeting, quote))
    for place, quote in enumerate(meeting.quotes):
        context = partial(_quotation, insight, meeting, place, within.get(quote.id, ()))
        page = _quotation_page(insight, Quotation(meeting, quote), trail, context)
        yield page
        if not withdrawn:
            yield from rest(listings_of(insight.graph, Quotation(meeting, quote)), page)
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


def _differing(renderings: Sequence[Rendering]) -> dict[int, tuple[Stretch, ...]]:
    """Return how each rendering differs from the first of its language, where they are close, and that one from it."""
    found: dict[int, tuple[Stretch, ...]] = {}
    first: dict[str, int] = {}
    for index, rendering in enumerate(renderings):
        base = first.setdefault(primary(rendering.lang), index)
        both = difference(renderings[base].text.raw, rendering.text.raw) if base != index else None
        if both and is_close(*both):
            found.setdefault(base, both[0])
            found[index] = both[1]
    return found


def _quotation(insight: Insight, meeting: Meeting, place: int, within: Sequence[Quotation]) -> Context:
    graph, quote = insight.graph, meeting.quotes[place]
    quotation = Quotation(meeting, quote)
    differing = _differing(quotation.renderings)
    return {
        "quotation": quotation,
        "best": show(insight, quotation, quotation.best),
        "renderings": [show(insight, quotation, r, differing.get(i, ())) for i, r in enumerate(quotation.renderings)],
        "topics": [graph.record(Topic, id_) for id_ in quote.topics],
        "phrases": list(
            {o.phrase.id: o.phrase for o in insight.occurrences_by_quotation.get(quotation.id, ())}.values()
        ),
        "commitments": [graph.record(Commitment, id_) for id_ in quote.commitments],
        "referred": [graph.record(Meeting, id_) for id_ in quote.refers_to],
        "addressees": [graph.speaker(id_) for id_ in quote.to],
        "inside": graph.get("quote", f"{meeting.id}/{quote.inside}") if quote.inside else None,
        "within": within,
        "before": Quotation(meeting, meeting.quotes[place - 1]) if place else None,
        "after": Quotation(meeting, meeting.quotes[place + 1]) if place + 1 < len(meeting.quotes) else None,
        "listings": listings_of(graph, quotation),
    }


def _title(graph: Graph, quotation: Quotation) -> Text:
    """Return speaker and words; quotation marks stand only around words that the source has as the speaker's own."""
    speaker, words = title_of(graph.speaker(quotation.quote.speaker)).raw, title_of(quotation).raw
    return Text(f"{speaker}: “{words}”" if quotation.best.mode == "direct" else f"{speaker}, as reported: {words}")


def _quotation_page(
    insight: Insight, quotation: Quotation, trail: tuple[Crumb, ...], context: Callable[[], Context]
) -> Page:
    meeting = quotation.meeting
    withdrawn = Page(
        address=address_of(quotation),
        template="withdrawn.md",
        title=meeting.title,
        description=meeting.withdrawn or meeting.title,
        aspect=quotation.quote.id,
        context=partial(dict, record=meeting),
        trail=trail,
        record=meeting,
    )
    if meeting.withdrawn is not None:
        return withdrawn
    return replace(
        withdrawn,
        template="quotation.md",
        title=_title(insight.graph, quotation),
        description=Text(
            told(attribute(insight.graph, quotation, quotation.best), quotation.best, LONGEST_DESCRIPTION)
        ),
        context=context,
        linked_data=partial(describe_quotation, insight.graph, quotation),
    )
