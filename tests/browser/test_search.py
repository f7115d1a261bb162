"""The search in a browser: what it finds, where it leads, what its address keeps, what it downloads."""

import gzip
import itertools
import random
import re
import shutil
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from readouts.model import read_date
from readouts.pages import Entry
from readouts.pages.entries import Passage
from readouts.publish import write_search
from readouts.text import Text
from tests.conftest import TREE, run

TALKS = "meetings/2019-05-11-harbour-talks"
IN_CHINESE = """\
      - source: mirror-2019-05-12
        lang: zh-Hans
        text: 鱼不认码头，<b>我们</b>也不搞小圈子。
        mode: indirect
"""
ENGLISH_FISH = "    topics: [fish]\n    renderings:\n"
BUDGET = 250_000
IS_MARKED = "() => CSS.highlights.has('r-found')"
SYLLABLES = [f"{first}{second}" for first in "bdgklmnrstvz" for second in ("an", "el", "ir", "os", "um")]
# What a host sends compressed; Pagefind's own files are compressed already.
TEXT = (".html", ".css", ".js", ".json")


def sent(file: Path) -> bytes:
    """Return what a host sends of a file."""
    return gzip.compress(file.read_bytes()) if file.suffix in TEXT else file.read_bytes()


@contextmanager
def serve(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder under a prefix, and give its address."""

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            file = folder / path.removeprefix(prefix) if path.startswith(prefix) else folder / "none"
            file = file / "index.html" if file.is_dir() else file
            body = sent(file) if file.is_file() else b""
            self.send_response(200 if file.is_file() else 404)
            self.send_header("Content-Type", self.guess_type(file))
            if file.suffix in TEXT and body:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.05,)).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tree with a rendering in Chinese, one in which someone tries to mark up the page."""
    content = tmp_path_factory.mktemp("search") / "content"
    shutil.copytree(TREE, content)
    talks = content / f"{TALKS}.yml"
    source = talks.read_text(encoding="utf-8")
    assert source.count(ENGLISH_FISH) == 1
    talks.write_text(source.replace(ENGLISH_FISH, ENGLISH_FISH + IN_CHINESE), encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    done = run("build", "--content", content, "--site", content.parent / "site")
    assert done.returncode == 0, done.stderr
    return content.parent / "site"


@pytest.fixture(scope="module")
def site_url(site: Path) -> Iterator[str]:
    with serve(site, "/sub/path/") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--disable-gpu"])


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site_url, permissions=["clipboard-read", "clipboard-write"])
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on("request", lambda r: complaints.append(r.url) if not r.url.startswith(site_url) else None)
    yield context.new_page()
    assert complaints == []
    context.close()


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search")


def expect_found(page: Page, count: int) -> None:
    expect(dialog(page).get_by_role("status")).to_have_text(f"{count} found" if count else "Nothing found")


def ask(page: Page, words: str, found: int, at: str = "") -> None:
    """Open the search on a page by its key, and type."""
    page.goto(at)
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect_found(page, found)


def links(page: Page) -> Locator:
    return dialog(page).get_by_role("list", name="Found").get_by_role("link")


def address(url: str) -> str:
    """Return where an address leads, without what is found there."""
    parts = urlsplit(url)
    return parts.path.removeprefix("/sub/path/") + (f"#{parts.fragment}" if parts.fragment else "")


def hits(page: Page) -> list[str]:
    found: list[str] = links(page).evaluate_all("links => links.map((link) => link.href)")
    return [address(link) for link in found]


def choose(page: Page, facet: str, value: str) -> None:
    dialog(page).get_by_label(facet).select_option(value)


def marked(page: Page) -> list[str]:
    """Return the words that are marked where one has landed, in the order of the page."""
    words: list[str] = page.evaluate("() => [...(CSS.highlights.get('r-found') ?? [])].map((range) => `${range}`)")
    return words


@pytest.mark.parametrize(
    ("words", "first", "count"),
    [
        ("quays", f"{TALKS}/fish/#r-words", 2),
        ("doors", "phrases/open-door/", 4),  # stems; the German words for it too
        ("offene Turen", f"{TALKS}/open-door/#r-rendering-1", 3),  # letters without their marks
        ('"open door"', "phrases/open-door/", 3),
        ('"door open"', None, 0),
        ("what the fish", None, 0),
        ("the fish", "topics/fish/", 3),  # small words don't count
        ("小圈子", f"{TALKS}/fish/#r-rendering-2", 1),
        ("圈子", f"{TALKS}/fish/#r-rendering-2", 1),
        ("子", f"{TALKS}/fish/#r-rendering-2", 1),
        ("头码", None, 0),
        ("赫达", "people/hedda-brandt/", 2),  # she, and what she said in other languages
        ("Reyle 小圈子", f"{TALKS}/fish/#r-rendering-2", 1),
        ("11 May 2019", f"{TALKS}/", 9),
        ("zzzz", None, 0),
    ],
)
def test_words_find(words: str, first: str | None, count: int, page: Page) -> None:
    ask(page, words, count)
    assert (hits(page) or [None])[0] == first


def test_a_quotation_is_one_hit_however_many_renderings_have_the_words(page: Page) -> None:
    ask(page, "harbour door", 2)
    assert [hit.partition("#")[0] for hit in hits(page)].count(f"{TALKS}/open-door/") == 1


def test_a_hit_shows_the_passage_with_the_words_marked_and_who_says_so(page: Page) -> None:
    ask(page, "oil doors", 1)
    hit = dialog(page).get_by_role("list", name="Found").get_by_role("listitem")
    expect(hit.locator("q")).to_have_text("The harbour is an open door, and we will oil such doors.")
    assert hit.locator("mark").all_inner_texts() == ["door", "oil", "doors"]
    expect(hit.locator("p")).to_have_text(
        "Hedda Brandt, according to the Chancellery of Aldermark, as reported by The Mirror · 11 May 2019 · "
        "Talks on the harbour"
    )


def test_what_is_reported_speech_is_shown_without_quotation_marks_and_as_the_characters_it_is(page: Page) -> None:
    ask(page, "小圈子", 1)
    hit = dialog(page).get_by_role("list", name="Found").get_by_role("listitem")
    expect(hit.locator(".r-hit-words")).to_have_text("鱼不认码头，<b>我们</b>也不搞小圈子。")
    expect(hit.locator("[lang=zh-Hans]")).to_have_count(1)
    expect(hit.locator("q, b")).to_have_count(0)
    expect(hit.locator("p")).to_contain_text("reported speech")


def test_one_lands_on_the_passage_with_the_words_marked(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 300})
    ask(page, "小圈子", 1)
    links(page).click()
    page.wait_for_url("**#r-rendering-2")
    page.wait_for_function(IS_MARKED)
    assert marked(page) == ["小圈子"]
    assert page.evaluate(
        """() => {
          const [range] = CSS.highlights.get("r-found"), { top, bottom } = range.getBoundingClientRect();
          const passage = document.querySelector("#r-rendering-2 .rendering-text");
          return passage.contains(range.startContainer) && top > 0 && bottom < innerHeight;
        }"""
    )


