"""Markdown as GitHub shows it, as far as it is told what GitHub does."""

import re

from lxml import html
from markdown_it import MarkdownIt

GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What GitHub looks for in the text of what Markdown has become, outside of code: people, teams, issues, commits, emoji,
# addresses, formulas.
TRIGGERS = re.compile(
    r"(?:^|\W)@[a-z0-9]|#\d|\bgh-\d|\b(?=[a-f0-9]*\d)[a-f0-9]{7,40}\b|:[\w+-]+:|://|\bwww\.\w|\w@\w|\$\S",
    re.IGNORECASE | re.ASCII,
)
# What it takes of HTML; all else a browser would never see.
OURS = {"div", "h2", "h3", "p", "ul", "li", "code", "pre", "strong", "del", "ins", "b", "details", "summary"}


def rendered(markdown: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{GFM.render(markdown)}</div>")


def triggers(page: html.HtmlElement) -> list[str]:
    """Return what GitHub would turn into something else; it looks into each text node outside of code."""
    nodes = page.xpath("//text()[not(ancestor::code) and not(ancestor::pre)]")
    return [match[0] for node in nodes for match in TRIGGERS.finditer(node)]
