"""A reader gets from what is told to who says so."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import READERS, OpenPage
from tests.browser.page_types import TALKS
from tests.browser.watch import Watch

SOURCE = "sources/courier-2019-05-12/"


def follow(page: Page, host: str, address: str) -> None:
    """Click the first link among the words of the page, not in a chart, that leads to an address."""
    to = urljoin(host, address)
    links = page.locator("main a:visible:not(svg a)")
    addresses = links.evaluate_all("links => links.map((link) => link.href.split('#')[0])")
    assert to in addresses, f"no link on {page.url} leads to {to}"
    links.nth(addresses.index(to)).click()
    expect(page).to_have_url(re.compile(re.escape(to)))


@pytest.mark.parametrize("reader", ["light", "phone", "plain"])
def test_a_quotation_is_followed_to_its_source(open_page: OpenPage, hosts: Mapping[str, str], reader: str) -> None:
    page = open_page(**READERS[reader])
    page.goto("")
    follow(page, hosts["tree"], TALKS)
    expect(page.get_by_role("heading", level=1)).to_have_text("Talks on the harbour")
    follow(page, hosts["tree"], f"{TALKS}open-door/")
    expect(page.locator("main blockquote").first).to_contain_text("open door")
    follow(page, hosts["tree"], SOURCE)
    for address in ("https://courier.example/2019/05/12/door", "https://archive.example/courier/door"):
        expect(page.locator(f"main a[href='{address}']")).to_be_visible()


@pytest.mark.parametrize("reader", ["light", "phone", "plain"])
def test_accounts_are_compared(open_page: OpenPage, hosts: Mapping[str, str], reader: str) -> None:
    page = open_page(**READERS[reader])
    page.goto(TALKS)
    follow(page, hosts["tree"], f"{TALKS}compare/")
    table = page.locator("main table").first
    harbour, fish = (table.locator("tbody tr", has=page.locator("th", has_text=name)) for name in ("Harbour", "Fish"))
    expect(harbour.locator("td").nth(0)).to_contain_text("The harbour is an open door")
    expect(fish.locator("td").nth(0)).to_contain_text("Not mentioned")
    expect(fish.locator("td").nth(1)).to_contain_text("Fish know no quays.")


def test_an_old_address_leads_to_the_new_one(page: Page, hosts: Mapping[str, str]) -> None:
    page.goto("topics/port/")
    expect(page).to_have_url(f"{hosts['tree']}topics/harbour/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")


def test_a_wrong_address_says_so_and_leads_on(page: Page, hosts: Mapping[str, str], watch: Watch) -> None:
    answer = page.goto("people/nobody/at-all/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    follow(page, hosts["tree"], "people/")
    assert len(watch.complaints) == 1
    assert "404" in watch.complaints.pop()