def test_words_are_marked_across_links_and_beside_the_numbers_of_notes(page: Page) -> None:
    page.goto(f"{TALKS}/open-door/?found=open door oil#r-rendering-2")
    page.wait_for_function(IS_MARKED)
    assert marked(page).count("door") >= 3  # one of them is followed by a note
    assert page.evaluate("() => document.querySelectorAll('article mark:not(.r-differs)').length") == 0


def test_filters_narrow_what_is_found_and_tell_how_many_hits_each_leaves(page: Page) -> None:
    ask(page, "harbour", 12)
    dialog(page).get_by_role("button", name="Filter").click()
    offered = dialog(page).get_by_label("Kind").locator("option")
    expect(offered.filter(has_text="Quotation (")).to_have_count(1)
    choose(page, "Kind", "Quotation")
    expect_found(page, 4)
    choose(page, "Speaker", "Hedda Brandt")
    expect_found(page, 1)
    assert hits(page) == [f"{TALKS}/open-door/#r-words"]
    # The other speakers are still on offer, with the hits that they have.
    expect(dialog(page).get_by_label("Speaker").locator("option")).to_have_text(
        ["any", "Tomas Reyle (2)", "Hedda Brandt (1)", "The Mirror (1)"]
    )


@pytest.mark.parametrize(
    ("facet", "value", "count"),
    [
        ("Speaker", "Tomas Reyle", 2),
        ("Party", "Aldermark", 9),
        ("Topic", "Fish", 5),
        ("Year", "2019", 12),
        ("Kind", "Person", 2),
        ("Mode", "reported speech", 2),
    ],
)
def test_each_filter_alone_lists_what_it_leaves(facet: str, value: str, count: int, page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    dialog(page).get_by_role("button", name="Filter").click()
    expect(dialog(page).get_by_label(facet).locator(f'option[value="{value}"]')).to_have_text(f"{value} ({count})")
    choose(page, facet, value)
    expect_found(page, count)
    dialog(page).get_by_role("button", name=f"{facet}: {value}").click()
    expect(links(page)).to_have_count(0)


def test_hits_come_newest_first_where_that_is_asked(page: Page) -> None:
    ask(page, "Reyle", 10)
    expect(links(page)).to_have_count(10)
    choose(page, "Sort", "date")
    expect(links(page).first).to_have_attribute("href", re.compile("2019-05-11"))
    dates = [day for hit in hits(page) if (day := re.search(r"\d{4}-\d\d-\d\d", hit))]
    assert [day[0] for day in dates] == sorted((day[0] for day in dates), reverse=True)


def test_the_address_restores_the_search_on_reload_and_on_the_way_back(page: Page) -> None:
    ask(page, "harbour", 12, at=f"{TALKS}/")
    dialog(page).get_by_role("button", name="Filter").click()
    choose(page, "Speaker", "Hedda Brandt")
    expect_found(page, 1)
    asked = page.url
    assert parse_qs(urlsplit(asked).query) == {"q": ["harbour"], "speaker": ["Hedda Brandt"]}
    page.reload()
    expect_found(page, 1)
    expect(dialog(page).get_by_role("searchbox")).to_have_value("harbour")
    expect(dialog(page).get_by_label("Speaker")).to_have_value("Hedda Brandt")
    links(page).click()
    page.wait_for_url("**/open-door/**")
    page.go_back()
    expect_found(page, 1)
    assert page.url == asked


def test_the_link_to_a_search_can_be_copied(page: Page) -> None:
    ask(page, "harbour", 12)
    dialog(page).get_by_role("button", name="Copy link").click()
    expect(dialog(page).get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


def test_an_address_with_a_filter_alone_lists_all_it_leaves(page: Page) -> None:
    page.goto(f"{TALKS}/fish/?speaker=Tomas+Reyle")
    expect_found(page, 2)
    page.goto("?speaker=Nobody+Here")
    expect_found(page, 0)
    expect(dialog(page).get_by_role("button", name="Speaker: Nobody Here")).to_be_visible()


def test_the_page_of_a_person_leads_to_the_search_of_what_they_said(page: Page) -> None:
    page.goto("people/tomas-reyle/")
    page.get_by_role("link", name="Filter by topic, year or mode").click()
    expect_found(page, 2)


def test_closing_leaves_the_page_as_it_was(page: Page) -> None:
    page.goto(f"{TALKS}/?other=1#r-top")
    before = page.url
    opener = page.get_by_role("button", name="Search what was said").first
    opener.focus()
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("fish")
    expect(links(page)).not_to_have_count(0)
    assert "q=fish" in page.url
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.url == before


def test_the_keyboard_alone_reaches_all_of_it(page: Page) -> None:
    ask(page, "harbour", 12)
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("() => document.activeElement.textContent.trim().slice(0, 30)"))
    reached = " | ".join(seen)
    for name in ("Close", "Filter", "by relevance", "Copy link", "Harbour", "Show more"):
        assert name in reached
    dialog(page).get_by_role("searchbox").focus()
    page.keyboard.press("Enter")
    expect(links(page).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**found=**")


def test_more_is_shown_when_asked(page: Page) -> None:
    ask(page, "harbour", 12)
    expect(links(page)).to_have_count(10)
    dialog(page).get_by_role("button", name="Show more").click()
    expect(links(page)).to_have_count(12)
    expect(links(page).nth(10)).to_be_focused()
    expect(dialog(page).get_by_role("button", name="Show more")).to_be_hidden()


def test_a_slash_is_a_slash_where_one_writes(page: Page) -> None:
    ask(page, "fish/quays", 1)
    expect(dialog(page).get_by_role("searchbox")).to_have_value("fish/quays")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_dialog_has_no_fault_that_axe_knows(scheme: Literal["light", "dark"], page: Page) -> None:
    page.emulate_media(color_scheme=scheme)
    ask(page, "harbour", 12)
    dialog(page).get_by_role("button", name="Filter").click()
    choose(page, "Party", "Aldermark")
    expect_found(page, 5)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_without_javascript_nothing_shows_that_does_nothing(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}?q=fish")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    context.close()


WORDS = [f"{first}{second}{third}" for first in "bdfglmnprst" for second in "aeiou" for third in SYLLABLES]


def sentences(count: int) -> Iterator[str]:
    """Yield sentences in which few words are frequent and many are rare, as they are in what people say."""
    chance = random.Random(1)  # noqa: S311  # no secret
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(WORDS))))
    for _ in range(count):
        yield " ".join(chance.choices(WORDS, cum_weights=weights, k=max(6, int(chance.lognormvariate(3.3, 0.6)))))


