"""The data with their dictionary, made from the model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from readouts.graph import Graph
from readouts.model import RECORD_TYPES, Link, Part
from readouts.model.examples import example_of
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, name_of, part_name, shapes
from readouts.pages.page import Page
from readouts.pages.records import HOME


@dataclass(frozen=True, kw_only=True)
class FieldEntry:
    """One field, in words; `part` is what it holds, where that has fields of its own."""

    key: str
    required: bool
    kind: str
    choices: tuple[str, ...]
    says: str
    example: str
    part: str | None


@dataclass(frozen=True, kw_only=True)
class ModelEntry:
    """One mapping of fields: a record type or a part of one."""

    name: str
    says: str
    fields: tuple[FieldEntry, ...]


def _kind(shape: Shape) -> tuple[str, Value | None]:
    match shape:
        case Value(link=Link(to=types)):
            return ("id of a quote: meeting/quote" if types == ("quote",) else f"id of {' or '.join(types)}"), shape
        case Value(title=title):
            return title, shape
        case Many(item=item):
            kind, value = _kind(item)
            return f"list: {kind}", value
        case Table(key=key, value=value):
            return f"mapping: {_kind(key)[0]} to {_kind(value)[0]}", _kind(key)[1]
        case Either(value=value, model=model):
            return f"{_kind(value)[0]}, or {part_name(model)}", value
        case Fields(model=model):
            return part_name(model), None


def _describe(model: type[Part]) -> ModelEntry:
    entries = []
    for key in keys_in_order(model):
        field = model.model_fields[name_of(model, key)]
        shape = shapes(model)[key]
        kind, value = _kind(shape)
        entries.append(
            FieldEntry(
                key=key,
                required=field.is_required(),
                kind=kind,
                choices=value.choices if value else (),
                says=" ".join((field.description or "").split()),
                example=example_of(model, key),
                part=next((part_name(part) for part in _parts(shape)), None),
            )
        )
    says = " ".join((model.__doc__ or "").split())
    return ModelEntry(name=getattr(model, "FOLDER", part_name(model)), says=says, fields=tuple(entries))


def _parts(shape: Shape) -> Iterator[type[Part]]:
    match shape:
        case Many(item=item):
            yield from _parts(item)
        case Table(value=value):
            yield from _parts(value)
        case Fields(model=model) | Either(model=model):
            yield model
            for inner in shapes(model).values():
                yield from _parts(inner)


def part_models() -> tuple[type[Part], ...]:
    """Return every part that a record may have."""
    found = (part for model in RECORD_TYPES for shape in shapes(model).values() for part in _parts(shape))
    return tuple(dict.fromkeys(found))


def describe_models() -> tuple[ModelEntry, ...]:
    """Return every record type, and after them every part that a record may have."""
    return tuple(_describe(model) for model in (*RECORD_TYPES, *part_models()))


DATA = Page(
    address="data/",
    template="dictionary.md",
    title="Data and fields",
    description="All records to download; every field of theirs, how it is written and what it means.",
    trail=(HOME,),
)


def plan_reference(graph: Graph) -> Iterator[Page]:
    """Yield the data with its dictionary."""
    counts = [(model.FOLDER, len(graph.all_of(model))) for model in RECORD_TYPES]
    yield replace(DATA, context=partial(dict, models=describe_models(), counts=counts))
