"""Chromium on the built site, with what a reader does not see watched."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import NoChromiumError, chromium
from tests.browser.host import AMONG_OTHERS, serve
from tests.browser.long_content import write_long
from tests.browser.page_types import go
from tests.browser.watch import Watch
from tests.conftest import run
from tests.rounds import write_rounds

OpenPage = Callable[..., Page]
Visit = Callable[[str, str], Page]

_DESKTOP = {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light", "reduced_motion": "reduce"}
_PHONE = {**_DESKTOP, "viewport": {"width": 390, "height": 844}}
READERS: Mapping[str, Mapping[str, object]] = {
    "light": _DESKTOP,
    "dark": {**_DESKTOP, "color_scheme": "dark"},
    "phone": _PHONE,
    "dark-phone": {**_PHONE, "color_scheme": "dark"},
    "plain": {**_DESKTOP, "java_script_enabled": False},
}


def turn_into(page: Page, reader: str) -> None:
    """Give a page the window and the scheme of a reader."""
    page.set_viewport_size(READERS[reader]["viewport"])
    page.emulate_media(color_scheme=READERS[reader]["color_scheme"])


@pytest.fixture(scope="session")
def long_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return content in which every list is long."""
    content = tmp_path_factory.mktemp("long") / "content"
    write_long(content)
    return content


@pytest.fixture(scope="session")
def rounds_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return content that has every chart."""
    content = tmp_path_factory.mktemp("rounds") / "content"
    write_rounds(content, 150, first=1960, apart=2)
    return content


def _built(content: Path) -> Path:
    done = run("build", "--content", content, "--site", content.parent / "site")
    assert done.returncode == 0, done.stderr
    return content.parent / "site"


@pytest.fixture(scope="session")
def long_site(long_content: Path) -> Path:
    """Return the built site of it."""
    return _built(long_content)


@pytest.fixture(scope="session")
def rounds_site(rounds_content: Path) -> Path:
    """Return the built site of it."""
    return _built(rounds_content)


@pytest.fixture(scope="session")
def hosts(site: Path, long_site: Path, rounds_site: Path) -> Iterator[Mapping[str, str]]:
    """Serve the sites, and return the address of each: one alone on its host, one among others."""
    with serve(site) as tree, serve(long_site, AMONG_OTHERS) as long, serve(rounds_site) as rounds:
        yield {"tree": tree, "long": long, "rounds": rounds}


# Of these tests alone: while Playwright runs, nothing else in the thread may run a loop of asyncio.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(chromium())
        except NoChromiumError as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None
        yield started


@pytest.fixture(scope="package")
def of_all_tests(hosts: Mapping[str, str]) -> Watch:
    """Return what watches every page that is opened."""
    return Watch(hosts=tuple(hosts.values()))


@pytest.fixture
def watch(of_all_tests: Watch) -> Iterator[Watch]:
    """Return what is seen during the test; a test that causes a complaint takes it away."""
    of_all_tests.forget()
    yield of_all_tests
    of_all_tests.settle()
    assert of_all_tests.complaints == [], "\n".join(of_all_tests.complaints)


@pytest.fixture
def open_page(browser: Browser, hosts: Mapping[str, str], watch: Watch) -> Iterator[OpenPage]:
    """Return a function that opens a page as a reader who was never here; addresses are those on the first site."""
    with ExitStack() as stack:

        def opened(**options: object) -> Page:
            context = stack.enter_context(browser.new_context(base_url=hosts["tree"], **options))
            watch.over(context)
            return context.new_page()

        yield opened
        watch.settle()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a page in a window of the usual size."""
    return open_page(**READERS["light"])


@pytest.fixture(scope="package")
def pages_of_readers(browser: Browser, of_all_tests: Watch) -> Callable[[str], Page]:
    """Return a function that returns the page of a reader, the same one for all tests."""

    @cache
    def opened(reader: str) -> Page:
        context = browser.new_context(**READERS[reader])
        of_all_tests.over(context)
        return context.new_page()

    return opened


@pytest.fixture
def visit(hosts: Mapping[str, str], watch: Watch, pages_of_readers: Callable[[str], Page]) -> Visit:  # noqa: ARG001  # what it sees is judged
    """Return a function that lets a reader visit a page of a type, as one of many: that takes half the time."""

    def visited(reader: str, name: str) -> Page:
        page = pages_of_readers(reader)
        turn_into(page, reader)
        go(page, hosts, name)
        return page

    return visited
