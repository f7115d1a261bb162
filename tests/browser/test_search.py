"""The search: what it finds, where it leads, what its address keeps, what it downloads."""

import gzip
import itertools
import random
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from readouts.model import read_date
from readouts.pages import Entry
from readouts.pages.entries import Passage
from readouts.publish import write_search
from readouts.text import Text
from tests.browser.conftest import READERS, OpenPage
from tests.browser.host import AMONG_OTHERS, TEXT, serve
from tests.browser.page_types import LONG, TALKS
from tests.browser.watch import Watch

DOOR, FISH, RELAYED = f"{TALKS}open-door/", f"{TALKS}fish/", f"{TALKS}relayed/"
CALL = "meetings/2019-03-02-harbour-call/"
BUDGET = 250_000  # bytes that a first search downloads
IS_MARKED = "() => CSS.highlights.has('r-found')"


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search")


def links(page: Page) -> Locator:
    return dialog(page).get_by_role("list", name="Found").get_by_role("link")


def first_item(page: Page) -> Locator:
    return dialog(page).get_by_role("list", name="Found").get_by_role("listitem").first


def field(page: Page) -> Locator:
    return dialog(page).get_by_role("searchbox")


def choice(page: Page, name: str) -> Locator:
    return dialog(page).get_by_role("combobox", name=name, exact=True, include_hidden=True)


def expect_found(page: Page, count: int) -> None:
    expect(dialog(page).get_by_role("status")).to_have_text(f"{count} found" if count else re.compile("^Nothing found"))


def ask(page: Page, words: str, at: str = "") -> None:
    """Open the search on a page by its key, and ask for words, all at once."""
    page.goto(at)
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    expect(dialog(page).get_by_role("status")).to_have_text(re.compile("found"))


def show_filters(page: Page) -> None:
    dialog(page).get_by_text("Filter", exact=True).click()


def hits(page: Page) -> list[str]:
    """Return where the hits lead, without the words found there."""
    found: list[str] = links(page).evaluate_all("links => links.map((link) => link.href)")
    parts = [urlsplit(link) for link in found]
    anchors = [part.fragment.partition("?")[0] for part in parts]
    paths = [part.path.removeprefix(AMONG_OTHERS).removeprefix("/") for part in parts]
    return [path + (anchor and f"#{anchor}") for path, anchor in zip(paths, anchors, strict=True)]


def marked(page: Page) -> list[str]:
    """Return the words that are marked where one has landed, in the order of the page."""
    page.wait_for_function(IS_MARKED)
    words: list[str] = page.evaluate("() => [...CSS.highlights.get('r-found')].map((range) => `${range}`)")
    return words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("know quays", ["phrases/no-quays/", f"{FISH}#r-words"]),
        ("oils", [f"{DOOR}#r-words"]),  # stems
        ("offene Turen", [f"{DOOR}#r-rendering-1", f"{RELAYED}#r-words"]),  # letters without their marks
        ("olen", [f"{DOOR}#r-rendering-1"]),
        (
            '"open door"',
            ["phrases/open-door/", f"{DOOR}#r-words", f"{RELAYED}#r-words"],
        ),  # the last by its German words
        ("“ open door ”", ["phrases/open-door/", f"{DOOR}#r-words", f"{RELAYED}#r-words"]),
        ('"door open"', []),
        ("(fish) – & quays, $", [f"{FISH}#r-words"]),  # marks are no words
        ("the fish", ["topics/fish/", f"{FISH}#r-words"]),  # small words don't count
        ("what fish", []),  # others do
        ("赫达", ["people/hedda-brandt/", CALL, f"{DOOR}#r-words"]),  # she, where she was, what she said in other words
        ("勃兰", ["people/hedda-brandt/", CALL, f"{DOOR}#r-words"]),
        ("特赫", []),
        ("Brandt 赫达", ["people/hedda-brandt/", f"{DOOR}#r-words"]),
        ("Reyle relays", [f"{RELAYED}#r-words"]),  # who says so
        ("zzzz", []),
    ],
)
def test_words_find(words: str, found: list[str], page: Page) -> None:
    ask(page, words)
    # Meetings and sources are found too, by their prose and titles.
    assert sorted(hit for hit in hits(page) if hit != TALKS and not hit.startswith("sources/")) == sorted(found)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("open door", "phrases/open-door/"),
        ("Reyle", "people/tomas-reyle/"),
        ("fish know no", f"{FISH}#r-words"),
        ("no fish", f"{FISH}#r-words"),
    ],
)
def test_what_is_called_so_comes_first(words: str, first: str, page: Page) -> None:
    ask(page, words)
    assert hits(page)[0] == first


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("港口", True),
        ("“敞开的门”", True),
        ("“开敞的门”", False),
        ("敞开的门", True),
        ("开的", True),
        ("油", True),
        ("门敞", False),  # a comma is in between
        ("港门", False),
        ("港口 上油", True),
    ],
)
def test_characters_find_what_has_them_side_by_side(
    words: str, is_found: bool, page: Page, hosts: Mapping[str, str]
) -> None:
    ask(page, words, at=hosts["long"])
    assert hits(page) == ([f"{LONG}chinese/#r-words"] if is_found else [])


