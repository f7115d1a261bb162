"""A single value held against the field that it is for."""

from typing import Any

from readouts.load.binding import bind
from readouts.load.characters import Fault, cleaned, hidden_character, too_many_marks
from readouts.load.reader import Reading
from readouts.model import Record
from readouts.model.shape import Many, Shape, Table, shape_at
from readouts.problem import START, FieldPath


def fault_of_value(model: type[Record], path: FieldPath, value: str) -> Fault | None:
    """Return what `check` would say of a value at a path of a record, the rest of which is not asked about."""
    return fault_of_text(value) or _fault_at(model, path, value)


def fault_of_key(model: type[Record], path: FieldPath, key: str) -> Fault | None:
    """Return what `check` would say of a key in the mapping at a path."""
    shape = shape_at(model, path)
    value = _plain(shape.value) if isinstance(shape, Table) else ""
    return fault_of_text(key) or _fault_at(model, (*path, key), value)


def fault_of_text(text: str) -> Fault | None:
    """Return what is wrong with the characters of a text, wherever it stands."""
    _, heaps, hidden = cleaned(text)
    if hidden:
        return hidden_character(text[hidden[0]], START)
    return too_many_marks(START) if heaps else None


def _fault_at(model: type[Record], path: FieldPath, value: Any) -> Fault | None:
    path = tuple(0 if isinstance(step, int) else step for step in path)
    data = value
    for step in reversed(path):
        data = {step: data} if isinstance(step, str) else [data]
    faults = bind(model, "unnamed", Reading(data=data)).faults
    return next((fault for fault in faults if fault.path == path), None)


def _plain(shape: Shape) -> Any:
    return [_plain(shape.item)] if isinstance(shape, Many) else "none"
