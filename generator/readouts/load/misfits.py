"""What is said of data that does not fit its model."""

import re
from collections.abc import Iterable, Iterator
from inspect import get_annotations
from typing import Any

from readouts.load.characters import Fault
from readouts.model import Part
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, name_of, part_name, shapes
from readouts.problem import FieldPath, Span
from readouts.text import near, shortened, with_article

_EXAMPLES = {"date": "a date such as 2024-04-26", "language tag": "a language tag such as en or zh-Hans"}
_PLAIN = re.compile(r"\w[^\[\]{}#:\"'\n]{0,59}")  # what can stand in brackets as it is


def _wanted(shape: Shape | None) -> str:
    """Return what a field takes, in words, or nothing where its name says it."""
    match shape:
        case Value(choices=choices) if choices:
            return f", one of {', '.join(choices)}"
        case Value(link=link) if link:
            return f", the id of {' or '.join(map(with_article, link.to))}"
        case Value(title=title) if title in _EXAMPLES:
            return f", {_EXAMPLES[title]}"
        case _:
            return ""


def missing_field(path: FieldPath, key: str, span: Span, shape: Shape | None) -> Fault:
    """Return the fault of a mapping that lacks a required field of a shape."""
    return Fault(
        path=(*path, key),
        span=span,
        code="missing-field",
        message=f"the field '{key}' is missing",
        help=f"add `{key}: …` here{_wanted(shape)}",
    )


_OTHER_WORDS = {
    "name": "title", "title": "name", "heading": "title", "language": "lang", "latitude": "lat", "longitude": "lon",
    "lng": "lon", "reason": "none", "who": "speaker", "quote": "text", "words": "text", "link": "url", "href": "url",
    "aliases": "also", "location": "place", "attendees": "participants", "tags": "topics", "since": "from",
    "until": "to", "description": "summary", "org": "organization",
}  # fmt: skip
_NEEDLESS = {"id": "delete it: the name of the file is the id", "type": "delete it: the folder says the type"}


def likely_field(written: str, known: list[str]) -> str | None:
    """Return the field that was probably meant; some types have a name, and some a title."""
    other = _OTHER_WORDS.get(written.casefold())
    return other if other in known else near(written, known)


def fields_of(model: type[Part]) -> list[str]:
    """Return the keys that a mapping may have, what it has of its own before what others have too."""
    own = get_annotations(model)
    keys = [key for key in shapes(model) if not model.model_fields[name_of(model, key)].exclude]
    return sorted(keys, key=lambda key: name_of(model, key) not in own)


def _parts(shapes_: Iterable[Shape]) -> Iterator[type[Part]]:
    for shape in shapes_:
        match shape:
            case Many(item=inner) | Table(value=inner):
                yield from _parts([inner])
            case Fields(model=model) | Either(model=model):
                yield model
                yield from _parts(shapes(model).values())


def _elsewhere(key: str, record: type[Part]) -> str:
    """Return of which part of a record a misplaced field is one."""
    owner = next((part for part in (record, *_parts(shapes(record).values())) if key in fields_of(part)), None)
    return f"it is a field of {with_article(part_name(owner))}, so look at the indentation; " if owner else ""


def unknown_field(path: FieldPath, span: Span, model: type[Part], record: type[Part]) -> Fault:
    """Return the fault of a field that the model of its mapping, in a type of record, does not know."""
    key, known = str(path[-1]), fields_of(model)
    needless = _NEEDLESS.get(key) if len(path) == 1 else None
    suggestion = None if needless else likely_field(key, known)
    help_ = (
        f"did you mean '{suggestion}'?"
        if suggestion
        else f"{_elsewhere(key, record)}the fields here are {', '.join(known)}"
    )
    return Fault(
        path=path,
        span=span,
        code="unknown-field",
        message=f"unknown field '{key}'",
        help=needless or help_,
        suggestion=suggestion,
    )


def _as_list(shape: Shape | None, said: Any) -> str:
    if isinstance(shape, Many) and isinstance(shape.item, Fields):
        first = next(iter(said)) if isinstance(said, dict) and said else fields_of(shape.item.model)[0]
        return f"begin each item on a line of its own, with a dash and a space: `- {first}: …`"
    items = said if isinstance(said, str) and _PLAIN.fullmatch(said) else "a, b"
    return f"write [{items}], or each item on a line of its own after a dash and a space"


def _as_mapping(shape: Shape | None, said: Any) -> str:
    match shape:
        case Fields(model=model) | Either(model=model):
            help_ = f"write a line for each of its fields: {', '.join(f'`{key}: …`' for key in fields_of(model)[:4])}"
        case Table(key=Value(link=link), value=value):
            each, key = (" or ".join(link.to), "its-id") if link else ("language", "en")
            help_ = f"write a line for each {each}: `{key}: {'[…]' if isinstance(value, Many) else '…'}`"
        case _:
            help_ = "write `key: value` lines"
    return f"{help_}, without a dash before" if isinstance(said, list) else help_


def wrong_shape(path: FieldPath, span: Span, wanted: str, shape: Shape | None = None, said: Any = None) -> Fault:
    """Return the fault of a value of another shape than its field has."""
    match wanted:
        case "list":
            help_ = _as_list(shape, said)
        case "mapping":
            help_ = _as_mapping(shape, said)
        case _:
            help_ = "write one of them, without brackets or dashes"
    return Fault(path=path, span=span, code="wrong-shape", message=f"a {wanted} belongs here", help=help_)


_OTHER_CHOICES = {"country": "state", "newspaper": "press", "article": "news", "talks": "meeting", "verbatim": "direct"}


def _likely_choice(said: str, choices: tuple[str, ...]) -> str | None:
    """Return the choice that is alike, or the only one that shares its words with what was written."""
    bare = said.partition("#")[0].strip()  # a comment without a space before it
    other = _OTHER_CHOICES.get(bare.casefold())
    if found := other if other in choices else near(bare, choices):
        return found
    words = set(re.findall(r"[^\W_]+", bare.casefold()))
    sharing = [c for c in choices if words and (set(c.split("-")) <= words or words <= set(c.split("-")))]
    return sharing[0] if len(sharing) == 1 else None


def not_a_choice(path: FieldPath, span: Span, shape: Shape | None, said: str) -> Fault:
    """Return the fault of a value that is none of those its field takes."""
    choices = shape.choices if isinstance(shape, Value) else ()
    suggestion = _likely_choice(said, choices)
    return Fault(
        path=path,
        span=span,
        code="not-a-choice",
        message=f"'{shortened(said)}' is not one of {', '.join(choices)}",
        help=f"did you mean '{suggestion}'?" if suggestion else "write one of these",
        suggestion=suggestion,
    )
