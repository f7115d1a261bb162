"""Which pages exist: address, template and context of each, without any reading or writing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from readouts.graph import TYPE_OF_FOLDER, Graph
from readouts.insight import Insight
from readouts.model import Commitment, Meeting, Organization, Person, Phrase, Place, Record, Topic
from readouts.pages.addresses import address_of, address_of_key
from readouts.pages.entries import Entry, plan_entries
from readouts.pages.guide import plan_guide
from readouts.pages.home import plan_home
from readouts.pages.hues import Hue, hues_of
from readouts.pages.indexes import plan_board, plan_indexes, plan_years
from readouts.pages.meetings import plan_meeting
from readouts.pages.page import Page, Publication, Redirect
from readouts.pages.pairs import plan_pairs
from readouts.pages.people import plan_organization, plan_person
from readouts.pages.reference import plan_reference
from readouts.pages.subjects import plan_commitment, plan_phrase, plan_place, plan_plain, plan_topic
from readouts.pages.titles import title_of
from readouts.problem import Rule

__all__ = ["Entry", "Page", "Plan", "Publication", "Redirect", "plan_pages"]

Planner = Callable[[Insight], Iterator[Page]]

OF_RECORD: Mapping[type[Record], Callable[[Insight, Any], Iterator[Page]]] = {
    Meeting: plan_meeting,
    Person: plan_person,
    Organization: plan_organization,
    Phrase: plan_phrase,
    Commitment: plan_commitment,
    Topic: plan_topic,
    Place: plan_place,
}
OF_SITE: tuple[Planner, ...] = (plan_home, plan_years, plan_indexes, plan_board, plan_pairs)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything that the site consists of, each part worked out when it is asked for."""

    insight: Insight
    rules: Sequence[Rule]

    @cached_property
    def of_site(self) -> tuple[Page, ...]:
        """Return the pages that are of no single record."""
        planned = chain.from_iterable(plan(self.insight) for plan in OF_SITE)
        return (*planned, *plan_reference(self.insight.graph), *plan_guide(self.rules))

    def of_record(self, record: Record) -> Iterator[Page]:
        """Yield the page of a record, and those of what it holds."""
        yield from OF_RECORD.get(type(record), plan_plain)(self.insight, record)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Return all pages."""
        return (*self.of_site, *chain.from_iterable(map(self.of_record, self.insight.graph.records)))

    def find(self, address: str) -> Page | None:
        """Return the page at an address; of records only the one is looked at that the address names."""
        folder, _, rest = address.partition("/")
        record = self.insight.graph.get(TYPE_OF_FOLDER.get(folder, ""), rest.partition("/")[0])
        pages = self.of_record(record) if isinstance(record, Record) else iter(self.of_site)
        return next((page for page in pages if page.address == address), None)

    @cached_property
    def redirects(self) -> tuple[Redirect, ...]:
        """Return where old addresses lead."""
        return tuple(_redirects(self.insight.graph))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Return what the search finds."""
        return plan_entries(self.insight)

    @cached_property
    def hues(self) -> tuple[Hue, ...]:
        """Return the hue of each party."""
        return hues_of(self.insight)


def _redirects(graph: Graph) -> Iterator[Redirect]:
    for key, node in graph.formerly.items():
        yield Redirect(address=address_of_key(key), to=address_of(node), title=title_of(node))
        if isinstance(node, Meeting) and node.quotes:
            yield Redirect(
                address=f"{address_of_key(key)}compare/", to=f"{address_of(node)}compare/", title=title_of(node)
            )


def plan_pages(insight: Insight, rules: Sequence[Rule]) -> Plan:
    """Return everything that the site consists of."""
    return Plan(insight=insight, rules=rules)
