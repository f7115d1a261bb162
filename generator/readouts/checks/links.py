"""Rules on what records name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from readouts.checks.scope import At, Finding, Scope, in_form
from readouts.graph import Graph, Reference
from readouts.load.characters import MOST_FAULTS
from readouts.model import Meeting, Organization, Place, Quote, Record
from readouts.model.fields import LONGEST_ID
from readouts.model.shape import KEY, Value, shapes, walk
from readouts.problem import FieldPath
from readouts.text import Prose, near, shortened, with_article

LONGEST_NAMED = 2 * LONGEST_ID + 1  # characters that a quotation is named with, its meeting before a slash
MOST_SUGGESTIONS = 100  # of quotes inside others: each is looked for among all in the meeting
_FIELDS_IN_LINE = ("part_of", "follows", "broader", "in", "relays")


def _at(reference: Reference) -> tuple[FieldPath, At]:
    return (reference.path[:-1], "key") if reference.path[-1] == KEY else (reference.path, "value")


def _any(types: Iterable[str]) -> str:
    return " or ".join(types)


def _is_field(reference: Reference) -> bool:
    """Tell whether a key, where a record is to be named, is a field of the mapping around: it was indented too far."""
    return reference.path[-1] == KEY and reference.to in shapes(type(reference.record))


def _advice(reference: Reference) -> str:
    if _is_field(reference):
        return f"it is a field of {with_article(reference.record.TYPE)}, so look at the indentation"
    if re.search(r"\s-\s", reference.to):
        return "write each item on a line of its own, its dash under the one above"
    if reference.path[0] == "readouts" and (reference.to.casefold() == "none" or " " in reference.to):
        return "write {none: why there is none}"
    return f"add the record, or name another {_any(reference.link.to)}"


def unknown_reference(scope: Scope) -> Iterator[Finding]:
    """Every reference names a record that exists, by its present id.

    Wrong:
        - person: hedda-brand
    Right:
        - person: hedda-brandt
    Do:
        Look up the id: it is the name of the record's file without `.yml`, and the last part of its page's address.
        Where there is no record yet, add one; `readouts new` asks for what it needs.
    See:
        wrong-type, bad-id
    """
    misplaced = {(r.record.id, _at(r)[0]) for r, _ in scope.unknown if _is_field(r)}
    for reference, suggestion in scope.unknown:
        (path, at), types = _at(reference), reference.link.to
        if at == "value" and (reference.record.id, path) in misplaced:
            continue
        written = shortened(reference.to, LONGEST_NAMED)
        message = f"no {_any(types)} '{written}'"
        if any(key in scope.graph.formerly for key in reference.keys):
            message = f"'{written}' is a former id of {_any(with_article(type_) for type_ in types)}"
        help_ = f"did you mean '{suggestion}'?" if suggestion else _advice(reference)
        yield Finding(
            record=reference.record,
            path=path,
            message=message,
            help=help_,
            suggestion=suggestion,
            at=at,
            words=reference.prose,
        )
    yield from _unknown_inside(scope.graph)


def _unknown_inside(graph: Graph) -> Iterator[Finding]:
    for meeting in graph.all_of(Meeting):
        ids, count = {quote.id for quote in meeting.quotes}, 0
        for i, quote in enumerate(meeting.quotes):
            if quote.inside and quote.inside not in ids and "" not in ids:
                count += 1
                last = quote.inside.rpartition("/")[2]
                suggestion = near(last, sorted(ids - {quote.id, ""})) if count <= MOST_SUGGESTIONS else None
                help_ = (
                    f"did you mean '{suggestion}'?" if suggestion else "name another quote of this meeting by its id"
                )
                path, message = ("quotes", i, "inside"), f"no quote '{quote.inside}' in this meeting"
                yield Finding(record=meeting, path=path, message=message, help=help_, suggestion=suggestion)


def _lacks_folder(reference: Reference) -> bool:
    """Tell whether a record link is the bare id of a record, which is how quotations are named."""
    return reference.prose is not None and "/" not in reference.to


def _instead(reference: Reference, other: Record, wanted: str) -> str:
    if reference.link.to == (Quote.TYPE,) and isinstance(other, Meeting) and other.quotes:
        return f"name one of its quotes: {other.id}/{other.quotes[0].id}, …"
    return f"name {wanted}"


def wrong_type(scope: Scope) -> Iterator[Finding]:
    """Every reference names a record of the type that its field is for.

    Wrong:
        place: aldermark
    Right:
        place: linden
    Do:
        Name a record of the type that the message asks for. A state is an organization; a city or a building is a
        place.
    See:
        unknown-reference
    """
    for reference in scope.graph.references:
        other = None if scope.graph.find(reference) else scope.of_other_type(reference)
        if other:
            path, at = _at(reference)
            wanted = _any(with_article(type_) for type_ in reference.link.to)
            suggestion = in_form(reference, other) if _lacks_folder(reference) else None
            yield Finding(
                record=reference.record,
                path=path,
                message=f"'{reference.to}' is {with_article(other.TYPE)}, not {wanted}",
                help=f"did you mean '{suggestion}'?" if suggestion else _instead(reference, other, wanted),
                suggestion=suggestion,
                at=at,
                words=reference.prose,
            )
    for place in scope.graph.all_of(Place):
        within = scope.graph.get(Organization.TYPE, place.in_ or "")
        if isinstance(within, Organization) and within.kind != "state" and scope.is_sound(within):
            message = f"'{within.id}' is an organization of kind '{within.kind}', not a state or a place"
            yield Finding(record=place, path=("in",), message=message, help="name a state or a larger place")


_LEADS_NOWHERE = re.compile(
    r"\[\[(?!\[)(?![^\[\]|]*(?:\|[^\[\]]*)?\]\])[^\[\]|\n]*"  # the beginning of a record link that is not closed
    r"|(?<=\]\()(?!<?https?://)(?=[^\s()/.:#]*+[/.:#])[^\s()]++(?=[()]|\s+[\"'(])",  # what a link of Markdown leads to
    re.IGNORECASE,
)


def broken_link(scope: Scope) -> Iterator[Finding]:
    """A link in prose is closed, and leads to a record or to an address that begins with http:// or https://.

    Wrong:
        gloss: See [[people/hedda-brandt].
    Right:
        gloss: See [[people/hedda-brandt]].
    Do:
        Close a link to a record with two brackets. A link to a page has the whole address, `[words](https://…)`; a
        record is named by its folder and id, whatever page it has. Any other link would stay on the page as it is
        written.
    See:
        unknown-reference, bad-url
    """
    for record in scope.graph.records:
        source = scope.document(record).source
        for path, _, prose in walk(record, _is_prose) if "](" in source or "[[" in source else ():
            for found in islice(_LEADS_NOWHERE.finditer(prose.raw), MOST_FAULTS):
                words, is_record = found[0].rstrip(), found[0].startswith("[[")
                message, help_ = _NOT_CLOSED if is_record else (f"'{words}' is no web address", _NO_ADDRESS)
                nth = prose.raw.count(words, 0, found.start())
                yield Finding(record=record, path=path, message=message, help=help_, words=(words, nth))


_NOT_CLOSED = ("a link to a record that is not closed", "close it with ]]: [[folder/id]] or [[folder/id|words]]")
_NO_ADDRESS = "write the whole address, with https://; a record is linked to as [[folder/id|words]]"


def _is_prose(value: Value) -> bool:
    return value.type is Prose


def self_reference(scope: Scope) -> Iterator[Finding]:
    """No record refers to itself.

    Wrong:
        - id: fish
          inside: fish
    Right:
        - id: fish
    Do:
        Name the other record that you had in mind, or delete the field.
    See:
        cycle
    """
    for reference in scope.graph.references:
        if scope.graph.find(reference) is reference.record:
            path, at = _at(reference)
            message = f"refers to itself: '{reference.to}' is this {reference.record.TYPE}"
            help_ = "name another record, or delete this"
            yield Finding(record=reference.record, path=path, message=message, help=help_, at=at, words=reference.prose)
    for meeting in scope.graph.all_of(Meeting):
        times = Counter(quote.id for quote in meeting.quotes)
        for index, quote in enumerate(meeting.quotes):
            if quote.id and quote.inside == quote.id and times[quote.id] == 1:
                path = ("quotes", index, "inside")
                yield Finding(
                    record=meeting, path=path, message="a quote inside itself", help="name the quote around it"
                )


Edges = Mapping[str, Mapping[str, tuple[Record, FieldPath]]]


def _cycles(edges: Edges) -> Iterator[tuple[str, str]]:
    """Yield an edge (from, to) of each cycle, by depth-first search."""
    done: set[str] = set()
    for start in sorted(edges):
        if start in done:
            continue
        open_, stack = {start}, [(start, iter(edges[start]))]
        while stack:
            node, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                stack.pop()
                open_.discard(node)
                done.add(node)
            elif target in open_:
                yield node, target
            elif target not in done and target in edges:
                open_.add(target)
                stack.append((target, iter(edges[target])))


def cycle(scope: Scope) -> Iterator[Finding]:
    """What is part of, follows, is narrower than, lies in, relays or stands inside another never comes back to itself.

    Wrong:
        follows: 2019-05-11-harbour-talks  # a meeting that itself follows this one
    Right:
        follows: 2019-01-15-harbour-letter
    Do:
        Look at both records and delete the link that goes the wrong way: the later names the earlier, the part names
        the whole.
    See:
        self-reference
    """
    by_field: dict[tuple[str, str], dict[str, dict[str, tuple[Record, FieldPath]]]] = {}
    for reference in scope.graph.references:
        field, found = reference.path[0], scope.graph.find(reference)
        if field in _FIELDS_IN_LINE and found and found is not reference.record and found.TYPE == reference.record.TYPE:
            edges = by_field.setdefault((found.TYPE, str(field)), {})
            edges.setdefault(reference.record.id, {})[found.id] = (reference.record, reference.path)
    for meeting in scope.graph.all_of(Meeting):
        inside = {
            q.id: {q.inside: (meeting, ("quotes", i, "inside"))}
            for i, q in enumerate(meeting.quotes)
            if q.inside not in (None, q.id)
        }
        if inside:
            by_field["quote", meeting.id] = inside  # type: ignore[assignment] # the filter above leaves no None
    for edges in by_field.values():
        for node, target in _cycles(edges):
            record, path = edges[node][target]
            message = (
                f"a cycle: '{target}' leads back to '{node}' by '{path[-1] if isinstance(path[-1], str) else path[0]}'"
            )
            yield Finding(record=record, path=path, message=message, help="delete one of the links between them")
