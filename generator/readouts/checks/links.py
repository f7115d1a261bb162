"""Rules on what records name."""

from collections.abc import Iterable, Iterator, Mapping

from readouts.checks.scope import At, Finding, Scope
from readouts.graph import FOLDER_OF_TYPE, TYPE_OF_FOLDER, Graph, Node, Quotation, Reference
from readouts.model import Meeting, Record
from readouts.model.shape import KEY
from readouts.problem import Path
from readouts.text import near

MOST_SUGGESTIONS = 500  # each is looked for among all names there are
_NOT_CYCLIC = ("part_of", "follows", "broader", "in", "relays")


def _at(reference: Reference) -> tuple[Path, At]:
    return (reference.path[:-1], "key") if reference.path[-1] == KEY else (reference.path, "value")


def _suggestion(scope: Scope, reference: Reference) -> str | None:
    """Return the near miss in the form in which the reference was written; in prose that is `folder/id`."""
    if reference.prose is None:
        return scope.near_miss(reference.link.to, reference.to)
    folder, _, id_ = reference.prose[0].removeprefix("[[").strip().partition("/")
    words = {**TYPE_OF_FOLDER, **{type_: type_ for type_ in FOLDER_OF_TYPE}}
    meant = words.get(near(folder, words) or "")
    if meant is None or (reference.link.to == (Quotation.TYPE,) and scope.graph.get(Meeting.TYPE, folder)):
        return scope.near_miss(reference.link.to, reference.to)
    found = scope.near_miss((meant,), id_)
    return f"{FOLDER_OF_TYPE[meant]}/{found}" if found else None


def _in_form(reference: Reference, node: Node) -> str:
    """Return the id of a node in the form in which the reference was written."""
    return f"{node.FOLDER}/{node.id}" if reference.prose and isinstance(node, Record) else node.id


def _any(types: Iterable[str]) -> str:
    return " or ".join(types)


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def unknown_reference(scope: Scope) -> Iterator[Finding]:
    """Every reference names a record that exists, by its present id.

    Wrong:
        - person: ines-marlo
    Right:
        - person: ines-marlow
    """
    graph, count = scope.graph, 0
    for reference in graph.references:
        if graph.find(reference) or _of_other_type(graph, reference) or scope.is_unread(reference):
            continue
        count += 1
        (path, at), types = _at(reference), reference.link.to
        renamed = next(
            (_in_form(reference, graph.formerly[key]) for key in reference.keys if key in graph.formerly), None
        )
        suggestion = renamed or (_suggestion(scope, reference) if count <= MOST_SUGGESTIONS else None)
        message = f"no {_any(types)} '{reference.to}'"
        if renamed:
            message = f"unknown: '{reference.to}' is a former id of a {_any(types)}"
        help_ = f"did you mean '{suggestion}'?" if suggestion else f"add the record, or name another {_any(types)}"
        yield Finding(
            record=reference.record,
            path=path,
            message=message,
            help=help_,
            suggestion=suggestion,
            at=at,
            words=reference.prose,
        )
    yield from _unknown_inside(graph)


def _unknown_inside(graph: Graph) -> Iterator[Finding]:
    for meeting in graph.all_of(Meeting):
        ids, count = {quote.id for quote in meeting.quotes}, 0
        for i, quote in enumerate(meeting.quotes):
            if quote.inside and quote.inside not in ids:
                count += 1
                suggestion = near(quote.inside, sorted(ids - {quote.id})) if count <= MOST_SUGGESTIONS else None
                help_ = (
                    f"did you mean '{suggestion}'?" if suggestion else "name another quote of this meeting by its id"
                )
                path, message = ("quotes", i, "inside"), f"no quote '{quote.inside}' in this meeting"
                yield Finding(record=meeting, path=path, message=message, help=help_, suggestion=suggestion)


def _of_other_type(graph: Graph, reference: Reference) -> Record | None:
    return next((record for record in graph.by_id(reference.to) if record.TYPE not in reference.link.to), None)


def wrong_type(scope: Scope) -> Iterator[Finding]:
    """Every reference names a record of the type that its field is for.

    Wrong:
        place: tavolia
    Right:
        place: rosmere
    """
    for reference in scope.graph.references:
        other = None if scope.graph.find(reference) else _of_other_type(scope.graph, reference)
        if other:
            path, at = _at(reference)
            wanted = _any(_with_article(type_) for type_ in reference.link.to)
            yield Finding(
                record=reference.record,
                path=path,
                message=f"'{reference.to}' is {_with_article(other.TYPE)}, not {wanted}",
                help=f"name {wanted}",
                at=at,
                words=reference.prose,
            )


def self_reference(scope: Scope) -> Iterator[Finding]:
    """No record refers to itself.

    Wrong:
        follows: the id of this very meeting
    Right:
        follows: the id of the meeting before it
    """
    for reference in scope.graph.references:
        if scope.graph.find(reference) is reference.record:
            path, at = _at(reference)
            message = f"refers to itself: '{reference.to}' is this {reference.record.TYPE}"
            help_ = "name another record, or delete this"
            yield Finding(record=reference.record, path=path, message=message, help=help_, at=at, words=reference.prose)
    for meeting in scope.graph.all_of(Meeting):
        for index, quote in enumerate(meeting.quotes):
            if quote.id and quote.inside == quote.id:
                path = ("quotes", index, "inside")
                yield Finding(
                    record=meeting, path=path, message="a quote inside itself", help="name the quote around it"
                )


Edges = Mapping[str, Mapping[str, tuple[Record, Path]]]


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
        part_of: autumn-talks   (while autumn-talks is itself part of this meeting)
    Right:
        part_of: autumn-talks
    """
    by_field: dict[tuple[str, str], dict[str, dict[str, tuple[Record, Path]]]] = {}
    for reference in scope.graph.references:
        field, found = reference.path[0], scope.graph.find(reference)
        if field in _NOT_CYCLIC and found and found is not reference.record and found.TYPE == reference.record.TYPE:
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
