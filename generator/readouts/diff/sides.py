"""Two states of the same content, and which record of the one is which of the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readouts.build import Checked
from readouts.graph import Key, Quotation, key_of
from readouts.load import Document
from readouts.model import Meeting


def _documents(checked: Checked) -> Mapping[Key, Document]:
    return {(document.model.TYPE, document.stem): document for document in checked.content.documents}


@dataclass(frozen=True)
class Sides:
    """The content before and now. Keys are those of now, but of what is gone."""

    before: Checked
    now: Checked

    @cached_property
    def documents_before(self) -> Mapping[Key, Document]:
        """Return the files that there were."""
        return _documents(self.before)

    @cached_property
    def documents_now(self) -> Mapping[Key, Document]:
        """Return the files that there are."""
        return _documents(self.now)

    @cached_property
    def _successors(self) -> Mapping[Key, Key]:
        """Return what leads on under `formerly` from that which has its old id no longer."""
        former = self.now.insight.graph.formerly
        return {key: key_of(former[key]) for key in self.before.insight.graph.nodes if key in former}

    @cached_property
    def renamed(self) -> Mapping[Key, Key]:
        """Return the present keys of what has another id now."""
        nodes = self.before.insight.graph.nodes
        return {old: new for old, new in self._successors.items() if new not in nodes}

    @cached_property
    def merged(self) -> Mapping[Key, Key]:
        """Return the keys of what is gone and leads to something that was there besides."""
        return {old: new for old, new in self._successors.items() if old not in self.renamed}

    def present(self, key: Key) -> Key:
        """Return the present key of something that was there."""
        return self.renamed.get(key, key)

    @cached_property
    def unclear(self) -> frozenset[Key]:
        """Return the records of which one state is not known for certain: their files have errors by themselves."""
        before = {self.present(key) for key, document in self.documents_before.items() if not document.sound}
        return frozenset(before | {key for key, document in self.documents_now.items() if not document.sound})

    @cached_property
    def nodes_before(self) -> frozenset[Key]:
        """Return the present keys of all that there was."""
        return frozenset(map(self.present, self.before.insight.graph.nodes))

    @cached_property
    def quotations_before(self) -> Mapping[Key, Quotation]:
        """Return the quotations that there were on pages, by their present keys."""
        found = self._quotations(self.before)
        return {self.present(key): quotation for key, quotation in found.items()}

    @cached_property
    def quotations_now(self) -> Mapping[Key, Quotation]:
        """Return the quotations that there are on pages."""
        return self._quotations(self.now)

    def _quotations(self, checked: Checked) -> dict[Key, Quotation]:
        found = {key_of(quotation): quotation for quotation in checked.insight.graph.quotations}
        return {key: q for key, q in found.items() if self.present((Meeting.TYPE, q.meeting.id)) not in self.unclear}
