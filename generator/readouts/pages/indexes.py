"""Lists of everything: by type, by year; the board of commitments."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from readouts.graph import Graph
from readouts.insight import Insight
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
from readouts.pages.addresses import year_address
from readouts.pages.drawings import (
    places_on_map,
    topics_by_party,
)
from readouts.pages.lists import Listing, paged, rest
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.records import HOME, TITLES, newest_first

NEWEST = 12


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


def commitments_of_status(graph: Graph, status: str) -> Listing:
    """Return the commitments of which a status is the latest word, or one of them."""
    commitments = [c for c in graph.live(Commitment) if any(step.status == status for step in c.standing)]
    items = tuple(sorted(commitments, key=lambda c: (c.log[-1].date.earliest, c.id), reverse=True))
    return Listing(title=status.capitalize(), items=items, address=f"commitments/index/{status}/")


def plan_board(insight: Insight) -> Iterator[Page]:
    """Yield the board of commitments by their latest status; one whose accounts differ stands under each."""
    columns = tuple(column for status in statuses() if (column := commitments_of_status(insight.graph, status)).items)
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
