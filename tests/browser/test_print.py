"""A briefing prints as a memo of two pages with its sources."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.page_types import TALKS

IN_THE_MEMO = (
    "Talks on the harbour",
    "11 May 2019",
    "Both sides want the harbour dredged before winter.",
    "Only Birchland speaks of fish.",
    "The harbour is an open door , and open doors want oil.",
    "Fish know no quays.",
    "An open door, oiled",
    "Account of the talks on the harbour",
    "The First Minister in Linden",
    "Doors",
)


def words(text: str) -> str:
    """Return a text with single spaces; a line of print may end anywhere, and letters may be joined."""
    return " ".join(text.split())


@pytest.fixture
def memo(page: Page) -> PdfReader:
    """Return the meeting as it is printed."""
    page.goto(TALKS)
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def text_of(memo: PdfReader) -> str:
    return words(" ".join(sheet.extract_text() for sheet in memo.pages))


def test_a_briefing_is_at_most_two_pages(memo: PdfReader) -> None:
    assert len(memo.pages) <= 2


def test_title_takeaways_and_sources_are_printed_as_text(memo: PdfReader) -> None:
    text = text_of(memo)
    assert [line for line in IN_THE_MEMO if line not in text] == []


def test_what_is_of_no_use_on_paper_is_not_printed(page: Page, memo: PdfReader) -> None:
    text = text_of(memo)
    ways = page.locator("nav a, button").all_inner_texts()
    of_the_page = words(page.locator("main").inner_text())
    assert [way for way in map(words, ways) if way not in of_the_page and way in text] == []
    page.emulate_media(media="print")
    for role in ("navigation", "search", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
