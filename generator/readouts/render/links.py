"""Whether every internal link of the generated pages leads somewhere."""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINK = re.compile(r'\bhref="([^"]*)"')
_ID = re.compile(r'(?:\bid="|\{ #)([^" }]+)')


@dataclass
class LinkCheck:
    """Collects the links and anchors of pages as they are rendered."""

    _anchors: dict[str, set[str]] = field(default_factory=dict)
    _links: dict[str, set[str]] = field(default_factory=dict)

    def add(self, address: str, markdown: str) -> None:
        """Note what a page links to, and which anchors it has. What contributors wrote holds neither, being encoded."""
        self._anchors[address] = set(_ID.findall(markdown))
        self._links[address] = {link for link in _LINK.findall(markdown) if ":" not in html.unescape(link)}

    def broken(self) -> Iterator[tuple[str, str]]:
        """Yield (address of the page, link) for each link that leads nowhere."""
        for address, links in self._links.items():
            for link in sorted(links):
                target, _, anchor = link.partition("#")
                path = posixpath.normpath(posixpath.join(address, target)) + "/" if target else address
                there = "" if path == "./" else path
                if there not in self._anchors or (anchor and anchor not in self._anchors[there]):
                    yield address, link
