"""What entries of the search are chosen by: speaker, party, topic, year, kind and mode."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from readouts.graph import Graph, Quotation
from readouts.insight.accounts import party_of_speaker
from readouts.insight.attribution import attribute
from readouts.insight.changes import topics_of
from readouts.insight.encounters import parties_of
from readouts.insight.offices import wholes_of
from readouts.model import Commitment, Date, Meeting, Organization, Person, Phrase, Record, Source, Topic
from readouts.pages.attributions import mode_in_words
from readouts.pages.titles import short_title_of

Filters = Mapping[str, tuple[str, ...]]
# The organizations that a record is of.
_ORGANIZATIONS: Mapping[type[Record], Callable[[Any], Iterable[str]]] = {
    Meeting: parties_of,
    Person: lambda person: [role.organization for role in person.roles],
    Organization: lambda organization: [organization.id],
    Source: lambda source: [source.issuer],
    Phrase: lambda phrase: phrase.used_by,
    Commitment: lambda commitment: commitment.by,
}
_TOPICS: Mapping[type[Record], Callable[[Any], Iterable[str]]] = {
    Meeting: topics_of,
    Phrase: lambda phrase: phrase.topics,
    Commitment: lambda commitment: commitment.topics,
    Topic: lambda topic: [topic.id],
}


def _none(_: Record) -> Iterable[str]:
    return ()


def facet_value(name: str) -> str:
    """Return a name as a value of a filter: Pagefind finds none that holds a straight mark or a backslash."""
    return name.replace('"', "”").replace("\\", "/")


def _filters(**values: Iterable[str]) -> Filters:
    found = {name: tuple(dict.fromkeys(map(facet_value, several))) for name, several in values.items()}
    return {name: several for name, several in found.items() if several}


@dataclass(frozen=True)
class Facets:
    """Finds by what the entries of a graph are chosen."""

    graph: Graph

    @cached_property
    def _parties(self) -> frozenset[str]:
        """Return the organizations that are one side at some meeting, or made a commitment."""
        met = (party for meeting in self.graph.meetings for party in parties_of(meeting))
        promised = (party for commitment in self.graph.live(Commitment) for party in commitment.by)
        return frozenset((*met, *promised))

    def _sides(self, organizations: Iterable[str]) -> Iterator[str]:
        """Yield the names of the parties that organizations are, or are part of."""
        for organization in organizations:
            for whole in wholes_of(self.graph, organization):
                if whole in self._parties:
                    yield short_title_of(self.graph.record(Organization, whole)).raw

    def _topics(self, ids: Iterable[str]) -> Iterator[str]:
        return (self.graph.record(Topic, id_).name.raw for id_ in ids)

    def of_quotation(self, quotation: Quotation) -> Filters:
        """Return what a quotation is chosen by."""
        quote, party = quotation.quote, party_of_speaker(self.graph, quotation.meeting, quotation.quote)
        return _filters(
            speaker=[self.graph.speaker(quote.speaker).title_text.raw],
            party=self._sides([party] if party else []),
            topic=self._topics(quote.topics),
            year=[str(quotation.date.year)],
            kind=["Quotation"],
            mode=[mode_in_words(attribute(self.graph, quotation, r), r) for r in quote.renderings],
        )

    def of_record(self, record: Record) -> Filters:
        """Return what a record is chosen by; a commitment is of the year in which it was made."""
        dated = self.graph.record(Meeting, record.made_at) if isinstance(record, Commitment) else record
        date = getattr(dated, "date", None)
        return _filters(
            party=self._sides(_ORGANIZATIONS.get(type(record), _none)(record)),
            topic=self._topics(_TOPICS.get(type(record), _none)(record)),
            year=[str(date.year)] if isinstance(date, Date) else [],
            kind=[record.TYPE.capitalize()],
        )
