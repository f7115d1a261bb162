"""Citations: what they say, and that no value breaks out of its format."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.graph import Graph, Quotation
from readouts.model import Meeting, Organization, Source
from readouts.model.fields import read_edtf
from readouts.pages import Publication
from readouts.pages.citations import Citation, _formats, _Item, cite_meeting, cite_quotation

SITE = Publication(name="Readouts", url="https://site.example/")
TALKS = "2019-05-11-harbour-talks"


def cited(graph: Graph, quote: str) -> Citation:
    quotation = graph.get("quote", f"{TALKS}/{quote}")
    assert isinstance(quotation, Quotation)
    return cite_quotation(graph, quotation, SITE)


def test_a_quotation_is_cited_from_its_source_with_who_says_so_and_where_it_stands_here(graph: Graph) -> None:
    assert cited(graph, "open-door").plain.raw == (
        "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Linden Courier:"
        " “The harbour is an open door , and open doors want oil.”"
        " (The Linden Courier, “An open door, oiled”, 2019-05-12, https://courier.example/2019/05/12/door)."
        f" Readouts, https://site.example/meetings/{TALKS}/open-door/"
    )


def test_words_that_nobody_quotes_are_cited_without_quotation_marks(graph: Graph) -> None:
    citation = cited(graph, "relayed")
    told = "Tomas Reyle, as the Chancellery of Aldermark relays the words"
    assert citation.plain.raw.startswith(f"{told}, reported speech: Herr Reyle nannte")
    assert f"{told} (reported speech). Readouts," in citation.bibtex.raw


def test_the_page_is_the_address_where_the_source_has_none(graph: Graph) -> None:
    here = f"https://site.example/meetings/{TALKS}/fish/"
    assert f"\nUR  - {here}\n" in cited(graph, "fish").ris.raw
    assert cited(graph, "fish").plain.raw.count(here) == 1


def test_the_author_is_whose_document_it_is_and_never_the_speaker(graph: Graph) -> None:
    for quotation in graph.quotations:
        (item,) = json.loads(cite_quotation(graph, quotation, SITE).csl_json.raw)
        publisher = graph.record(Source, quotation.best.source).publisher
        assert item["author"][0] == {"literal": graph.record(Organization, publisher).name.raw}


def test_each_format_has_title_author_date_and_address(graph: Graph) -> None:
    citation = cited(graph, "open-door")
    assert json.loads(citation.csl_json.raw)[0] | {"note": ""} == {
        "id": f"{TALKS}-open-door",
        "type": "article-newspaper",
        "title": "An open door, oiled",
        "author": [{"literal": "The Linden Courier"}],
        "issued": {"date-parts": [[2019, 5, 12]]},
        "URL": "https://courier.example/2019/05/12/door",
        "note": "",
    }
    assert citation.ris.raw.splitlines()[:6] == [
        "TY  - NEWS",
        f"ID  - {TALKS}-open-door",
        "TI  - An open door, oiled",
        "AU  - The Linden Courier",
        "DA  - 2019/05/12",
        "UR  - https://courier.example/2019/05/12/door",
    ]
    for line in (
        "title = {{An open door, oiled}},",
        "author = {{The Linden Courier}},",
        "year = {2019},",
        "month = {05},",
        "day = {12},",
        "url = {https://courier.example/2019/05/12/door},",
    ):
        assert f"\n  {line}\n" in citation.bibtex.raw


def test_a_page_is_cited_by_its_title_and_address(graph: Graph) -> None:
    citation = cite_meeting(graph.record(Meeting, TALKS), SITE)
    assert citation.plain.raw == (
        f"“Talks on the harbour” (2019-05-11). Readouts, https://site.example/meetings/{TALKS}/"
    )


def cite(value: str) -> Citation:
    item = _Item(key="k", title=value, author=value, date=None, url="https://a.example/{b}", note=value)
    return _formats(item, value)


@given(st.text(max_size=40))
def test_no_value_ends_a_field_or_begins_one(value: str) -> None:
    citation = cite(f"x{value}")
    assert json.loads(citation.csl_json.raw)[0]["title"] == f"x{value}"
    lines = citation.ris.raw.split("\n")
    assert [line[:6] for line in lines] == [f"{tag}  - " for tag in ("TY", "ID", "TI", "AU", "UR", "N1", "ER")]
    assert len(citation.ris.raw.splitlines()) == len(lines)
    bare = re.sub(r"\\[{}]", "", citation.bibtex.raw)
    assert re.findall("[{}]", bare).count("{") == re.findall("[{}]", bare).count("}")
    depth = 0
    for mark in re.findall("[{}]", bare):
        depth += {"{": 1, "}": -1}[mark]
        assert depth >= 0
    assert len(citation.bibtex.raw.splitlines()) == 6


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("AT&T 100%", r"AT\&T 100\%"),
        ("a_b#c$", r"a\_b\#c\$"),
        ("\\end{x}", r"\textbackslash{}end\{x\}"),
        ("旧金山 ü", "旧金山 ü"),
    ],
)
def test_what_means_something_to_latex_is_escaped(raw: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}," in cite(raw).bibtex.raw


@pytest.mark.parametrize(
    ("written", "parts"), [("2019", [2019]), ("2019-05~", [2019, 5]), ("2019-05-11/2019-05-13", [2019, 5, 11])]
)
def test_a_date_is_as_exact_as_it_is_known(written: str, parts: list[int]) -> None:
    item = _Item(key="k", title="t", author="a", date=read_edtf(written), url="")
    assert json.loads(_formats(item, "").csl_json.raw)[0]["issued"] == {"date-parts": [parts]}
