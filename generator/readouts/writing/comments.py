"""The comments of a file, which YAML passes over: each at the key, item or value that it belongs to."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from yaml._yaml import CParser
from yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent, SequenceStartEvent

from readouts.problem import FieldPath
from readouts.writing.scalars import Style

Place = Literal["above", "beside", "below"]
_BELOW: Place = "below"

_COMMENT = re.compile(r"#[^\n]*")
_BESIDE_SIGN = re.compile(r"[|>][-+\d]*[ \t]+(#[^\n]*)")
_SCHEMA = re.compile(r"#\s*yaml-language-server\s*:")
_STYLES: Mapping[str | None, Style] = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}


@dataclass(frozen=True, kw_only=True)
class Comments:
    """The comments at a value: on lines above it, at the end of its line, and below the last of what it holds.

    Each has its `#`; an empty line among those above or below is a blank one. `style` is how a text with a comment
    beside it is written: it is to stay so, since `check` asks about a comment beside plain words, not beside others.
    """

    above: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    style: Style | None = None

    def __iter__(self) -> Iterator[str]:
        """Yield each comment."""
        return (line for line in (*self.above, *self.beside, *self.below) if line)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comment:
    """A comment of which it is not known yet what it belongs to, with the blank lines around it.

    Its column says something where it has a line of its own.
    """

    lines: tuple[str, ...]
    column: int | None


@dataclass(slots=True)
class _Level:
    """A list or mapping that is being read; `key` is what the next value of a mapping belongs to."""

    path: FieldPath
    column: int
    is_list: bool
    is_in_brackets: bool
    count: int = 0
    key: str | None = None

    @property
    def next(self) -> FieldPath:
        """Return the path of the value that comes next."""
        return (*self.path, self.key if self.key is not None else self.count)


def _begins(event: Any) -> Any:
    """Return where an event begins; to PyYAML's types it need not be anywhere."""
    return event.start_mark


