"""Words of a record put in the place of others, where it is certain which are meant."""

import json
import re
from collections.abc import Iterator
from typing import Any

from readouts.load.characters import cleaned
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
    corrected = value.replace(old, new)
    wanted = _with(reading.data, path, corrected)
    first, last = _place(source, reading, path)
    candidates = (
        f"{source[:first]}{written}{source[last:]}"
        for written in _written(source[:last], source[first:last], old, new, corrected)
    )
    return next((text for text in candidates if _says(text, wanted)), None)


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
    """Tell whether a file has some data, and nothing that a reader can't see."""
    reading, (_, heaps, hidden) = read(source), cleaned(source)
    return bool(reading.data == wanted) and not (reading.faults or heaps or hidden)


def _written(before: str, value: str, old: str, new: str, corrected: str) -> Iterator[str]:
    """Yield how a value that ends a text may be written: with only the words replaced, and in quotation marks."""
    words = re.compile(r"\s+".join(map(re.escape, old.split())))
    if len(words.findall(value)) == 1:
        line = before.rstrip("\n").rpartition("\n")[2]
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield words.sub(lambda _: re.sub(r"\n(?!\n)", f"\n{indent}", new), value)
    yield json.dumps(corrected, ensure_ascii=False) + "\n" * value.endswith("\n")


def _place(source: str, reading: Reading, path: FieldPath) -> tuple[int, int]:
    """Return the indices of the first character of a value and of the one after its last."""
    span = reading.values[path]
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1
