"""The writing desk in a browser: the page that is open follows what is saved, with nothing pressed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import READERS, turn_into
from tests.browser.test_accessibility import OPTIONS
from tests.browser.watch import Watch
from tests.servers import serving


@pytest.fixture
def desk(browser: Browser, project: Path) -> Iterator[Page]:
    """Return the page of a topic on the desk; the browser has nothing to complain of."""
    with serving("readouts", project) as server:
        watch = Watch(hosts=(server.address,))
        with browser.new_context(base_url=server.address, **READERS["light"]) as context:
            watch.over(context)
            page = context.new_page()
            page.goto("topics/fish/")
            yield page
            watch.settle()
    assert watch.complaints == []


def test_the_open_page_follows_what_is_saved(desk: Page, project: Path) -> None:
    file = project / "content" / "topics" / "fish.yml"
    expect(desk.get_by_role("heading", level=1)).to_have_text("Fish")

    file.write_text("name: Herring\nbroader: harbour\n")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Herring")

    file.write_text("name: Cod\nbroader: harbor\n")
    problems = desk.get_by_role("complementary", name="Problems of the records")
    expect(problems).to_contain_text("content/topics/fish.yml:2:10")
    expect(problems).to_contain_text("did you mean 'harbour'?")
    expect(problems).to_be_in_viewport()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Herring")

    file.write_text("name: Cod\nbroader: harbour\n")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Cod")
    expect(problems).to_have_count(0)


def test_problems_are_readable_in_every_scheme_and_width(desk: Page, project: Path) -> None:
    (project / "content" / "topics" / "fish.yml").write_text("nam: Fish\nbroader: harbor\n")
    expect(desk.locator("#r-desk")).to_have_count(1)
    desk.evaluate(Axe().axe_script)
    for reader in ("light", "dark", "dark-phone", "phone"):
        turn_into(desk, reader)
        found = AxeResults(desk.evaluate("options => axe.run(options)", OPTIONS))
        assert found.violations_count == 0, f"{reader}: {found.generate_report()}"
        assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
