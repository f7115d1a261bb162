"""A file in the one form that all records have: no value of it changes, and no comment is lost."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readouts.load import as_problem, load_file, path_shown
from readouts.load.characters import Fault, decode
from readouts.load.files import find_files, read_bytes
from readouts.load.reader import read
from readouts.model import Record
from readouts.model.shape import Either, Fields, Many, Shape, Table, keys_in_order, shapes
from readouts.problem import Problem
from readouts.writing.changes import Change
from readouts.writing.comments import find_comments
from readouts.writing.layout import laid_out


@dataclass(frozen=True, kw_only=True)
class Formatted:
    """What is to be done with a file: a change, or nothing where it is in form already.

    With problems it can't be put into form. It is `unkept` where it would say something else then.
    """

    file: Path
    change: Change | None = None
    problems: tuple[Problem, ...] = ()
    unkept: bool = False


def format_content(content: Path, wanted: Callable[[Path], bool]) -> Iterator[Formatted]:
    """Yield how each wanted file of a content folder gets into form."""
    for file, model, fault in find_files(content):
        if wanted(file):
            name = path_shown(file, content)
            problem = [as_problem(name, "", fault)] if fault else []
            yield _format(file, name, model) if model else Formatted(file=file, problems=tuple(problem))


def _format(file: Path, name: str, model: type[Record]) -> Formatted:
    content = read_bytes(file)
    source = None if isinstance(content, Fault) else _readable(content, model)
    if source is None or isinstance(content, Fault):
        return Formatted(file=file, problems=tuple(load_file(file, name, model)[1]))
    text = in_form(source, model)
    if text is None:
        return Formatted(file=file, unkept=True)
    change = Change(model=model, id=file.stem, before=content, after=text.encode())
    return Formatted(file=file, change=change if change.after != content else None)


def in_form(source: str, model: type[Record]) -> str | None:
    """Return the text of a file in form, or None where it would say something else: it is read back to see."""
    data, comments = read(source).data, find_comments(source)
    text = laid_out(model, data, comments)
    again = read(text)
    is_kept = again.data == data and not again.faults and _each(text) == _each(source)
    return text if is_kept else None


def _each(source: str) -> Counter[str]:
    return Counter(comment for own in find_comments(source).values() for comment in own)


def _readable(content: bytes, model: type[Record]) -> str | None:
    """Return the characters of a file, or None where anything but a single value is wrong with it."""
    decoded = decode(content)
    if isinstance(decoded, Fault) or decoded[1]:
        return None
    reading = read(decoded[0])
    is_known = isinstance(reading.data, dict) and not reading.faults and not _has_unknown(Fields(model), reading.data)
    return decoded[0] if is_known else None


def _has_unknown(shape: Shape | None, value: Any) -> bool:
    """Tell whether a value has a field, at whatever depth, that its model doesn't know."""
    match shape, value:
        case Fields(model=model) | Either(model=model), dict():
            known = keys_in_order(model)
            return any(key not in known or _has_unknown(shapes(model)[key], value[key]) for key in value)
        case Table(value=inner), dict():
            return any(_has_unknown(inner, entry) for entry in value.values())
        case Many(item=item), list():
            return any(_has_unknown(item, entry) for entry in value)
    return False
