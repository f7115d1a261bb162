"""For whom a speaker speaks, and whose documents a source passes on, by what is on record."""

from dataclasses import dataclass

from readouts.graph import Graph
from readouts.insight.offices import is_part_of, offices_at, wholes_of
from readouts.model import Date, Organization, Person, Source
from readouts.model.dates import UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Parties:
    """The offices and organizations on record, asked on the date of a source, and that source."""

    graph: Graph
    source: Source | None
    date: Date | None

    def party(self, speaker: str) -> str | None:
        """Return the one state that a person or organization speaks for."""
        person = self.graph.get(Person.TYPE, speaker)
        if isinstance(person, Person):
            roles = offices_at(self.graph, person, self.date or UNKNOWN)
            states = {state for role in roles for state in self._states(role.organization)}
        else:
            states = self._states(speaker)
        return states.pop() if len(states) == 1 else None

    def _states(self, organization: str) -> set[str]:
        wholes = (self.graph.get(Organization.TYPE, id_) for id_ in wholes_of(self.graph, organization))
        return {whole.id for whole in wholes if isinstance(whole, Organization) and whole.kind == "state"}

    def relayed(self, organization: str) -> str | None:
        """Return the one document of an organization that the source passes on."""
        relays = (self.graph.get(Source.TYPE, id_) for id_ in (self.source.relays if self.source else ()))
        found = [source.id for source in relays if isinstance(source, Source) and source.issuer == organization]
        return found[0] if len(found) == 1 else None

    def account(self, party: str) -> str | None:
        """Return the one document of a party, or of a part of it, that the source passes on."""
        relays = (self.graph.get(Source.TYPE, id_) for id_ in (self.source.relays if self.source else ()))
        sources = [source for source in relays if isinstance(source, Source)]
        found = [source.id for source in sources if is_part_of(self.graph, source.issuer, party)]
        return found[0] if len(found) == 1 else None

    def on_record(self, words: str) -> tuple[str, ...]:
        """Return the quotations that have these words from the source already, or a part of them."""
        if self.source is None:
            return ()
        return tuple(
            quotation.id
            for quotation in self.graph.quotations
            if any(r.source == self.source.id and r.text.raw in words for r in quotation.quote.renderings)
        )
