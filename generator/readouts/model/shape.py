"""What a model's fields hold, as a tree to walk plain data by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from readouts.model.dates import UNKNOWN, Date
from readouts.model.fields import Link, Part
from readouts.problem import Path
from readouts.text import Prose, Text


@dataclass(frozen=True)
class Value:
    """A single value: its Python type, its choices, and the records it names, if any."""

    type: type
    choices: tuple[str, ...] = ()
    link: Link | None = None


@dataclass(frozen=True)
class Many:
    """A list."""

    item: "Shape"


@dataclass(frozen=True)
class Table:
    """A mapping whose keys are data."""

    key: "Shape"
    value: "Shape"


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


def _shape(annotation: Any, link: Link | None = None) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        link = next((item for item in arguments[1:] if isinstance(item, Link)), link)
        return _shape(arguments[0], link)
    if origin in (Union, UnionType):
        found = [_shape(argument, link) for argument in arguments if argument is not NoneType]
        if len(found) == 1:
            return found[0]
        value = next(shape for shape in found if isinstance(shape, Value))
        return Either(value, next(shape.model for shape in found if isinstance(shape, Fields)))
    if origin is tuple:
        return Many(_shape(arguments[0]))
    if origin is Mapping:
        return Table(_shape(arguments[0]), _shape(arguments[1]))
    if origin is Literal:
        return Value(str, choices=arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Fields(annotation)  # type: ignore[arg-type] # all our models are parts
    return Value(annotation, link=link)


@cache
def shapes(model: type[Part]) -> Mapping[str, Shape]:
    """Return the shape of each field of a model, by the key that it has in a file."""
    hints = get_type_hints(model, include_extras=True)
    return {field.alias or name: _shape(hints[name]) for name, field in model.model_fields.items()}


def values(shape: Shape, data: Any, path: Path = ()) -> Iterator[tuple[Path, Value, str]]:
    """Yield path, shape and characters of every single value in plain data, passing over what has the wrong shape.

    The key of a table whose keys name records is yielded under the path of its value.
    """
    match shape, data:
        case Value(), str():
            yield path, shape, data
        case Either(value=value), str():
            yield path, value, data
        case (Fields(model=model) | Either(model=model)), dict():
            known = shapes(model)
            for key, value in data.items():
                if key in known:
                    yield from values(known[key], value, (*path, key))
        case Many(item=item), list():
            for index, value in enumerate(data):
                yield from values(item, value, (*path, index))
        case Table(key=key_shape, value=value_shape), dict():
            for key, value in data.items():
                yield from values(key_shape, key, (*path, key, KEY))
                yield from values(value_shape, value, (*path, key))


KEY = "[key]"


def stand_in(shape: Shape) -> Any:
    """Return a value that the model accepts where a file has a wrong one, and that no rule has anything to say about."""
    match shape:
        case Value(type=kind, choices=choices):
            if choices:
                return choices[0]
            by_type: dict[type, Any] = {Text: Text("?"), Prose: Prose("?"), Date: UNKNOWN, bool: False, int: 1, float: 0.0}
            return by_type.get(kind, "")
        case Many(item=item):
            return (stand_in(item),)
        case Table():
            return {}
        case Either():
            return ""
        case Fields(model=model):
            known = shapes(model)
            required = [f.alias or n for n, f in model.model_fields.items() if f.is_required()]
            return model.model_construct(**{name_of(model, key): stand_in(known[key]) for key in required})


@cache
def _names(model: type[Part]) -> Mapping[str, str]:
    return {field.alias or name: name for name, field in model.model_fields.items()}


def name_of(model: type[Part], key: str) -> str:
    """Return the attribute that holds what a file has under `key`."""
    return _names(model)[key]
