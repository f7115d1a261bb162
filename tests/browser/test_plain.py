"""Pages work without JavaScript."""

from functools import cache
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.page_types import TYPES
from tests.browser.watch import Watch

# The words that a page has and does not show.
HIDDEN = """() => [...document.querySelectorAll("main, main *")].filter((e) => !e.closest("script, template"))
  .filter((e) => !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data.trim()))
  .filter((words) => words)"""


@cache
def status(address: str) -> int:
    """Return what the host answers."""
    try:
        with urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


@pytest.mark.parametrize("name", TYPES)
def test_what_javascript_shows_is_shown_without_it(visit: Visit, name: str) -> None:
    with_script = visit("light", name).evaluate(HIDDEN)
    plain = visit("plain", name)
    assert plain.locator("main h1").is_visible()
    assert [words for words in plain.evaluate(HIDDEN) if words not in with_script] == []


@pytest.mark.parametrize("name", TYPES)
def test_links_work_without_javascript(visit: Visit, watch: Watch, name: str) -> None:
    page: Page = visit("plain", name)
    links = page.locator("a[href]").evaluate_all("links => links.map((link) => link.href.split('#')[0])")
    own = {link for link in links if link.startswith(watch.hosts)}
    assert own
    assert [link for link in own if status(link) != 200] == []
