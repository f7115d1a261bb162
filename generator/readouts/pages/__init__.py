"""Which pages exist: address, template and context of each, without any reading or writing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from readouts.graph import Graph
from readouts.insight import Insight
from readouts.model import Commitment, Meeting, Organization, Person, Phrase, Place, Record, Topic
from readouts.pages.addresses import address_of, address_of_key
from readouts.pages.entries import Entry, plan_entries
from readouts.pages.guide import plan_guide
from readouts.pages.home import plan_home
from readouts.pages.hues import hues_of
from readouts.pages.indexes import plan_board, plan_indexes, plan_years
from readouts.pages.meetings import plan_meeting
from readouts.pages.page import Page, Plan, Publication, Redirect
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


def _pages(insight: Insight, rules: Sequence[Rule]) -> Iterator[Page]:
    for plan in OF_SITE:
        yield from plan(insight)
    yield from plan_reference(insight.graph)
    yield from plan_guide(rules)
    for record in insight.graph.records:
        yield from OF_RECORD.get(type(record), plan_plain)(insight, record)


def _redirects(graph: Graph) -> Iterator[Redirect]:
    for key, node in graph.formerly.items():
        yield Redirect(address=address_of_key(key), to=address_of(node), title=title_of(node))
        if isinstance(node, Meeting) and node.quotes:
            yield Redirect(
                address=f"{address_of_key(key)}compare/", to=f"{address_of(node)}compare/", title=title_of(node)
            )


def plan_pages(insight: Insight, rules: Sequence[Rule]) -> Plan:
    """Return everything that the site consists of."""
    return Plan(
        pages=tuple(_pages(insight, rules)),
        redirects=tuple(_redirects(insight.graph)),
        entries=plan_entries(insight),
        hues=hues_of(insight),
    )
