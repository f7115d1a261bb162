"""Who met whom, at which meetings."""

from collections.abc import Mapping
from itertools import combinations

from readouts.graph import Graph
from readouts.model import Meeting, Organization, Person

Pair = tuple[str, str]


def _drop_containers(meetings: list[Meeting]) -> tuple[Meeting, ...]:
    """Leave out a visit where a meeting during it counts already."""
    containers = {meeting.part_of for meeting in meetings}
    return tuple(meeting for meeting in meetings if meeting.id not in containers)


def people_who_met(graph: Graph) -> Mapping[str, Mapping[str, tuple[Meeting, ...]]]:
    """Return, for each person, the meetings with each person of another party, in time order."""
    found: dict[str, dict[str, list[Meeting]]] = {}
    for meeting in graph.meetings:
        listed = (p for p in meeting.participants if graph.is_live(graph.get(Person.TYPE, p.person)))
        present = {p.person: p.for_ for p in listed}
        for one, other in combinations(present, 2):
            if present[one] != present[other]:
                found.setdefault(one, {}).setdefault(other, []).append(meeting)
                found.setdefault(other, {}).setdefault(one, []).append(meeting)
    return {one: {other: _drop_containers(at) for other, at in others.items()} for one, others in found.items()}


def parties_of(meeting: Meeting) -> tuple[str, ...]:
    """Return the parties that participants speak for, as listed; then those that only have an account."""
    return tuple(dict.fromkeys([*(p.for_ for p in meeting.participants), *meeting.readouts]))


def pairs_of_parties(graph: Graph) -> Mapping[Pair, tuple[Meeting, ...]]:
    """Return the meetings of each two parties present, in time order; a pair is sorted."""
    found: dict[Pair, list[Meeting]] = {}
    for meeting in graph.meetings:
        parties = {p.for_ for p in meeting.participants if graph.is_live(graph.get(Organization.TYPE, p.for_))}
        for pair in combinations(sorted(parties), 2):
            found.setdefault(pair, []).append(meeting)
    return {pair: tuple(meetings) for pair, meetings in sorted(found.items())}
