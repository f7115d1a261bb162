from collections.abc import Mapping

import pytest

from readouts.graph import Graph
from readouts.insight import Insight
from readouts.pages import Entry
from readouts.pages.addresses import address_of
from readouts.pages.entries import plan_entries
from readouts.pages.facets import facet_value

TALKS = "meetings/2019-05-11-harbour-talks/"


@pytest.fixture(scope="module")
def entries(insight: Insight) -> Mapping[str, Entry]:
    return {entry.address: entry for entry in plan_entries(insight)}


def test_there_is_one_entry_for_each_quotation_and_record_but_for_withdrawn_ones(
    entries: Mapping[str, Entry], graph: Graph
) -> None:
    expected = [address_of(node) for node in graph.nodes.values() if graph.is_live(node)]
    assert sorted(entries) == sorted(expected)
    assert len(expected) < len(graph.nodes)


def test_a_quotation_is_found_by_its_words_in_every_rendering_each_with_who_says_so(
    entries: Mapping[str, Entry],
) -> None:
    passages = entries[f"{TALKS}open-door/"].passages
    assert [(p.lang, p.anchor, p.how) for p in passages] == [
        ("en", "r-words", "direct quotation, our translation"),  # the best, which stands at the top of the page too
        ("de", "r-rendering-1", "direct quotation"),
        ("en", "r-rendering-3", "direct quotation"),
    ]
    assert passages[1].text.raw == "Der Hafen ist eine offene Tür, und offene Türen wollen wir ölen."
    assert passages[0].says.startswith("Hedda Brandt, according to the Chancellery of Aldermark, as reported by ")


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        (
            f"{TALKS}open-door/",
            {"speaker": "Hedda Brandt", "party": "Aldermark", "topic": "Harbour", "year": "2019", "kind": "Quotation"}
            | {"mode": "direct quotation"},
        ),
        # A newspaper is no party.
        (
            f"{TALKS}third-visit/",
            {"speaker": "The Mirror", "topic": "Harbour", "year": "2019", "kind": "Quotation"}
            | {"mode": "in its own words"},
        ),
        # Topics of what was said are topics of the meeting.
        (TALKS, {"party": "Aldermark Birchland", "topic": "Harbour Fish", "year": "2019", "kind": "Meeting"}),
        # She held an office in a part of the party, too.
        ("people/hedda-brandt/", {"party": "Aldermark", "kind": "Person"}),
        ("organizations/chancellery/", {"party": "Aldermark", "kind": "Organization"}),
        ("organizations/mirror/", {"kind": "Organization"}),
        ("sources/chancellery-2019-05-11/", {"party": "Aldermark", "year": "2019", "kind": "Source"}),
        ("phrases/open-door/", {"party": "Aldermark", "topic": "Harbour", "kind": "Phrase"}),
        ("topics/fish/", {"topic": "Fish", "kind": "Topic"}),
        ("places/linden/", {"kind": "Place"}),
    ],
)
def test_an_entry_is_chosen_by(address: str, filters: Mapping[str, str], entries: Mapping[str, Entry]) -> None:
    assert {name: " ".join(values) for name, values in entries[address].filters.items()} == filters


def test_a_commitment_is_of_its_parties_and_of_the_year_in_which_it_was_made(entries: Mapping[str, Entry]) -> None:
    filters = entries["commitments/dredge-the-harbour/"].filters
    assert filters["year"] == ("2019",)
    assert set(filters["party"]) == {"Aldermark", "Birchland"}


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("people/hedda-brandt/", [("zh-Hans", "赫达·勃兰特"), ("en", "Frau Brandt")]),
        # A form that is the name itself is said once; `*` is no part of a word.
        ("phrases/open-door/", [("de", "offene Tür")]),
        (TALKS, [("en", "the Rope Hall talks"), ("en", "the Linden talks"), ("en", "the May talks")]),
    ],
)
def test_a_record_is_found_by_its_other_names(
    address: str, names: list[tuple[str, str]], entries: Mapping[str, Entry]
) -> None:
    assert [(name.lang, name.text.raw) for name in entries[address].names] == names


def test_a_record_is_found_by_its_prose_without_its_marks(entries: Mapping[str, Entry]) -> None:
    assert "Chancellor of Republic of Aldermark for six years." in [
        passage.text.raw for passage in entries["people/hedda-brandt/"].passages
    ]


def test_names_of_speaker_and_phrases_in_other_languages_lead_to_what_stands_for_them(
    entries: Mapping[str, Entry],
) -> None:
    relayed = {name.raw: here.raw for name, here in entries[f"{TALKS}relayed/"].translated}
    assert relayed == {"open door": "offenen Türen"}  # it is in German alone
    both = {name.raw: here.raw for name, here in entries[f"{TALKS}open-door/"].translated}
    assert both == {"赫达·勃兰特": "Hedda Brandt"}


def test_names_of_participants_in_other_languages_lead_to_a_meeting(entries: Mapping[str, Entry]) -> None:
    assert [(name.raw, here.raw) for name, here in entries[TALKS].translated] == [("赫达·勃兰特", "Hedda Brandt")]


def test_entries_come_newest_first_and_those_without_a_date_last(insight: Insight) -> None:
    days = [entry.date.earliest.isoformat() if entry.date else "" for entry in plan_entries(insight)]
    assert days == sorted(days, reverse=True)
    assert days[0] > days[-1] == ""


def test_a_filter_has_no_character_that_finds_nothing() -> None:
    assert facet_value('Tom "Tip" Neill\\') == "Tom ”Tip” Neill/"
