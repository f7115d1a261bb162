"""What differs between two states of a record or of a part of one, field by field."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from readouts.graph import Key
from readouts.model import Date, Part
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, name_of, shapes
from readouts.text import Text

Renamed = Mapping[Key, Key]


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """What a field held and holds, as plain data; None where it is absent."""

    field: str
    before: Any
    now: Any


def read_fields(part: Part, renamed: Renamed = {}) -> dict[str, Any]:  # noqa: B006  # nothing is put into it
    """Return what a part holds, as plain data under the keys of files; ids of renamed records as they are now."""
    return dict(_held(part, renamed))


def _held(part: Part, renamed: Renamed) -> Iterator[tuple[str, Any]]:
    model = type(part)
    for key, shape in shapes(model).items():
        name = name_of(model, key)
        found = getattr(part, name)
        if found != model.model_fields[name].get_default(call_default_factory=True):
            yield key, _plain(shape, found, renamed)


def _plain(shape: Shape, found: Any, renamed: Renamed) -> Any:
    match shape:
        case Many(item=item):
            return [_plain(item, value, renamed) for value in found]
        case Table(key=key, value=value):
            return {_plain(key, k, renamed): _plain(value, v, renamed) for k, v in found.items()}
        case Fields() | Either() if isinstance(found, Part):
            return read_fields(found, renamed)
        case Either(value=value):
            return _single(value, found, renamed)
        case Value():
            return _single(shape, found, renamed)
        case Fields():
            raise TypeError(f"{type(found).__name__} where a mapping belongs")


def _single(value: Value, found: Any, renamed: Renamed) -> Any:
    if isinstance(found, Text | Date):
        return found.raw
    if value.link is None:
        return found
    return next((renamed[type_, found][1] for type_ in value.link.to if (type_, found) in renamed), found)


def compare_fields(
    before: Mapping[str, Any], now: Mapping[str, Any], leaving: Collection[str] = ()
) -> tuple[FieldChange, ...]:
    """Return the fields that differ, in the order in which they are held."""
    keys = dict.fromkeys([*now, *before])
    return tuple(
        FieldChange(field=key, before=before.get(key), now=now.get(key))
        for key in keys
        if key not in leaving and _in_order(before.get(key)) != _in_order(now.get(key))
    )


def _in_order(value: Any) -> Any:
    """Return a value so that tables with their keys in another order differ: pages show them in order."""
    match value:
        case dict():
            return [(key, _in_order(held)) for key, held in value.items()]
        case list():
            return [_in_order(item) for item in value]
        case _:
            return value


def compare_order(field: str, before: Collection[str], now: Collection[str]) -> tuple[FieldChange, ...]:
    """Return that what both have stands in another order, if it does."""
    both = set(before) & set(now)
    was, is_ = ([id_ for id_ in several if id_ in both] for several in (before, now))
    return (FieldChange(field=field, before=was, now=is_),) if was != is_ else ()
