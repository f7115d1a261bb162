"""Lists that may be long: what a page shows of them, and the pages that hold the rest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
from typing import Any

from readouts.pages.addresses import numbered
from readouts.pages.page import Context, Crumb, Page

SHOWN = 20  # on the page of a record
PER_PAGE = 60  # on a page of its own
NEAR = 3  # pages on either side that a page leads to


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

    def page_of(self, place: int) -> str | None:
        """Return the address of the page that has the item at a place, where the list has pages of its own."""
        return numbered(self.address, place // PER_PAGE + 1) if self.is_cut else None


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Which of several pages this is, and the addresses of all, in order."""

    number: int
    addresses: tuple[str, ...]

    @property
    def near(self) -> tuple[int | None, ...]:
        """Return the numbers of the first page, the last and those near this one; None where some are left out."""
        last = len(self.addresses)
        shown = sorted({1, last, *range(max(1, self.number - NEAR), min(last, self.number + NEAR) + 1)})
        gaps = ((None, number) if number - before > 1 else (number,) for before, number in pairwise([0, *shown]))
        return tuple(chain.from_iterable(gaps))


def _part(listing: Listing, pager: Pager, above: Callable[[], Context]) -> Context:
    start = (pager.number - 1) * PER_PAGE
    shown = listing.items[start : start + PER_PAGE]
    return {"listing": listing, "items": shown, "pager": pager, **(above() if pager.number == 1 else {})}


def _joined(*aspects: str) -> str:
    return ", ".join(aspect for aspect in aspects if aspect)


def paged(
    listing: Listing, page: Page, *, later: str | None = None, above: Callable[[], Context] = dict
) -> Iterator[Page]:
    """Yield the pages of a list, each like `page`.

    `later` is the folder of the second and all after it; `above` is what stands above the list on the first.
    """
    count = max(1, -(-len(listing.items) // PER_PAGE))
    addresses = (listing.address, *(numbered(later or listing.address, number) for number in range(2, count + 1)))
    for number, address in enumerate(addresses, 1):
        pager = Pager(number=number, addresses=addresses)
        aspect = _joined(page.aspect, f"page {number}" if number > 1 else "")
        context = partial(_part, listing, pager, above)
        yield replace(page, address=address, template=listing.template, aspect=aspect, context=context)


def rest(listings: Sequence[Listing], owner: Page) -> Iterator[Page]:
    """Yield the pages of the lists that are too long for the page of their record."""
    trail = (*owner.trail, Crumb(title=owner.title, address=owner.address))
    for listing in listings:
        if listing.is_cut:
            aspect = _joined(owner.aspect, listing.title)
            yield from paged(listing, replace(owner, trail=trail, aspect=aspect))
