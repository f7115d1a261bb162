"""From plain data to a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from readouts.load.characters import MOST_FAULTS, Fault
from readouts.load.misfits import missing_field, not_a_choice, unknown_field, wrong_shape
from readouts.load.reader import Reading
from readouts.model import Part, Record
from readouts.model.shape import Either, Fields, Table, shape_at, stand_in
from readouts.problem import START, FieldPath, Span
from readouts.text import shortened

PYDANTICS_KEY = "[key]"  # how pydantic says that the key of a mapping is at fault


def _path(loc: tuple[str | int, ...], data: Any) -> FieldPath:
    """Return what of pydantic's location stands in the data; the rest names its own inner workings."""
    path: list[str | int] = []
    for step in loc:
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int)):
            path.append(step)
            data = data[step]  # type: ignore[index] # a key of the mapping or an index of the list
    return tuple(path)


def place_of(path: FieldPath, reading: Reading, *, at_key: bool = False) -> Span:
    """Return the span of a value or key, or of the nearest that holds it."""
    if at_key and path in reading.keys:
        return reading.keys[path]
    while path:
        if path in reading.values:
            return reading.values[path]
        path = path[:-1]
    return START


def _model_at(model: type[Part], path: FieldPath) -> type[Part]:
    shape = shape_at(model, path)
    return shape.model if isinstance(shape, Fields | Either) else model


def _value_at(path: FieldPath, data: Any) -> Any:
    for step in path:
        data = data[step]
    return data


@dataclass(frozen=True, kw_only=True)
class Binding:
    """A record made of one file's data; where the data is faulty, stand-ins fill the faulty places."""

    record: Record
    faults: tuple[Fault, ...]


def _fault(error: ErrorDetails, model: type[Part], reading: Reading) -> Iterator[Fault]:
    path = _path(error["loc"], reading.data)
    kind, context = error["type"], error.get("ctx") or {}
    span = place_of(path, reading)
    if kind == "missing":
        key = str(error["loc"][-1])
        yield missing_field(path, key, _first_key(path, reading), shape_at(model, (*path, key)))
    elif kind == "extra_forbidden":
        yield unknown_field(path, place_of(path, reading, at_key=True), _model_at(model, path[:-1]), model)
    elif kind in ("tuple_type", "list_type"):
        yield wrong_shape(path, span, "list", shape_at(model, path), _value_at(path, reading.data))
    elif kind in ("model_type", "mapping_type", "dict_type", "model_attributes_type"):
        yield wrong_shape(path, span, "mapping", shape_at(model, path), _value_at(path, reading.data))
    elif kind == "too_short":
        if _value_at(path, reading.data):
            return  # pydantic counts only the items that are sound
        yield Fault(
            path=path, span=span, code="empty-value", message="is empty: at least one item belongs here", help="add one"
        )
    elif kind == "too_long":
        message = f"{context['actual_length']:,} of them, where at most {context['max_length']} may be"
        yield Fault(path=path, span=span, code="too-long", message=message, help="leave out what nobody needs")
    elif kind == "literal_error" and isinstance(_value_at(path, reading.data), str):
        yield not_a_choice(path, span, shape_at(model, path), _value_at(path, reading.data))
    elif kind == "literal_error":
        yield wrong_shape(path, span, "single value")
    else:
        at_key = error["loc"][-1] == PYDANTICS_KEY
        said = str(path[-1]) if at_key else _value_at(path, reading.data)
        message = context.get("message", error["msg"])
        likely = context.get("likely")
        suggestion = likely(str(said)) if likely else context.get("suggestion")
        yield Fault(
            path=path,
            span=place_of(path, reading, at_key=at_key),
            code=kind,
            message=f"'{shortened(said)}' {message}" if isinstance(said, str) else message,
            help=f"did you mean '{suggestion}'?" if suggestion else context.get("help", ""),
            suggestion=suggestion,
        )


def _first_key(path: FieldPath, reading: Reading) -> Span:
    data = _value_at(path, reading.data)
    first = next(iter(data), None) if isinstance(data, dict) else None
    return reading.keys.get((*path, first), place_of(path, reading)) if first is not None else place_of(path, reading)


def _mend(data: Any, model: type[Part], faults: list[Fault]) -> Any:
    """Return the data with a stand-in at each faulty place, and without unknown fields."""
    for fault in sorted(faults, key=lambda fault: len(fault.path)):
        holder, step = _holder(data, fault.path)
        if holder is None:
            continue
        shape = shape_at(model, fault.path)
        if shape is None or isinstance(shape_at(model, fault.path[:-1]), Table):
            holder.pop(step, None) if isinstance(holder, dict) else None
        else:
            holder[step] = stand_in(shape)
    return data


