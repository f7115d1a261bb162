from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.graph import Graph, Quotation, build_graph
from readouts.insight import Insight
from readouts.insight.accounts import compare, known_through, one_sided
from readouts.insight.attribution import attribute
from readouts.insight.changes import changes, topics_of
from readouts.insight.encounters import MOST_AT_A_TABLE, pairs_of_parties
from readouts.insight.offices import offices_at
from readouts.insight.resemblance import near_duplicates
from readouts.insight.wording import difference, is_close, words
from readouts.model import Meeting, Organization, Person, read_date

TALKS = "2019-05-11-harbour-talks"


@pytest.fixture
def talks(graph: Graph) -> Meeting:
    return graph.record(Meeting, TALKS)


def quotation(talks: Meeting, id_: str) -> Quotation:
    return Quotation(talks, next(quote for quote in talks.quotes if quote.id == id_))


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("2019-05-11", ["Chancellor"]),
        ("2012", ["Deputy head"]),
        ("2015", ["Chancellor", "Deputy head"]),  # may have been either
        ("2015-10-01", ["Chancellor"]),
        ("2009-12-31", []),
        ("2021-11-30", ["Chancellor"]),
        ("2021-12-01", []),
        ("2012~", ["Deputy head"]),
        ("2009~", []),  # about another time is not any time
    ],
)
def test_the_office_is_looked_up_at_the_date(graph: Graph, day: str, titles: list[str]) -> None:
    person = graph.record(Person, "hedda-brandt")
    assert [role.title.raw for role in offices_at(graph, person, read_date(day))] == titles


def met(graph: Graph, id_: str) -> Mapping[str, tuple[Meeting, ...]]:
    return Insight(graph).people_met_by(graph.record(Person, id_))


def test_people_of_different_parties_met(graph: Graph) -> None:
    assert [meeting.id for meeting in met(graph, "hedda-brandt")["tomas-reyle"]] == ["2019-03-02-harbour-call", TALKS]
    assert met(graph, "tomas-reyle").keys() == {"hedda-brandt"}


def changed(graph: Graph, id_: str, **fields: object) -> Graph:
    """Return the graph with one meeting changed."""
    meeting = graph.record(Meeting, id_)
    others = [record for record in graph.records if record is not meeting]
    return build_graph([*others, meeting.model_copy(update=fields)])


def test_people_of_one_party_did_not_meet(graph: Graph, talks: Meeting) -> None:
    brandt, reyle = talks.participants
    allies = changed(graph, TALKS, participants=(brandt, reyle.model_copy(update={"for_": "aldermark"})))
    assert [meeting.id for meeting in met(allies, "tomas-reyle")["hedda-brandt"]] == ["2019-03-02-harbour-call"]


def test_a_visit_does_not_count_beside_the_meeting_during_it(graph: Graph, talks: Meeting) -> None:
    host = changed(graph, "2019-05-10-reyle-linden", participants=talks.participants)
    assert [meeting.id for meeting in met(host, "hedda-brandt")["tomas-reyle"]] == ["2019-03-02-harbour-call", TALKS]


def test_where_only_one_side_has_an_account_nothing_is_one_sided(graph: Graph) -> None:
    alone = changed(graph, TALKS, readouts={"aldermark": "chancellery-2019-05-11"})
    comparison = compare(alone, alone.record(Meeting, TALKS))
    assert [comparison.is_one_sided(row) for row in comparison.rows] == [False]


def test_parties_meet_where_both_take_part(graph: Graph) -> None:
    pairs = pairs_of_parties(graph)
    assert {pair: [meeting.id for meeting in meetings] for pair, meetings in pairs.items()} == {
        ("aldermark", "birchland"): ["2019-03-02-harbour-call", TALKS]
    }


