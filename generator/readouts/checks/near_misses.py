"""What a contributor probably meant by a name that no record has."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from readouts.graph import FOLDER_OF_TYPE, TYPE_OF_FOLDER, Graph, Quotation, Reference
from readouts.model import Meeting, Named, Organization, Person
from readouts.text import near


@dataclass(frozen=True)
class NearMisses:
    """Finds ids that are like a written one, or that are of a record with such a name."""

    graph: Graph

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
            if isinstance(record, Person) and record.sort:
                names.append(record.sort)
            own = found.setdefault(record.TYPE, {})
            own[record.id] = record.id
            for name in names:
                own.setdefault(name.raw.casefold(), record.id)
        return found

    def of(self, types: tuple[str, ...], written: str) -> str | None:
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

    def of_reference(self, reference: Reference) -> str | None:
        """Return the near miss in the form in which the reference was written; in prose that is `folder/id`."""
        if reference.prose is None:
            return self.of(reference.link.to, reference.to)
        folder, _, id_ = reference.prose[0].strip("[]").partition("|")[0].strip().partition("/")
        words = {**TYPE_OF_FOLDER, **{type_: type_ for type_ in FOLDER_OF_TYPE}}
        type_ = words.get(near(folder, words) or "")
        if type_ is None or (reference.link.to == (Quotation.TYPE,) and self.graph.get(Meeting.TYPE, folder)):
            return self.of(reference.link.to, reference.to)
        found = self.of((type_,), id_)
        return f"{FOLDER_OF_TYPE[type_]}/{found}" if found else None

    def _near_quotation(self, written: str) -> str | None:
        meeting, _, quote = written.rpartition("/")
        addresses = [id_ for type_, id_ in self.graph.nodes if type_ == Quotation.TYPE and not id_.endswith("/")]
        of_that_name = [address for address in addresses if address.rpartition("/")[2] == quote]
        if len(of_that_name) == 1:
            return of_that_name[0]
        return near(written, [a for a in addresses if a.startswith(f"{meeting}/")] or addresses)
