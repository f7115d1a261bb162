"""Words of a record put in the place of others, where it is certain which are meant."""

import json
import re
from collections.abc import Iterator
from typing import Any

from readouts.load.reader import Reading, read
from readouts.problem import FieldPath, field_name


def correct(source: str, old: str, new: str, field: str | None = None, within: FieldPath = ()) -> str | None:
    """Return a file with words of one value replaced and all else as it was, or None if it isn't certain which.

    They must stand once: in the field of that name, if one is given, or else in all values under `within`.
    """
    reading = read(source)
    found = [
        (path, value)
        for path, value in _values(reading.data, ())
        if old in value and path[: len(within)] == within and field in (None, field_name(path))
    ]
    if reading.faults or len(found) != 1 or found[0][1].count(old) != 1:
        return None
    path, value = found[0]
    wanted = _with(reading.data, path, value.replace(old, new))
    return next((text for text in _rewritten(source, reading, path, old, new, value) if _says(text, wanted)), None)


def _values(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _values(value, (*path, step))


def _with(data: Any, path: FieldPath, value: str) -> Any:
    """Return data with another value at a path."""
    if not path:
        return value
    if isinstance(data, dict):
        return {key: _with(inner, path[1:], value) if key == path[0] else inner for key, inner in data.items()}
    return [_with(inner, path[1:], value) if number == path[0] else inner for number, inner in enumerate(data)]


def _says(source: str, wanted: Any) -> bool:
    reading = read(source)
    return not reading.faults and bool(reading.data == wanted)


def _rewritten(source: str, reading: Reading, path: FieldPath, old: str, new: str, value: str) -> Iterator[str]:
    """Yield files that may say what is wanted: with only the words replaced, and with the value in quotation marks."""
    first, last = _place(source, reading, path)
    written = source[first:last]
    words = re.compile(r"\s+".join(map(re.escape, old.split())))
    if len(words.findall(written)) == 1:
        yield source[:first] + words.sub(lambda _: _indented(new, source, last), written) + source[last:]
    quoted = json.dumps(value.replace(old, new), ensure_ascii=False)
    end = "\n" if written.endswith("\n") else ""
    yield f"{source[:first]}{quoted}{end}{source[last:]}"


def _indented(words: str, source: str, last: int) -> str:
    """Return words whose lines after the first begin where the last line of the value that ends at an index does."""
    line = source[: last].rstrip("\n").rpartition("\n")[2]
    return words.replace("\n", "\n" + line[: len(line) - len(line.lstrip(" "))])


def _place(source: str, reading: Reading, path: FieldPath) -> tuple[int, int]:
    """Return the indices of the first character of a value and of the one after its last."""
    span = reading.values[path]
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
