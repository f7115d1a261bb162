"""Who says so, in words."""

from dataclasses import replace

import pytest

from readouts.checks.names import _CREDITS, _forges_credit
from readouts.graph import Graph, Quotation
from readouts.insight.attribution import attribute
from readouts.model import Organization
from readouts.pages.attributions import how_in_words, in_words, mode_in_words, sentence
from readouts.pages.titles import article_of
from readouts.text import Text

TALKS = "2019-05-11-harbour-talks"


def quotation(graph: Graph, quote: str) -> Quotation:
    found = graph.get("quote", f"{TALKS}/{quote}")
    assert isinstance(found, Quotation)
    return found


def said(graph: Graph, quote: str, index: int) -> str:
    found = quotation(graph, quote)
    return in_words(attribute(graph, found, found.quote.renderings[index]))


def test_a_document_that_a_paper_passes_on_is_named_and_so_is_the_paper(graph: Graph) -> None:
    sources = [r.source for r in quotation(graph, "open-door").quote.renderings]
    assert said(graph, "open-door", sources.index("mirror-2019-05-12")) == (
        "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Mirror"
    )


@pytest.mark.parametrize(
    ("quote", "mode"),
    [
        ("fish", "direct quotation"),
        ("relayed", "reported speech"),
        ("third-visit", "in its own words"),  # a paper's sentence, which it quotes from nobody
    ],
)
def test_how_words_are_told_is_said(graph: Graph, quote: str, mode: str) -> None:
    found = quotation(graph, quote)
    assert mode_in_words(attribute(graph, found, found.best), found.best) == mode


def test_that_words_are_translated_is_said(graph: Graph) -> None:
    found = quotation(graph, "open-door")
    translated = next(r for r in found.renderings if r.via == "our-translation")
    original = next(r for r in found.renderings if r.original)
    assert how_in_words(attribute(graph, found, translated), translated) == "direct quotation, our translation"
    assert how_in_words(attribute(graph, found, original), original) == "direct quotation"


def test_the_sentence_leaves_out_no_link_of_the_chain(graph: Graph) -> None:
    for found in graph.quotations:
        for rendering in found.quote.renderings:
            attribution = attribute(graph, found, rendering)
            named = [part for part in sentence(attribution) if not isinstance(part, Text)]
            links = (attribution.speaker, attribution.according_to, attribution.reported_by, attribution.credited)
            assert named == [link for link in links if link is not None]


def test_no_name_may_hold_the_words_between_the_names_of_the_sentence(graph: Graph) -> None:
    found = [attribute(graph, q, r) for q in graph.quotations for r in q.quote.renderings]
    found.append(replace(found[0], credited=found[0].speaker))
    links = {part.raw for attribution in found for part in sentence(attribution) if isinstance(part, Text)}
    forging = {link for link in links if _forges_credit(Text(f"a{link} b"))}
    assert links - forging == {", as ", "the "}  # which are names' own, and forge nothing alone
    assert len(forging) == len(_CREDITS)


def test_words_that_only_the_other_side_has_are_relayed_by_it(graph: Graph) -> None:
    assert said(graph, "relayed", 0) == "Tomas Reyle, as the Chancellery of Aldermark relays the words"


@pytest.mark.parametrize(
    ("name", "kind", "article"),
    [
        ("US State Department", "ministry", "the"),
        ("United States", "state", "the"),
        ("Ministry of Trade", "ministry", "the"),
        ("The Hague Court", "agency", ""),  # has one already
        ("China's Foreign Ministry", "ministry", ""),  # whose it is stands in its place
        ("China’s Foreign Ministry", "ministry", ""),
        ("China", "state", ""),
        ("The Treasury Times", "press", ""),
        ("Evening Union", "press", ""),  # a paper is called what it calls itself
        ("", "other", ""),
    ],
)
def test_an_institution_takes_the_article_that_english_gives_it(name: str, kind: str, article: str) -> None:
    organization = Organization.model_construct(id="x", name=Text(name), short=None, kind=kind)
    assert article_of(organization) == article
