from collections.abc import Sequence

import pytest

from readouts.graph import Graph, build_graph
from readouts.insight import Insight
from readouts.model import Meeting, Organization, Person, Phrase, Record, Source, Topic
from readouts.pages.drawings import (
    all_meetings,
    meetings_of_pair,
    meetings_over_time,
    parties_who_met,
    topics_by_party,
    uses_over_time,
)
from readouts.pages.lists import PER_PAGE, Listing
from readouts.pages.pairs import plan_pairs

STATES = ("ash", "birch", "cedar")


def meeting(
    n: int, date: str, parties: Sequence[str] = STATES[:2], topics: Sequence[str] = (), source: str = "paper"
) -> Meeting:
    renderings = [{"source": source, "lang": "en", "mode": "direct", "text": f"An open door, the {n}th."}]
    quote = {"id": "words", "speaker": f"of-{parties[0]}", "topics": topics, "renderings": renderings}
    return Meeting.model_validate(
        {
            "id": f"meeting-{n:04d}",
            "title": f"Meeting {n}",
            "kind": "meeting",
            "date": date,
            "participants": [{"person": f"of-{party}", "for": party} for party in parties],
            "quotes": [quote],
        }
    )


def insight(meetings: Sequence[Meeting]) -> Insight:
    others: list[Record] = [
        *(Organization(id=id_, name=id_, kind="state") for id_ in STATES),
        Organization(id="press", name="Press", kind="press"),
        *(Person(id=f"of-{id_}", name=id_) for id_ in STATES),
        *(Topic(id=id_, name=id_) for id_ in ("trade", "fish")),
        Source(id="paper", title="Paper", kind="news", publisher="press"),
        *(Source(id=f"by-{id_}", title="Account", kind="readout", publisher=id_) for id_ in STATES),
        Phrase.model_validate({"id": "door", "name": "Open door", "forms": {"en": ["open door"]}}),
    ]
    return Insight(build_graph([*others, *meetings]))


def newest_first(graph: Graph) -> Listing:
    return Listing(title="Meetings", items=tuple(reversed(graph.meetings)), address="list/")


def test_a_meeting_of_more_than_two_parties_is_no_pairs_but_is_on_the_page_of_each_pair() -> None:
    graph = insight([meeting(n, f"{2000 + n}-01-01", STATES if n else STATES[:2]) for n in range(3)]).graph
    drawn = all_meetings(graph)
    assert drawn is not None
    assert [([party.id for party in series.parties], series.total) for series in drawn.series] == [
        (["ash", "birch"], 1),
        ([], 2),
    ]
    of_pair = meetings_of_pair(graph, ("ash", "birch"), newest_first(graph))
    assert of_pair is not None
    assert [([party.id for party in series.parties], series.total) for series in of_pair.series] == [
        (["ash", "birch"], 3)
    ]


def test_a_column_of_all_meetings_leads_to_those_of_its_year() -> None:
    by_year = all_meetings(insight([meeting(n, f"{1990 + n % 30}-01-01") for n in range(150)]).graph)
    assert by_year is not None
    assert [column.address for column in by_year.columns] == [f"meetings/index/{1990 + n}/" for n in range(30)]
    by_decade = all_meetings(insight([meeting(n, f"{1500 + 4 * n}-01-01") for n in range(130)]).graph)
    assert by_decade is not None
    assert {column.address for column in by_decade.columns} == {"meetings/"}


def test_a_column_leads_to_the_page_of_the_list_that_has_its_newest() -> None:
    graph = insight([meeting(n, f"{1990 + n // (PER_PAGE // 2)}-01-01") for n in range(3 * PER_PAGE)]).graph
    drawn = meetings_over_time(graph, newest_first(graph))
    assert drawn is not None
    assert [column.address for column in drawn.columns] == [
        "list/3/",
        "list/3/",
        "list/2/",
        "list/2/",
        "list/",
        "list/",
    ]


def test_a_column_of_uses_leads_to_the_page_of_the_concordance_where_it_begins() -> None:
    found = insight([meeting(n, f"{1990 + n // (PER_PAGE // 2)}-01-01") for n in range(3 * PER_PAGE)])
    occurrences = found.occurrences_by_phrase["door"]
    lines = Listing(title="Occurrences", items=occurrences, address="lines/")
    drawn = uses_over_time(found.graph, occurrences, lines)
    assert drawn is not None
    assert drawn.total == len(occurrences)
    assert [column.address for column in drawn.columns] == [
        "lines/",
        "lines/",
        "lines/2/",
        "lines/2/",
        "lines/3/",
        "lines/3/",
    ]


def test_a_list_that_is_on_one_page_has_no_other() -> None:
    graph = insight([meeting(n, f"{2000 + n}-01-01") for n in range(5)]).graph
    drawn = meetings_over_time(graph, newest_first(graph))
    assert drawn is not None
    assert {column.address for column in drawn.columns} == {None}


@pytest.mark.parametrize("parties", [STATES, STATES[:2]])
def test_two_parties_alone_are_no_matrix(parties: Sequence[str]) -> None:
    drawn = parties_who_met(insight([meeting(1, "2000", parties)]))
    assert (drawn is not None) is (len(parties) > 2)


def test_a_quotation_counts_on_each_of_its_topics_for_the_account_that_has_it() -> None:
    # The first is what birch says that ash said.
    found = insight(
        [
            meeting(1, "2000", topics=["trade", "fish"], source="by-birch"),
            meeting(2, "2001", STATES[1:], topics=["fish"], source="by-cedar"),
            meeting(3, "2002", topics=["fish"]),
        ]
    )
    assert found.quotations_by_topic == {"trade": {"birch": 1}, "fish": {"birch": 1, "cedar": 1, None: 1}}
    drawn = topics_by_party(found)
    assert drawn is not None
    assert [heading.node and heading.node.id for _, heading in drawn.columns] == ["birch", "cedar", None]
    assert [(row.heading.node and row.heading.node.id, [cell.value for cell in row.cells]) for row in drawn.rows] == [
        ("fish", [1, 1, 1]),
        ("trade", [1, 0, 0]),
    ]


def test_topics_of_a_pair_rise_from_the_earlier_half_of_their_meetings_to_the_later() -> None:
    spoken = [["trade"], ["trade"], ["fish"], ["fish"]]
    found = insight([meeting(n, f"{2000 + n}-01-01", topics=topics) for n, topics in enumerate(spoken)])
    (pair,) = [page for page in plan_pairs(found) if page.address == "pairs/ash--birch/"]
    context = pair.context()
    assert [topic.id for topic in context["rising"]] == ["fish"]
    assert [topic.id for topic in context["falling"]] == ["trade"]
