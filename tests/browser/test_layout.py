"""Pages fit the narrowest window: nothing is cut off, and nothing scrolls sideways but a table in its own frame."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import READERS, OpenPage, Visit
from tests.browser.page_types import TALKS, TYPES

WIDTHS = (390, 320)
SIDES = ("Aldermark", "Birchland")
# What reaches beyond the window: elements with words of their own, unless hidden on purpose or in a frame that scrolls.
CUT_OFF = """() => {
  const ownWords = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const lets = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
  const framed = (e) => e !== document.body && (lets(e) || framed(e.parentElement));
  const hidden = (e) => e.closest("script, style, noscript, template") || getComputedStyle(e).clipPath !== "none";
  const seen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !hidden(e);
  const beyond = (e) => [...e.getClientRects()].some((r) => r.right > innerWidth + 1 || r.left < -1);
  const reaching = [...document.body.querySelectorAll("main *")].filter((e) => ownWords(e) && seen(e) && beyond(e));
  return reaching.filter((e) => !framed(e)).map((e) => e.outerHTML.slice(0, 200));
}"""


@pytest.mark.parametrize("name", TYPES)
def test_a_page_fits_a_phone(visit: Visit, name: str) -> None:
    page = visit("phone", name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        cut_off = page.evaluate(CUT_OFF)
        assert cut_off == [], "\n".join(cut_off)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("address", [TALKS, f"{TALKS}compare/"])
def test_each_sides_words_are_labelled_on_a_phone_too(open_page: OpenPage, address: str) -> None:
    page = open_page(**READERS["light"])
    page.goto(address)
    table = page.locator("main table", has=page.locator("thead", has_text="Birchland")).first
    for side in SIDES:
        expect(table.get_by_role("columnheader", name=side)).to_be_visible()
    page.set_viewport_size(READERS["phone"]["viewport"])
    for number, side in enumerate(SIDES, 1):
        cells = table.locator(f"tbody tr > td:nth-of-type({number})").all_inner_texts()
        assert cells
        assert [cell for cell in cells if not cell.casefold().startswith(side.casefold())] == []


# Words of a table that stand on two lines: an id or an address may be broken, a word of a language not.
BROKEN = r"""() => {
  const cells = [...document.querySelectorAll("main table :is(th, td)")].filter((cell) => cell.checkVisibility());
  const texts = cells.flatMap((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    for (let node; (node = walker.nextNode());) if (!node.parentElement.closest("code")) found.push(node);
    return found;
  });
  const lines = (node, { index, 0: { length } }) => {
    const range = new Range();
    range.setStart(node, index);
    range.setEnd(node, index + length);
    return new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size;
  };
  const words = (node) => [...node.data.matchAll(/(?<!\p{L})\p{Script=Latin}{2,16}(?!\p{L})/gu)];
  return texts.flatMap((node) => words(node).filter((word) => lines(node, word) > 1).map((word) => word[0]));
}"""


@pytest.mark.parametrize("name", TYPES)
def test_no_word_of_a_table_is_broken(visit: Visit, name: str) -> None:
    page = visit("light", name)
    for width in (1280, 768, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []


def test_words_that_differ_are_seen_in_the_colours_that_a_reader_sets(open_page: OpenPage) -> None:
    page = open_page(**READERS["dark"])
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(f"{TALKS}open-door/")
    colours = "(e) => [getComputedStyle(e).color, getComputedStyle(e.closest('p, blockquote')).color]"
    differing, around = page.locator("mark").first.evaluate(colours)
    assert differing == around
    assert page.locator("mark").first.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
