"""What entries of the search are chosen by: speaker, party, topic, year, kind and mode."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from readouts.graph import Graph, Quotation
from readouts.insight.accounts import party_of_speaker
from readouts.insight.changes import topics_of
from readouts.insight.encounters import parties_of
from readouts.insight.offices import wholes_of
from readouts.model import Commitment, Meeting, Organization, Person, Phrase, Record, Source, Topic
from readouts.pages.titles import short_title_of

Filters = Mapping[str, tuple[str, ...]]
MODES = {"direct": "direct quotation", "partial": "quoted in part", "indirect": "reported speech"}


def _filters(**values: Iterable[str]) -> Filters:
    return {name: tuple(dict.fromkeys(found)) for name, several in values.items() if (found := list(several))}


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

    def _sides(self, organizations: Iterable[str | None]) -> Iterator[str]:
        """Yield the names of the parties that organizations are, or are part of."""
        for id_ in organizations:
            for whole in wholes_of(self.graph, id_) if id_ else ():
                if whole in self._parties:
                    yield short_title_of(self.graph.record(Organization, whole)).raw

    def _topics(self, ids: Iterable[str]) -> Iterator[str]:
        return (self.graph.record(Topic, id_).name.raw for id_ in ids)

    def of_quotation(self, quotation: Quotation) -> Filters:
        """Return what a quotation is chosen by."""
        meeting, quote = quotation.meeting, quotation.quote
        return _filters(
            kind=("Quotation",),
            speaker=(self.graph.speaker(quote.speaker).title_text.raw,),
            party=self._sides([party_of_speaker(self.graph, meeting, quote)]),
            topic=self._topics(quote.topics),
            year=(str(quotation.date.year),),
            mode=(MODES[rendering.mode] for rendering in quote.renderings),
        )

    def of_record(self, record: Record) -> Filters:
        """Return what a record is chosen by."""
        kind = (record.TYPE.capitalize(),)
        match record:
            case Meeting():
                year, sides, topics = (str(record.date.year),), self._sides(parties_of(record)), topics_of(record)
                return _filters(kind=kind, party=sides, topic=self._topics(topics), year=year)
            case Person():
                return _filters(kind=kind, party=self._sides(role.organization for role in record.roles))
            case Organization():
                return _filters(kind=kind, party=self._sides([record.id]))
            case Source():
                years = (str(record.date.year),) if record.date else ()
                return _filters(kind=kind, party=self._sides([record.issuer]), year=years)
            case Phrase():
                return _filters(kind=kind, party=self._sides(record.used_by), topic=self._topics(record.topics))
            case Commitment():
                year = (str(self.graph.record(Meeting, record.made_at).date.year),)
                return _filters(kind=kind, party=self._sides(record.by), topic=self._topics(record.topics), year=year)
            case Topic():
                return _filters(kind=kind, topic=(record.name.raw,))
        return _filters(kind=kind)
