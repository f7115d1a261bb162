"""Strict YAML: from characters to plain data, with the place of every key and value."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser  # the C parser or none: the Python one is fourteen times slower
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from readouts.load.characters import MOST_FAULTS, Fault, cleaned, hidden_character, span_at, too_many_marks
from readouts.load.syntax import conflict_fault, syntax_fault
from readouts.problem import FieldPath, Span

DEEPEST = 32
MOST_VALUES = 50_000
LONGEST_KEY, LONGEST_VALUE = 200, 100_000
MOST_DIRECTIVES = 20  # libyaml compares each with all before it


@dataclass(slots=True)
class Reading:
    """What one file says: plain data, the span of each value and key by path, and what is wrong.

    `data` is None where the file can't be read. `commented` has the plain values that a comment follows.
    """

    data: Any = None
    values: dict[FieldPath, Span] = field(default_factory=dict)
    keys: dict[FieldPath, Span] = field(default_factory=dict)
    commented: set[FieldPath] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    """A list or mapping that is being read; `key` is what the next value of a mapping belongs to."""

    path: FieldPath
    items: dict[str, Any] | list[Any]
    key: str | None = None
    refused: bool = False


_UNSET = object()
_OWN_TAGS = "tag:yaml.org,2002:"  # what libyaml makes of !!
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


class Unreadable(Exception):  # noqa: N818  # a state of the file, told by its fault
    """The file can't be read any further."""


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1)


