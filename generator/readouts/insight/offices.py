"""Which office a person held on a date."""

from collections.abc import Iterator

from readouts.graph import Graph
from readouts.model import Date, Meeting, Organization, Participant, Person, Role

DEEPEST = 50  # organizations within each other that are looked through: no real ones are nested deeper


def covers(role: Role, date: Date) -> bool:
    """Tell whether an office may have been held on a date; open ends are open, and uncertain dates rule out nothing."""
    begun = role.from_ is None or not role.from_.begins_after(date)
    ended = role.to is not None and date.begins_after(role.to)
    return begun and not ended


def _spans(role: Role, date: Date) -> bool:
    """Tell whether an office was held on a date by what is on record, certain or not."""
    begun = role.from_ is None or role.from_.earliest <= date.latest
    return begun and (role.to is None or role.to.latest >= date.earliest)


def wholes_of(graph: Graph, organization: str) -> Iterator[str]:
    """Yield an organization and what it is part of, the nearest first."""
    for _ in range(DEEPEST):
        yield organization
        record = graph.get(Organization.TYPE, organization)
        if not isinstance(record, Organization) or record.part_of is None:
            return
        organization = record.part_of


def is_part_of(graph: Graph, organization: str, whole: str) -> bool:
    """Tell whether an organization is another, or part of it."""
    return whole in wholes_of(graph, organization)


def offices_at(graph: Graph, person: Person, date: Date, party: str | None = None) -> tuple[Role, ...]:
    """Return the offices that a person held on a date; of these the ones in a party, where there are any."""
    held = tuple(role for role in person.roles if _spans(role, date))
    of_party = tuple(role for role in held if party and is_part_of(graph, role.organization, party))
    return of_party or held


def participant_offices(graph: Graph, meeting: Meeting, participant: Participant) -> tuple[Role, ...]:
    """Return the offices in which someone took part in a meeting."""
    return offices_at(graph, graph.record(Person, participant.person), meeting.date, participant.for_)
