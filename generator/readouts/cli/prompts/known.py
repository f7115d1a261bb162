"""What may be named in an answer: records that exist, and those that are to be created with this one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from readouts.checks.near_misses import NearMisses
from readouts.cli.prompts.completion import Offer
from readouts.graph import Graph, Node, Quotation
from readouts.model import RECORD_TYPES, Date, Named, Record, Source
from readouts.writing.ids import fault_of_id

MODELS: Mapping[str, type[Record]] = {model.TYPE: model for model in RECORD_TYPES}


@dataclass(frozen=True, kw_only=True)
class Created:
    """A record that doesn't exist yet."""

    model: type[Record]
    id: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.data[self.model.NAME])


@dataclass(frozen=True, kw_only=True)
class Known:
    """Records by their ids and names; `files` has type and id of each, those that can't be read among them."""

    graph: Graph
    files: frozenset[tuple[str, str]]
    created: list[Created] = field(default_factory=list)

    @cached_property
    def _near_misses(self) -> NearMisses:
        return NearMisses(self.graph)

    def offers(self, types: tuple[str, ...]) -> Iterator[Offer]:
        """Yield what may be named where records of some types may: the newly created first, then the latest."""
        for new in self._created(types):
            yield Offer(word=new.id, name=new.name)
        for (type_, id_), node in sorted(self.graph.nodes.items(), key=_by_time):
            if type_ in types and isinstance(node, Quotation):
                yield Offer(word=id_, name=node.best.text.raw)
            elif type_ in types and isinstance(node, Record) and node.withdrawn is None:
                also = tuple(name.raw for name in node.also) if isinstance(node, Named) else ()
                yield Offer(word=id_, name=node.title_text.raw, also=also)

    def _created(self, types: tuple[str, ...]) -> Iterator[Created]:
        return (new for new in reversed(self.created) if new.model.TYPE in types)

    def find(self, types: tuple[str, ...], written: str) -> str | None:
        """Return the id of a record by its id, or by one of its names in whatever letter case."""
        folded = written.casefold()
        for new in self._created(types):
            if folded in (new.id, new.name.casefold()):
                return new.id
        if any((type_, written) in self.graph.nodes for type_ in types):
            return written
        return self._near_misses.names_of(types).get(folded)

    def meant(self, types: tuple[str, ...], written: str) -> str | None:
        """Return the id that was probably meant."""
        return self._near_misses.of(types, written)

    def objection_to_id(self, model: type[Record], id_: str) -> str | None:
        """Return why a new record can't have an id."""
        if fault := fault_of_id(id_):
            return fault
        if (model.TYPE, id_) in self.files or any((new.model, new.id) == (model, id_) for new in self.created):
            return f"{model.FOLDER}/{id_}.yml exists already"
        return f"'{id_}' is a former id of another" if (model.TYPE, id_) in self.graph.formerly else None

    def is_of(self, model: type[Record], id_: str | None) -> bool:
        """Tell whether an id is that of a record of a type."""
        return (model.TYPE, id_) in self.graph.nodes or any((new.model, new.id) == (model, id_) for new in self.created)

    def party_of(self, person: str | None) -> str:
        """Return for whom a person spoke last, or an empty text."""
        parties = (p.for_ for m in reversed(self.graph.meetings) for p in m.participants if p.person == person)
        return next(parties, "")

    def language_of(self, source: str | None) -> str:
        """Return the language of a source, or an empty text."""
        record = self.graph.get(Source.TYPE, source or "")
        return record.lang or "" if isinstance(record, Source) else ""

    def relayed_by(self, source: str | None) -> tuple[str, ...]:
        """Return the documents whose words a source passes on."""
        record = self.graph.get(Source.TYPE, source or "")
        return record.relays if isinstance(record, Source) else ()


def _by_time(found: tuple[tuple[str, str], Node]) -> int:
    """Return what puts the latest first of what has a date, and leaves other records by id."""
    date = getattr(found[1], "date", None)
    return -date.earliest.toordinal() if isinstance(date, Date) else 0
