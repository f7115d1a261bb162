"""What machines read: nothing more certain, and in nobody's mouth, than it is on the page."""

import pytest

from readouts.graph import Graph, Quotation
from readouts.insight import Insight
from readouts.model import Meeting, Note, Source
from readouts.model.fields import read_edtf
from readouts.pages import plan_pages
from readouts.pages.linked_data import describe_quotation, describe_record
from readouts.text import Text

TALKS = "2019-05-11-harbour-talks"


def disputed(graph: Graph, quote: str) -> Quotation:
    """Return a quotation of the tree, with a remark that disputes it."""
    found = graph.get("quote", f"{TALKS}/{quote}")
    assert isinstance(found, Quotation)
    note = Note(dispute=Text("No."))
    return Quotation(found.meeting, found.quote.model_copy(update={"notes": (note,)}))


@pytest.mark.parametrize(
    ("quote", "author"),
    [
        ("fish", "Tomas Reyle"),  # quoted
        ("relayed", "Chancellery of Aldermark"),  # reported, by the other side
    ],
)
def test_a_disputed_statement_is_that_of_who_put_it_into_words(graph: Graph, quote: str, author: str) -> None:
    thing = describe_quotation(graph, disputed(graph, quote))
    assert (thing["subjectOf"]["author"]["name"], thing["creator"]["name"]) == (author, author)


@pytest.mark.parametrize(
    ("quote", "description"),
    [
        ("fish", "Tomas Reyle, according to Birchland: “Fish know no quays.”"),
        (
            "relayed",
            "Tomas Reyle, as the Chancellery of Aldermark relays the words, reported speech: Herr Reyle nannte",
        ),
    ],
)
def test_a_quotation_is_described_by_who_says_so_before_its_words(
    insight: Insight, quote: str, description: str
) -> None:
    (page,) = (p for p in plan_pages(insight, ()).pages if p.address == f"meetings/{TALKS}/{quote}/")
    assert isinstance(page.description, Text)
    assert page.description.raw.startswith(description)


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("2019-05-11", {"startDate": "2019-05-11", "endDate": "2019-05-11"}),
        ("2019-05-11/2019-05-12", {"startDate": "2019-05-11", "endDate": "2019-05-12"}),
        ("2019-05~", {}),
        ("2019?/2020", {}),
    ],
)
def test_a_date_that_is_not_certain_is_left_out(graph: Graph, written: str, dates: dict[str, str]) -> None:
    meeting = graph.record(Meeting, TALKS).model_copy(update={"date": read_edtf(written)})
    thing = describe_record(graph, meeting)
    assert {key: thing[key] for key in ("startDate", "endDate") if key in thing} == dates


def test_nor_is_that_of_a_source(graph: Graph) -> None:
    source = graph.record(Source, "courier-2019-05-12")
    about = source.model_copy(update={"date": read_edtf("2019-05-12?")})
    told = [describe_record(graph, one).get("datePublished") for one in (source, about)]
    assert told == ["2019-05-12", None]