def test_a_conference_of_many_is_no_meeting_of_each_two(graph: Graph, talks: Meeting) -> None:
    chair = talks.participants[0]
    mirror = graph.record(Organization, "mirror")
    states = [mirror.model_copy(update={"id": f"state-{n}"}) for n in range(MOST_AT_A_TABLE - 1)]
    for others, count in ((states, 20 * 19 // 2), ([*states, mirror], 0)):
        seats = [chair, *(chair.model_copy(update={"for_": state.id}) for state in others)]
        full = build_graph(
            [
                *(r for r in graph.records if not isinstance(r, Meeting)),
                *states,
                talks.model_copy(update={"participants": tuple(seats)}),
            ]
        )
        assert len(pairs_of_parties(full)) == count


def test_accounts_are_laid_side_by_side_in_their_own_order(graph: Graph, talks: Meeting) -> None:
    comparison = compare(graph, talks)
    assert [account.party.id for account in comparison.accounts] == ["aldermark", "birchland"]
    cells = {row.topic: [[s.quotation.quote.id for s in cell] for cell in row.cells] for row in comparison.rows}
    assert cells == {"harbour": [["open-door", "relayed"], []], "fish": [[], ["fish"]]}
    assert [comparison.is_one_sided(row) for row in comparison.rows] == [True, True]
    assert [account.is_complete for account in comparison.accounts] == [True, False]


def test_words_are_known_through_the_other_side_alone(graph: Graph, talks: Meeting) -> None:
    through = {quote.id: known_through(graph, Quotation(talks, quote)) for quote in talks.quotes}
    assert through == {"open-door": None, "fish": None, "relayed": "aldermark", "third-visit": None}


def test_what_has_no_topic_has_a_row_of_its_own_at_the_end(graph: Graph, talks: Meeting) -> None:
    quotes = tuple(q.model_copy(update={"topics": ()}) if q.id == "open-door" else q for q in talks.quotes)
    other = changed(graph, TALKS, quotes=quotes)
    rows = compare(other, other.record(Meeting, TALKS)).rows
    assert [(row.topic, [len(cell) for cell in row.cells]) for row in rows] == [
        ("harbour", [1, 0]),
        ("fish", [0, 1]),
        (None, [1, 0]),
    ]


def test_what_has_no_paragraph_comes_after_what_has_one(graph: Graph, talks: Meeting) -> None:
    first = talks.quotes[0]
    unplaced = first.model_copy(update={"renderings": (first.renderings[0].model_copy(update={"at": None}),)})
    other = changed(graph, TALKS, quotes=(unplaced, *talks.quotes[1:]))
    account = compare(other, other.record(Meeting, TALKS)).accounts[0]
    assert [s.quotation.quote.id for s in account.statements] == ["relayed", "open-door"]


def test_a_newspaper_that_speaks_is_not_also_its_own_reporter(graph: Graph, talks: Meeting) -> None:
    told = quotation(talks, "third-visit")
    found = attribute(graph, told, told.quote.renderings[0])
    assert (found.speaker.id, found.according_to, found.reported_by) == ("mirror", None, None)


def test_the_best_rendering_has_the_speakers_own_words(talks: Meeting) -> None:
    quote = talks.quotes[0]
    reported, direct = quote.renderings[1].model_copy(update={"mode": "indirect"}), quote.renderings[2]
    both = quote.model_copy(update={"renderings": (reported, direct)})
    assert Quotation(talks, both).best is direct


def test_words_of_a_joint_statement_are_known_from_both(graph: Graph) -> None:
    joint = changed(graph, TALKS, readouts=dict.fromkeys(["aldermark", "birchland"], "chancellery-2019-05-11"))
    talks = joint.record(Meeting, TALKS)
    assert known_through(joint, quotation(talks, "relayed")) is None
    assert [found.quote.id for found, _ in one_sided(joint, talks)] == ["fish"]


def test_a_state_and_its_ministry_are_one_side(graph: Graph) -> None:
    ministry = changed(graph, TALKS, readouts={"chancellery": "chancellery-2019-05-11"})
    talks = ministry.record(Meeting, TALKS)
    through = {id_: known_through(ministry, quotation(talks, id_)) for id_ in ("open-door", "relayed")}
    assert through == {"open-door": None, "relayed": "chancellery"}


def test_words_that_the_press_has_too_are_not_known_through_one_side_alone(graph: Graph, talks: Meeting) -> None:
    relayed = quotation(talks, "relayed")
    heard = relayed.quote.renderings[0].model_copy(update={"source": "mirror-2019-05-12"})
    quote = relayed.quote.model_copy(update={"renderings": (*relayed.quote.renderings, heard)})
    assert known_through(graph, Quotation(talks, quote)) is None


def test_a_quotation_of_an_earlier_day_is_the_first_occurrence(graph: Graph, talks: Meeting) -> None:
    last = talks.quotes[-1].model_copy(
        update={"said": read_date("2018"), "renderings": talks.quotes[0].renderings[1:2]}
    )
    moved = Insight(changed(graph, TALKS, quotes=(*talks.quotes[:-1], last)))
    assert [o.quotation.date.year for o in moved.occurrences_by_phrase["open-door"]][:2] == [2018, 2018]
    assert moved.occurrences_by_phrase["open-door"][-1].quotation.date.year == 2019


def test_a_meeting_is_on_the_topics_of_its_quotations(insight: Insight) -> None:
    assert [meeting.id for meeting in insight.meetings_by_topic["fish"]] == [TALKS]


@pytest.mark.parametrize(("type_", "id_"), [("person", "hedda-brandt"), ("organization", "aldermark")])
def test_who_is_withdrawn_has_met_nobody(graph: Graph, type_: str, id_: str) -> None:
    gone = graph.nodes[type_, id_]
    others = [record for record in graph.records if record is not gone]
    left = build_graph([*others, gone.model_copy(update={"withdrawn": talks_title(graph)})])  # type: ignore[union-attr]
    assert (met(left, "tomas-reyle") if type_ == "person" else pairs_of_parties(left)) == {}


def talks_title(graph: Graph) -> object:
    return graph.record(Meeting, TALKS).title


def test_statements_of_one_side_only_are_told(graph: Graph, talks: Meeting) -> None:
    assert [(found.quote.id, party) for found, party in one_sided(graph, talks)] == [
        ("open-door", "aldermark"),
        ("fish", "birchland"),
        ("relayed", "aldermark"),
    ]


def test_an_attribution_has_every_link_of_the_chain(graph: Graph, talks: Meeting) -> None:
    told = quotation(talks, "open-door")
    original, relayed, _ = (attribute(graph, told, rendering) for rendering in told.quote.renderings)
    assert (original.speaker.id, original.according_to and original.according_to.id) == ("hedda-brandt", "chancellery")
    assert original.reported_by is None
    assert relayed.according_to is not None
    assert relayed.reported_by is not None
    assert (relayed.according_to.id, relayed.reported_by.id) == ("chancellery", "courier")
    assert relayed.as_ is not None
    assert relayed.as_.raw == "the Chancellery said"


def test_what_changed_is_new_kept_and_dropped(talks: Meeting) -> None:
    found = changes(["a", "b"], ["b", "c"])
    assert (found.new, found.kept, found.dropped) == (("c",), ("b",), ("a",))
    assert topics_of(talks) == ("harbour", "fish")


def test_phrases_of_a_meeting_are_listed_as_they_first_occur(insight: Insight, talks: Meeting) -> None:
    assert insight.phrases_of(talks) == ("open-door", "no-quays")


def test_occurrences_are_in_time_order(insight: Insight) -> None:
    texts = [o.rendering.text.raw[o.start : o.end] for o in insight.occurrences_by_phrase["open-door"]]
    assert texts == ["offene Tür", "offene Türen", "open door", "open doors", "open door", "offenen Türen"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_difference_has_both_wordings_to_the_letter(one: str, other: str) -> None:
    both = difference(one, other)
    assert both is not None
    assert tuple("".join(stretch.text for stretch in side) for side in both) == (one, other)
    same = ["".join(stretch.text for stretch in side if stretch.same) for side in both]
    assert same[0] == same[1]


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("must be two-way", "should be two-way", ["must"]),
        ("the two countries", "the two teams", ["countries"]),
        ("同一轨距", "统一轨距", ["同"]),
        ("stabilize , improve", "stabilize, improve", [" "]),
        ("same words", "same words", []),
    ],
)
def test_a_difference_is_told_word_by_word(one: str, other: str, changed: list[str]) -> None:
    both = difference(one, other)
    assert both is not None
    assert [stretch.text for stretch in both[0] if not stretch.same] == changed


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("cooperation should be a two-way street", "but that cooperation must be two-way, he said on Friday", True),
        (
            "both sides can learn some important lessons from the past",
            "they should be partners rather than rivals",
            False,
        ),
    ],
)
def test_only_wordings_that_share_much_are_close(one: str, other: str, close: bool) -> None:
    both = difference(one, other)
    assert both is not None
    assert is_close(*both) is close


