"""Pages work without JavaScript."""

from functools import cache
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.page_types import TYPES

# The words that a page has and does not show, but for what is marked as added by JavaScript: search, copying.
HIDDEN = """() => [...document.querySelectorAll("main, main *")]
  .filter((e) => !e.closest("script, template, .r-needs-js"))
  .filter((e) => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data.trim()))
  .filter((words) => words)"""
LINKS = """() => [...document.querySelectorAll("a[href]")]
  .map((link) => new URL(link.getAttribute("href"), location))
  .filter((url) => url.origin === location.origin).map((url) => url.href.split("#")[0])"""


@cache
def status(address: str) -> int:
    """Return what the host answers."""
    try:
        with urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize("name", TYPES)
def test_a_page_is_whole_without_javascript(visit: Visit, name: str) -> None:
    with_script = visit("light", name).evaluate(HIDDEN)
    page = visit("plain", name)
    expect(page.locator("main h1")).to_be_visible()
    assert [words for words in page.evaluate(HIDDEN) if words not in with_script] == []
    links = set(page.evaluate(LINKS))
    assert links
    assert [link for link in links if status(link) != HTTPStatus.OK] == []
