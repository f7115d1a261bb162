"""Lists of everything: by type, by year, by pair; the board of commitments; the home page."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from readouts.graph import Graph
from readouts.insight import Insight
from readouts.insight.changes import changes, topics_of
from readouts.model import (
    RECORD_TYPES,
    Commitment,
    LogEntry,
    Meeting,
    Organization,
    Person,
    Phrase,
    Place,
    Record,
    Source,
    Topic,
)
from readouts.model.shape import Value, shapes
from readouts.pages.addresses import pair_address, year_address
from readouts.pages.drawings import (
    all_meetings,
    meetings_of_pair,
    parties_who_met,
    places_on_map,
    topics_by_party,
    topics_over_time,
)
from readouts.pages.lists import Listing, paged, rest
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.records import HOME, TITLES, description_of, newest_first
from readouts.text import Text

NEWEST = 12
FEWEST = 2  # meetings in half of all, below which nothing rises or falls


LEADS: Mapping[type[Record], str] = {
    Meeting: "Meetings, calls, visits, statements and whatever else is dated at which something was said or agreed.",
    Person: "Who spoke or took part, by family name.",
    Organization: "States, ministries, newspapers and all others that speak or publish, by name.",
    Place: "Where it happened.",
    Source: "The documents in which the words stand, by title.",
    Phrase: "Formulations that are followed from meeting to meeting.",
    Commitment: "What was promised, and what became of it.",
    Topic: "What was spoken about.",
}


def _lead(graph: Graph, model: type[Record]) -> str:
    says = LEADS.get(model) or " ".join((model.__doc__ or "").split())
    return f"{says} {len(graph.live(model))} on record."


def _by_name(record: Record) -> tuple[str, str]:
    name = getattr(record, "sort", None) or record.title_text
    return name.raw.casefold(), record.id


ABOVE: Mapping[type[Record], tuple[str, Callable[[Insight], Context]]] = {
    Topic: ("topics.md", lambda insight: {"topics_by_party": topics_by_party(insight)}),
    Place: ("places.md", lambda insight: {"places_on_map": places_on_map(insight)}),
}


def plan_indexes(insight: Insight) -> Iterator[Page]:
    """Yield the list of each type, that of meetings and of commitments aside, paged."""
    for model in RECORD_TYPES:
        if model not in (Meeting, Commitment):
            address, lead = f"{model.FOLDER}/", _lead(insight.graph, model)
            records = tuple(sorted(insight.graph.live(model), key=_by_name))
            template, above = ABOVE.get(model, ("index.md", lambda _: {}))
            listing = Listing(title=TITLES[model], items=records, address=address, template=template)
            page = Page(address=address, template=template, title=TITLES[model], description=lead, trail=(HOME,))
            yield from paged(listing, page, later=f"{address}index/", above=partial(above, insight))


def years_of(graph: Graph) -> dict[int, tuple[Meeting, ...]]:
    """Return the meetings of each year, newest first."""
    years: dict[int, list[Meeting]] = {}
    for meeting in reversed(graph.meetings):
        years.setdefault(meeting.date.year, []).append(meeting)
    return {year: tuple(meetings) for year, meetings in years.items()}


def plan_years(insight: Insight) -> Iterator[Page]:
    """Yield the list of meetings: the newest, and one for each year."""
    years = years_of(insight.graph)
    counted = [(year, year_address(year), len(meetings)) for year, meetings in years.items()]
    newest = newest_first(insight.graph.meetings)[:NEWEST]
    lead = _lead(insight.graph, Meeting)
    yield Page(
        address="meetings/",
        template="meetings.md",
        title=TITLES[Meeting],
        description=lead,
        context=partial(dict, newest=newest, years=counted, lead=lead),
        trail=(HOME,),
    )
    trail = (HOME, Crumb(title=TITLES[Meeting], address="meetings/"))
    for place, (year, meetings) in enumerate(years.items()):
        title, address = f"Meetings of {year}", year_address(year)
        beside = [counted[at] for at in (place + 1, place - 1) if 0 <= at < len(counted)]  # the year before comes first
        description = f"{len(meetings)} on record in this year."
        listing = Listing(title=title, items=meetings, address=address, template="year.md")
        page = Page(address=address, template="year.md", title=title, description=description, trail=trail)
        yield from paged(listing, page, above=partial(dict, beside=beside))


def statuses() -> tuple[str, ...]:
    """Return the statuses of commitments in the order of the model."""
    shape = shapes(LogEntry)["status"]
    return shape.choices if isinstance(shape, Value) else ()


def _board(graph: Graph, status: str) -> Listing:
    commitments = [c for c in graph.live(Commitment) if any(step.status == status for step in c.standing)]
    items = tuple(sorted(commitments, key=lambda c: (c.log[-1].date.earliest, c.id), reverse=True))
    return Listing(title=status.capitalize(), items=items, address=f"commitments/index/{status}/")


def plan_board(insight: Insight) -> Iterator[Page]:
    """Yield the board of commitments by their latest status; one whose accounts differ stands under each."""
    columns = tuple(column for status in statuses() if (column := _board(insight.graph, status)).items)
    lead = _lead(insight.graph, Commitment)
    board = Page(
        address="commitments/",
        template="board.md",
        title="Commitments",
        description=lead,
        context=partial(dict, columns=columns, lead=lead),
        trail=(HOME,),
    )
    yield board
    yield from rest(columns, board)


def plan_pairs(insight: Insight) -> Iterator[Page]:
    """Yield a page for each two parties that met, and the list of these."""
    graph = insight.graph
    pairs = [
        (graph.record(Organization, one), graph.record(Organization, other), pair_address(one, other), meetings)
        for (one, other), meetings in insight.pairs.items()
    ]
    pairs.sort(key=lambda pair: -len(pair[3]))
    lead = "Every two parties whose people met, and the meetings on record that name people of both."
    page = Page(address="pairs/", template="pairs.md", title="Pairs", description=lead, trail=(HOME,))
    listing = Listing(title="Pairs", items=pairs, address="pairs/", template="pairs.md")
    yield from paged(listing, page, later="pairs/index/", above=lambda: {"parties_who_met": parties_who_met(insight)})
    for one, other, address, meetings in pairs:
        listing = Listing(title="Meetings", items=tuple(reversed(meetings)), address=f"{address}index/meetings/")
        promised = tuple(c for c in graph.live(Commitment) if {one.id, other.id} <= {*c.by, *c.to})
        commitments = Listing(title="Commitments", items=promised, address=f"{address}index/commitments/")
        title = Text(f"{one.short_text.raw} and {other.short_text.raw}")
        pair = Page(
            address=address,
            template="pair.md",
            title=title,
            description=Text(f"Every meeting between {one.name.raw} and {other.name.raw} on record"),
            context=partial(_pair, graph, (one, other), (listing, commitments), meetings),
            trail=(HOME, Crumb(title="Pairs", address="pairs/")),
        )
        yield pair
        yield from rest((listing, commitments), pair)


def _pair(
    graph: Graph,
    parties: tuple[Organization, Organization],
    listings: tuple[Listing, Listing],
    meetings: tuple[Meeting, ...],
) -> Context:
    spoken = [topics_of(meeting) for meeting in meetings if topics_of(meeting)]
    half = len(spoken) // 2
    moved = changes(*({id_ for topics in part for id_ in topics} for part in (spoken[:half], spoken[half:])))
    topics = Counter(id_ for several in spoken for id_ in several)
    counted = sorted(topics.items(), key=lambda found: (-found[1], found[0]))[:NEWEST]
    return {
        "parties": parties,
        "listing": listings[0],
        "commitments": listings[1],
        "timeline": meetings_of_pair(graph, (parties[0].id, parties[1].id), listings[0]),
        "topics_over_time": topics_over_time(graph, meetings),
        "topics": [(graph.record(Topic, id_), count) for id_, count in counted],
        "spoken": len(spoken),
        "rising": [graph.record(Topic, id_) for id_ in moved.new[:NEWEST]] if half >= FEWEST else [],
        "falling": [graph.record(Topic, id_) for id_ in moved.dropped[:NEWEST]] if half >= FEWEST else [],
    }


def plan_home(insight: Insight) -> Iterator[Page]:
    """Yield the home page."""
    graph = insight.graph
    briefings = [meeting for meeting in reversed(graph.meetings) if meeting.quotes][:NEWEST]
    others = [meeting for meeting in reversed(graph.meetings) if meeting not in briefings][:NEWEST]
    lead = "Meetings, what each side says happened at them, and what became of it."
    statuses_ = [(status, len(_board(graph, status).items)) for status in statuses()]
    yield Page(
        address="",
        template="home.md",
        title="What was said, by whom, and according to whom",
        description=lead,
        context=partial(
            dict,
            lead=lead,
            briefings=[(meeting, meeting.takeaways[:3] or (description_of(graph, meeting),)) for meeting in briefings],
            others=others,
            phrases=_most_quoted(insight),
            statuses=[found for found in statuses_ if found[1]],
            counts=[(TITLES[model], model.FOLDER, len(graph.live(model))) for model in RECORD_TYPES],
            quotations=len(graph.quotations),
            renderings=sum(len(quotation.quote.renderings) for quotation in graph.quotations),
            sources=len({r.source for quotation in graph.quotations for r in quotation.quote.renderings}),
            quoted=sum(1 for meeting in graph.meetings if meeting.quotes),
            meetings=graph.meetings,
            timeline=all_meetings(graph),
        ),
    )


def _most_quoted(insight: Insight) -> list[tuple[object, int]]:
    """Return the phrases that stand in most quotations, with how many; renderings of one act of speech count once."""
    counted = [
        (-len({o.quotation.id for o in occurrences}), id_, occurrences[0].phrase)
        for id_, occurrences in insight.occurrences_by_phrase.items()
    ]
    return [(phrase, -count) for count, _, phrase in sorted(counted, key=lambda found: found[:2])[:NEWEST]]
