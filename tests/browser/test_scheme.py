"""Light and dark: as the reader's system has it, until the reader chooses; on paper always light."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READERS, OpenPage
from tests.browser.page_types import TALKS

# The lightness of the page's ink: 0 is black, 255 is white.
INK = """() => {
  const [r, g, b] = getComputedStyle(document.querySelector("h1")).color.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 3;
}"""


def is_dark(page: Page) -> bool:
    """Tell whether a page has light ink, and so a dark ground."""
    return page.evaluate(INK) > 127


def switch(page: Page) -> None:
    """Choose the other scheme, by keyboard."""
    button = page.get_by_role("button", name=re.compile(r"\b(dark|light|scheme|theme)\b", re.IGNORECASE))
    expect(button).to_have_count(1)
    while not page.evaluate("e => e === document.activeElement", button.element_handle()):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body"), "the switch is not reached by Tab"
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("system", "other"), [("light", "dark"), ("dark", "light")])
def test_a_chosen_scheme_is_remembered(open_page: OpenPage, system: str, other: str) -> None:
    page = open_page(**READERS[system])
    page.goto("")
    assert is_dark(page) == (system == "dark")
    switch(page)
    assert is_dark(page) == (other == "dark")
    page.goto(TALKS)
    assert is_dark(page) == (other == "dark")
    again = page.context.new_page()
    again.goto("people/")
    assert is_dark(again) == (other == "dark")
    switch(again)
    assert is_dark(again) == (system == "dark")


def test_the_scheme_follows_the_system_of_a_reader_who_has_not_chosen(open_page: OpenPage) -> None:
    page = open_page(**READERS["light"])
    page.goto(TALKS)
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert is_dark(page)


def test_a_reader_without_javascript_has_the_scheme_of_the_system(open_page: OpenPage) -> None:
    page = open_page(**{**READERS["plain"], "color_scheme": "dark"})
    page.goto(TALKS)
    assert is_dark(page)


def test_paper_is_light(open_page: OpenPage) -> None:
    page = open_page(**READERS["dark"])
    page.goto(TALKS)
    page.emulate_media(media="print")
    assert not is_dark(page)
