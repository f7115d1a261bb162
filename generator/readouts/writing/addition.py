"""A quotation added to the file of a meeting, all else in it untouched."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.load.characters import Fault, decode
from readouts.load.reader import Reading, read
from readouts.model import Meeting
from readouts.model.shape import keys_in_order
from readouts.problem import FieldPath, ReadoutsError
from readouts.writing.layout import laid_out

QUOTES = "quotes"
_COMMENTED = re.compile(r"# ?quotes:")


@dataclass(frozen=True, kw_only=True)
class _File:
    """The lines of a file with their ends, and what they say."""

    lines: tuple[str, ...]
    reading: Reading

    @property
    def newline(self) -> str:
        """Return how the file ends its lines."""
        return "\r\n" if self.lines and self.lines[0].endswith("\r\n") else "\n"

    def end(self, path: FieldPath) -> int:
        """Return the number of the last line of a value, the blank ones after a text of several lines among them."""
        spans = (*self.reading.values.items(), *self.reading.keys.items())
        own = [span for key, span in spans if key[: len(path)] == path]
        return max(span.end_line - (span.end_column == 1 and span.end_line > span.line) for span in own)

    def ends(self, path: FieldPath, column: int) -> Iterator[int]:
        """Yield the numbers of lines after which a value may have ended, the likeliest first.

        Comments that are indented deeper than `column` belong to it; blank lines do only where it says so.
        """
        last = min(self.end(path), len(self.lines))
        bare = last
        while bare and not self.lines[bare - 1].strip():
            bare -= 1
        commented = bare
        for number, line in enumerate(self.lines[bare:], bare + 1):
            words = line.lstrip(" ")
            if words.startswith("#") and len(line) - len(words) >= column:
                commented = number
            elif words.strip():
                break
        yield from dict.fromkeys((commented, bare, last))

    def with_lines(self, after: int, lines: list[str]) -> str:
        """Return the text with more lines after one of its own."""
        before = "".join(self.lines[:after])
        gap = self.newline if before and not before.endswith("\n") else ""
        added = "".join(f"{line}{self.newline}" for line in lines)
        return f"{before}{gap}{added}{''.join(self.lines[after:])}"

    def index(self, line: int, column: int) -> int:
        """Return the index of a place into the text."""
        return sum(map(len, self.lines[: line - 1])) + column - 1


def with_quote(source: bytes, quote: Mapping[str, Any]) -> bytes:
    """Return the file of a meeting with one quote more; raise ReadoutsError where none can be added.

    What is returned has been read back: every other value is what it was.
    """
    mark = "\ufeff" if source.startswith("\ufeff".encode()) else ""
    reading = _read(source)
    if reading is None or not isinstance(reading.data, dict):
        raise ReadoutsError("the file can't be read; `readouts check` says why")
    text = source.decode("utf-8").removeprefix(mark)
    file = _File(lines=tuple(re.findall(r"[^\n]*\n|[^\n]+", text)), reading=reading)
    for candidate in _candidates(file, quote):
        added = f"{mark}{candidate}".encode()
        if _adds(reading, _read(added), quote):
            return added
    if not text.endswith("\n"):
        raise ReadoutsError("the last line has no end, and one would become part of the text there: add it first")
    raise ReadoutsError("no place in the file takes a quotation: write `quotes:` as a list with dashes first")


def quote_ids(source: bytes) -> tuple[str, ...]:
    """Return the ids that quotes of a meeting have, or had."""
    reading = _read(source)
    quotes = _list(_field(reading.data if reading else None, QUOTES))
    ids = [id_ for quote in quotes for id_ in (_field(quote, "id"), *_list(_field(quote, "formerly")))]
    return tuple(id_ for id_ in ids if isinstance(id_, str))


def _field(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _list(data: Any) -> list[Any]:
    return data if isinstance(data, list) else []


def _read(source: bytes) -> Reading | None:
    decoded = decode(source)
    return None if isinstance(decoded, Fault) else read(decoded[0])


def _adds(old: Reading, new: Reading | None, quote: Mapping[str, Any]) -> bool:
    """Tell whether a reading has one quote more than another, and differs from it in nothing else."""
    if new is None or not isinstance(new.data, dict):
        return False
    quotes = _list(old.data.get(QUOTES))
    # That the list is empty is told no more; what the quote itself lacks, `check` tells.
    whole, own = (QUOTES,), (QUOTES, len(quotes))
    told, telling = ([(f.code, f.path) for f in r.faults if f.path != whole and f.path[:2] != own] for r in (old, new))
    return bool(new.data == {**old.data, QUOTES: [*quotes, quote]} and told == telling)


def _candidates(file: _File, quote: Mapping[str, Any]) -> Iterator[str]:
    """Yield texts with the quote at places where it may belong, the likeliest first."""
    data, span = file.reading.data, file.reading.values.get((QUOTES,))
    if span is None:
        yield from _in_new_field(file, quote)
    elif not data[QUOTES]:
        yield from _in_empty_field(file, quote)
    elif "".join(file.lines).startswith("[", file.index(span.line, span.column)):
        yield from _in_brackets(file, quote)
    elif isinstance(data[QUOTES], list):
        last = len(data[QUOTES]) - 1
        for end in file.ends((QUOTES, last), span.column):
            yield file.with_lines(end, _item(quote, span.column - 1))


def _item(quote: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of a quote in a list whose dashes are indented so far."""
    lines = laid_out(Meeting, {QUOTES: [quote]}).splitlines()[1:]
    laid = len(lines[0]) - len(lines[0].lstrip())
    return [f"{' ' * indent}{line[laid:]}" if line else line for line in lines]


def _in_new_field(file: _File, quote: Mapping[str, Any]) -> Iterator[str]:
    """Yield texts with the field, below a comment that holds its place or after the field that it follows."""
    lines = laid_out(Meeting, {QUOTES: [quote]}).splitlines()
    yield from (file.with_lines(n, lines) for n, line in enumerate(file.lines, 1) if _COMMENTED.match(line))
    order = keys_in_order(Meeting)
    before = [key for key in order[: order.index(QUOTES)] if key in file.reading.data]
    for key in reversed(before):
        yield from (file.with_lines(end, lines) for end in file.ends((key,), 1))
    yield file.with_lines(len(file.lines), lines)


def _in_empty_field(file: _File, quote: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text with a list below the key in the place of `[]` or of nothing."""
    span = file.reading.values[QUOTES,]
    if span.line == span.end_line:
        line = file.lines[span.line - 1]
        emptied = f"{line[: span.column - 1].rstrip()}{line[span.end_column - 1 :]}"
        rest = _File(lines=(*file.lines[: span.line - 1], emptied, *file.lines[span.line :]), reading=file.reading)
        yield rest.with_lines(span.line, _item(quote, 2))


def _in_brackets(file: _File, quote: Mapping[str, Any]) -> Iterator[str]:
    """Yield texts with the quote before the closing bracket, after a comma or after one that is there."""
    span = file.reading.values[QUOTES,]
    closing = file.index(span.end_line, span.end_column) - 1
    text, added = "".join(file.lines), json.dumps(quote, ensure_ascii=False)
    for comma in (", ", " "):
        yield f"{text[:closing]}{comma}{added}{text[closing:]}"
