"""What a contributor probably meant by a name that no record has."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from readouts.graph import FOLDER_OF_TYPE, TYPE_OF_FOLDER, Graph, Key, Quotation, Reference
from readouts.model import Meeting, Named, Organization, Person, Record, Source
from readouts.text import Text, near

LONGEST = 100  # characters of what can be a slip of the pen
EFFORT, FEWEST = 1_000_000, 20  # comparisons of names, a long one counting for several


def all_names(record: Record) -> Iterator[Text]:
    """Yield every name that a contributor may know a record by."""
    yield record.title_text
    if isinstance(record, Named):
        yield from record.also
        yield from (name for several in record.names.values() for name in several)
    if isinstance(record, Organization) and record.short:
        yield record.short
    if isinstance(record, Person) and record.sort:
        yield record.sort


def _codes(record: Record) -> Iterator[str]:
    """Yield the code of a state, and the addresses of a source."""
    if isinstance(record, Organization) and record.iso:
        yield record.iso
    if isinstance(record, Source):
        yield from (address.raw for address in (record.url, record.archive) if address)


@dataclass(frozen=True)
class NearMisses:
    """Finds ids that are like a written one, or that are of a record with such a name; `unread` are of other files."""

    graph: Graph
    unread: frozenset[Key] = frozenset()
    _by_types: dict[tuple[str, ...], Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def _nicknames(self) -> Mapping[str, Mapping[str, str]]:
        """Return ids by type and by every name that a contributor may write in their place."""
        found: dict[str, dict[str, str]] = {}
        for record in self.graph.records:
            own = found.setdefault(record.TYPE, {})
            own[record.id] = record.id
            for name in (*(name.raw for name in all_names(record)), *_codes(record)):
                if len(name) <= LONGEST:
                    own.setdefault(name.casefold(), record.id)
        for type_, id_ in self.unread:
            found.setdefault(type_, {}).setdefault(id_, id_)
        return found

    @cached_property
    def most(self) -> int:
        """Return for how many names near misses can be found in a short time: each is compared with all there are."""
        names = [name for names in self._nicknames.values() for name in names]
        return max(FEWEST, EFFORT // (1 + sum(1 + len(name) // 20 for name in names) + len(self._addresses)))

    def names_of(self, types: tuple[str, ...]) -> Mapping[str, str]:
        """Return ids by each name, in lower case, that records of some types have."""
        if types not in self._by_types:
            self._by_types[types] = {n: id_ for type_ in types for n, id_ in self._nicknames.get(type_, {}).items()}
        return self._by_types[types]

    def of(self, types: tuple[str, ...], written: str) -> str | None:
        """Return the id that was probably meant: one that is alike, or that of a record with such a name."""
        if len(written) > LONGEST or re.search(r"\s-\s", written):  # the latter are two items of a list
            return None
        if types == (Quotation.TYPE,):
            return self._near_quotation(written)
        ids = self.names_of(types)
        last = written.casefold().rpartition("/")[2].removesuffix(".yml")
        hyphened = "-".join(last.replace("_", " ").split())
        for exact in (written.casefold(), last, hyphened):
            if exact in ids:
                return ids[exact]
        unique = dict.fromkeys(ids.values())
        found = near(hyphened, unique) or near(written, ids)
        return ids.get(found, found) if found else _sharing(hyphened, unique, is_id=hyphened == written)

    def of_reference(self, reference: Reference) -> str | None:
        """Return the near miss in the form in which the reference was written; in prose that is `folder/id`."""
        if reference.prose is None:
            return self.of(reference.link.to, reference.to)
        folder, slash, id_ = reference.prose[0].strip("[]").partition("|")[0].strip().partition("/")
        if not slash:
            return self._of_any_type(reference.to)
        words = {**TYPE_OF_FOLDER, **{type_: type_ for type_ in FOLDER_OF_TYPE}}
        type_ = words.get(near(folder, words) or "")
        if type_ is None or (reference.link.to == (Quotation.TYPE,) and self.graph.get(Meeting.TYPE, folder)):
            return self.of(reference.link.to, reference.to)
        if type_ == Meeting.TYPE and "/" in id_:
            return self._near_quotation(id_)
        found = self.of((type_,), id_)
        return f"{FOLDER_OF_TYPE[type_]}/{found}" if found else None

    def _of_any_type(self, written: str) -> str | None:
        """Return what was meant by a record link without a folder: a name, a quote, or an id, in the form of a link."""
        named = ((type_, names.get(written.casefold())) for type_, names in self._nicknames.items())
        found = next((f"{FOLDER_OF_TYPE[type_]}/{id_}" for type_, id_ in named if id_), None)
        if found := found or self._near_quotation(written):
            return found
        alike = ((type_, self.of((type_,), written)) for type_ in FOLDER_OF_TYPE)
        return next((f"{FOLDER_OF_TYPE[type_]}/{id_}" for type_, id_ in alike if id_), None)

    @cached_property
    def _addresses(self) -> tuple[str, ...]:
        named = (id_ for type_, id_ in self.graph.nodes if type_ == Quotation.TYPE)
        return tuple(id_ for id_ in named if not id_.endswith("/"))

    @cached_property
    def _by_meeting(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(self._addresses, lambda address: address.rpartition("/")[0])

    @cached_property
    def _by_quote(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(self._addresses, lambda address: address.rpartition("/")[2])

    def _near_quotation(self, written: str) -> str | None:
        meeting, _, quote = written.rpartition("/")
        of_that_name = self._by_quote.get(quote, ())
        if len(of_that_name) == 1:
            return of_that_name[0]
        return near(written, self._by_meeting.get(meeting) or self._addresses)


def _sharing(written: str, ids: Iterable[str], *, is_id: bool) -> str | None:
    """Return the only id that has all words of what was written, or, of a name such as President Xi, its last word."""
    words = written.split("-")
    sought = set(words) if is_id else {words[-1]}
    sharing = [id_ for id_ in ids if sought <= set(id_.split("-"))]
    return sharing[0] if len(sharing) == 1 else None


def _grouped(addresses: tuple[str, ...], key: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for address in addresses:
        found.setdefault(key(address), []).append(address)
    return {name: tuple(several) for name, several in found.items()}
