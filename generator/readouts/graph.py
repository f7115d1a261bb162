"""All records, and the links between them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from readouts.model import RECORD_TYPES, Date, Link, Meeting, NoReadout, Organization, Person, Quote, Record, Rendering
from readouts.model.shape import KEY, Value, walk
from readouts.problem import FieldPath
from readouts.text import Prose, Text, primary

Key = tuple[
    str, str
]  # a type and an id: ("meeting", "2003-09-12-night-line"), ("quote", "2003-09-12-night-line/sleepers")
RECORD_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")
MENTIONED = "Mentioned in"
_TYPES = tuple(model.TYPE for model in RECORD_TYPES)
TYPE_OF_FOLDER = {model.FOLDER: model.TYPE for model in RECORD_TYPES}
FOLDER_OF_TYPE = {model.TYPE: model.FOLDER for model in RECORD_TYPES}
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote in its meeting."""

    meeting: Meeting
    quote: Quote

    TYPE = Quote.TYPE

    @property
    def id(self) -> str:
        """Return its address, `<meeting>/<quote>`."""
        return f"{self.meeting.id}/{self.quote.id}"

    @property
    def date(self) -> Date:
        """Return when it was said."""
        return self.quote.said_on(self.meeting.date)

    @property
    def is_of_meeting(self) -> bool:
        """Tell whether it was said at the meeting, rather than on another day or in writing beside it."""
        return self.quote.said is None and self.quote.channel in (None, "in-person")

    @property
    def best(self) -> Rendering:
        """Return the rendering that a reader should see first: original English, then any English, then the first."""
        return min(self.quote.renderings, key=lambda r: (primary(r.lang) != "en", not r.original, r.mode == "indirect"))

    @property
    def renderings(self) -> tuple[Rendering, ...]:
        """Return its renderings as its page numbers them: originals first, then the best."""
        best = self.best
        return tuple(sorted(self.quote.renderings, key=lambda r: (not r.original, r is not best)))


Node = Record | Quotation


def key_of(node: Node) -> Key:
    """Return the type and id by which a node is found."""
    return node.TYPE, node.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """That one node names another: where (a path in the holding record's file), and what it means.

    `prose` is a record link as it is written, and how many like it stand before it in the same text.
    """

    record: Record
    holder: Node
    path: FieldPath
    link: Link
    to: str
    prose: tuple[str, int] | None = None

    @property
    def keys(self) -> Iterator[Key]:
        """Yield what it may name, one key for each type that the link allows."""
        for type_ in self.link.to:
            yield type_, self.to


def read_record_link(target: str) -> tuple[str, str]:
    """Return the type and id that `people/xi-jinping` or `2024-04-26-xi-blinken/two-way-street` names."""
    folder, _, rest = target.partition("/")
    return (TYPE_OF_FOLDER[folder], rest) if folder in TYPE_OF_FOLDER else (Quote.TYPE, target)


def _names_or_holds_links(value: Value) -> bool:
    return value.link is not None or value.type is Prose


def references(record: Record) -> Iterator[Reference]:
    """Yield every link of a record, those of its quotes and of its prose among them."""
    for path, value, found in walk(record, _names_or_holds_links):
        holder = _holder(record, path)
        if value.link is not None:
            if found:
                yield Reference(record=record, holder=holder, path=path, link=value.link, to=found)
        else:
            seen: dict[str, int] = {}
            for match in RECORD_LINK.finditer(found.raw):
                type_, target = read_record_link(match[1].strip())
                seen[match[0]] = seen.get(match[0], -1) + 1
                link, prose = Link((type_,), MENTIONED), (match[0], seen[match[0]])
                yield Reference(record=record, holder=holder, path=path, link=link, to=target, prose=prose)


def _holder(record: Record, path: FieldPath) -> Node:
    if isinstance(record, Meeting) and path[0] == "quotes" and isinstance(path[1], int):
        return Quotation(record, record.quotes[path[1]])
    return record


def texts(record: Record) -> Iterator[tuple[FieldPath, Text]]:
    """Yield path and text of everything a contributor wrote into a record."""
    for path, _, text in walk(record, lambda value: issubclass(value.type, Text)):
        yield path, text


