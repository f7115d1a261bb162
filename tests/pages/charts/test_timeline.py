from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.graph import Graph, build_graph
from readouts.model import Meeting, Organization
from readouts.pages.charts.events import Event, Timeline
from readouts.pages.charts.timeline import MOST_IN_A_STACK, MOST_MARKS, timeline

PARTIES = tuple(f"party-{n}" for n in range(9))
GRAPH = build_graph(Organization(id=id_, name=id_, kind="state") for id_ in PARTIES)
DATES = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.integers(1, 9999).map(lambda year: f"{year:04d}"),
    st.integers(1900, 1999).map(lambda year: f"{year}-05~"),
)
OF = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True).map(lambda ids: tuple(sorted(ids)))


def event(number: int, date: str, parties: tuple[str, ...] = ()) -> Event:
    meeting = Meeting(id=f"meeting-{number}", title=f"Meeting {number}", kind="meeting", date=date)
    return Event(node=meeting, date=meeting.date, parties=parties, place=number)


def draw(events: Sequence[Event], graph: Graph = GRAPH) -> Timeline:
    drawn = timeline(graph, events, lambda first, last: f"{first.place}-{last.place}/")
    assert drawn is not None
    return drawn


def hold(drawn: Timeline, events: Sequence[Event]) -> None:
    """Hold a drawing against the events that it is of."""
    assert drawn.total == len(events)
    assert [series.total for series in drawn.series] == [
        sum(counts) for counts in zip(*(column.counts for column in drawn.columns), strict=True)
    ]
    for series in drawn.series:
        if series.parties:
            key = tuple(party.id for party in series.parties)
            assert series.total == sum(event.parties == key for event in events)
    assert bool(drawn.marks) != bool(drawn.lanes)
    if drawn.marks:
        assert Counter(mark.event.node.id for mark in drawn.marks) == Counter(event.node.id for event in events)
        places = [(mark.x, mark.y) for mark in drawn.marks]
        assert len(set(places)) == len(places)
        assert all(5 <= x <= drawn.width - 5 and 5 <= y <= drawn.base - 5 for x, y in places)
    for column in drawn.columns:
        assert 0 <= column.x < column.x + column.width <= drawn.width
        assert all(bar.y >= 0 and bar.height > 0 and bar.y + bar.height <= drawn.base for bar in column.bars)
        if drawn.lanes:
            assert {bar.series.number for bar in column.bars} == {
                series.number for series, count in zip(drawn.series, column.counts, strict=True) if count
            }


@given(st.lists(st.tuples(DATES, OF), min_size=3, max_size=MOST_MARKS + 40))
def test_every_event_is_drawn_once_and_inside_the_drawing(found: list[tuple[str, tuple[str, ...]]]) -> None:
    events = [event(number, date, parties) for number, (date, parties) in enumerate(found)]
    drawn = timeline(GRAPH, events, lambda *_: None)
    if drawn:
        hold(drawn, events)


@pytest.mark.parametrize(
    ("dates", "is_drawn"),
    [
        (["2019-01-01", "2019-06-01"], False),  # two are a sentence
        (["2019-01-01", "2019-01-02", "2019-01-31"], False),  # all in one period
        (["2019-01-01", "2019-01-02", "2019-02-01"], True),
    ],
)
def test_what_would_say_nothing_is_not_drawn(dates: list[str], is_drawn: bool) -> None:
    events = [event(number, date) for number, date in enumerate(dates)]
    assert (timeline(GRAPH, events, lambda *_: None) is not None) is is_drawn


def test_too_many_events_are_gathered_in_columns() -> None:
    days = [f"{year}-01-{day:02d}" for year in range(1990, 2020) for day in range(1, 5)]
    events = [event(number, day, PARTIES[:2]) for number, day in enumerate(days)]
    assert len(draw(events[:MOST_MARKS]).marks) == MOST_MARKS
    more = [*events, event(200, "2019-12-31", PARTIES[1:2])]
    drawn = draw(more)
    hold(drawn, more)
    assert drawn.marks == ()
    assert [(column.period.raw, column.counts) for column in drawn.columns][-2:] == [("2018", (4, 0)), ("2019", (4, 1))]
    assert [column.address for column in drawn.columns][-2:] == ["112-115/", "116-200/"]
    assert [(lane.series.number, lane.most) for lane in drawn.lanes] == [(1, 4), (2, 1)]
    heights = [bar.height for bar in drawn.columns[-1].bars]
    assert heights == [120, 30]  # all lanes have one scale


def test_a_stack_that_would_be_too_high_is_gathered() -> None:
    crowd = [event(number, "2019-03-01") for number in range(MOST_IN_A_STACK)]
    assert draw([*crowd, event(99, "2019-05-01")]).marks
    assert draw([*crowd, event(98, "2019-03-01"), event(99, "2019-05-01")]).lanes


def test_what_is_told_apart_is_few() -> None:
    several = [event(n, f"{1990 + n}", (party,)) for n, party in enumerate(PARTIES)]
    drawn = draw([*several, event(20, "2010", PARTIES[3:4])])
    assert [tuple(party.id for party in series.parties) for series in drawn.series] == [
        ("party-3",),
        ("party-0",),
        ("party-1",),
        ("party-2",),
        (),
    ]
    assert [series.total for series in drawn.series] == [2, 1, 1, 1, 5]


def test_a_date_that_does_not_say_in_which_period_is_told_apart() -> None:
    dates = ["2019-03-02", "2019-03", "2019-03~", "2019", "2019-03-30/2019-04-02", "2019-05-01"]
    drawn = draw([event(number, date) for number, date in enumerate(dates)])
    vague = {mark.event.date.raw for mark in drawn.marks if mark.is_vague}
    assert vague == {"2019-03~", "2019"}
    assert drawn.has_vague


def test_a_drawing_is_wide_only_where_years_need_it() -> None:
    assert draw([event(number, f"{1980 + number}-01-01") for number in range(40)]).is_narrow
    assert not draw([event(number, f"{1980 + number}-01-01") for number in range(41)]).is_narrow
    assert draw([event(number, f"{1980 + number}") for number in range(3)]).columns[0].period.raw == "1980-01"
