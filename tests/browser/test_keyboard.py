"""Every function is reached by keyboard, in the order in which it is seen, and the focus is seen."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.page_types import TALKS, TYPES

MOST_STROKES = 600
AT_ONCE = 20
# At each stroke of Tab, notes what has the focus before it moves on, until it is back at the beginning:
# which element that is, its place on the page, whether it is seen there, and whether it is marked.
NOTE_STOPS = """() => {
  const found = [], stops = [];
  const place = (e) => {
    const box = [...e.getClientRects()].find((r) => r.width && r.height) ?? e.getBoundingClientRect();
    const there = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    return {
      left: box.left, top: box.top + scrollY, bottom: box.bottom + scrollY, what: e.outerHTML.slice(0, 160),
      is_seen: there !== null && e.contains(there),
      is_marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1,
    };
  };
  window.walk = { found, stops, ended: false };
  addEventListener("keydown", () => {
    const e = document.activeElement;
    const isStop = e !== document.body && e !== document.documentElement;
    window.walk.ended ||= found.length > 0 && (!isStop || stops.includes(e));
    if (isStop && !window.walk.ended) { stops.push(e); found.push(place(e)); }
  });
}"""
# What is shown and could have the focus, but did not get it.
MISSED = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length)
  .filter((e) => !e.closest("details:not([open]) > :not(summary)") && !e.disabled && !window.walk.stops.includes(e))
  .map((e) => e.outerHTML.slice(0, 160))"""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Where the focus is after a stroke of Tab."""

    what: str
    left: float
    top: float
    bottom: float
    is_seen: bool
    is_marked: bool

    def comes_before(self, other: "Stop") -> bool:
        """Tell whether a reader comes here first: it is higher up and not in a column further right."""
        return self.bottom <= other.top and self.left <= other.left


def walk(page: Page) -> list[Stop]:
    """Press Tab from the top of the page to its end."""
    page.evaluate(NOTE_STOPS)
    for _ in range(0, MOST_STROKES, AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        if page.evaluate("window.walk.ended"):
            return [Stop(**found) for found in page.evaluate("window.walk.found")]
    pytest.fail(f"{MOST_STROKES} strokes of Tab do not lead through the page")


def faults(stops: list[Stop]) -> Iterator[str]:
    """Yield what is wrong with a walk; the first stop, which skips the others, is seen over them."""
    if "skip" not in stops[0].what.casefold():
        yield f"comes before what skips it: {stops[0].what}"
    for stop in stops:
        if not stop.is_marked:
            yield f"has the focus and no outline: {stop.what}"
        if not stop.is_seen:
            yield f"has the focus and is not seen: {stop.what}"
    for here, there in itertools.pairwise(stops[1:]):
        if there.comes_before(here):
            yield f"comes after what is below it: {there.what}"


@pytest.mark.parametrize("reader", ["light", "phone"])
@pytest.mark.parametrize("name", [name for name in TYPES if name != "redirect"])
def test_tab_leads_through_everything_in_the_order_it_is_seen(visit: Visit, name: str, reader: str) -> None:
    page = visit(reader, name)
    found = [*faults(walk(page)), *(f"is never reached: {what}" for what in page.evaluate(MISSED))]
    assert found == [], "\n".join(found)


def test_the_first_link_skips_to_the_words_of_the_page(page: Page) -> None:
    page.goto(TALKS)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile("skip", re.IGNORECASE))).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("h1 ~ :focus, h1 ~ * :focus")).to_have_count(1)
