"""The data dictionary and the reference for contributors, both made from the model."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from readouts.graph import Graph
from readouts.model import RECORD_TYPES, Link, Part
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, name_of, shapes
from readouts.pages.page import Page
from readouts.pages.records import HOME
from readouts.problem import Rule


@dataclass(frozen=True, kw_only=True)
class FieldEntry:
    """One field, in words."""

    key: str
    required: bool
    kind: str
    choices: tuple[str, ...]
    says: str


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
            return f"{_kind(value)[0]}, or {_part_name(model)}", value
        case Fields(model=model):
            return _part_name(model), None


def _part_name(model: type[Part]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _describe(model: type[Part]) -> ModelEntry:
    entries = []
    for key in keys_in_order(model):
        field = model.model_fields[name_of(model, key)]
        kind, value = _kind(shapes(model)[key])
        entries.append(
            FieldEntry(
                key=key,
                required=field.is_required(),
                kind=kind,
                choices=value.choices if value else (),
                says=" ".join((field.description or "").split()),
            )
        )
    says = " ".join((model.__doc__ or "").split())
    return ModelEntry(name=getattr(model, "FOLDER", _part_name(model)), says=says, fields=tuple(entries))


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


def describe_models() -> tuple[ModelEntry, ...]:
    """Return every record type, and after them every part that a record may have."""
    parts = dict.fromkeys(part for model in RECORD_TYPES for shape in shapes(model).values() for part in _parts(shape))
    return tuple(_describe(model) for model in (*RECORD_TYPES, *parts))


def plan_reference(graph: Graph, rules: Sequence[Rule]) -> Iterator[Page]:
    """Yield the data with its dictionary, and the reference for contributors."""
    models = describe_models()
    yield Page(
        address="data/",
        template="dictionary.md",
        title="Data",
        description="All records to download; every field of theirs, and what it means.",
        context=partial(
            dict, models=models, counts=[(model.FOLDER, len(graph.all_of(model))) for model in RECORD_TYPES]
        ),
        trail=(HOME,),
    )
    yield Page(
        address="contribute/",
        template="contribute.md",
        title="Contribute",
        description="How to add a record, which fields it has, and what is checked.",
        context=partial(dict, models=models[: len(RECORD_TYPES)], parts=models[len(RECORD_TYPES) :], rules=rules),
        trail=(HOME,),
    )
