"""Values given by the paths of their fields, as diagnostics write them: `participants[0].person`."""

import re
from collections.abc import Iterable
from typing import Any

from readouts.model import Part
from readouts.model.shape import Many, shape_at
from readouts.problem import FieldPath, ReadoutsError, field_name
from readouts.writing.values import fault_of_text

Given = Iterable[tuple[str, str]]
_STEP = re.compile(r"(?:^|(?<=.)\.)([^.\[\]\s]+)|\[(\d{1,4})\]")


def read_path(name: str) -> FieldPath:
    """Return `("quotes", 0, "text")` for `quotes[0].text`."""
    path: list[str | int] = []
    end = 0
    while end < len(name) and (step := _STEP.match(name, end)):
        path.append(step[1] or int(step[2]))
        end = step.end()
    if end < len(name) or not path or isinstance(path[0], int):
        raise ReadoutsError(f"'{name}' names no field: write it as check does, such as participants[0].person")
    return tuple(path)


def data_of(model: type[Part], given: Given) -> dict[str, Any]:
    """Return the plain data of a part, from the paths of its values; a list takes an item each time it is named."""
    data: dict[str | int, Any] = {}
    for name, value in given:
        _put(data, model, read_path(name), _clean(name, value))
    listed: dict[str, Any] = _listed(data)
    return listed


def _clean(name: str, value: str) -> str:
    """Return a value with its lines ended as in a file; refuse what no file may have."""
    value = value.replace("\r\n", "\n")
    if any("\ud800" <= character <= "\udfff" for character in value):  # what Python makes of bytes that are no text
        raise ReadoutsError(f"{name}: not UTF-8")
    if fault := fault_of_text(value):
        raise ReadoutsError(f"{name}: {fault.message}; {fault.help}")
    return value


def _put(data: dict[str | int, Any], model: type[Part], path: FieldPath, value: str) -> None:
    holder, last = data, path[-1]
    for index, step in enumerate(path[:-1]):
        _refuse_unnumbered(model, path, index)
        holder = _held(holder, step, path[: index + 1])
    _refuse_unnumbered(model, path, len(path) - 1)
    if isinstance(shape_at(model, path), Many):
        holder = _held(holder, last, path)
        last = len(holder)
    if last in holder:
        raise ReadoutsError(f"{field_name(path)} is given twice")
    holder[last] = value


def _held(holder: dict[str | int, Any], step: str | int, path: FieldPath) -> dict[str | int, Any]:
    """Return what a mapping or list holds in its turn at a step."""
    inner = holder.setdefault(step, {})
    if not isinstance(inner, dict):
        raise ReadoutsError(f"{field_name(path)} is given a value, and fields of its own")
    return inner


def _refuse_unnumbered(model: type[Part], path: FieldPath, index: int) -> None:
    """Refuse the field of an item that doesn't say of which."""
    if isinstance(path[index], str) and isinstance(shape_at(model, path[:index]), Many):
        numbered = field_name((*path[:index], 0, *path[index:]))
        raise ReadoutsError(f"{field_name(path[:index])} is a list: write {numbered} for its first item")


def _listed(value: Any, path: FieldPath = ()) -> Any:
    """Return the data with lists where the steps are numbers."""
    if not isinstance(value, dict):
        return value
    numbers = [step for step in value if isinstance(step, int)]
    if not numbers:
        return {step: _listed(inner, (*path, step)) for step, inner in value.items()}
    if len(numbers) < len(value):
        raise ReadoutsError(f"{field_name(path)} is given both items, with numbers, and fields")
    lacking = next((index for index in range(len(value)) if index not in value), None)
    if lacking is not None:
        raise ReadoutsError(f"{field_name((*path, lacking))} is missing: a list counts from 0, without gaps")
    return [_listed(value[index], (*path, index)) for index in range(len(value))]
