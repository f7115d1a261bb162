"""What a model's fields hold, as a tree to walk records by."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from readouts.model.dates import UNKNOWN, Date
from readouts.model.fields import Link, Part, StandIn
from readouts.model.records import Identified, Record
from readouts.problem import FieldPath
from readouts.text import Prose, Text


@dataclass(frozen=True)
class Value:
    """A single value: its Python type, what it is called, its choices, and the records it names, if any.

    `notation` is the JSON Schema of how it is written.
    """

    type: type
    title: str
    choices: tuple[str, ...] = ()
    link: Link | None = None
    notation: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Bounds:
    """How many items a list or a mapping may have."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Many:
    """A list."""

    item: "Shape"
    bounds: Bounds = Bounds()


@dataclass(frozen=True)
class Table:
    """A mapping whose keys are data."""

    key: "Shape"
    value: "Shape"
    bounds: Bounds = Bounds()


@dataclass(frozen=True)
class Either:
    """A value, or a mapping of fields in its place."""

    value: Value
    model: type[Part]


@dataclass(frozen=True)
class Fields:
    """A mapping of fixed fields."""

    model: type[Part]


Shape = Value | Many | Table | Either | Fields
Wanted = Callable[[Value], bool]


def _bounds(metadata: Iterable[Any]) -> Bounds:
    """Return what pydantic's annotations ask of the number of items."""
    asked = [inner for item in metadata for inner in (item.metadata if isinstance(item, FieldInfo) else (item,))]
    least = next((item.min_length for item in asked if hasattr(item, "min_length")), 0)
    return Bounds(least, next((item.max_length for item in asked if hasattr(item, "max_length")), None))


_PLAIN = Value(str, "text")


def _told(metadata: Iterable[Any], value: Value) -> Value:
    """Return a value with what annotations tell of it."""
    for item in metadata:
        if isinstance(item, Link):
            value = replace(value, link=item)
        if isinstance(item, WithJsonSchema) and item.json_schema:
            notation = dict(item.json_schema)
            value = replace(value, title=str(notation.pop("title")), notation=notation)
    return value


def _shape(annotation: Any, value: Value = _PLAIN, bounds: Bounds = Bounds()) -> Shape:  # noqa: PLR0911  # one for each shape
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], _told(arguments[1:], value), _bounds(arguments[1:]))
    if origin in (Union, UnionType):
        found = [_shape(argument, value) for argument in arguments if argument is not NoneType]
        if len(found) == 1:
            return found[0]
        single = next(shape for shape in found if isinstance(shape, Value))
        return Either(single, next(shape.model for shape in found if isinstance(shape, Fields)))
    if origin is tuple:
        return Many(_shape(arguments[0]), bounds)
    if origin is Mapping:
        return Table(_shape(arguments[0]), _shape(arguments[1]), bounds)
    if origin is Literal:
        return Value(str, "choice", choices=arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Fields(annotation)  # type: ignore[arg-type] # all our models are parts
    return replace(value, type=annotation)


@cache
def shapes(model: type[Part]) -> Mapping[str, Shape]:
    """Return the shape of each field of a model, by the key that it has in a file."""
    hints = get_type_hints(model, include_extras=True)
    known = model.model_fields.items()
    return {field.alias or name: _shape(hints[name], bounds=_bounds(field.metadata)) for name, field in known}


@cache
def keys_in_order(model: type[Part]) -> tuple[str, ...]:
    """Return the fields of a mapping in the order in which a file has them, which is the model's.

    In a record its own fields come first, then the other names that most records have, then what every record has.
    What has pages of its own comes last: it has more lines than all the rest.
    """
    known = shapes(model)
    if not issubclass(model, Record):
        return tuple(known)
    shared, common = shapes(Identified), shapes(Record)
    keys = (key for key in known if not model.model_fields[name_of(model, key)].exclude)
    return tuple(sorted(keys, key=lambda key: (_has_pages(known[key]), key in common, key in shared)))


def _has_pages(shape: Shape) -> bool:
    return isinstance(shape, Many) and isinstance(shape.item, Fields) and hasattr(shape.item.model, "TYPE")


def shape_at(model: type[Part], path: FieldPath) -> Shape | None:
    """Return the shape of what stands at a path of a part, or None where the model has nothing there."""
    shape: Shape | None = Fields(model)
    for step in path:
        match shape:
            case Fields(model=inner) | Either(model=inner):
                shape = shapes(inner).get(str(step))
            case Many(item=item):
                shape = item
            case Table(value=value):
                shape = value
            case _:
                return None
    return shape


@cache
def _holders(model: type[Part], wanted: Wanted) -> tuple[tuple[str, str, Shape], ...]:
    """Return attribute, key and shape of the fields under which a wanted value may stand."""
    known = shapes(model).items()
    return tuple((name_of(model, key), key, shape) for key, shape in known if _may_hold(shape, wanted))


def _may_hold(shape: Shape, wanted: Wanted) -> bool:
    match shape:
        case Value():
            return wanted(shape)
        case Many(item=item):
            return _may_hold(item, wanted)
        case Table(key=key, value=value):
            return _may_hold(key, wanted) or _may_hold(value, wanted)
        case Either(value=value, model=model):
            return wanted(value) or bool(_holders(model, wanted))
        case Fields(model=model):
            return bool(_holders(model, wanted))


def walk(part: Part, wanted: Wanted, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Value, Any]]:
    """Yield path, shape and content of every wanted single value in a part, in the order of the model.

    The key of a table is yielded under the path of its value and KEY.
    """
    for name, key, shape in _holders(type(part), wanted):
        if (found := getattr(part, name)) is not None:
            yield from _walk(shape, found, wanted, (*path, key))


