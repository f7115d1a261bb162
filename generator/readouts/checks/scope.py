"""What a rule sees, and what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Literal

from readouts.checks.near_misses import NearMisses
from readouts.graph import Graph, Key, Node, Quotation, Reference, key_of
from readouts.insight import Insight
from readouts.load import Document
from readouts.model import Meeting, Record
from readouts.model.fields import ID
from readouts.problem import FieldPath

At = Literal["value", "key", "missing"]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that a rule objects to, at a path of a record.

    It points at the value, at the key, or at the first key of the mapping in which the path is missing;
    `words` names the nth occurrence of some words within the value. `unless` are mappings with fields that the rule
    asks for: an unknown field in one of these, or one given twice, may be the one, and the finding is left out.
    """

    record: Record
    path: FieldPath
    message: str
    help: str = ""
    suggestion: str | None = None
    at: At = "value"
    words: tuple[str, int] | None = None
    unless: tuple[FieldPath, ...] = ()


def in_form(reference: Reference, node: Node) -> str:
    """Return the id of a node in the form in which a reference was written: in prose that is `folder/id`."""
    return f"{node.FOLDER}/{node.id}" if reference.prose and isinstance(node, Record) else node.id


@dataclass(frozen=True, kw_only=True)
class Scope:
    """All records, with what is known of the files they stand in."""

    insight: Insight
    documents: Mapping[Key, Document]
    misnamed: frozenset[Key] = frozenset()

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
    def near_misses(self) -> NearMisses:
        """Return what finds the ids that were probably meant."""
        lost = (key for key, document in self.documents.items() if document.record is None)
        return NearMisses(self.graph, frozenset((*lost, *self.misnamed)))

    @cached_property
    def unknown(self) -> tuple[tuple[Reference, str | None], ...]:
        """Return the references that name nothing, the first of them with what was probably meant."""
        named = (r for r in self.graph.references if not self.graph.find(r))
        lost = [r for r in named if not self.of_other_type(r) and not self.is_unread(r)]
        meant = [self._present(r) or self.near_misses.of_reference(r) for r in lost[: self.near_misses.most]]
        return tuple(zip_longest(lost, meant))

    def _present(self, reference: Reference) -> str | None:
        """Return the present id of what a reference names by a former one, in the form in which it was written."""
        node = next((self.graph.formerly[key] for key in reference.keys if key in self.graph.formerly), None)
        return in_form(reference, node) if node else None

    def of_other_type(self, reference: Reference) -> Record | None:
        """Return a record of the id that a reference has, of a type that it can't name."""
        return next((r for r in self.graph.by_id(reference.to) if r.TYPE not in reference.link.to), None)

    @cached_property
    def _meant(self) -> frozenset[str]:
        return frozenset(meant.rpartition("/")[2] for _, meant in self.unknown if meant)

    @cached_property
    def _sought(self) -> frozenset[str]:
        """Return the types that a reference should name and does not, while nobody knows which record was meant."""
        lost = [reference for reference, meant in self.unknown if not meant and reference.prose is None]
        lost += [
            r for r in self.graph.references if r.prose is None and not self.graph.find(r) and self.of_other_type(r)
        ]
        return frozenset(type_ for reference in lost for type_ in reference.link.to)

    @cached_property
    def _hidden(self) -> frozenset[str] | None:
        """Return what may be an id in the text of faulty files; None where the text of one is not known."""
        if any(type_ == Meeting.TYPE for type_, _ in self.misnamed):
            return None
        faulty = [document.source for document in self.documents.values() if not document.sound]
        return frozenset(id_ for source in faulty for id_ in ID.findall(source)) if all(faulty) else None

    def has_faulty(self, model: type[Record]) -> bool:
        """Tell whether something is wrong with a file of a type, so that not all it has is known."""
        misnamed = any(type_ == model.TYPE for type_, _ in self.misnamed)
        return misnamed or any(document.model is model and not document.sound for document in self.documents.values())

    def is_unread(self, reference: Reference) -> bool:
        """Tell whether a reference may name what stands in a file, or in the quotes of one, that can't be read."""
        return any(
            key in self.misnamed or self._is_lost(self.documents.get(key))
            for type_, id_ in reference.keys
            for key in ((type_, id_), *([(Meeting.TYPE, id_.partition("/")[0])] if type_ == Quotation.TYPE else []))
        )

    def _is_lost(self, document: Document | None) -> bool:
        if document is None or document.sound:
            return False
        record = document.record
        return record is None or (
            isinstance(record, Meeting) and not (record.quotes and all(q.id for q in record.quotes))
        )

    def may_be_named(self, node: Node) -> bool:
        """Tell whether a faulty file may name a node, in what can't be read of it, or a wrong reference was to."""
        return node.TYPE in self._sought or node.id in self._meant or self._hidden is None or node.id in self._hidden
