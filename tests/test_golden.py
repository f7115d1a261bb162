"""The Markdown of some pages, as files that a person can read; `python -m tests.test_golden` writes them anew."""

from pathlib import Path

import pytest

from readouts.build import ALL_RULES, check
from readouts.feeds import plan_feeds
from readouts.load.history import History
from readouts.pages import Publication, plan_pages
from readouts.project import SHIPPED
from readouts.render import Renderer
from tests.conftest import TREE

GOLDEN = Path(__file__).parent / "golden"
PUBLICATION = Publication(name="Readouts", url="https://site.example/", edit_base="https://forge.example/")
PAGES = {
    "home": "",
    "meeting": "meetings/2019-05-11-harbour-talks/",
    "comparison": "meetings/2019-05-11-harbour-talks/compare/",
    "quotation": "meetings/2019-05-11-harbour-talks/open-door/",
    "disputed": "meetings/2019-05-11-harbour-talks/third-visit/",
    "person": "people/tomas-reyle/",
    "organization": "organizations/aldermark/",
    "source": "sources/courier-2019-05-12/",
    "phrase": "phrases/open-door/",
    "commitment": "commitments/dredge-the-harbour/",
    "pair": "pairs/aldermark--birchland/",
    "topics": "topics/",
    "place": "places/linden/",
    "withdrawn": "meetings/2019-09-01-withdrawn-talks/",
}
FEEDS = {"briefing": "meetings/2019-05-11-harbour-talks/2019-05-11-harbour-talks.md"}


def render(names: list[str]) -> dict[str, str]:
    insight = check(TREE).insight
    templates = (SHIPPED / "templates",)
    renderer = Renderer(
        graph=insight.graph, templates=templates, history=History(prefix="content/"), publication=PUBLICATION
    )
    pages = {page.address: page for page in plan_pages(insight, ALL_RULES).pages}
    feeds = {feed.address: feed for feed in plan_feeds(insight, renderer)}
    return {
        name: renderer.markdown(pages[PAGES[name]]) if name in PAGES else feeds[FEEDS[name]].content() for name in names
    }


@pytest.mark.parametrize("name", [*PAGES, *FEEDS])
def test_a_page_is_as_it_was_read_and_approved(name: str) -> None:
    assert render([name])[name] == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


def test_every_golden_file_is_held_against_its_page() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == {*PAGES, *FEEDS}


if __name__ == "__main__":
    for page_name, markdown in render([*PAGES, *FEEDS]).items():
        (GOLDEN / f"{page_name}.md").write_text(markdown, encoding="utf-8")