def _walk(shape: Shape, found: Any, wanted: Wanted, path: FieldPath) -> Iterator[tuple[FieldPath, Value, Any]]:
    match shape:
        case Value():
            if wanted(shape):
                yield path, shape, found
        case Many(item=item):
            for index, value in enumerate(found):
                yield from _walk(item, value, wanted, (*path, index))
        case Table(key=key_shape, value=value_shape):
            for key, value in found.items():
                yield from _walk(key_shape, key, wanted, (*path, key, KEY))
                yield from _walk(value_shape, value, wanted, (*path, key))
        case Either(value=single) if not isinstance(found, Part):
            yield from _walk(single, found, wanted, path)
        case Fields() | Either():
            yield from walk(found, wanted, path)


KEY = "\0key"  # no key of a file: none has a control character
UNKNOWN_TEXT = Text("?")
_BY_TYPE: Mapping[type, Any] = {
    Text: UNKNOWN_TEXT, Prose: Prose("?"), Date: UNKNOWN, bool: False, int: 1, float: 0.0,
}  # fmt: skip


def stand_in(shape: Shape) -> Any:
    """Return a value that the model accepts where a file has a wrong one, and that no rule asks about."""
    match shape:
        case Value(type=kind, choices=choices):
            if choices:
                return choices[0]
            return _BY_TYPE.get(kind, StandIn())
        case Many(item=item):
            return (stand_in(item),)
        case Table():
            return {}
        case Either():
            return StandIn()
        case Fields(model=model):
            known = shapes(model)
            required = [f.alias or n for n, f in model.model_fields.items() if f.is_required() or n == model.AT_LEAST]
            return model.model_construct(**{name_of(model, key): stand_in(known[key]) for key in required})


@cache
def _names(model: type[Part]) -> Mapping[str, str]:
    return {field.alias or name: name for name, field in model.model_fields.items()}


def name_of(model: type[Part], key: str) -> str:
    """Return the attribute that holds what a file has under `key`."""
    return _names(model)[key]


def part_name(model: type[Part]) -> str:
    """Return what a part is called in words: `log entry`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
