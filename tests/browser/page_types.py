"""Every type of page, with an address that has one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, Route

TALKS = "meetings/2019-05-11-harbour-talks/"
LONG = "meetings/2019-05-11-long-talks/"  # of the content where every list is long


@dataclass(frozen=True, kw_only=True)
class PageType:
    """A template, and an address of a page that it makes."""

    template: str
    address: str
    content: str = "tree"


TYPES = {
    "home": PageType(template="home.md", address=""),
    "meeting": PageType(template="meeting.md", address=TALKS),
    "comparison": PageType(template="comparison.md", address=f"{TALKS}compare/"),
    "quotation": PageType(template="quotation.md", address=f"{TALKS}open-door/"),
    "person": PageType(template="person.md", address="people/hedda-brandt/"),
    "organization": PageType(template="organization.md", address="organizations/aldermark/"),
    "pair": PageType(template="pair.md", address="pairs/aldermark--birchland/"),
    "pairs": PageType(template="pairs.md", address="pairs/"),
    "topic": PageType(template="topic.md", address="topics/harbour/"),
    "phrase": PageType(template="phrase.md", address="phrases/open-door/"),
    "commitment": PageType(template="commitment.md", address="commitments/dredge-the-harbour/"),
    "board": PageType(template="board.md", address="commitments/"),
    "place": PageType(template="place.md", address="places/linden/"),
    "places": PageType(template="places.md", address="places/"),
    "topics": PageType(template="topics.md", address="topics/"),
    "source": PageType(template="source.md", address="sources/courier-2019-05-12/"),
    "meetings": PageType(template="meetings.md", address="meetings/"),
    "year": PageType(template="year.md", address="meetings/index/2019/"),
    "people": PageType(template="index.md", address="people/"),
    "data": PageType(template="dictionary.md", address="data/"),
    "contribute": PageType(template="contribute.md", address="contribute/"),
    "worked record": PageType(template="worked_record.md", address="contribute/record/"),
    "style": PageType(template="style.md", address="contribute/style/"),
    "rules": PageType(template="rules.md", address="contribute/rules/"),
    "rule": PageType(template="rule.md", address="contribute/rules/note-astray/"),
    "editors": PageType(template="editors.md", address="contribute/editors/"),
    "maintaining": PageType(template="maintaining.md", address="contribute/maintaining/"),
    "withdrawn": PageType(template="withdrawn.md", address="meetings/2019-09-01-withdrawn-talks/"),
    "redirect": PageType(template="redirect.html", address="topics/port/"),
    "404": PageType(template="404.html", address="404.html"),
    "list": PageType(template="list.md", address=f"{LONG}index/quotations/2/", content="long"),
    "participants": PageType(template="participants.md", address=f"{LONG}index/participants/", content="long"),
    "concordance": PageType(template="concordance.md", address="phrases/no-quays/index/concordance/2/", content="long"),
    "log": PageType(template="log.md", address="commitments/dredge-the-harbour/index/log/2/", content="long"),
    "timeline": PageType(template="home.md", address="", content="rounds"),
    "heatmap": PageType(template="topics.md", address="topics/", content="rounds"),
    "map": PageType(template="places.md", address="places/", content="rounds"),
    "who met whom": PageType(template="pairs.md", address="pairs/", content="rounds"),
    "charts of a person": PageType(template="person.md", address="people/ada-quist/", content="rounds"),
    "charts of a pair": PageType(template="pair.md", address="pairs/aldermark--birchland/", content="rounds"),
    "charts of a topic": PageType(template="topic.md", address="topics/harbour/", content="rounds"),
    "charts of a phrase": PageType(template="phrase.md", address="phrases/open-door/", content="rounds"),
    "charts of a party": PageType(template="organization.md", address="organizations/aldermark/", content="rounds"),
    "long meeting": PageType(template="meeting.md", address=LONG, content="long"),
}


def go(page: Page, hosts: Mapping[str, str], name: str) -> None:
    """Go to a page of a type; of a redirect to the page itself, as a browser has it that does not follow."""
    type_ = TYPES[name]
    address = f"{hosts[type_.content]}{type_.address}"
    if type_.template == "redirect.html":
        page.route(address, _stay)
    page.goto(address)


def _stay(route: Route) -> None:
    response = route.fetch()
    body, count = re.subn(r"<meta http-equiv=.refresh.[^>]*>", "", response.text())
    assert count == 1
    route.fulfill(response=response, body=body)
