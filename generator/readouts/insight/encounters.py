"""Who met whom, at which meetings."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from readouts.graph import Graph
from readouts.model import Meeting, Organization, Person

Pair = tuple[str, str]
MOST_AT_A_TABLE = 20  # parties


def _drop_containers(meetings: list[Meeting]) -> tuple[Meeting, ...]:
    """Leave out a visit where a meeting during it counts already."""
    containers = {meeting.part_of for meeting in meetings}
    return tuple(meeting for meeting in meetings if meeting.id not in containers)


def people_met(graph: Graph, person: str, meetings: Iterable[Meeting]) -> Mapping[str, tuple[Meeting, ...]]:
    """Return, of someone's meetings, those with each person of another party, in time order."""
    found: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        present = {p.person: p.for_ for p in meeting.participants}
        for other, party in present.items():
            if party != present[person] and graph.is_live(graph.get(Person.TYPE, other)):
                found.setdefault(other, []).append(meeting)
    return {other: _drop_containers(at) for other, at in found.items()}


def parties_of(meeting: Meeting) -> tuple[str, ...]:
    """Return the parties that participants speak for, as listed; then those that only have an account."""
    return tuple(dict.fromkeys([*(p.for_ for p in meeting.participants), *meeting.readouts]))


def parties_present(graph: Graph, meeting: Meeting) -> tuple[str, ...]:
    """Return the parties that participants speak for, sorted; withdrawn ones are left out."""
    parties = {p.for_ for p in meeting.participants}
    return tuple(sorted(id_ for id_ in parties if graph.is_live(graph.get(Organization.TYPE, id_))))


def pairs_of_parties(graph: Graph) -> Mapping[Pair, tuple[Meeting, ...]]:
    """Return the meetings of each two parties present, in time order; a pair is sorted.

    A conference of many is no meeting of each two, and would make a page for each.
    """
    found: dict[Pair, list[Meeting]] = {}
    for meeting in graph.meetings:
        parties = parties_present(graph, meeting)
        for pair in combinations(parties, 2) if len(parties) <= MOST_AT_A_TABLE else ():
            found.setdefault(pair, []).append(meeting)
    return {pair: tuple(meetings) for pair, meetings in sorted(found.items())}
