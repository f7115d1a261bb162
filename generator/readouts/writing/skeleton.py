"""The text of a new record, with the fields that it could have besides as comments."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readouts.load.reader import read
from readouts.model import Part, Record
from readouts.model.quotes import Quote
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, name_of, shapes
from readouts.writing.layout import laid_out

SCHEMA = "# yaml-language-server: $schema=../../.readouts/schema/{}.json\n"
LEGEND = "# What else may stand here: delete the # and the space, and write a value for the dots.\n"
UNTOLD = ("formerly", "withdrawn")  # a new record has no past
DOTS = "…"
_WIDTH = 28  # columns that a commented field takes before what it means


def record_text(model: type[Record], data: Mapping[str, Any]) -> str:
    """Return the text of a record's file, with each field that is not given as a comment at its place."""
    lines = laid_out(model, data).splitlines(keepends=True)
    keys = keys_in_order(model)
    starts = {key: span.line - 1 for (key, *inner), span in read("".join(lines)).keys.items() if not inner}
    comments: dict[int, list[str]] = {}
    for index, key in enumerate(keys):
        if key not in data and key not in UNTOLD:
            before = next((starts[later] for later in keys[index:] if later in starts), len(lines))
            comments.setdefault(before, []).append(_comment(model, key))
    places = range(len(lines) + 1)
    text = [line for place in places for line in (*comments.get(place, ()), *lines[place : place + 1])]
    return "".join((SCHEMA.format(model.TYPE), LEGEND if comments else "", *text))


def _comment(model: type[Record], key: str) -> str:
    shape = shapes(model)[key]
    says = " ".join((model.model_fields[name_of(model, key)].description or "").split())
    first_sentence = says.partition(". ")[0].removesuffix(".")
    return f"{f'# {key}: {sample(shape)}':{_WIDTH}}  # {first_sentence}.{_kind(shape)}\n"


def _kind(shape: Shape) -> str:
    """Return what a value has to be, where its sample doesn't say it."""
    match shape:
        case Value(choices=choices) if choices:
            return f" One of {', '.join(choices)}."
        case Value(link=link) if link:
            return f" The id of {_any(link.to)}."
        case Many(item=Value(link=link)) if link:
            return f" Each the id of {_any(link.to)}."
        case Many(item=Fields(model=model)) if model is Quote:
            return " `readouts new quote` adds one."
        case _:
            return ""


def _any(types: Iterable[str]) -> str:
    return " or ".join(f"an {type_}" if type_[0] in "aeiou" else f"a {type_}" for type_ in types)


def sample(shape: Shape) -> str:
    """Return how a value of a shape is written, with dots for what is to be filled in."""
    match shape:
        case Value(type=kind, choices=choices):
            return choices[0] if choices else "true" if kind is bool else DOTS
        case Many(item=Fields(model=model)) if model is Quote:
            return "[]"  # its sample would drown all others
        case Many(item=item):
            return f"[{sample(item)}]"
        case Table(key=key, value=value):
            return f"{{{sample(key)}: {sample(value)}}}"
        case Either(value=value):
            return sample(value)
        case Fields(model=model):
            return f"{{{', '.join(_samples(model))}}}"


def _samples(model: type[Part]) -> Iterator[str]:
    for key, shape in shapes(model).items():
        if model.AT_LEAST in (None, key):
            yield f"{key}: {sample(shape)}"
