"""Which numbers the charts of each page show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from readouts.graph import Graph
from readouts.insight import Insight
from readouts.insight.accounts import party_of_speaker
from readouts.insight.changes import topics_of
from readouts.insight.encounters import Pair, parties_present
from readouts.insight.occurrences import Occurrence
from readouts.model import Meeting, Organization, Person, Place, Topic
from readouts.pages.addresses import pair_address, year_address
from readouts.pages.charts.events import Event, Timeline
from readouts.pages.charts.maps import Map, world_map
from readouts.pages.charts.matrix import Heading, Matrix, matrix
from readouts.pages.charts.offices import tenures
from readouts.pages.charts.periods import divide
from readouts.pages.charts.ranking import Count, Ranking, ranking
from readouts.pages.charts.series import leading
from readouts.pages.charts.timeline import FEWEST, timeline
from readouts.pages.lists import Listing
from readouts.pages.page import Context

MOST_TOPICS, MOST_PARTIES, MOST_IN_SQUARE = 20, 5, 12
MOST_TOPICS_OF_PAIR, MOST_PERIODS = 12, 10


def _meeting(graph: Graph, meeting: Meeting, place: int) -> Event:
    """Return a meeting as an event of two parties, or of the one on record; of more it is of none in particular."""
    parties = parties_present(graph, meeting)
    return Event(
        node=meeting,
        date=meeting.date,
        parties=parties if len(parties) <= 2 else (),  # noqa: PLR2004  # a pair
        place=place,
    )


def _meetings(graph: Graph, meetings: Sequence[Meeting]) -> list[Event]:
    return [_meeting(graph, meeting, place) for place, meeting in enumerate(meetings)]


def all_meetings(graph: Graph) -> Timeline | None:
    """Return all meetings over time."""

    def where(first: Event, last: Event) -> str:
        return year_address(last.date.year) if first.date.year == last.date.year else f"{Meeting.FOLDER}/"

    return timeline(graph, _meetings(graph, graph.meetings), where)


def meetings_over_time(graph: Graph, listing: Listing) -> Timeline | None:
    """Return the meetings of a list, newest first, over time."""
    return timeline(graph, _meetings(graph, listing.items), lambda _, last: listing.page_of(last.place))


def meetings_of_pair(graph: Graph, pair: Pair, listing: Listing) -> Timeline | None:
    """Return the meetings of two parties over time, whoever else was present."""
    events = [replace(event, parties=pair) for event in _meetings(graph, listing.items)]
    return timeline(graph, events, lambda _, last: listing.page_of(last.place))


def uses_over_time(graph: Graph, occurrences: Sequence[Occurrence], concordance: Listing) -> Timeline | None:
    """Return the quotations that use a phrase over time, by party; renderings of one act of speech count once."""
    found = {o.quotation.id: (o.quotation, place) for place, o in reversed(tuple(enumerate(occurrences)))}
    events = []
    for quotation, place in found.values():
        party = party_of_speaker(graph, quotation.meeting, quotation.quote)
        parties = (party,) if party else ()
        events.append(Event(node=quotation, date=quotation.date, parties=parties, place=place))
    return timeline(graph, events, lambda first, _: concordance.page_of(first.place))


def topics_by_party(insight: Insight) -> Matrix | None:
    """Return how many quotations each party has on each topic, rare topics and parties together."""
    spoken = insight.quotations_by_topic
    by_party = sum((Counter(counts) for counts in spoken.values()), Counter[str | None]())
    del by_party[None]  # no party, and so with the rest
    topics = leading({topic: sum(counts.values()) for topic, counts in spoken.items()}, MOST_TOPICS)
    parties = leading({party: count for party, count in by_party.items() if party}, MOST_PARTIES)
    if not parties:
        return None
    table: Counter[tuple[str | None, str | None]] = Counter()
    for topic, counts in spoken.items():
        for party, count in counts.items():
            table[topic if topic in topics else None, party if party in parties else None] += count
    has_rest = [any(key[axis] is None for key in table) for axis in (0, 1)]
    rows, columns = [*topics, *[None] * has_rest[0]], [*parties, *[None] * has_rest[1]]
    return matrix(
        [Heading(node=insight.graph.record(Topic, id_) if id_ else None) for id_ in rows],
        [Heading(node=insight.graph.record(Organization, id_) if id_ else None) for id_ in columns],
        [[table[row, column] for column in columns] for row in rows],
    )


def parties_on(insight: Insight, topic: Topic) -> Ranking | None:
    """Return how many quotations each party has on a topic."""
    counts = {party: n for party, n in insight.quotations_by_topic.get(topic.id, {}).items() if party}
    parties = [insight.graph.record(Organization, id_) for id_ in leading(counts, MOST_IN_SQUARE)]
    return ranking([Count(node=party, count=counts[party.id], party=party) for party in parties])


def topics_over_time(graph: Graph, meetings: Sequence[Meeting]) -> Matrix | None:
    """Return at how many of some meetings each topic came up, by time."""
    spoken = [(meeting, topics_of(meeting)) for meeting in meetings]
    spoken = [(meeting, topics) for meeting, topics in spoken if topics]
    if len(spoken) < FEWEST:
        return None
    periods = divide([meeting.date.earliest for meeting, _ in spoken], MOST_PERIODS)
    table = Counter((topic, periods.index(meeting.date.earliest)) for meeting, topics in spoken for topic in topics)
    rows = leading(Counter(topic for _, topics in spoken for topic in topics), MOST_TOPICS_OF_PAIR)
    return matrix(
        [Heading(node=graph.record(Topic, id_)) for id_ in rows],
        [Heading(period=periods.date(index)) for index in range(periods.count)],
        [[table[row, index] for index in range(periods.count)] for row in rows],
        is_narrow=True,
        is_upright=periods.months != 12,  # noqa: PLR2004  # a year alone is short
    )


def parties_who_met(insight: Insight) -> Matrix | None:
    """Return how often each two parties met, of those that met most; of two alone there is nothing to compare."""
    met: Counter[str] = Counter()
    for pair, meetings in insight.pairs.items():
        for party in pair:
            met[party] += len(meetings)
    parties = leading(met, MOST_IN_SQUARE)
    if len(parties) <= 2:  # noqa: PLR2004  # a pair
        return None
    headings = [Heading(node=insight.graph.record(Organization, id_)) for id_ in parties]
    pairs = [[(min(one, other), max(one, other)) for other in parties] for one in parties]
    return matrix(
        headings,
        headings,
        [[len(insight.pairs.get(pair, ())) for pair in row] for row in pairs],
        links=[[pair_address(*pair) if pair in insight.pairs else None for pair in row] for row in pairs],
        is_narrow=True,
        is_upright=True,
    )


def places_on_map(insight: Insight) -> Map | None:
    """Return every place with coordinates, and at how many meetings people met there."""
    return world_map(insight.graph.live(Place), insight.meetings_by_place)


def person_charts(
    graph: Graph, person: Person, listings: Sequence[Listing], met: Sequence[tuple[str, Sequence[Meeting]]]
) -> Context:
    """Return a person's offices and meetings over time, and whom they met most."""
    own = next((listing for listing in listings if listing.title == "Meetings"), None)
    return {
        "tenures": tenures(person.roles, [meeting.date for meeting in own.items] if own else ()),
        "timeline": meetings_over_time(graph, own) if own else None,
        "met_most": ranking(
            [
                Count(node=graph.record(Person, id_), count=len(several), ends=(several[0], several[-1]))
                for id_, several in met
            ]
        ),
    }
