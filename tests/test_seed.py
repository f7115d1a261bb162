"""The seed article, where it is at hand: every word that the records take from it stands in it."""

import pytest

from readouts.build import check
from readouts.graph import Quotation
from tests.conftest import ROOT

SEED = ROOT.parent / "shared" / "seeds" / "000_5a4b68be5e1a8af6.txt"
ARTICLE = "exbulletin-2024-04-26"
BEFORE_THE_FIRST = 3  # date, headline, dateline

needs_seed = pytest.mark.skipif(
    not SEED.is_file(), reason=f"the seed article is not at {SEED}; its records are unproven"
)


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    lines = SEED.read_text(encoding="utf-8").strip().splitlines()
    return [line.strip() for line in lines if line.strip()][BEFORE_THE_FIRST:]


@pytest.fixture(scope="module")
def renderings() -> list[tuple[Quotation, str, int]]:
    """Return what the records take from the article: quotation, words, paragraph."""
    found = []
    for quotation in check(ROOT / "content").insight.graph.quotations:
        for rendering in quotation.quote.renderings:
            if rendering.source == ARTICLE:
                assert rendering.at is not None, quotation.id
                assert rendering.at.paragraph is not None, quotation.id
                found.append((quotation, rendering.text.raw, rendering.at.paragraph))
    return found


def test_the_content_has_no_problem() -> None:
    assert check(ROOT / "content").problems == ()


def test_there_are_ninety_six_visits() -> None:
    graph = check(ROOT / "content").insight.graph
    lists = {"us-secretary-travels", "us-president-travels", "us-foreign-leader-visits"}
    entries = [note for meeting in graph.meetings for note in meeting.notes if note.gloss and note.see in lists]
    assert len(entries) == 96


@needs_seed
def test_every_rendering_stands_in_its_paragraph_to_the_letter(
    renderings: list[tuple[Quotation, str, int]], paragraphs: list[str]
) -> None:
    assert len(paragraphs) == 14
    for quotation, words, number in renderings:
        assert words in paragraphs[number - 1], quotation.id


@needs_seed
def test_the_article_is_covered(renderings: list[tuple[Quotation, str, int]], paragraphs: list[str]) -> None:
    covered = [[False] * len(paragraph) for paragraph in paragraphs]
    for _, words, number in renderings:
        start = paragraphs[number - 1].index(words)
        covered[number - 1][start : start + len(words)] = [True] * len(words)
    letters = [
        is_covered
        for paragraph, flags in zip(paragraphs, covered, strict=True)
        for character, is_covered in zip(paragraph, flags, strict=True)
        if character.isalpha()
    ]
    assert sum(letters) / len(letters) > 0.9


@needs_seed
def test_what_the_article_says_to_credit_someone_stands_in_it(paragraphs: list[str]) -> None:
    for quotation in check(ROOT / "content").insight.graph.quotations:
        for rendering in quotation.quote.renderings:
            if rendering.credited and rendering.credited.as_ and rendering.at and rendering.at.paragraph:
                assert rendering.credited.as_.raw in paragraphs[rendering.at.paragraph - 1], quotation.id
