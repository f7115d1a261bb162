"""The pages of people and organizations."""

from collections.abc import Iterator

from readouts.insight import Insight
from readouts.model import Organization, Person
from readouts.pages.addresses import address_of, pair_address
from readouts.pages.charts.ranking import Count, ranking
from readouts.pages.drawings import person_charts
from readouts.pages.lists import Listing
from readouts.pages.page import Context, Page
from readouts.pages.records import newest_first, with_lists

MOST_MET = 12
MOST_PHRASES = 12


def plan_person(insight: Insight, person: Person) -> Iterator[Page]:
    """Yield the page of a person: offices, whom they met, what they said."""

    def context(listings: tuple[Listing, ...]) -> Context:
        graph = insight.graph
        met = sorted(insight.people_met_by(person).items(), key=lambda pair: (-len(pair[1]), pair[0]))
        return {
            "record": person,
            "roles": [(role, graph.record(Organization, role.organization)) for role in person.roles],
            "current": [role for role in person.roles if role.from_ and not role.to],
            "met": [(graph.record(Person, id_), meetings) for id_, meetings in met[:MOST_MET]],
            "phrases": insight.phrases_by_voice.get(person.id, ())[:MOST_PHRASES],
            "listings": listings,
            **person_charts(graph, person, listings, met[:MOST_MET]),
        }

    yield from with_lists(insight, person, context)


def plan_organization(insight: Insight, organization: Organization) -> Iterator[Page]:
    """Yield the page of an organization: its people, its pairs, its accounts."""

    def context(listings: tuple[Listing, ...]) -> Context:
        graph = insight.graph
        met = [
            (
                graph.record(Organization, pair[pair[0] == organization.id]),
                pair_address(*pair),
                len(insight.pairs[pair]),
            )
            for pair in insight.pairs_by_party.get(organization.id, ())[:MOST_MET]
        ]
        return {
            "record": organization,
            "met": met,
            "phrases": insight.phrases_by_voice.get(organization.id, ())[:MOST_PHRASES],
            "met_most": ranking([Count(node=o, count=n, party=o, address=address) for o, address, n in met]),
            "listings": listings,
        }

    issued = newest_first(insight.quotations_by_issuer.get(organization.id, ()))
    address = f"{address_of(organization)}index/quotations-in-its-documents/"
    listing = Listing(title="Quotations in its documents", items=issued, address=address)
    yield from with_lists(insight, organization, context, (listing,) if issued else ())