def test_a_quotation_is_one_hit_however_many_renderings_have_the_words(page: Page) -> None:
    ask(page, "open door harbour")
    assert [hit.partition("#")[0] for hit in hits(page)].count(DOOR) == 1


def test_a_hit_shows_the_passage_with_the_words_marked_and_who_says_so(page: Page) -> None:
    ask(page, "we oils doors")
    item = first_item(page)
    expect(item.locator("q")).to_have_text("The harbour is an open door, and we will oil such doors.")
    assert item.locator("q mark").all_inner_texts() == ["door", "we", "oil", "doors"]
    expect(item.locator("p")).to_have_text(
        "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Mirror · 11 May 2019 · "
        "Talks on the harbour"
    )


def test_reported_speech_is_shown_as_such_and_in_its_language(page: Page) -> None:
    ask(page, "Gewinn")
    item = first_item(page)
    expect(item.locator("[lang=de]")).to_have_text(re.compile("^Herr Reyle nannte .* beide.$"))
    expect(item.locator("q")).to_be_empty()
    expect(item.locator("p")).to_contain_text("· reported speech · 11 May 2019")


def test_one_lands_on_the_passage_with_the_words_marked(page: Page) -> None:
    ask(page, "such doors")
    assert hits(page)[0] == f"{DOOR}#r-rendering-3"
    page.set_viewport_size({"width": 320, "height": 80})  # the end of the passage is further down than its beginning
    page.goto(links(page).first.evaluate("link => link.href"))
    assert {"such", "doors"} <= set(marked(page))
    in_view = """() => {
      const passage = document.querySelector("#r-rendering-3 .rendering-text");
      const range = [...CSS.highlights.get("r-found")].find((range) => passage.contains(range.startContainer));
      const { top, bottom } = range.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }"""
    assert page.evaluate(in_view)


def test_marks_change_nothing_on_the_page_and_pass_over_the_numbers_of_notes(page: Page) -> None:
    noted = f"{TALKS}third-visit/"
    page.goto(noted)
    before = page.locator("article").inner_html()
    page.goto(f"{noted}?again#r-words?found=visit")
    assert len(marked(page)) > len(re.findall(r"\bvisit\b", page.locator("article").inner_text()))  # one is “visit¹”
    assert page.locator("article").inner_html() == before


def test_a_word_that_a_link_to_a_phrase_ends_within_is_marked(page: Page) -> None:
    page.goto(f"{RELAYED}#r-words?found=offenen Türen")
    assert {"offenen", "Türen"} <= set(marked(page))


def test_the_words_found_stay_with_the_reader(page: Page, watch: Watch) -> None:
    ask(page, "such doors")
    watch.requests.clear()
    links(page).first.click()
    assert {"such", "doors"} <= set(marked(page))
    assert [request for request in watch.requests if "such" in request] == []
    assert page.url.endswith(f"/{DOOR}#r-rendering-3")  # what a reader passes on has none of them either


