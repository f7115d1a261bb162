"""Lists that may be long: what a page shows of them, and the pages that hold the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from readouts.pages.addresses import numbered
from readouts.pages.page import Context, Crumb, Page

SHOWN = 20  # on the page of a record
PER_PAGE = 100  # on a page of its own


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A titled list; `address` is that of its own pages, where the page of a record shows only its beginning.

    One that `is_aside` is of names, and stands at the side of the page.
    """

    title: str
    items: Sequence[Any]
    address: str
    template: str = "list.md"
    most: int = SHOWN
    is_aside: bool = False

    @property
    def shown(self) -> Sequence[Any]:
        """Return what the page of the record shows."""
        return self.items[: self.most]

    @property
    def is_cut(self) -> bool:
        """Tell whether there is more than the page of the record shows."""
        return len(self.items) > self.most


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Which of several pages this is, and the addresses of all, in order."""

    number: int
    addresses: tuple[str, ...]


def _part(listing: Listing, pager: Pager) -> Context:
    start = (pager.number - 1) * PER_PAGE
    return {"listing": listing, "items": listing.items[start : start + PER_PAGE], "pager": pager}


def _joined(*aspects: str) -> str:
    return ", ".join(aspect for aspect in aspects if aspect)


def paged(listing: Listing, page: Page, *, later: str | None = None) -> Iterator[Page]:
    """Yield the pages of a list, each like `page`; `later` is the folder of the second and all after it."""
    count = max(1, -(-len(listing.items) // PER_PAGE))
    addresses = (listing.address, *(numbered(later or listing.address, number) for number in range(2, count + 1)))
    for number, address in enumerate(addresses, 1):
        pager = Pager(number=number, addresses=addresses)
        aspect = _joined(page.aspect, f"page {number}" if number > 1 else "")
        context = partial(_part, listing, pager)
        yield replace(page, address=address, template=listing.template, aspect=aspect, context=context)


def rest(listings: Sequence[Listing], owner: Page) -> Iterator[Page]:
    """Yield the pages of the lists that are too long for the page of their record."""
    trail = (*owner.trail, Crumb(title=owner.title, address=owner.address))
    for listing in listings:
        if listing.is_cut:
            aspect = _joined(owner.aspect, listing.title)
            yield from paged(listing, replace(owner, trail=trail, aspect=aspect))
