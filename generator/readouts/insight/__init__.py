"""What is computed from the graph, and never typed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readouts.graph import Graph, Quotation
from readouts.insight.accounts import parties_telling
from readouts.insight.changes import topics_of
from readouts.insight.encounters import Pair, pairs_of_parties, parties_present, people_met
from readouts.insight.occurrences import Occurrence, find_all
from readouts.model import Commitment, Meeting, Person, Phrase, Source


@dataclass(frozen=True)
class Insight:
    """A graph with what is computed once for all pages."""

    graph: Graph

    @cached_property
    def _occurrences(self) -> tuple[Occurrence, ...]:
        found = find_all(self.graph.live(Phrase), self.graph.quotations)
        return tuple(sorted(found, key=lambda occurrence: occurrence.quotation.date.earliest))

    @cached_property
    def occurrences_by_phrase(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Return the occurrences of each phrase in the order in which they were said."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self._occurrences:
            found.setdefault(occurrence.phrase.id, []).append(occurrence)
        return {id_: tuple(several) for id_, several in found.items()}

    @cached_property
    def occurrences_by_quotation(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Return the occurrences in each quotation, as they stand."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self._occurrences:
            found.setdefault(occurrence.quotation.id, []).append(occurrence)
        return {id_: tuple(several) for id_, several in found.items()}

    @cached_property
    def commitments_by_meeting(self) -> Mapping[str, tuple[Commitment, ...]]:
        """Return the commitments made at each meeting, by id."""
        found: dict[str, list[Commitment]] = {}
        for commitment in self.graph.live(Commitment):
            found.setdefault(commitment.made_at, []).append(commitment)
        return {id_: tuple(commitments) for id_, commitments in found.items()}

    @cached_property
    def meetings_by_topic(self) -> Mapping[str, tuple[Meeting, ...]]:
        """Return the meetings on each topic, or at which something was said on it, in time order."""
        found: dict[str, list[Meeting]] = {}
        for meeting in self.graph.meetings:
            for topic in topics_of(meeting):
                found.setdefault(topic, []).append(meeting)
        return {id_: tuple(meetings) for id_, meetings in found.items()}

    @cached_property
    def _meetings_by_person(self) -> Mapping[str, tuple[Meeting, ...]]:
        found: dict[str, dict[str, Meeting]] = {}
        for meeting in self.graph.meetings:
            for participant in meeting.participants:
                found.setdefault(participant.person, {})[meeting.id] = meeting
        return {id_: tuple(meetings.values()) for id_, meetings in found.items()}

    def people_met_by(self, person: Person) -> Mapping[str, tuple[Meeting, ...]]:
        """Return the meetings that someone had with each person of another party, in time order."""
        return people_met(self.graph, person.id, self._meetings_by_person.get(person.id, ()))

    @cached_property
    def pairs(self) -> Mapping[Pair, tuple[Meeting, ...]]:
        """Return the meetings of each two parties."""
        return pairs_of_parties(self.graph)

    @cached_property
    def pairs_by_party(self) -> Mapping[str, tuple[Pair, ...]]:
        """Return the pairs that each party is one of, those that met most often first."""
        found: dict[str, list[Pair]] = {}
        for pair in sorted(self.pairs, key=lambda pair: (-len(self.pairs[pair]), pair)):
            for party in pair:
                found.setdefault(party, []).append(pair)
        return {party: tuple(pairs) for party, pairs in found.items()}

    @cached_property
    def phrases_by_voice(self) -> Mapping[str, tuple[tuple[Phrase, int], ...]]:
        """Return the phrases in the words of each speaker and of each party, with how many quotations have each."""
        counts: dict[str, Counter[str]] = {}
        for quotation in self.graph.quotations:
            used = {o.phrase.id for o in self.occurrences_by_quotation.get(quotation.id, ())}
            for voice in {quotation.quote.speaker, quotation.quote.for_} - {None}:
                counts.setdefault(str(voice), Counter()).update(sorted(used))
        return {
            voice: tuple((self.graph.record(Phrase, id_), count) for id_, count in several.most_common())
            for voice, several in counts.items()
        }

    @cached_property
    def quotations_by_issuer(self) -> Mapping[str, tuple[Quotation, ...]]:
        """Return the quotations that stand in the documents of each organization, or are passed on from them."""
        found: dict[str, dict[str, Quotation]] = {}
        for quotation in self.graph.quotations:
            for rendering in quotation.renderings:
                source = self.graph.record(Source, rendering.relays or rendering.source)
                found.setdefault(source.issuer, {})[quotation.id] = quotation
        return {id_: tuple(several.values()) for id_, several in found.items()}

    @cached_property
    def presence(self) -> Mapping[str, int]:
        """Return at how many meetings each party was present."""
        return Counter(party for meeting in self.graph.meetings for party in parties_present(self.graph, meeting))

    @cached_property
    def meetings_by_place(self) -> Counter[str]:
        """Return how many meetings were at each place."""
        return Counter(meeting.place for meeting in self.graph.meetings if meeting.place)

    @cached_property
    def quotations_by_topic(self) -> Mapping[str, Mapping[str | None, int]]:
        """Return how many quotations on each topic each party's account has; None has those that stand in none.

        What one party says that another said is in the account of the first.
        """
        found: dict[str, Counter[str | None]] = {}
        for quotation in self.graph.quotations:
            parties = parties_telling(self.graph, quotation) or {None}
            for topic in dict.fromkeys(quotation.quote.topics):
                found.setdefault(topic, Counter()).update(parties)
        return found

    def phrases_of(self, meeting: Meeting) -> tuple[str, ...]:
        """Return the ids of the phrases used at a meeting, as they first occur."""
        ids = (Quotation(meeting, quote).id for quote in meeting.quotes)
        return tuple(dict.fromkeys(o.phrase.id for id_ in ids for o in self.occurrences_by_quotation.get(id_, ())))