class _Reader:
    """One pass over the events of one file."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.reading = Reading()
        self.levels: list[_Level] = []
        self.last_scalar: Any = None
        self.documents = 0
        self.data: Any = _UNSET

    def fault(self, code: str, message: str, span: Span, help_: str, path: FieldPath | None = None) -> None:
        where = self.here() if path is None else path
        self.reading.faults.append(Fault(path=where, span=span, code=code, message=message, help=help_))

    def here(self) -> FieldPath:
        """Return the path of the value that comes next."""
        if not self.levels:
            return ()
        level = self.levels[-1]
        if isinstance(level.items, list):
            return (*level.path, len(level.items))
        return level.path if level.key is None else (*level.path, level.key)

    def run(self) -> Reading:
        directives = [match.start() for match in islice(_DIRECTIVE.finditer(self.source), MOST_DIRECTIVES)]
        if len(directives) == MOST_DIRECTIVES:
            span = span_at(self.source, directives[0])
            self.fault("tag", "lines that begin with %: a record has none", span, "delete them, or indent the text", ())
            return self.reading
        if conflict := conflict_fault(self.source):
            self.reading.faults.append(conflict)
            return self.reading
        parser = CParser(self.source)
        try:
            while (event := parser.get_event()) is not None and not isinstance(event, StreamEndEvent):
                self.take(event)
        except YAMLError as error:
            fault = syntax_fault(error, self.source, self.last_scalar)
            self.forget_empty()
            # What follows an alias or a tag on its line, as in `text: *We have`, is no second fault.
            if all(told.span.line != fault.span.line for told in self.reading.faults):
                self.reading.faults.append(fault)
            return self.reading
        except Unreadable:
            self.forget_empty()
            return self.reading
        self.reading.data = {} if self.data is _UNSET else self.data
        return self.reading

    def forget_empty(self) -> None:
        """Leave out values that seem empty in a file that can't be read: what is wrong may make them seem so."""
        others = [fault for fault in self.reading.faults if fault.code != "empty-value"]
        if len(self.reading.faults) < MOST_FAULTS:
            self.reading.faults = others

    def take(self, event: Any) -> None:
        if len(self.reading.faults) >= MOST_FAULTS:
            raise Unreadable
        match event:
            case DocumentStartEvent():
                self.start_document(event)
            case MappingEndEvent() | SequenceEndEvent():
                self.end(event)
            case NodeEvent():
                self.refuse_features(event)
                self.node(event)

    def start_document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        span = _span(event)
        if event.tags:
            self.fault("tag", "a %TAG line: tags are not part of a record", span, "delete the line", ())
        if self.documents > 1:
            self.fault(
                "second-document",
                "a second document begins here (---): one file holds one record",
                span,
                "move what follows into a file of its own, or delete the ---",
                (),
            )
            raise Unreadable

    def refuse_features(self, event: Any) -> None:
        span = _span(event)
        if isinstance(event, AliasEvent) and self.levels and self.levels[-1].refused:
            return  # what a refused key has is told with the key
        if isinstance(event, AliasEvent):
            self.fault(
                "alias",
                f"an alias (*{event.anchor}): records repeat nothing by reference",
                span,
                "write the value out; if it begins with *, put it in quotes",
            )
        elif event.anchor is not None:
            self.fault(
                "anchor",
                f"an anchor (&{event.anchor}): records repeat nothing by reference",
                span,
                "delete it; if the value begins with &, put the value in quotes",
            )
        elif event.tag is not None and event.tag != "!":
            self.fault(
                "tag",
                f"a tag ({event.tag.replace(_OWN_TAGS, '!!')}): values are text until their field says otherwise",
                span,
                "delete it; if the value begins with !, put the value in quotes",
            )

    def node(self, event: NodeEvent) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.items, dict) and level.key is None:
            self.key(level, event)
        elif isinstance(event, ScalarEvent):
            self.scalar(event)
        elif isinstance(event, AliasEvent):
            self.put("")
        else:
            self.begin(event)

    def key(self, level: _Level, event: NodeEvent) -> None:
        span = _span(event)
        if not isinstance(event, ScalarEvent):
            self.fault("bad-key", "a key that isn't a single word", span, "write `key: value`", level.path)
            raise Unreadable
        if len(event.value) > LONGEST_KEY:
            message = f"a key of {len(event.value):,} characters: no field has such a name"
            self.fault("bad-key", message, span, "write `key: value`; a longer text is a value", level.path)
            raise Unreadable
        key = self.clean(event, span, lambda key: (*level.path, key))
        path = (*level.path, key)
        level.key, level.refused = key, False
        self.last_scalar = event
        if key == "<<":
            level.refused = True
            self.fault(
                "merge-key", "a merge key (<<): records repeat nothing by reference", span, "write the fields out", path
            )
        elif key in level.items:
            level.refused = True
            first = self.reading.keys[path].line
            self.fault(
                "duplicate-key",
                f"'{_short(key)}' is given twice, already on line {first}",
                span,
                "keep one of the two",
                path,
            )
        else:
            self.reading.keys[path] = span

    def scalar(self, event: Any) -> None:
        path, span = self.here(), _span(event)
        before, self.last_scalar = self.last_scalar, event
        value = self.clean(event, span, lambda _: path)
        if len(value) > LONGEST_VALUE:
            message = f"a value of {len(value):,} characters, where at most {LONGEST_VALUE:,} may be"
            self.fault("too-long", message, span, "divide it, or leave out what nobody needs")
            value = value[:LONGEST_VALUE]
        plain = event.style in (None, "")
        key = self.levels[-1].key if self.levels else None
        if plain and not event.value and key is not None and ":" in key and path in self.reading.keys:
            self.colon_without_space(self.levels[-1], key)
        elif plain and not event.value and not self.levels and event.anchor is None and event.tag is None:
            return  # the file is empty, but for a ---
        elif not event.value and key is not None and self.follows_comma(self.levels[-1], before, event):
            help_ = "put the value that holds the comma in quotes"
            message = f"a comma in braces begins another field: '{_short(key)}' has no value"
            self.fault("empty-value", message, self.reading.keys.get(path, span), help_)
        elif not event.value.strip() and event.anchor is None and event.tag is None:
            self.empty(event, path)
        if event.style in ("'", '"'):
            self.glued_comment(event, path)
        elif plain and re.match(r"[ \t]+#", self.source[event.end_mark.index : event.end_mark.index + 80]):
            self.reading.commented.add(path)
        self.put(value, span)

    def follows_comma(self, level: _Level, key: Any, event: Any) -> bool:
        """Tell whether a value is empty because its key is none, but follows a comma in a text in braces."""
        return bool(level.items) and ":" not in self.source[key.end_mark.index : event.start_mark.index]

    def empty(self, event: Any, path: FieldPath) -> None:
        """Report a value that is empty at itself; where nothing is written, at its key or at the dash before it."""
        span, index, help_ = _span(event), event.end_mark.index, "write a value, or delete the field"
        if not event.value and event.style in (None, ""):
            dashed = span.column > 1 and self.source[index - 1] == "-"
            span = self.reading.keys.get(path, replace(span, column=span.column - 1) if dashed else span)
            if re.match(r"[ \t]+#", self.source[index : index + 80]):
                help_ = "what follows # is a comment: put the value in quotes if it begins with #"
            elif path and isinstance(path[-1], str):
                help_ = "write a value, indent the lines below that belong to it, or delete the field"
        self.fault("empty-value", "is empty: a field without a value", span, help_)

    def colon_without_space(self, level: _Level, key: str) -> None:
        """Report `{key:value}`, which to YAML is a key without a value; the field that was meant is told with it."""
        span = self.reading.keys[(*level.path, key)]
        name = key.partition(":")[0]
        at = replace(span, column=span.column + len(name), end_column=span.column + len(name) + 1)
        level.refused = True
        self.fault("syntax", "a colon without a space after it", at, "write `key: value`", (*level.path, name))

    def glued_comment(self, event: Any, path: FieldPath) -> None:
        """Report a # right after a quotation mark or a bracket: libyaml takes it for a comment, and YAML does not."""
        start = event.end_mark.index
        if self.source[start : start + 1] == "#":
            message = "a # without a space before it"
            help_ = "put it before the closing mark if it belongs to the value, or write a space before the comment"
            self.fault("syntax", message, span_at(self.source, start), help_, path)

    def clean(self, event: Any, span: Span, path: Callable[[str], FieldPath]) -> str:
        """Return a scalar's value without what no record may have; it was escaped, or decoding had replaced it."""
        if event.style != '"':
            return str(event.value)
        value, heaps, hidden = cleaned(event.value)
        where = path(value)
        for character in dict.fromkeys(event.value[index] for index in hidden):
            self.reading.faults.append(hidden_character(character, span, where))
        if heaps:
            self.reading.faults.append(too_many_marks(span, where))
        return value

    def begin(self, event: NodeEvent) -> None:
        path, span = self.here(), _span(event)
        if len(self.levels) >= DEEPEST:
            self.fault(
                "too-deep", f"nested more than {DEEPEST} deep", span, "no field is: look for a stray bracket or dash"
            )
            raise Unreadable
        items: dict[str, Any] | list[Any] = [] if isinstance(event, SequenceStartEvent) else {}
        self.put(items, span)
        self.levels.append(_Level(path, items))

    def end(self, event: MappingEndEvent | SequenceEndEvent) -> None:
        """Stretch the span of a list or mapping in brackets over all of it; that of a block stays where it begins."""
        path = self.levels.pop().path
        begun = self.reading.values.get(path)
        if begun is not None and begun.column < begun.end_column:
            closed = _span(event)
            self.reading.values[path] = replace(begun, end_line=closed.end_line, end_column=closed.end_column)
            self.glued_comment(event, path)

    def put(self, value: Any, span: Span | None = None) -> None:
        path = self.here()
        if not self.levels:
            self.data = value
        else:
            level = self.levels[-1]
            if isinstance(level.items, list):
                level.items.append(value)
            elif level.key is not None:
                if not level.refused:
                    level.items[level.key] = value
                refused, level.key, level.refused = level.refused, None, False
                if refused:
                    return
        if span is not None:
            self.reading.values[path] = span
            if len(self.reading.values) > MOST_VALUES:
                self.fault("too-long", f"more than {MOST_VALUES} values in one file", span, "divide the record")
                raise Unreadable


def _short(key: str) -> str:
    return key if len(key) <= 40 else f"{key[:39]}…"  # noqa: PLR2004  # as much as a message bears


def with_hidden(reading: Reading, hidden: list[Fault]) -> Reading:
    """Return a reading with the faults of hidden characters in its source, each at the value in which it stands.

    Where the file can't be read, that is because of them.
    """
    if reading.data is None:
        return replace(reading, faults=hidden)
    spans = [*reading.values.items(), *reading.keys.items()]
    placed = sorted(
        (((span.line, span.column), (span.end_line, span.end_column), path) for path, span in spans),
        key=lambda found: found[:2],
    )
    starts = [start for start, _, _ in placed]

    def holder(span: Span) -> FieldPath:
        at = (span.line, span.column)
        index = bisect_right(starts, at) - 1
        return placed[index][2] if index >= 0 and at < placed[index][1] else ()

    return replace(reading, faults=[*(replace(fault, path=holder(fault.span)) for fault in hidden), *reading.faults])


def read(source: str) -> Reading:
    """Return what a file says; anything beyond YAML 1.2's core, plain text and nesting is a fault."""
    return _Reader(source).run()