def in_chinese(sentence: str) -> str:
    """Return as many characters as a sentence has syllables, the same for the same."""
    return "".join(chr(0x4E00 + zlib.crc32(sentence[i : i + 3].encode()) % 2500) for i in range(0, len(sentence), 3))


def many_entries() -> Iterator[Entry]:
    """Yield ten thousand quotations, a third of them rendered in Chinese too, and the records around them."""
    for number, sentence in enumerate(sentences(10_000)):
        meeting, speaker = number // 10, f"{WORDS[number % 300]} {WORDS[number % 307]}".title()
        says = f"{speaker}, according to the Ministry of {WORDS[number % 40]}, as reported by The {WORDS[number % 60]}"
        passages = [Passage(text=Text(sentence), anchor="r-words", says=says, mode="direct quotation")]
        if number % 3 == 0:
            passages.append(Passage(text=Text(in_chinese(sentence)), lang="zh-Hans", anchor="r-rendering-2", says=says))
        yield Entry(
            address=f"meetings/meeting-{meeting}/quote-{number}/",
            kind="Quotation",
            title=Text(f"Talks on {WORDS[meeting % 900]} and {WORDS[meeting % 700]}"),
            date=read_date(f"{1972 + meeting % 50}-05-11"),
            passages=tuple(passages),
            filters={
                "speaker": (speaker,),
                "party": (f"Party {number % 40}",),
                "topic": (f"Topic {number % 120}", f"Topic {number % 7}"),
                "year": (str(1972 + meeting % 50),),
                "kind": ("Quotation",),
                "mode": ("direct quotation",),
            },
        )
    for number, sentence in enumerate(sentences(1_000)):
        passage = Passage(text=Text(sentence))
        address, title = f"meetings/meeting-{number}/", Text(f"Talks on {WORDS[number % 900]}")
        yield Entry(address=address, kind="Meeting", title=title, date=None, passages=(passage,))


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
    with serve(large, "/") as address:
        yield address


@pytest.mark.parametrize(
    "words",
    [WORDS[0], WORDS[200], f"{WORDS[30]} {WORDS[400]}", in_chinese(next(sentences(1)))[4:9]],
    ids=["the most frequent word", "a word", "two words", "five characters"],
)
def test_what_a_first_search_downloads_stays_within_its_budget(
    words: str, browser: Browser, large: Path, large_url: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(large_url, wait_until="networkidle")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    expect(links(page).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    count = links(page).count()
    context.close()
    kinds = Counter(path.rpartition(".")[2] for path in asked)
    assert kinds["pf_fragment"] == count
    assert (kinds["pf_meta"], kinds["pf_filter"]) == (1, 0)
    assert sum(len(sent(large / path[1:])) for path in asked) < BUDGET
