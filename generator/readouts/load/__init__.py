"""From a folder of YAML files to records and problems."""

import os
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from readouts.load.binding import bind, place_of
from readouts.load.characters import REPLACEMENT, Fault, decode
from readouts.load.files import find_files, likely_keys, read_bytes
from readouts.load.reader import Reading, read, with_hidden
from readouts.model import Record
from readouts.problem import Excerpt, FieldPath, Problem, Severity, Span, field_name

__all__ = ["Content", "Document", "as_problem", "load_bytes", "load_content", "load_file", "path_shown"]


LONGEST_SOUGHT = 400  # characters by which words are found
WIDEST, BEFORE = 110, 20  # characters of an excerpt, and of what stands in it before its span


Stamp = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """One file: its path relative to the parent of the content folder, its characters, its type and its record.

    `sound` is false where anything in it is wrong; its record then has stand-ins, and is None
    where the file can't be read at all. `commented` are the paths of plain values that a comment follows. `stamp` is
    what the system said of the file before it was read, which changes when the file does.
    """

    path: str
    stem: str
    source: str
    model: type[Record]
    record: Record | None = None
    sound: bool = False
    commented: frozenset[FieldPath] = frozenset()
    stamp: Stamp = ()

    def span(self, path: FieldPath, *, at_key: bool = False) -> Span:
        """Return the place of a value or of a key."""
        return place_of(path, _reading(self.source), at_key=at_key)

    def span_of_missing(self, path: FieldPath) -> Span:
        """Return the place of the first key of the mapping that lacks a field; of the field, should it be there."""
        reading = _reading(self.source)
        if path in reading.values:
            return reading.values[path]
        return next((span for key, span in reading.keys.items() if key[:-1] == path[:-1]), self.span(path[:-1]))

    def span_of_words(self, path: FieldPath, words: str, nth: int = 0) -> Span:
        """Return the place of the nth occurrence of some words within a value as it is written, on a line or across."""
        whole = self.span(path)
        starts = _line_starts(self.source)
        first = starts[whole.line - 1] + whole.column - 1
        last = starts[whole.end_line - 1] + whole.end_column - 1
        words = words[:LONGEST_SOUGHT]
        pattern = re.compile(r"\s+".join(re.escape(word) for word in re.split(r"\s+", words)))
        found = next(islice(pattern.finditer(self.source, first, last), nth, None), None)
        if found is None:
            return whole
        (line, column), (end_line, end_column) = (_position(starts, index) for index in found.span())
        return Span(line=line, column=column, end_line=end_line, end_column=end_column)

    def problem(
        self,
        code: str,
        severity: Severity,
        path: FieldPath,
        message: str,
        help: str = "",  # noqa: A002  # the name it has in a problem
        *,
        suggestion: str | None = None,
        span: Span | None = None,
    ) -> Problem:
        """Return a problem at a place in this file."""
        at = span or self.span(path)
        return Problem(
            path=self.path, span=at, code=code, severity=severity, field=field_name(path), message=message, help=help,
            suggestion=suggestion, excerpt=excerpt(self.source, at),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Content:
    """All files of a content folder that may be records, and what is wrong with each by itself.

    `misnamed` are the ids, by type, that files would have which are no records only because of their names or places.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    misnamed: frozenset[tuple[str, str]] = frozenset()


@lru_cache(maxsize=64)
def _reading(source: str) -> Reading:
    """Return the reading of a file again: places are needed only where something is wrong, and keeping all is dear."""
    return read(source)


@lru_cache(maxsize=64)
def _line_starts(source: str) -> tuple[int, ...]:
    """Return the index at which each line begins."""
    return (0, *(match.end() for match in re.finditer("\n", source)))


def _position(starts: tuple[int, ...], index: int) -> tuple[int, int]:
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


def excerpt(source: str, span: Span) -> Excerpt | None:
    """Return as much of the line that a span begins on as there is room for, with a little before the span."""
    starts = _line_starts(source)
    if span.line > len(starts):
        return None
    begins = starts[span.line - 1]
    ends = source.find("\n", begins)
    ends = ends if ends >= 0 else len(source)
    start = begins + span.column - 1
    first = max(begins, min(start - BEFORE, ends - WIDEST))
    bytes_before = len(source[begins:start].encode())
    stop = begins + span.end_column - 1 if span.end_line == span.line else None
    return Excerpt(
        text=source[first : min(ends, first + WIDEST)],
        first=first - begins,
        byte_columns=(
            bytes_before + 1,
            None if stop is None else bytes_before + len(source[start:stop].encode()) + 1,
        ),
    )


def as_problem(path: str, source: str, fault: Fault) -> Problem:
    """Return a fault as the problem of a file with this path and these characters."""
    field = field_name(fault.path)
    if fault.code == "hidden-character":
        field = field.replace(REPLACEMENT, "")
    return Problem(
        path=path, span=fault.span, code=fault.code, severity="error", field=field,
        message=fault.message, help=fault.help, suggestion=fault.suggestion, excerpt=excerpt(source, fault.span),
    )  # fmt: skip


Loaded = tuple[Document, list[Problem]]


def load_file(file: Path, name: str, model: type[Record]) -> Loaded:
    """Return the document that a file is, and every problem of it by itself."""
    content = read_bytes(file)
    if isinstance(content, Fault):
        return Document(path=name, stem=file.stem, source="", model=model), [as_problem(name, "", content)]
    return load_bytes(content, name, file.stem, model)


def load_bytes(content: bytes, name: str, stem: str, model: type[Record]) -> tuple[Document, list[Problem]]:
    """Return the document that a file of this name and content is, and every problem of it by itself."""
    decoded = decode(content)
    if isinstance(decoded, Fault):
        lost = Document(path=name, stem=stem, source="", model=model)
        return lost, [as_problem(name, "", decoded)]
    source, hidden = decoded
    reading = with_hidden(read(source), hidden) if hidden else read(source)
    if reading.data is None:
        lost = Document(path=name, stem=stem, source=source, model=model)
        return lost, [as_problem(name, source, fault) for fault in reading.faults]
    binding = bind(model, stem, reading)
    document = Document(
        path=name, stem=stem, source=source, model=model, record=binding.record, sound=not binding.faults,
        commented=frozenset(reading.commented),
    )  # fmt: skip
    return document, [as_problem(name, source, fault) for fault in binding.faults]


def path_shown(file: Path, content: Path) -> str:
    """Return the path by which the problems of a file are told; its name need not be text to the system."""
    return os.fsencode(file.relative_to(content.parent).as_posix()).decode("utf-8", "replace")


def _stamp(file: Path) -> Stamp:
    try:
        found = file.lstat()
    except OSError:  # what is wrong with it is told when it is opened
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _loaded(content: Content | None) -> Mapping[tuple[str, Stamp], Loaded]:
    """Return what was loaded of each file by its path and stamp."""
    if content is None:
        return {}
    problems: dict[str, list[Problem]] = {}
    for problem in content.problems:
        problems.setdefault(problem.path, []).append(problem)
    stamped = (document for document in content.documents if document.stamp)
    return {(document.path, document.stamp): (document, problems.get(document.path, [])) for document in stamped}


def load_content(content: Path, step: Callable[[], None] = lambda: None, *, before: Content | None = None) -> Content:
    """Return every record of a content folder, and every problem of every file by itself; `step` is called for each.

    A file that has not changed since it was read `before` is not read again.
    """
    documents, problems, misnamed, known = [], [], set(), _loaded(before)
    for file, model, fault in find_files(content):
        step()
        name = path_shown(file, content)
        if model is None:
            problems += [as_problem(name, "", fault)] if fault else []
            misnamed |= likely_keys(content, file)
            continue
        stamp = _stamp(file)
        document, found = known.get((name, stamp)) or load_file(file, name, model)
        documents.append(replace(document, stamp=stamp))
        problems += found
    return Content(documents=tuple(documents), problems=tuple(problems), misnamed=frozenset(misnamed))
