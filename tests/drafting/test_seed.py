"""The seed article, where it is at hand: every passage in quotation marks, with the right speaker or none."""

from pathlib import Path

import pytest

from readouts.build import check
from readouts.drafting import draft
from readouts.drafting.article import Article, read_article
from readouts.drafting.characters import read_lines
from readouts.drafting.passages import find_passages
from readouts.drafting.reading import Found, read_through
from readouts.graph import Graph
from readouts.load.reader import read
from readouts.model import Source
from tests.conftest import ROOT
from tests.test_seed import ARTICLE, SEED, needs_seed

pytestmark = needs_seed
# By hand, from the records: paragraph, beginning and end of the words, who said them, and whether that is to be named.
PASSAGES = [
    (1, "two-way", "two-way,", "xi-jinping", True),
    # Credited to the ministry's statement; whose words they are it doesn't say.
    (3, "China is willing", "harm. the other,", "xi-jinping", False),
    # “perhaps; we read in the press release”: of whom?
    (5, "Over the past 45 years", "doing another", "xi-jinping", False),
    (7, "As a Chinese saying goes: “No", "improve and advance bilateral relations,", "xi-jinping", True),
    (7, "No progress means", "regression.", "chinese-saying", True),
    # “the statement added”, in a paragraph on another.
    (8, "the United States", "China work together,", "antony-blinken", False),
    (10, "in-depth, substantive", "constructive discussions", "us-state-department", True),
    (13, "to make progress", "including fighting fentanyl trafficking.", "antony-blinken", True),
]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return check(ROOT / "content").insight.graph


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(read_lines(SEED.read_bytes(), "seed"))


@pytest.fixture(scope="module")
def source(graph: Graph) -> Source:
    return graph.record(Source, ARTICLE)


@pytest.fixture(scope="module")
def found(graph: Graph, article: Article, source: Source) -> tuple[Found, ...]:
    return read_through(article, graph, "en", source.date).found


def test_headline_and_dateline_are_not_counted(article: Article) -> None:
    assert len(article.paragraphs) == 14
    assert article.paragraphs[0].startswith("China is willing to cooperate with the United States")
    assert article.heading[-1] == "Beijing:"


def test_every_passage_is_found_to_the_letter(found: tuple[Found, ...], article: Article) -> None:
    words = [(one.passage.paragraph, article.text(one.passage)) for one in found]
    assert len(words) == len(PASSAGES)
    for (number, text), (paragraph, first, last, _, _) in zip(words, PASSAGES, strict=True):
        assert number == paragraph
        assert text.startswith(first)
        assert text.endswith(last)


def test_no_other_mark_is_left_and_none_lacks_a_partner(article: Article) -> None:
    passages, strays = find_passages(article.paragraphs)
    marks = {
        at
        for passage in passages
        for at in ((passage.paragraph, passage.outer_start), (passage.paragraph, passage.outer_end - 1))
    }
    for number, text in enumerate(article.paragraphs, start=1):
        assert {(number, at) for at, character in enumerate(text) if character in "“”"} <= marks
    assert strays == ()


def test_each_has_the_right_speaker_or_none(found: tuple[Found, ...]) -> None:
    named = [(one.attribution.speaker, one.attribution.candidates) for one in found]
    for (speaker, candidates), (_, _, _, right, is_named) in zip(named, PASSAGES, strict=True):
        assert speaker == (right if is_named else None)
        assert speaker or candidates


def test_each_quote_of_the_draft_agrees_with_the_records(graph: Graph, source: Source) -> None:
    data = read(draft(SEED.read_bytes(), Path(SEED).name, graph, source).text).data
    of_record = {
        rendering.text.raw: (quotation.quote, rendering)
        for quotation in graph.quotations
        for rendering in quotation.quote.renderings
        if rendering.source == ARTICLE
    }
    alike = 0
    for quote in data["quotes"]:
        rendering = quote["renderings"][0]
        if rendering["text"] in of_record:
            own, recorded = of_record[rendering["text"]]
            alike += 1
            assert quote.get("speaker") in (own.speaker, None)
            assert quote.get("for") in (own.for_, None)
            assert set(quote.get("to", ())) <= {*own.to, "antony-blinken"}
            assert rendering["mode"] == recorded.mode
            assert rendering.get("relays") in (recorded.relays, None)
            assert rendering["at"] == {"paragraph": str(recorded.at.paragraph if recorded.at else "")}
    assert alike == len(PASSAGES) - 1  # the records divide the third paragraph into its sentences


def test_what_stands_beside_the_passages_is_proposed(graph: Graph, source: Source) -> None:
    text = draft(SEED.read_bytes(), "seed", graph, source).text
    for proposal in (
        "# date: 2024-04-26  # “2024-04-26” (heading), “Friday” (P1)",
        "# place: beijing  # “in Beijing” (P1)",
        "# refers_to: [2023-11-15-biden-xi]  # “Woodside Summit” (P12)",
        "# said: 2024-04-24  # if that is when it was said: “April 24”",
        "antony-blinken, from “He also urged”",
    ):
        assert proposal in text
