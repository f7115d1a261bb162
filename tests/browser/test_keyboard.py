"""Every function is reached by keyboard, in the order in which it is seen, and the focus is seen."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.page_types import TALKS, TYPES

MOST_STOPS = 500
REACHABLE = "a[href], button, summary, input:not([type=hidden]), select, textarea"
# What has the focus: which element it is, its place on the page, whether it is seen, and how.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const boxes = [...e.getClientRects()].filter((r) => r.width && r.height);
  const { left, top, right, bottom } = boxes[0] ?? e.getBoundingClientRect();
  const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const style = getComputedStyle(e);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const stops = (window.stops ??= []);
  if (!stops.includes(e)) stops.push(e);
  return {
    number: stops.indexOf(e), what: e.outerHTML.slice(0, 160), left, top: top + scrollY, bottom: bottom + scrollY,
    outlined, seen: found !== null && e.contains(found),
  };
}"""
# What is seen and could have the focus, but did not get it.
MISSED = """(reachable) => [...document.querySelectorAll(reachable)]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("details:not([open]) > :not(summary)"))
  .filter((e) => e.getClientRects().length && !e.disabled && !window.stops.includes(e))
  .map((e) => e.outerHTML.slice(0, 160))"""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Where the focus is after a stroke of the key."""

    number: int
    what: str
    left: float
    top: float
    bottom: float
    outlined: bool
    seen: bool

    def is_before(self, other: "Stop") -> bool:
        """Tell whether a reader comes here first: it is higher up and not in a column further right."""
        return self.bottom <= other.top and self.left <= other.left


def walk(page: Page) -> Iterator[Stop]:
    """Press Tab from the top of the page to its end."""
    for number in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found["number"] < number:
            return
        yield Stop(**found)
    pytest.fail(f"no end after {MOST_STOPS} strokes of Tab")


@pytest.mark.parametrize("reader", ["light", "phone"])
@pytest.mark.parametrize("name", [name for name in TYPES if name != "redirect"])
def test_tab_leads_through_everything_in_the_order_it_is_seen(visit: Visit, name: str, reader: str) -> None:
    page = visit(reader, name)
    stops = list(walk(page))
    assert "skip" in stops[0].what.casefold()
    assert [stop.what for stop in stops if not stop.outlined] == []
    assert [stop.what for stop in stops if not stop.seen] == []
    steps = itertools.pairwise(stops[1:])  # what skips appears over the rest
    assert [(here.what, there.what) for here, there in steps if there.is_before(here)] == []
    assert page.evaluate(MISSED, REACHABLE) == []


def test_the_first_link_skips_to_the_words_of_the_page(page: Page) -> None:
    page.goto(TALKS)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=re.compile("skip", re.IGNORECASE))).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)