def _holder(data: Any, path: FieldPath) -> tuple[Any, Any]:
    for step in path[:-1]:
        if not (isinstance(data, dict) and step in data) and not (isinstance(data, list) and isinstance(step, int)):
            return None, None
        data = data[step]  # type: ignore[index] # a key of the mapping or an index of the list
    return (data, path[-1]) if path and isinstance(data, dict | list) else (None, None)


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(item) for item in data] if isinstance(data, list) else data


def _errors(model: type[Record], data: Mapping[str, Any]) -> tuple[Record | None, list[ErrorDetails]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=False)[:MOST_FAULTS]


def _within(path: FieldPath, paths: set[FieldPath]) -> bool:
    return any(path[:length] in paths for length in range(1, len(path) + 1))


def _displaced(found: list[Fault]) -> Iterator[Fault]:
    """Yield what is missing where it belongs, since it stands where it doesn't: the nearest of what may be meant."""
    missing = [fault for fault in found if fault.code == "missing-field"]
    for fault in found:
        alike = [m for m in missing if fault.code == "unknown-field" and m.path[-1] == fault.path[-1]]
        if alike:
            nearest = min(alike, key=lambda m: abs(m.span.line - fault.span.line))
            missing.remove(nearest)
            yield nearest


def _below_empty(faults: list[Fault], found: list[Fault], model: type[Part], data: Any) -> Iterator[Fault]:
    """Yield the unknown fields that stand right below a field without a value, and were to be indented under it."""
    unknown = {fault.path: fault for fault in found if fault.code == "unknown-field"}
    empty = {fault.path for fault in faults if fault.code == "empty-value"} if unknown else set()
    hollow = {path for path in empty if isinstance(shape_at(model, path), Fields | Table)}
    for mapping in dict.fromkeys(path[:-1] for path in unknown) if hollow else ():
        below = False
        for path in [(*mapping, key) for key in _value_at(mapping, data)]:
            if below and path in unknown:
                yield unknown[path]
            below = path in hollow or (below and path in unknown)


def bind(model: type[Record], record_id: str, reading: Reading) -> Binding:
    """Return the record that a file holds, and what is wrong with it.

    Faults that only follow from others are left out: a value that is empty has no wrong shape too.
    """
    if not isinstance(reading.data, dict):
        faults = reading.faults or [wrong_shape((), START, "mapping", said=reading.data)]
        return Binding(record=_nothing(model, record_id), faults=tuple(faults))
    data, faults = dict(reading.data), list(reading.faults)
    if data.pop("id", None) is not None:
        faults.append(unknown_field(("id",), place_of(("id",), reading, at_key=True), model, model))
    record, errors = _errors(model, {**data, "id": record_id})
    found = [fault for error in errors for fault in _fault(error, model, reading)]
    told = {fault.path for fault in faults if fault.path and fault.code != "duplicate-key"}
    # What is given twice, or by reference, may have been what is missing.
    repeated = {fault.path[:-1] for fault in faults if fault.code in ("duplicate-key", "merge-key")}
    followers = [*_displaced(found), *_below_empty(faults, found, model, data)]
    misspelt = {(*fault.path[:-1], fault.suggestion) for fault in found if fault.code == "unknown-field"}
    shapeless = {fault.path for fault in found if fault.code == "wrong-shape"}
    faults = [f for f in faults if f.code != "empty-value" or not _within(f.path[:-1], shapeless)]
    # What is hidden was replaced in the value, which is of use without it.
    faulty = [*(f for f in faults if f.code not in ("hidden-character", "too-many-marks")), *found]
    followers += [f for f in found if f.code == "missing-field" and (f.path in misspelt or f.path[:-1] in repeated)]
    faults += [fault for fault in found if fault not in followers and not _within(fault.path, told)]
    return Binding(record=record or _salvaged(model, record_id, data, faulty), faults=tuple(faults))


def _nothing(model: type[Record], record_id: str) -> Record:
    record: Record = stand_in(Fields(model))
    return record.model_copy(update={"id": record_id})


def _salvaged(model: type[Record], record_id: str, data: dict[str, Any], faulty: list[Fault]) -> Record:
    """Return the record with stand-ins for what is faulty; what they bring to light in their turn is mended too.

    Where nearly everything is faulty, so is what would be left.
    """
    mended, places = {**_copied(data), "id": record_id}, [fault for fault in faulty if fault.path != ("id",)]
    while len(places) < MOST_FAULTS:
        record, errors = _errors(model, _mend(mended, model, places))
        if record is not None:
            return record
        again = [fault for error in errors for fault in _fault(error, model, Reading(data=mended))]
        if not {fault.path for fault in again} - {fault.path for fault in places}:
            break
        places += again
    return _nothing(model, record_id)
