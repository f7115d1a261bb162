"""Which pages are added, change or go, and which addresses lead nowhere any more."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from readouts.build import ALL_RULES, Checked
from readouts.diff.quotations import QuotationChange
from readouts.diff.records import RecordChange
from readouts.diff.sides import Sides
from readouts.graph import Key, key_of
from readouts.load.history import History
from readouts.model import Meeting
from readouts.pages import Page, Plan, Publication, plan_pages
from readouts.pages.addresses import address_of_key
from readouts.render import Renderer


@dataclass(frozen=True)
class Pages:
    """The pages of some content without errors, rendered without what changes by itself: days, names of sites."""

    checked: Checked
    templates: tuple[Path, ...]

    @cached_property
    def plan(self) -> Plan:
        """Return what the site consists of."""
        return plan_pages(self.checked.insight, ALL_RULES)

    @cached_property
    def by_address(self) -> Mapping[str, Page]:
        """Return the pages by their addresses."""
        return {page.address: page for page in self.plan.pages}

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Return where old addresses lead."""
        return {redirect.address: redirect.to for redirect in self.plan.redirects}

    @cached_property
    def _renderer(self) -> Renderer:
        graph = self.checked.insight.graph
        publication = Publication(name="")
        return Renderer(graph=graph, templates=self.templates, history=History(prefix=""), publication=publication)

    def markdown(self, address: str) -> str:
        """Return a page as Markdown."""
        return self._renderer.markdown(self.by_address[address])


@dataclass(frozen=True, kw_only=True)
class PageChanges:
    """Addresses of pages, and of redirects with where they lead."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    redirects_added: Mapping[str, str]
    redirects_removed: Mapping[str, str]


def compare_pages(
    before: Pages, now: Pages, step: Callable[[], None] = lambda: None, *, is_told: bool = True
) -> PageChanges:
    """Return the pages that differ, each rendered on both sides; `step` is called for each.

    `is_told` says that something differs between the records, be it their order alone.
    """
    changed = []
    both = before.by_address.keys() & now.by_address.keys()
    # The same records make the same pages; those that are equal may still hold tables in another order.
    are_same = not is_told and before.checked.insight.graph.records == now.checked.insight.graph.records
    for address in () if are_same else sorted(both):
        step()
        if before.markdown(address) != now.markdown(address):
            changed.append(address)
    return PageChanges(
        added=tuple(sorted(now.by_address.keys() - before.by_address.keys())),
        changed=tuple(changed),
        removed=tuple(sorted(before.by_address.keys() - now.by_address.keys())),
        redirects_added=dict(sorted(now.redirects.items() - before.redirects.items())),
        redirects_removed=dict(sorted(before.redirects.items() - now.redirects.items())),
    )


@dataclass(frozen=True, kw_only=True)
class Lost:
    """An address that leads nowhere any more; `old_id` is that of its record or quotation, `meant` a likely new one."""

    address: str
    old_id: str | None = None
    meant: Key | None = None


def find_lost(
    sides: Sides,
    pages: tuple[Pages, Pages] | None,
    records: tuple[RecordChange, ...],
    quotations: tuple[QuotationChange, ...],
) -> tuple[Lost, ...]:
    """Return the addresses that led somewhere and don't any more; without pages, those of what records hold."""
    likely = dict(_likely(records, quotations))
    found = {
        (address := address_of_key(key)): Lost(
            address=address, old_id=key[1].rpartition("/")[2], meant=likely.get(owner)
        )
        for key, owner in _lost_keys(sides)
    }
    if pages:
        before, now = ({*side.by_address, *side.redirects} for side in pages)
        found = {address: Lost(address=address) for address in before - now} | found
    return tuple(found[address] for address in sorted(found))


def _lost_keys(sides: Sides) -> Iterator[tuple[Key, Key]]:
    """Yield the keys, former ones too, that name nothing any more, with those of the records or quotations they named.

    What is in a file that can't be read is not taken for lost.
    """
    before, now = sides.before.insight.graph, sides.now.insight.graph
    kept = {*now.nodes, *now.formerly, *sides.documents_now}
    owned = [*((key, key) for key in before.nodes), *((key, key_of(node)) for key, node in before.formerly.items())]
    for key, owner in owned:
        meeting = (Meeting.TYPE, owner[1].partition("/")[0])
        if key not in kept and not sides.unclear.intersection(map(sides.present, (owner, meeting))):
            yield key, owner


def _likely(records: tuple[RecordChange, ...], quotations: tuple[QuotationChange, ...]) -> Iterator[tuple[Key, Key]]:
    """Yield what is gone with what is new and seems to be the same: by its name, or by words in the same meeting."""
    added = {(change.key[0], change.name): change.key for change in records if change.kind == "added" and change.name}
    for record in records:
        if record.kind == "removed" and record.name and (found := added.get((record.key[0], record.name))):
            yield record.key, found
    said = {
        (change.key[1].partition("/")[0], rendering.text): change.key
        for change in quotations
        if change.kind == "added"
        for rendering in change.renderings
    }
    for quotation in quotations:
        for rendering in quotation.renderings if quotation.kind == "removed" else ():
            if found := said.get((quotation.key[1].partition("/")[0], rendering.text)):
                yield quotation.key, found