class _Finder:
    """One pass over the events of a file without faults: what stands between them are signs, spaces and comments."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = source.split("\n")
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self.found: defaultdict[tuple[FieldPath, Place], list[str]] = defaultdict(list)
        self.styles: dict[FieldPath, Style] = {}
        self.schemas: list[str] = []
        self.levels: list[_Level] = []
        self.closed: list[_Level] = []  # lists and mappings that ended since the last key or item, inner ones first
        self.pending: list[_Comment] = []
        self.beside_key: str | None = None
        self.position = 0
        self.first: FieldPath = ()
        self.last: tuple[FieldPath, int, Style] | None = None  # what ended last, on which line

    def run(self) -> None:
        parser = CParser(self.source)
        while (event := parser.get_event()) is not None:
            if isinstance(event, NodeEvent | CollectionEndEvent):
                self.gather(_begins(event).index)
                self.take(event)
        self.gather(len(self.source))
        self.begin((), 0, "below")

    def gather(self, until: int) -> None:
        """Take in the comments before an event."""
        for match in _COMMENT.finditer(self.source, self.position, until):
            text, number = match[0].rstrip(" \t"), bisect_right(self.starts, match.start()) - 1
            if self.last is None or number != self.last[1]:
                self.wait(text, number, match.start() - self.starts[number])
            elif self.levels and self.levels[-1].key is not None:
                self.beside_key = text
            else:
                self.put_beside(text, is_apart="," in self.source[self.position : match.start()])
        self.position = max(self.position, until)

    def wait(self, text: str, number: int, column: int) -> None:
        has_own_line = not self.lines[number][:column].strip()
        if has_own_line and _SCHEMA.match(text):
            self.schemas.append(text)
            return
        around = (
            self.lines[number - 1] if number else "#",
            self.lines[number + 1] if number + 1 < len(self.lines) else "",
        )
        before, after = ([""] if not line.strip() else [] for line in around)
        self.pending.append(_Comment(lines=(*before, text, *after), column=column if has_own_line else None))

    def put_beside(self, text: str, *, is_apart: bool = False) -> None:
        """Give a comment to what ended on its line; beside a plain field it stays only if nothing stood between."""
        if self.last is not None:
            path, _, style = self.last
            if is_apart and style == "plain" and isinstance(path[-1], str):
                self.found[path, "above"].append(text)
            else:
                self.found[path, "beside"].append(text)
                self.styles[path] = style

    def take(self, event: Any) -> None:
        level = self.levels[-1] if self.levels else None
        if isinstance(event, CollectionEndEvent):
            self.end(self.levels.pop(), event)
        elif level is not None and not level.is_list and level.key is None:
            level.key = event.value
            self.first = self.first or level.next
            self.begin(level.next, level.column)
            self.last, self.position = (level.next, event.end_mark.line, "plain"), event.end_mark.index
        else:
            self.value(event, level)

    def value(self, event: Any, level: _Level | None) -> None:
        path: FieldPath = level.next if level else ()
        opens = isinstance(event, CollectionStartEvent) and not event.flow_style
        if self.beside_key is not None:
            self.found[path, "beside" if opens else "above"].append(self.beside_key)
            self.beside_key = None
        if not opens or (level is not None and level.is_list):
            self.begin(path, level.column if level else 0)
        if level is not None:
            level.key, level.count = None, level.count + 1
        if isinstance(event, CollectionStartEvent):
            is_list = isinstance(event, SequenceStartEvent)
            self.levels.append(_Level(path, _begins(event).column, is_list, bool(event.flow_style)))
        self.finish(path, event)

    def finish(self, path: FieldPath, event: Any) -> None:
        """Remember what a comment on the same line belongs to; that of a text in a block stands beside its sign."""
        style = _STYLES.get(event.style, "plain") if isinstance(event, ScalarEvent) else "plain"
        self.last, self.position = (path, event.end_mark.line, style), event.end_mark.index
        if isinstance(event, CollectionStartEvent) and not event.flow_style:
            self.last = None
        elif style == "block":
            if match := _BESIDE_SIGN.match(self.source, event.start_mark.index):
                self.put_beside(match[1].rstrip(" \t"))
            self.last = None

    def end(self, level: _Level, event: Any) -> None:
        if not level.is_in_brackets:
            self.closed.append(level)
            return
        self.begin(level.path, 0, "below" if level.count else "above")
        self.last, self.position = (level.path, event.end_mark.line, "plain"), event.end_mark.index

    def begin(self, path: FieldPath, column: int, place: Place = "above") -> None:
        """Give pending comments to what begins here, or to what ended before it where they are indented like that."""
        for comment in self.pending:
            level = self.ended(comment, column)
            owner, where = (level.path, _BELOW) if level else (path, place)
            # A blank line that follows the last belongs to nothing.
            lines = comment.lines[:-1] if where == _BELOW and not comment.lines[-1] else comment.lines
            self.found[owner, where].extend(lines)
        self.pending, self.closed = [], []

    def ended(self, comment: _Comment, column: int) -> _Level | None:
        """Return the list or mapping that ended and goes on with a comment; those inside it are past."""
        if comment.column is None or comment.column <= column:
            self.closed = []
        while self.closed and comment.column is not None and self.closed[0].column > comment.column:
            del self.closed[0]
        return self.closed[0] if self.closed else None

    def divide_head(self) -> None:
        """Take what stands above the first key and a blank line as comments on the whole file."""
        above = self.found[self.first, "above"] if self.first else []
        head = len(above) - above[::-1].index("") if "" in above else 0
        root: FieldPath = ()
        whole = [
            *self.schemas,
            *self.found.pop((root, "above"), ()),
            *above[:head],
            *self.found.pop((root, "beside"), ()),
        ]
        if self.first:
            self.found[self.first, "above"], self.found[root, "above"] = above[head:], whole
        else:
            self.found[root, "below"][:0] = whole

    def result(self) -> dict[FieldPath, Comments]:
        self.run()
        self.divide_head()
        paths = dict.fromkeys(path for path, _ in self.found)
        return {
            path: Comments(
                above=tuple(self.found[path, "above"]), beside=tuple(self.found[path, "beside"]),
                below=tuple(self.found[path, "below"]), style=self.styles.get(path),
            )
            for path in paths
        }  # fmt: skip


def find_comments(source: str) -> Mapping[FieldPath, Comments]:
    """Return the comments of a file without faults, by the path of what they belong to."""
    return _Finder(source).result() if "#" in source else {}