def test_in_a_new_tab_the_words_found_are_marked_too(page: Page) -> None:
    ask(page, "such doors")
    with page.context.expect_page() as opened:
        links(page).first.click(modifiers=["Control"])
    assert {"such", "doors"} <= set(marked(opened.value))


@pytest.mark.parametrize(
    ("brought", "words"),
    [
        (" door  ", {"door"}),
        ("... . (*) .", set()),  # no words
        ("+".join([*(f"w{n}" for n in range(19)), "door", "oil"]), {"door"}),  # the first twenty
        ("x" * 100_000 + "+" + "." * 100_000 + "+oil", {"oil"}),
        ("%", set()),
    ],
)
def test_any_words_that_an_address_brings_are_borne(brought: str, words: set[str], page: Page) -> None:
    page.goto(f"{DOOR}#r-words?found={brought}")
    assert set(marked(page)) == words


def test_filters_narrow_what_is_found_and_tell_how_many_hits_each_leaves(page: Page) -> None:
    ask(page, "harbour")
    show_filters(page)
    choice(page, "Kind").select_option("Quotation")
    expect_found(page, 4)
    choice(page, "Speaker").select_option("Hedda Brandt")
    expect_found(page, 1)
    assert hits(page) == [f"{DOOR}#r-words"]
    # The other speakers are still on offer, with the hits that they have.
    expect(choice(page, "Speaker").locator("option")).to_have_text(
        ["any", "Tomas Reyle (2)", "Hedda Brandt (1)", "The Mirror (1)"]
    )


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("Speaker", "Tomas Reyle", 2),
        ("Party", "Aldermark", 9),
        ("Topic", "Fish", 3),
        ("Year", "2019", 12),
        ("Kind", "Person", 2),
        ("Mode", "reported speech", 1),
    ],
)
def test_a_filter_alone_lists_what_it_leaves(facet: str, value: str, count: int, page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    show_filters(page)
    offered = choice(page, facet)
    expect(offered.locator(f'option[value="{value}"]')).to_have_text(f"{value} ({count})")
    offered.select_option(value)
    expect_found(page, count)
    offered.select_option("any")
    expect(links(page)).to_have_count(0)


def test_hits_come_newest_first_where_that_is_asked(page: Page) -> None:
    ask(page, "harbour")
    by_relevance = hits(page)
    choice(page, "Sort").select_option("newest first")
    expect(links(page).first).not_to_have_attribute("href", re.compile(by_relevance[0]))
    days = [re.findall(r"\d{4}-\d\d-\d\d", hit) for hit in hits(page)]
    assert [day for day in days if day] == sorted((day for day in days if day), reverse=True)
    assert sorted(hits(page)) == sorted(by_relevance)
    assert days[-1] == []


def test_a_passage_runs_in_the_direction_of_its_letters(page: Page) -> None:
    ask(page, "harbour")
    assert set(links(page).locator("[lang]").evaluate_all("all => all.map((element) => element.dir)")) == {"auto"}


def test_the_address_restores_the_search_on_reload_and_on_the_way_back(page: Page) -> None:
    ask(page, "harbour", at=TALKS)
    show_filters(page)
    choice(page, "Speaker").select_option("Hedda Brandt")
    expect_found(page, 1)
    asked = page.url
    assert parse_qs(urlsplit(asked).query) == {"q": ["harbour"], "speaker": ["Hedda Brandt"]}
    page.reload()
    expect_found(page, 1)
    expect(field(page)).to_have_value("harbour")
    expect(choice(page, "Speaker")).to_have_value("Hedda Brandt")
    links(page).click()
    page.wait_for_url("**/open-door/**")
    page.go_back()
    expect_found(page, 1)
    assert page.url == asked


def test_the_link_to_a_search_can_be_copied(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    ask(page, "harbour")
    dialog(page).get_by_role("button", name="Copy link").click()
    expect(dialog(page).get_by_role("status").filter(has_text="Copied")).to_be_attached()
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


def test_that_the_link_is_not_copied_is_told(open_page: OpenPage, watch: Watch) -> None:
    page = open_page()
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    ask(page, "harbour")
    dialog(page).get_by_role("button", name="Copy link").click()
    expect(dialog(page).get_by_role("button", name="Not copied")).to_be_visible()
    expect(dialog(page).get_by_role("status").filter(has_text="Not copied")).to_be_attached()
    watch.settle()


def test_an_address_with_a_filter_alone_lists_all_that_it_leaves(page: Page) -> None:
    page.goto(f"{FISH}?speaker=Tomas+Reyle")
    expect_found(page, 2)
    page.goto("?speaker=Nobody+Here")
    expect_found(page, 0)
    expect(choice(page, "Speaker")).to_have_value("Nobody Here")


def test_the_page_of_a_person_leads_to_the_search_of_what_they_said(page: Page) -> None:
    page.goto("people/tomas-reyle/")
    page.get_by_role("link", name="Filter by topic, year or mode").click()
    expect_found(page, 2)


def test_closing_leaves_the_page_as_it_was(page: Page) -> None:
    page.goto(f"{TALKS}?other=1#r-top")
    before = page.url
    opener = page.get_by_role("button", name="Search what was said")
    opener.focus()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("fish")
    expect(links(page)).not_to_have_count(0)
    assert "q=fish" in page.url
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.url == before


def test_the_keyboard_alone_reaches_all_of_it(page: Page) -> None:
    ask(page, "2019")
    seen = []
    for _ in range(17):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.textContent.trim().slice(0, 40)"))
    for name in ("Close", "Filter", "by relevance", "Copy link", "Talks on the harbour", "Show more"):
        assert any(name in stop for stop in seen), (name, seen)
    field(page).focus()
    page.keyboard.press("Enter")
    expect(links(page).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "q=" not in url)


def test_arrows_lead_from_the_field_through_the_hits_and_back(page: Page) -> None:
    ask(page, "harbour")
    for hit in (0, 1, 2):
        page.keyboard.press("ArrowDown")
        expect(links(page).nth(hit)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_hits_come_soon_after_the_field(page: Page) -> None:
    ask(page, "harbour")
    for _ in range(4):  # to close, to filter, to sort
        page.keyboard.press("Tab")
    expect(links(page).first).to_be_focused()


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Meta+/"])
def test_a_slash_with_another_key_is_the_browsers(key: str, page: Page) -> None:
    page.goto("")
    page.keyboard.press(key)
    expect(dialog(page)).to_be_hidden()
    page.keyboard.press("/")
    expect(dialog(page)).to_be_visible()


def test_the_key_can_be_switched_off_for_good(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    dialog(page).get_by_role("checkbox", name="The key / opens the search").uncheck()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.keyboard.press("/")
        expect(dialog(page)).to_be_hidden()
        page.reload()
    page.get_by_role("button", name="Search what was said").click()
    dialog(page).get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(dialog(page)).to_be_visible()


def test_a_click_beside_the_dialog_closes_it_and_one_within_does_not(page: Page) -> None:
    ask(page, "fish")
    dialog(page).get_by_role("status").click()
    expect(dialog(page)).to_be_visible()
    page.mouse.click(5, 5)
    expect(dialog(page)).to_be_hidden()


def test_in_a_very_low_window_every_part_can_be_seen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 %
    ask(page, "harbour")
    show_filters(page)
    assert page.evaluate("() => document.querySelector('dialog').scrollWidth <= innerWidth")
    parts = [choice(page, "Mode"), links(page).first, links(page).last, dialog(page).get_by_role("checkbox")]
    for part in parts:
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.9)
    # The list scrolls with all the rest, not in a slit of its own.
    assert (
        page.evaluate(
            "() => { const e = document.querySelector('.r-search-found'); return e.scrollHeight - e.clientHeight; }"
        )
        == 0
    )


def test_more_is_shown_when_asked(page: Page) -> None:
    page.goto("?year=2019")
    expect(links(page)).to_have_count(10)
    more = dialog(page).get_by_role("button", name="Show more")
    more.click()
    expect(links(page)).to_have_count(12)
    expect(links(page).nth(10)).to_be_focused()
    expect(more).to_be_hidden()


def test_a_slash_is_a_slash_where_one_writes(page: Page) -> None:
    ask(page, "fish/quays")
    expect(field(page)).to_have_value("fish/quays")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_dialog_has_no_fault_that_axe_knows(scheme: Literal["light", "dark"], width: int, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, "harbour")
    show_filters(page)
    choice(page, "Party").select_option("Aldermark")
    expect_found(page, 6)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("() => document.querySelector('dialog').scrollWidth <= innerWidth")


def test_without_javascript_nothing_shows_that_does_nothing(open_page: OpenPage) -> None:
    page = open_page(**READERS["plain"])
    page.goto("?q=fish")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_have_count(0)


@pytest.mark.parametrize(
    "part", ["pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pf_meta", "*.pf_index", "*.pf_fragment"]
)
@pytest.mark.parametrize("failure", ["offline", "gone"])
def test_what_does_not_load_is_told(part: str, failure: str, page: Page, watch: Watch) -> None:
    def fail(route: Route) -> None:
        if failure == "offline":
            route.abort()
        else:
            route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>Not found</title>")

    page.route(f"**/{part}*", fail)
    if part == "pagefind-worker.js":  # it then works without
        page.route("**/pagefind-entry.json*", fail)
    page.goto("?q=fish")
    expect(dialog(page).get_by_role("status")).to_have_text("The search did not load")
    watch.settle()
    assert [complaint for complaint in watch.complaints if complaint.startswith("error")] == []
    watch.complaints.clear()  # the browser says so on the console
    page.unroute_all()
    field(page).fill("fish quays")
    expect_found(page, 2)
    watch.settle()
    watch.complaints.clear()


def test_a_fault_of_ours_is_no_failure_to_load(page: Page, watch: Watch) -> None:
    page.add_init_script("DocumentFragment.prototype.cloneNode = () => { throw new Error('ours'); }")
    page.goto("?q=fish")
    page.wait_for_event("pageerror", predicate=lambda error: error.message == "ours")
    expect(dialog(page).get_by_role("status")).not_to_have_text("The search did not load")
    watch.settle()
    watch.complaints.clear()


def test_an_older_answer_never_takes_the_place_of_a_newer_one(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if len(held) == 2:  # one for each hit
            route.continue_()
        else:
            held.append(route)

    page.route("**/*.pf_fragment", hold)
    page.goto("")
    page.keyboard.press("/")
    show_filters(page)
    field(page).fill("fish quays")
    page.wait_for_url("**q=fish**")
    field(page).fill("zzzz")
    expect_found(page, 0)
    assert len(held) == 2
    page.evaluate("""() => {
      window.told = [];
      const status = document.querySelector("[data-search-status]");
      new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
    }""")
    for route in held:
        with page.context.expect_event("requestfinished"):
            route.continue_()
    field(page).fill("2019")
    expect_found(page, 11)
    assert page.evaluate("window.told") == ["11 found"]


def test_that_nothing_is_found_does_not_say_that_nothing_was_said(page: Page) -> None:
    ask(page, "zzzz")
    expect(dialog(page).get_by_role("status")).to_have_text(
        "Nothing found. Words are on record from 1 of 3 meetings, so this does not show that it was not said."
    )


def entry(kind: str, address: str, title: str, *texts: str, **others: object) -> Entry:
    """Return an entry that is found by its title and by texts."""
    passages = tuple(Passage(text=Text(text), anchor="r-words") for text in texts)
    return Entry(
        **{"address": address, "kind": kind, "title": Text(title), "date": None, "passages": passages} | others
    )


BUSH, NIXON, XI = "people/bush/", "people/nixon/", "people/xi/"
VISIT, STATE_VISIT = "meetings/visit/", "meetings/state-visit/"
RIVER, LEDGER = "meetings/visit/river/", "meetings/visit/ledger/"
FEW = (
    entry(
        "Meeting",
        STATE_VISIT,
        "Xi Jinping visits Washington",
        "Xi Jinping met the press. Xi Jinping left.",
        date=read_date("2015-09-25"),
    ),
    entry(
        "Meeting", VISIT, "George W. Bush visits Beijing", "They put options on a table.", date=read_date("2005-11-20")
    ),
    entry(
        "Quotation",
        LEDGER,
        "A visit",
        "One river, one ledger.",
        date=read_date("2005-11-20"),
        translated=((Text("一河一账"), Text("One river, one ledger")),),
    ),
    entry("Quotation", RIVER, "A visit", f"{'我们说过很多话，' * 40}一河一账", date=read_date("2004-11-20")),
    entry("Person", BUSH, "George W. Bush", "President."),
    entry("Person", NIXON, "Richard M. Nixon", "President."),
    entry("Person", XI, "Xi Jinping", "General Secretary."),
)


@pytest.fixture(scope="module")
def few_url(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with an index of a few entries."""
    few = tmp_path_factory.mktemp("few")
    shutil.copytree(site, few, dirs_exist_ok=True)
    shutil.rmtree(few / "pagefind")
    write_search(FEW, few)
    with serve(few) as address:
        yield address


@pytest.fixture
def few(browser: Browser, few_url: str) -> Iterator[Page]:
    """Return a page of the site with an index of a few entries."""
    context = browser.new_context(base_url=few_url)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Macron", []),  # M.
        ("Merkel", []),
        ("win-win", []),  # W.
        ("Putin", []),  # put
        ("Rechnoi", []),
        ("Putin put", []),
        ("Bush Macron", []),
        ("tables", [VISIT]),  # stems
        ("W Bush", [BUSH, VISIT]),
        ("opt", [VISIT]),
        ("puts", [VISIT]),
        ("general secr", [XI]),
        ("河账", []),
        ("一河一账", [RIVER, LEDGER]),  # in these characters, before in translation
        ("“一河一账”", [RIVER, LEDGER]),
        ("Xi Jinping", [XI, STATE_VISIT]),
        ("Xi", [XI, STATE_VISIT]),
        ("Xi Jinping visits", [STATE_VISIT]),
    ],
)
def test_a_hit_has_a_word_that_begins_with_each_term_and_the_nearest_comes_first(
    words: str, found: list[str], few: Page
) -> None:
    ask(few, words)
    assert [hit.partition("#")[0] for hit in hits(few)] == found


WORDS = [
    "".join(parts) for parts in itertools.product("bdfglmnprst", "aeiou", "bdgklmnrstvz", ("an", "el", "ir", "um"))
]
HOSTILE = "hostile <img src=x onerror=alert(1)>"


def sentences(count: int) -> Iterator[str]:
    """Yield sentences in which few words are frequent and many are rare, as they are in what people say."""
    chance = random.Random(1)  # noqa: S311  # no secret
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(WORDS))))
    for _ in range(count):
        yield " ".join(chance.choices(WORDS, cum_weights=weights, k=max(6, int(chance.lognormvariate(3.3, 0.6)))))


def in_chinese(sentence: str) -> str:
    """Return a character for every three letters, the same for the same."""
    return "".join(chr(0x4E00 + zlib.crc32(sentence[i : i + 3].encode()) % 2500) for i in range(0, len(sentence), 3))


def quotation(number: int, sentence: str) -> Entry:
    """Return a quotation; every third is rendered in Chinese too."""
    meeting, speaker = number // 10, f"{WORDS[number % 300]} {WORDS[number % 307]}".title()
    says = f"{speaker}, according to the Ministry of {WORDS[number % 40]}, as reported by The {WORDS[number % 60]}"
    english = Passage(text=Text(sentence), anchor="r-words", says=says, how="direct quotation", is_quoted=True)
    chinese = Passage(text=Text(in_chinese(sentence)), lang="zh-Hans", anchor="r-rendering-2", says=says)
    return Entry(
        address=f"meetings/meeting-{meeting}/quote-{number}/",
        kind="Quotation",
        title=Text(f"Talks on {WORDS[meeting % 900]} and {WORDS[meeting % 700]}"),
        date=read_date(f"{2021 - meeting // 20}-05-11"),
        passages=(english, chinese) if number % 3 == 0 else (english,),
        filters={
            "speaker": (speaker,),
            "party": (f"Party {number % 40}",),
            "topic": (f"Topic {number % 120}", f"Topic {number % 7}"),
            "year": (str(2021 - meeting // 20),),
            "kind": ("Quotation",),
            "mode": ("direct quotation",),
        },
    )


def many_entries() -> Iterator[Entry]:
    """Yield ten thousand quotations, a third of them rendered in Chinese too, and a tenth as many meetings."""
    for number, sentence in enumerate(sentences(10_000)):
        yield quotation(number, sentence)
    for number, sentence in enumerate(sentences(1_000)):
        title, passage = Text(f"Talks on {WORDS[number % 900]}"), Passage(text=Text(sentence))
        yield Entry(address=f"meetings/meeting-{number}/", kind="Meeting", title=title, date=None, passages=(passage,))
    yield quotation(10_000, HOSTILE)
    yield Entry(address="places/longer/", kind="Place", title=Text(f"{WORDS[0]}dorf"), date=None)


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site with an index of ten thousand quotations."""
    large = tmp_path_factory.mktemp("large")
    shutil.copytree(site, large, dirs_exist_ok=True)
    shutil.rmtree(large / "pagefind")
    write_search(list(many_entries()), large)
    return large


@pytest.fixture(scope="module")
def large_url(large: Path) -> Iterator[str]:
    with serve(large) as address:
        yield address


@pytest.fixture
def fresh(browser: Browser, large_url: str) -> Iterator[Page]:
    """Return a page of a reader who has nothing of the site yet but its home page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(large_url, wait_until="networkidle")
    yield page
    context.close()


def sizes(site: Path, asked: list[str]) -> Counter[str]:
    """Return how many bytes a browser loads for each file of a site, of text compressed."""
    files = {path: site / path[1:] for path in asked}
    return Counter(
        {p: len(gzip.compress(f.read_bytes())) if f.suffix in TEXT else f.stat().st_size for p, f in files.items()}
    )


@pytest.mark.parametrize(
    "words",
    [WORDS[0], WORDS[200], f"{WORDS[30]} {WORDS[400]}", in_chinese(next(sentences(1)))[4:9]],
    ids=["the most frequent word", "a word", "two words", "five characters"],
)
def test_a_first_search_among_ten_thousand_quotations_stays_within_its_budget(
    words: str, fresh: Page, large: Path
) -> None:
    asked: list[str] = []
    fresh.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    fresh.keyboard.press("/")
    fresh.keyboard.insert_text(words)
    expect(links(fresh).first).to_be_visible()
    fresh.wait_for_load_state("networkidle")
    kinds = Counter(path.rpartition(".")[2] for path in asked)
    assert (kinds["pf_meta"], kinds["pf_filter"], kinds["pf_fragment"]) == (1, 0, links(fresh).count())
    assert sum(sizes(large, asked).values()) < BUDGET, sizes(large, asked).most_common(9)


def test_a_first_search_by_a_filter_alone_loads_no_words(fresh: Page, large_url: str, large: Path) -> None:
    asked: list[str] = []
    fresh.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    fresh.goto(f"{large_url}?mode=direct%20quotation")
    expect(links(fresh)).to_have_count(10)
    expect(dialog(fresh).get_by_role("status")).to_have_text("10,001 found")
    fresh.wait_for_load_state("networkidle")
    found = sizes(large, [path for path in asked if "/pagefind/" in path])
    assert [path for path in found if path.endswith(".pf_index")] == []
    assert sum(found.values()) < BUDGET, found.most_common(9)


def test_a_whole_word_comes_before_a_longer_one_that_is_rarer(fresh: Page) -> None:
    fresh.keyboard.press("/")
    fresh.keyboard.insert_text(f"{WORDS[0]}d")
    expect(links(fresh)).to_have_count(1)
    field(fresh).fill(WORDS[0])
    expect(links(fresh)).to_have_count(10)
    assert "places/longer/" not in hits(fresh)


def test_what_tries_to_mark_up_the_list_stands_there_as_its_characters(fresh: Page) -> None:
    fresh.keyboard.press("/")
    fresh.keyboard.insert_text("hostile")
    expect(first_item(fresh).locator("q")).to_have_text(HOSTILE)
    expect(dialog(fresh).locator("img")).to_have_count(0)
