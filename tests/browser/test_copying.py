"""What a reader takes along: a link, a quotation with who says so, a citation."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import READERS, OpenPage
from tests.browser.host import serve
from tests.browser.page_types import TALKS
from tests.conftest import TREE, changed, run

QUOTATION = f"{TALKS}open-door/"
SAID = (
    "“The harbour is an open door , and open doors want oil.” — Hedda Brandt, according to the Chancellery of"
    " Aldermark, as reported by The Linden Courier (direct quotation, our translation)"
)


def opened(open_page: OpenPage, address: str) -> Page:
    page = open_page(**READERS["light"], permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    return page


def copied(page: Page) -> str:
    found: str = page.evaluate("navigator.clipboard.readText()")
    return found


def test_the_link_is_the_one_that_lasts(open_page: OpenPage, hosts: Mapping[str, str]) -> None:
    page = opened(open_page, f"{QUOTATION}#r-rendering-2?found=door")
    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    assert copied(page) == f"{hosts['tree']}{QUOTATION}"


def test_a_quotation_is_copied_with_who_says_so_and_where_it_stands(
    open_page: OpenPage, hosts: Mapping[str, str]
) -> None:
    for address in (QUOTATION, TALKS):
        page = opened(open_page, address)
        figure = page.locator("figure", has_text="want oil.").first
        figure.get_by_role("button", name="Copy quotation").click()
        expect(figure.get_by_role("button", name="Copied")).to_be_visible()
        assert copied(page) == f"{SAID}\n{hosts['tree']}{QUOTATION}"


def test_reported_speech_is_copied_without_quotation_marks(open_page: OpenPage, hosts: Mapping[str, str]) -> None:
    for address in (f"{TALKS}relayed/", TALKS):
        page = opened(open_page, address)
        figure = page.locator("figure", has_text="Herr Reyle nannte").first
        figure.get_by_role("button", name="Copy quotation").click()
        expect(figure.get_by_role("button", name="Copied")).to_be_visible()
        assert copied(page) == (
            "Herr Reyle nannte die offenen Türen des Nachbarn einen Gewinn für beide. — Tomas Reyle, as the Chancellery"
            f" of Aldermark relays the words (reported speech)\n{hosts['tree']}{TALKS}relayed/"
        )


def test_that_nothing_is_copied_is_told(open_page: OpenPage) -> None:
    page = open_page(**READERS["light"])
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    page.goto(QUOTATION)
    button = page.locator("figure").first.get_by_role("button", name="Copy link")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Not copied")).to_be_attached()
    expect(page.locator("figure").first.get_by_role("button", name="Not copied")).to_be_visible()


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the tree with a quotation that no page but its own has whole."""
    content = tmp_path_factory.mktemp("endless") / "content"
    shutil.copytree(TREE, content)
    file = f"{TALKS.rstrip('/')}.yml"
    for name, text in changed(file, "want oil", f"want oil, {'and more oil, ' * 300}and oil").items():
        (content / name).write_text(text, encoding="utf-8")
    done = run("build", "--content", content, "--site", content.parent / "site")
    assert done.returncode == 0, done.stderr
    with serve(content.parent / "site") as address:
        yield address


def opened_at(browser: Browser, address: str) -> Page:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    return page


def test_a_quotation_is_copied_whole_where_its_page_cuts_it(browser: Browser, endless: str) -> None:
    page = opened_at(browser, f"{endless}{QUOTATION}")
    figure = page.locator("#r-words")
    expect(figure.locator("a.r-quoted")).to_have_text(re.compile("…$"))
    figure.get_by_role("button", name="Copy quotation").click()
    expect(figure.get_by_role("button", name="Copied")).to_be_visible()
    assert copied(page).count("and more oil") == 300
    assert copied(page).startswith("“The harbour is an open door")
    page.context.close()


def test_a_quotation_that_a_page_has_only_cut_is_not_copied_there(browser: Browser, endless: str) -> None:
    page = opened_at(browser, f"{endless}{TALKS}")
    figure = page.locator("figure", has=page.locator("a.r-quoted"))
    expect(figure.get_by_role("button", name="Copy link")).to_be_visible()
    expect(figure.get_by_role("button", name="Copy quotation")).to_be_hidden()
    page.context.close()


def test_a_citation_is_copied_as_it_stands_on_the_page(open_page: OpenPage) -> None:
    page = opened(open_page, QUOTATION)
    for name, start in (("In words", "Hedda Brandt, acc"), ("BibTeX", "@misc{"), ("RIS", "TY  - NEWS\n")):
        block = page.locator(".r-copyable", has=page.get_by_role("heading", name=name, exact=True))
        block.get_by_role("button").click()
        assert copied(page).startswith(start)
        assert copied(page) == block.locator("pre").text_content()
    block = page.locator(".r-copyable", has=page.get_by_role("heading", name="CSL-JSON"))
    block.get_by_role("button").click()
    assert json.loads(copied(page))[0]["type"] == "article-newspaper"


def test_without_javascript_the_same_stands_on_the_page_and_no_button_does_nothing(open_page: OpenPage) -> None:
    page = open_page(**READERS["plain"])
    page.goto(QUOTATION)
    assert page.get_by_role("button").count() == 0
    for text in ("@misc{", "TY  - NEWS", '"type": "article-newspaper"'):
        expect(page.locator("pre", has_text=text)).to_be_visible()