@dataclass(frozen=True, kw_only=True, repr=False)  # it would be as long as all content
class Graph:
    """Records by type and id, and who names whom; it never changes once it is built."""

    nodes: Mapping[Key, Node]
    records: tuple[Record, ...]
    references: tuple[Reference, ...]
    formerly: Mapping[Key, Node]
    _backlinks: Mapping[Key, tuple[tuple[str, Node], ...]] = field(repr=False)

    def is_live(self, node: Node | None) -> bool:
        """Tell whether a record is there and is not withdrawn, or a quotation's meeting isn't."""
        record = node.meeting if isinstance(node, Quotation) else node
        return record is not None and record.withdrawn is None

    def live(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a type that are not withdrawn, by id."""
        return tuple(r for r in self.all_of(model) if r.withdrawn is None)

    def all_of(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a type, withdrawn ones too, by id."""
        return tuple(r for r in self.records if isinstance(r, model))

    def by_id(self, id_: str) -> Iterator[Record]:
        """Yield the records of any type that have an id."""
        for type_ in _TYPES:
            node = self.nodes.get((type_, id_))
            if isinstance(node, Record):
                yield node

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings that are not withdrawn, in time order."""
        return tuple(sorted(self.live(Meeting), key=lambda m: (m.date.earliest, m.date.latest, m.id)))

    @cached_property
    def quoted(self) -> int:
        """Return from how many of the meetings words are on record."""
        return sum(1 for meeting in self.meetings if meeting.quotes)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Return every quotation of a meeting that is not withdrawn, by time of the meeting, as listed."""
        return tuple(Quotation(meeting, quote) for meeting in self.meetings for quote in meeting.quotes)

    def get(self, type_: str, id_: str) -> Node | None:
        """Return a record or quotation, or None."""
        return self.nodes.get((type_, id_))

    def find(self, reference: Reference) -> Node | None:
        """Return what a reference names, or None."""
        return next((self.nodes[key] for key in reference.keys if key in self.nodes), None)

    def record(self, model: type[R], id_: str) -> R:
        """Return a record that is known to be there, as every reference is once content is checked."""
        node = self.nodes[model.TYPE, id_]
        if not isinstance(node, model):
            raise KeyError(id_)
        return node

    def speaker(self, id_: str) -> Person | Organization:
        """Return the person or organization of an id; they never share one."""
        person = self.nodes.get((Person.TYPE, id_))
        return person if isinstance(person, Person) else self.record(Organization, id_)

    def backlinks(self, node: Node) -> Mapping[str, tuple[Node, ...]]:
        """Return the nodes that name this one, by what it calls them; withdrawn ones are left out."""
        grouped: dict[str, dict[Key, Node]] = {}
        for label, holder in self._backlinks.get(key_of(node), ()):
            if label:
                grouped.setdefault(label, {})[key_of(holder)] = holder
        return {label: tuple(holders.values()) for label, holders in grouped.items()}

    def is_named(self, node: Node) -> bool:
        """Tell whether any record that counts names this one."""
        return key_of(node) in self._backlinks


def _nodes(records: Iterable[Record]) -> Iterator[Node]:
    for record in records:
        yield record
        if isinstance(record, Meeting):
            yield from (Quotation(record, quote) for quote in record.quotes)


def _former(node: Node) -> Iterator[tuple[Key, Node]]:
    """Yield the old keys of a node: those of a meeting hold for its quotes too."""
    if isinstance(node, Quotation):
        ids = (node.quote.id, *node.quote.formerly)
        for meeting in (node.meeting.id, *node.meeting.formerly):
            yield from (((node.TYPE, f"{meeting}/{quote}"), node) for quote in ids)
    else:
        yield from (((node.TYPE, old), node) for old in node.formerly)


def _denies_account(reference: Reference) -> bool:
    """Tell whether a party is named only to say that it has no account: that is no account to list."""
    record, path = reference.record, reference.path
    if not isinstance(record, Meeting) or (path[0], path[-1]) != ("readouts", KEY):
        return False
    return isinstance(record.readouts[reference.to], NoReadout)


def build_graph(records: Iterable[Record]) -> Graph:
    """Return the graph of some records."""
    ordered = tuple(sorted(records, key=lambda r: (_TYPES.index(r.TYPE), r.id)))
    nodes = {key_of(node): node for node in _nodes(ordered)}
    named = tuple(reference for record in ordered for reference in references(record))
    backlinks: dict[Key, list[tuple[str, Node]]] = {}
    for reference in named:
        found = next((key for key in reference.keys if key in nodes), None)
        if found and reference.record.withdrawn is None and found != key_of(reference.holder):
            label = "" if _denies_account(reference) else reference.link.reverse
            backlinks.setdefault(found, []).append((label, reference.holder))
    former = {key: node for own in nodes.values() for key, node in _former(own) if key not in nodes}
    return Graph(
        nodes=nodes,
        records=ordered,
        references=named,
        formerly=former,
        _backlinks={key: tuple(found) for key, found in backlinks.items()},
    )