def test_wordings_too_long_are_not_compared() -> None:
    assert difference("a " * 1001, "b") is None


def test_words_of_a_script_without_spaces_are_its_characters() -> None:
    assert words("AI 风险。") == ["AI", " ", "风", "险", "。"]


LONG = "cooperation should be a two-way street and competition should aim at making progress together"


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (LONG, True),
        (LONG.replace("should be", "must be"), True),
        (LONG.upper(), True),
        (LONG + ", he said in Beijing on Friday afternoon after the talks had ended without a statement", False),
        ("something else entirely was said about the weather and the price of fish in the harbour", False),
    ],
)
def test_texts_that_are_nearly_the_same_are_found(other: str, alike: bool) -> None:
    assert bool(list(near_duplicates([("one", LONG), ("two", other)]))) is alike


def test_short_texts_agree_by_chance() -> None:
    assert list(near_duplicates([("one", "we will cooperate"), ("two", "we will cooperate")])) == []
    assert list(near_duplicates([("one", "夜车需要同一轨距和时刻表"), ("two", "夜车需要同一轨距和时刻表")]))


def test_what_one_side_says_that_the_other_said_is_in_its_own_account(insight: Insight) -> None:
    # Aldermark's account has two on the harbour: its own, and what it relays of the other side's.
    assert insight.quotations_by_topic["harbour"] == {"aldermark": 2, None: 1}
    assert insight.quotations_by_topic["fish"] == {"birchland": 1}
