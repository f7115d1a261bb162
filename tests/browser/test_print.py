"""A briefing prints as a memo of two pages with its sources."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.host import serve
from tests.browser.page_types import TALKS
from tests.conftest import ROOT, run

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


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of the records that are in the repository, and return its address."""
    site = tmp_path_factory.mktemp("real") / "site"
    done = run("build", "--content", ROOT / "content", "--site", site)
    assert done.returncode == 0, done.stderr
    with serve(site) as host:
        yield host


@pytest.fixture
def memo(page: Page) -> PdfReader:
    """Return the meeting as it is printed."""
    page.goto(TALKS)
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def text_of(memo: PdfReader) -> str:
    return words(" ".join(sheet.extract_text() for sheet in memo.pages))


def test_a_briefing_is_at_most_two_pages(memo: PdfReader) -> None:
    assert len(memo.pages) <= 2


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_briefing_with_many_quotations_is_two_pages_with_its_caveats_and_sources(
    browser: Browser, real: str, paper: str
) -> None:
    page = browser.new_page()
    page.goto(f"{real}meetings/2024-04-26-xi-blinken/")
    memo = PdfReader(io.BytesIO(page.pdf(format=paper)))
    page.close()
    assert len(memo.pages) == 2
    text = text_of(memo)
    for words_ in (
        "a single article, which was reworded by machine",
        "Joe Biden and Xi Jinping meet at Woodside, 15 November",
    ):
        assert words_ in text
    assert "https://history.state.gov/departmenthistory/travels/secretary" in text
    assert "all 21 quotations stand in full, with notes" in text


def test_a_printed_quotation_has_its_marks_and_how_to_cite_it(page: Page) -> None:
    page.goto(f"{TALKS}fish/")
    text = text_of(PdfReader(io.BytesIO(page.pdf(format="A4"))))
    assert "“Fish know no quays.”" in text
    assert "Tomas Reyle, according to Birchland: “Fish know no quays.” (Union of Birchland" in text


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
