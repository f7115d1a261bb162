"""What a rule sees, and what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readouts.graph import Graph, Key, Node, Quotation, Reference, key_of
from readouts.insight import Insight
from readouts.load import Document
from readouts.model import Meeting, Named, Organization, Record
from readouts.problem import Path
from readouts.text import near

At = Literal["value", "key", "missing"]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that a rule objects to, at a path of a record.

    It points at the value, at the key, or at the first key of the mapping in which the path is missing;
    `words` names the nth occurrence of some words within the value.
    """

    record: Record
    path: Path
    message: str
    help: str = ""
    suggestion: str | None = None
    at: At = "value"
    words: tuple[str, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """All records, with what is known of the files they stand in."""

    insight: Insight
    documents: Mapping[Key, Document]

    @property
    def graph(self) -> Graph:
        """Return the records and their links."""
        return self.insight.graph

    def document(self, record: Record) -> Document:
        """Return the file of a record."""
        return self.documents[key_of(record)]

    def is_sound(self, record: Record) -> bool:
        """Tell whether nothing is wrong with a record by itself."""
        return self.document(record).sound

    @cached_property
    def _unread(self) -> tuple[Document, ...]:
        return tuple(document for document in self.documents.values() if document.record is None)

    def has_unread(self, model: type[Record]) -> bool:
        """Tell whether a file of a type can't be read."""
        return any(document.model is model for document in self._unread)

    def is_unread(self, reference: Reference) -> bool:
        """Tell whether a reference may name what stands in a file, or in the quotes of one, that can't be read."""
        return any(
            self._is_lost(self.documents.get((type_, id_)))
            or (type_ == Quotation.TYPE and self._is_lost(self.documents.get((Meeting.TYPE, id_.partition("/")[0]))))
            for type_, id_ in reference.keys
        )

    def _is_lost(self, document: Document | None) -> bool:
        if document is None or document.sound:
            return False
        return document.record is None or (isinstance(document.record, Meeting) and not document.record.quotes)

    def may_be_named(self, node: Node) -> bool:
        """Tell whether a file that can't be read may name a node."""
        return any(not document.source or node.id in document.source for document in self._unread)

    @cached_property
    def _nicknames(self) -> Mapping[str, Mapping[str, str]]:
        """Return ids by type and by every name that a contributor may write in their place."""
        found: dict[str, dict[str, str]] = {}
        for record in self.graph.records:
            names = [record.title_text]
            if isinstance(record, Named):
                names += [*record.also, *(name for several in record.names.values() for name in several)]
            if isinstance(record, Organization) and record.short:
                names.append(record.short)
            own = found.setdefault(record.TYPE, {})
            own[record.id] = record.id
            for name in names:
                own.setdefault(name.raw.casefold(), record.id)
        return found

    def near_miss(self, types: tuple[str, ...], written: str) -> str | None:
        """Return the id that was probably meant: one that is alike, or that of a record with such a name."""
        if types == (Quotation.TYPE,):
            return self._near_quotation(written)
        ids = {name: id_ for type_ in types for name, id_ in self._nicknames.get(type_, {}).items()}
        last = written.casefold().rpartition("/")[2].removesuffix(".yml")
        hyphened = "-".join(last.replace("_", " ").split())
        for exact in (written.casefold(), last, hyphened):
            if exact in ids:
                return ids[exact]
        found = near(hyphened, ids.values()) or near(written, ids)
        if found is None:
            within = {id_ for id_ in ids.values() if set(hyphened.split("-")) <= set(id_.split("-"))}
            return within.pop() if len(within) == 1 else None
        return ids.get(found, found)

    def _near_quotation(self, written: str) -> str | None:
        meeting, _, quote = written.rpartition("/")
        addresses = [id_ for type_, id_ in self.graph.nodes if type_ == Quotation.TYPE]
        of_that_name = [address for address in addresses if address.rpartition("/")[2] == quote]
        if len(of_that_name) == 1:
            return of_that_name[0]
        return near(written, [a for a in addresses if a.startswith(f"{meeting}/")] or addresses)
