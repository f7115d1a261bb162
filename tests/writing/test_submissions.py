from collections.abc import Mapping

import pytest

from readouts.graph import Graph
from readouts.model import Meeting, Source
from readouts.writing.forms import Objection
from readouts.writing.proposals import Correction, NewQuote, NewRecord, Proposal
from readouts.writing.submissions import read_submission
from tests.writing.answered import OURS, answered

QUOTATION = {
    "meeting": "2019-05-11-harbour-talks",
    "speaker": "Hedda Brandt",
    "for": "https://example.org/briefings/organizations/aldermark/",
    "text": "An open door.",
    "lang": "en",
    "mode": "direct",
    "topics": "Harbour, fish",
    "source": "The First Minister in Linden",
    "paragraph": "4",
}
DOCUMENT = {
    "source": "https://courier.example/2019/05/13",
    "source-title": "More doors",
    "source-kind": "news",
    "source-publisher": "The Linden Courier",
    "source-date": "2019-05-12",
}
MEETING = {
    "title": "Talks on the quay",
    "kind": "call",
    "date": "2019-06-01~",
    "participants": "Hedda Brandt for Aldermark\n- Reyle, Tomas for organizations/birchland",
    "readouts": "Aldermark: chancellery-2019-05-11\nBirchland: None, nothing was published",
    "topics": "harbour",
    "follows": "Talks on the harbour",
    "takeaways": "- First.\n- Second: the last.",
}
CORRECTION = {
    "record": "https://example.org/meetings/2019-05-11-harbour-talks/fish/?a#b/c",
    "old": "know",
    "new": "knew",
    "reason": "The paper.",
}


def submitted(
    graph: Graph, form: str, answers: Mapping[str, str]
) -> tuple[tuple[Proposal, ...], tuple[Objection, ...]]:
    return read_submission(OURS[form], answered(form, answers), graph)


def messages(graph: Graph, form: str, answers: Mapping[str, str]) -> list[str]:
    _, objections = submitted(graph, form, answers)
    return [objection.message for objection in objections]


def test_a_quotation_names_records_by_id_by_name_and_by_address(graph: Graph) -> None:
    ((quote,), objections) = submitted(graph, "quotation", QUOTATION)
    assert objections == ()
    assert quote == NewQuote(
        meeting="2019-05-11-harbour-talks",
        values={
            "speaker": "hedda-brandt",
            "for": "aldermark",
            "topics": ["harbour", "fish"],
            "renderings": [
                {
                    "source": "birchland-house-2019-05-11",
                    "lang": "en",
                    "text": "An open door.",
                    "mode": "direct",
                    "at": {"paragraph": "4"},
                }
            ],
        },
    )


def test_a_document_that_is_new_becomes_a_source_with_an_id_that_is_free(graph: Graph) -> None:
    ((source, quote), objections) = submitted(graph, "quotation", QUOTATION | DOCUMENT)
    assert objections == ()
    assert isinstance(source, NewRecord)
    # The newspaper has a source of that day already.
    assert (source.model, source.id) == (Source, "courier-2019-05-12-2")
    assert source.values == {
        "title": "More doors",
        "kind": "news",
        "publisher": "courier",
        "date": "2019-05-12",
        "lang": "en",
        "url": "https://courier.example/2019/05/13",
    }
    assert isinstance(quote, NewQuote)
    assert quote.values["renderings"][0]["source"] == "courier-2019-05-12-2"


def test_a_document_whose_address_is_on_record_is_no_new_one(graph: Graph) -> None:
    ((quote,), _) = submitted(graph, "quotation", QUOTATION | {"source": "https://courier.example/2019/05/12/door/"})
    assert isinstance(quote, NewQuote)
    assert quote.values["renderings"][0]["source"] == "courier-2019-05-12"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"speaker": "Hedda Brand"}, "no person or organization 'Hedda Brand': did you mean 'hedda-brandt'?"),
        ({"meeting": "the moon"}, "no meeting 'the moon': only what is on the site can be named"),
        ({"topics": "fish, fishh"}, "no topic 'fishh': did you mean 'fish'?"),
        ({"source": "https://other.example/x"}, "no document on the site has this address"),
        ({"topics": ",".join("abcdefghij" * 20)}, "200 of them, where at most 100 can be read"),
    ],
)
def test_what_a_quotation_names_and_nobody_has_is_told(answers: Mapping[str, str], message: str, graph: Graph) -> None:
    assert any(said.startswith(message) for said in messages(graph, "quotation", QUOTATION | answers))


def test_a_meeting_has_a_line_for_each_who_took_part_and_for_each_account(graph: Graph) -> None:
    ((meeting,), objections) = submitted(graph, "meeting", MEETING)
    assert objections == ()
    assert meeting == NewRecord(
        model=Meeting,
        id="2019-06-01-talks-on-the-quay",
        values={
            "title": "Talks on the quay",
            "kind": "call",
            "date": "2019-06-01~",
            "follows": "2019-05-11-harbour-talks",
            "participants": [
                {"person": "hedda-brandt", "for": "aldermark"},
                {"person": "tomas-reyle", "for": "birchland"},
            ],
            "topics": ["harbour"],
            "readouts": {"aldermark": "chancellery-2019-05-11", "birchland": {"none": "nothing was published"}},
            "takeaways": ["First.", "Second: the last."],
        },
    )


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"participants": "Hedda Brandt"}, "'Hedda Brandt' doesn't say for whom"),
        ({"readouts": "Aldermark"}, "'Aldermark' has no account"),
        ({"readouts": "Aldermark: none"}, "'none' has no reason"),
        ({"readouts": "Aldermark: none, x\nAldermark: none, y"}, "'Aldermark' has two accounts"),
        (
            {"title": "Harbour talks", "date": "2019-05-11"},
            "a meeting '2019-05-11-harbour-talks' is on the site already",
        ),
    ],
)
def test_what_is_wrong_in_a_line_is_told(answers: Mapping[str, str], message: str, graph: Graph) -> None:
    assert any(said.startswith(message) for said in messages(graph, "meeting", MEETING | answers))


def test_a_correction_is_of_the_quotation_whose_page_it_names(graph: Graph) -> None:
    (proposals, objections) = submitted(graph, "correction", CORRECTION)
    assert objections == ()
    assert proposals == (
        Correction(
            record=("meeting", "2019-05-11-harbour-talks"), within=("quotes", 1), field=None, old="know", new="knew"
        ),
    )


@pytest.mark.parametrize("record", ["the moon", "https://example.org/", "/", "https://example.org/people/nobody/"])
def test_a_correction_of_no_record_is_left_to_a_person(record: str, graph: Graph) -> None:
    assert submitted(graph, "correction", CORRECTION | {"record": record}) == ((), ())


@pytest.mark.parametrize(
    ("form", "answers"), [("quotation", QUOTATION), ("meeting", MEETING), ("correction", CORRECTION)]
)
def test_a_hidden_character_is_objected_to_where_it_would_get_into_a_record(
    graph: Graph, form: str, answers: Mapping[str, str]
) -> None:
    question = {"quotation": "text", "meeting": "summary", "correction": "new"}[form]
    hidden = answers | {question: "An open\u200b door.", "remarks": "\u200b", "reason": "\u200b"}
    (message,) = messages(graph, form, hidden)
    assert message.startswith("hidden character U+200B zero width space; delete it")
