"""Whether every internal link of the generated pages leads somewhere."""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_LINK = re.compile(r'\bhref="([^"]*)"')
_ID = re.compile(r'(?:\bid="|\{ #)([^" }]+)')
Target = tuple[str, str]  # the address of a page, and an anchor on it


@dataclass
class LinkCheck:
    """Collects the links and anchors of pages as they are rendered."""

    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    _first: dict[Target, tuple[str, str]] = field(default_factory=dict)

    def add(self, address: str, markdown: str) -> None:
        """Note what a page links to, and which anchors it has. What contributors wrote holds neither, being encoded."""
        self._anchors[address] = frozenset(_ID.findall(markdown))
        for link in map(html.unescape, set(_LINK.findall(markdown))):
            if ":" not in link:
                target, _, anchor = link.partition("#")
                page = target.partition("?")[0]  # what is asked of a page doesn't change where it stands
                self._first.setdefault((_reached(address, page), anchor), (address, link))

    def broken(self, others: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield (address of a page, link) for each place that a link leads to in vain.

        `others` are the addresses of what is on the site besides the pages added.
        """
        for (target, anchor), where in sorted(self._first.items()):
            anchors = self._anchors.get(target)
            if (anchors is None and target not in others) or (anchors is not None and anchor and anchor not in anchors):
                yield where


def _reached(address: str, link: str) -> str:
    if not link:
        return address
    path = posixpath.normpath(posixpath.join(address, link))
    return "" if path == "." else path + ("/" if link.endswith(("/", ".")) else "")
