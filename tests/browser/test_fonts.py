"""The letters of names and quotations come from the site's own faces."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.page_types import TALKS
from tests.browser.watch import Watch

SERIF, SANS = "Readouts Serif", "Inter Variable"
LATIN = "serif.woff2", "inter.woff2"
NAMES = "Kōno Erdoğan Vučić Łukasz Đặng Nguyễn Żółć Ștefan Dvořák Őry Xí Jìnpíng Lǚ nāūǎş → ← № ‰"
RUSSIAN = "Владимир Ґонґадзе Ђоковић Қасым-Жомарт"


def faces(page: Page, selector: str, words: str) -> set[str]:
    """Return the families, as the font files name them, that an element's words are drawn with."""
    page.evaluate(
        """async ([at, words]) => {
            const element = document.querySelector(at);
            element.textContent = words;
            await document.fonts.load(`1em ${getComputedStyle(element).fontFamily}`, words);
        }""",
        [selector, words],
    )
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] if font["isCustomFont"] else f"the system's {font['familyName']}" for font in used}


@pytest.mark.parametrize(
    ("selector", "words", "face"),
    [
        (".rendering-text", NAMES, SERIF),
        (".rendering-text", RUSSIAN, SERIF),
        (".r-brand", NAMES, SANS),
    ],
    ids=["serif", "serif-cyrillic", "sans"],
)
def test_letters_of_names_come_from_the_face(page: Page, selector: str, words: str, face: str) -> None:
    page.goto(TALKS)
    assert faces(page, selector, words) == {face}


def test_a_page_gets_no_more_of_a_face_than_its_letters_need(open_page: OpenPage, watch: Watch) -> None:
    page = open_page()
    page.goto(TALKS)
    page.evaluate("document.fonts.ready")
    assert sorted(r.rpartition("/")[2] for r in watch.requests if r.endswith(".woff2")) == sorted(LATIN)
