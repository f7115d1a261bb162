"""Citations: what they say, and that no value breaks out of its format."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from readouts.graph import Graph, Quotation, build_graph
from readouts.model import Meeting, Organization, Person, Source
from readouts.model.fields import read_edtf
from readouts.pages import Publication
from readouts.pages.citations import Citation, _formats, _Item, cite_meeting, cite_quotation
from readouts.text import Text
from tests.render.hostile import STRINGS

SITE = Publication(name="Readouts", url="https://site.example/")
TALKS = "2019-05-11-harbour-talks"
_COMMANDS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip


def cited(graph: Graph, quote: str) -> Citation:
    quotation = graph.get("quote", f"{TALKS}/{quote}")
    assert isinstance(quotation, Quotation)
    return cite_quotation(graph, quotation, SITE)


def test_a_quotation_is_cited_from_its_source_with_who_says_so_and_where_it_stands_here(graph: Graph) -> None:
    assert cited(graph, "open-door").plain.raw == (
        "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Linden Courier,"
        " direct quotation, our translation:"
        " “The harbour is an open door , and open doors want oil.”"
        " (The Linden Courier, “An open door, oiled”, 12 May 2019, https://courier.example/2019/05/12/door)."
        f" Readouts, https://site.example/meetings/{TALKS}/open-door/"
    )


def test_words_that_nobody_quotes_are_cited_without_quotation_marks(graph: Graph) -> None:
    citation = cited(graph, "relayed")
    told = "Tomas Reyle, as the Chancellery of Aldermark relays the words"
    assert citation.plain.raw.startswith(f"{told}, reported speech: Herr Reyle nannte")
    assert f"Reported speech: {told}. Readouts," in citation.bibtex.raw


def test_the_page_is_the_address_where_the_source_has_none(graph: Graph) -> None:
    here = f"https://site.example/meetings/{TALKS}/fish/"
    assert f"\nUR  - {here}\n" in cited(graph, "fish").ris.raw
    assert cited(graph, "fish").plain.raw.count(here) == 1


def test_the_author_is_whose_document_it_is_and_never_the_speaker(graph: Graph) -> None:
    for quotation in graph.quotations:
        (item,) = json.loads(cite_quotation(graph, quotation, SITE).csl_json.raw)
        publisher = graph.record(Source, quotation.best.source).publisher
        assert item["author"][0] == {"literal": graph.record(Organization, publisher).name.raw}


def test_each_format_has_the_document_its_words_and_who_says_so(graph: Graph) -> None:
    citation, words = cited(graph, "open-door"), "The harbour is an open door , and open doors want oil."
    note = (
        "Direct quotation, our translation:"
        " Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Linden Courier."
        f" Readouts, https://site.example/meetings/{TALKS}/open-door/"
    )
    assert json.loads(citation.csl_json.raw)[0] == {
        "id": f"{TALKS}--open-door",
        "type": "article-newspaper",
        "title": "An open door, oiled",
        "author": [{"literal": "The Linden Courier"}],
        "issued": {"date-parts": [[2019, 5, 12]]},
        "accessed": {"date-parts": [[2019, 6]]},
        "URL": "https://courier.example/2019/05/12/door",
        "archive_location": "https://archive.example/courier/door",
        "language": "en",
        "abstract": words,
        "note": note,
    }
    assert citation.ris.raw.splitlines() == [
        "TY  - NEWS",
        f"ID  - {TALKS}--open-door",
        "TI  - An open door, oiled",
        "AU  - The Linden Courier",
        "PY  - 2019",
        "DA  - 2019/05/12",
        "UR  - https://courier.example/2019/05/12/door",
        "AV  - https://archive.example/courier/door",
        "Y2  - 2019/06",
        "LA  - en",
        f"AB  - {words}",
        f"N1  - {note}",
        "ER  - ",
    ]
    for line in (
        "title = {{An open door, oiled}},",
        "author = {{The Linden Courier}},",
        "year = {2019},",
        "month = {05},",
        "day = {12},",
        "url = {https://courier.example/2019/05/12/door},",
        "urldate = {2019-06},",
        "language = {en},",
        f"abstract = {{{words}}},",
        f"note = {{{note}; archived at https://archive.example/courier/door}},",
    ):
        assert f"\n  {line}\n" in citation.bibtex.raw


def test_a_page_is_cited_by_its_title_and_address(graph: Graph) -> None:
    citation = cite_meeting(graph.record(Meeting, TALKS), SITE)
    assert citation.plain.raw == (
        f"“Talks on the harbour” (11 May 2019). Readouts, https://site.example/meetings/{TALKS}/"
    )


def cite(value: str) -> Citation:
    item = _Item(key="k", title=value, author=value, date=None, url="https://a.example/{b}", note=value)
    return _formats(item, value)


def test_no_address_is_given_where_it_is_not_known_where_the_site_is(graph: Graph) -> None:
    nowhere = Publication(name="Readouts")
    meeting = cite_meeting(graph.record(Meeting, TALKS), nowhere)
    assert meeting.plain.raw == "“Talks on the harbour” (11 May 2019). Readouts"
    quotation = graph.get("quote", f"{TALKS}/fish")
    assert isinstance(quotation, Quotation)
    for citation in (meeting, cite_quotation(graph, quotation, nowhere)):
        for written in (citation.plain, citation.bibtex, citation.ris, citation.csl_json):
            assert "meetings/" not in written.raw
            assert not re.search("^UR|url =|URL", written.raw, re.MULTILINE)
    assert cite_quotation(graph, quotation, nowhere).plain.raw.endswith(", 11 May 2019). Readouts")


def from_latex(raw: str) -> str:
    return re.sub(r"\\([a-z]+)\{\}|\\(.)", lambda match: _COMMANDS.get(match[1], match[2]), raw)


def read_bibtex(citation: Citation) -> Entry:
    """Return the one entry that BibTeX, which counts braces whatever stands before them, finds."""
    found = parse_string(citation.bibtex.raw, "bibtex")
    ((key, entry),) = found.entries.items()
    assert (key, entry.type, found.preamble) == ("k", "misc", "")
    return entry


@pytest.mark.parametrize("value", STRINGS)
def test_bibtex_reads_one_entry_with_the_fields_that_were_meant(value: str) -> None:
    entry = read_bibtex(cite(value))
    assert {*entry.fields, *entry.persons} == {"title", "author", "url", "note"}
    (author,) = entry.persons["author"]
    written = {from_latex(str(part)) for part in (entry.fields["title"], author)}
    assert written == {f"{{{' '.join(value.split())}}}"}
    assert from_latex(entry.fields["note"]) == " ".join(value.split())


@given(st.text(max_size=40))
def test_no_value_ends_a_field_or_begins_one(value: str) -> None:
    citation = cite(f"x{value}")
    assert json.loads(citation.csl_json.raw)[0]["title"] == " ".join(f"x{value}".split())
    lines = citation.ris.raw.split("\n")
    assert [line[:6] for line in lines] == [f"{tag}  - " for tag in ("TY", "ID", "TI", "AU", "UR", "N1", "ER")]
    assert len(citation.ris.raw.splitlines()) == len(lines)
    assert {*read_bibtex(citation).fields} == {"title", "url", "note"}
    assert len(citation.plain.raw.splitlines()) == 1


# As citeproc-js has them: what it takes for fields of an item in the note of one.
FIELDS_IN_NOTES = (re.compile(r"\{:[-_a-zA-Z]+:[^}]+\}"), re.compile(r"^([-_a-zA-Z]+):\s*(.*)\s*$", re.MULTILINE))


@pytest.mark.parametrize("value", STRINGS)
def test_no_name_is_a_field_in_a_note_of_csl_json(value: str, graph: Graph) -> None:
    person = graph.record(Person, "tomas-reyle").model_copy(update={"name": Text(value)})
    others = [person if record.id == person.id else record for record in graph.records]
    for citation in (cited(build_graph(others), "fish"), cite(f"Meeting of {value}")):
        (item,) = json.loads(citation.csl_json.raw)
        assert not any(field.search(item["note"]) for field in FIELDS_IN_NOTES)


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("AT&T 100%", r"AT\&T 100\%"),
        ("a_b#c$", r"a\_b\#c\$"),
        ("\\end{x}", r"\textbackslash{}end\textbraceleft{}x\textbraceright{}"),
        ("旧金山 ü", "旧金山 ü"),
    ],
)
def test_what_means_something_to_latex_is_escaped(raw: str, written: str) -> None:
    assert f"title = {{{{{written}}}}}," in cite(raw).bibtex.raw


@pytest.mark.parametrize(
    ("written", "issued", "known", "words"),
    [
        ("2019", {"date-parts": [[2019]]}, ["2019"], ""),
        ("2019-05-11", {"date-parts": [[2019, 5, 11]]}, ["2019", "05", "11"], ""),
        ("2019-05~", {"date-parts": [[2019, 5]], "circa": True}, [], "about May 2019"),
        ("2019?", {"date-parts": [[2019]], "circa": True}, [], "2019, uncertain"),
        ("2019-05-11/2019-05-13", {"date-parts": [[2019, 5, 11], [2019, 5, 13]]}, ["2019", "05"], "11–13 May 2019"),
        ("2019/2020", {"date-parts": [[2019], [2020]]}, [], "2019 – 2020"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(written: str, issued: object, known: list[str], words: str) -> None:
    date = read_edtf(written)
    item = _Item(key="k", title="t", author="a", date=date, accessed=date, note="Said")
    citation = _formats(item, "")
    csl = json.loads(citation.csl_json.raw)[0]
    assert (csl["issued"], csl["accessed"]) == (issued, issued)
    fields = dict(line.split("  - ") for line in citation.ris.raw.splitlines())
    assert fields.get("DA", "") == fields.get("Y2", "") == "/".join(known)
    assert fields.get("PY", "") == "".join(known[:1])
    entry = read_bibtex(citation)
    assert [entry.fields[part] for part in ("year", "month", "day") if part in entry.fields] == known
    noted = f"Said; dated {words}" if words else "Said"
    assert (fields["N1"], entry.fields["note"]) == (noted, noted)


def test_an_uncertain_date_is_said_so_in_words(graph: Graph) -> None:
    meeting = graph.record(Meeting, TALKS).model_copy(update={"date": read_edtf("2031-03~")})
    assert "(about March 2031)" in cite_meeting(meeting, SITE).plain.raw
