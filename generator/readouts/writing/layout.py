"""The order and the layout of a record's fields, which follow from its model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from readouts.model import Identified, Part
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, shapes
from readouts.problem import FieldPath
from readouts.writing.comments import Comments
from readouts.writing.scalars import as_key, in_line, written

WIDTH, STEP = 120, 2


_NONE = Comments()


def _inner(shape: Shape | None, key: str) -> Shape | None:
    match shape:
        case Fields(model=model) | Either(model=model):
            return shapes(model).get(key)
        case Table(value=value):
            return value
        case _:
            return None


def _sorted(shape: Shape | None, data: Mapping[str, Any]) -> list[str]:
    """Return the keys of a mapping in the order of its model; keys that are data, or unknown to it, stay last."""
    order = keys_in_order(shape.model) if isinstance(shape, Fields | Either) else ()
    return [*(key for key in order if key in data), *(key for key in data if key not in order)]


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value


@dataclass(frozen=True)
class _Layout:
    """Writes data whose comments are known by path."""

    comments: Mapping[FieldPath, Comments] = field(default_factory=dict)

    @cached_property
    def _commented_within(self) -> frozenset[FieldPath]:
        """Return the paths of lists and mappings that have comments inside."""
        below = {path for path, own in self.comments.items() if own.below}
        return frozenset(below.union(path[:end] for path in self.comments for end in range(len(path))))

    def mapping(self, shape: Shape | None, data: Mapping[str, Any], path: FieldPath, indent: int) -> Iterator[str]:
        for key in _sorted(shape, data):
            inner, place = _inner(shape, key), (*path, key)
            yield from self.entry(f"{as_key(key)}:", inner, data[key], place, indent)
        yield from self._comments(self._at(path).below, indent)

    def sequence(self, shape: Shape | None, data: list[Any], path: FieldPath, indent: int) -> Iterator[str]:
        for index, item in enumerate(data):
            inner = shape.item if isinstance(shape, Many) else None
            yield from self.item(inner, item, (*path, index), indent)
        yield from self._comments(self._at(path).below, indent)

    def entry(self, lead: str, shape: Shape | None, value: Any, path: FieldPath, indent: int) -> Iterator[str]:
        own = self._at(path)
        yield from self._comments((*own.above, *own.beside[1:]), indent)
        beside = f" {own.beside[0]}" if own.beside else ""
        if isinstance(value, str):
            yield from self._text(lead, value, beside, own, indent)
        elif (flow := self._flow(shape, value, path)) and (not value or indent + len(lead) + 1 + len(flow) <= WIDTH):
            yield f"{' ' * indent}{lead} {flow}{beside}"
        else:
            yield f"{' ' * indent}{lead}{beside}"
            yield from self._nested(shape, value, path, indent + STEP)

    def item(self, shape: Shape | None, value: Any, path: FieldPath, indent: int) -> Iterator[str]:
        """Yield the lines of an item; comments above its first key stand above its dash."""
        own = self._at(path)
        if not value or isinstance(value, str):
            yield from self.entry("-", shape, value, path, indent)
            return
        lines = list(self._nested(shape, value, path, indent + STEP))
        first = next(index for index, line in enumerate(lines) if line and line.lstrip()[0] != "#")
        above = [line.lstrip(" ") for line in lines[:first]]
        yield from self._comments((*own.above, *own.beside, *above), indent)
        yield f"{' ' * indent}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _nested(self, shape: Shape | None, value: Any, path: FieldPath, indent: int) -> Iterator[str]:
        return (
            self.sequence(shape, value, path, indent)
            if isinstance(value, list)
            else self.mapping(shape, value, path, indent)
        )

    def _text(self, lead: str, value: str, beside: str, own: Comments, indent: int) -> Iterator[str]:
        room, width = WIDTH - indent - len(lead) - 1, WIDTH - indent - STEP
        first, *rest = written(value, room=room, width=width, style=own.style)
        yield f"{' ' * indent}{lead} {first}{beside}"
        yield from (f"{' ' * (indent + STEP)}{line}" if line else "" for line in rest)

    def _at(self, path: FieldPath) -> Comments:
        return self.comments.get(path, _NONE)

    def _comments(self, lines: tuple[str, ...], indent: int) -> Iterator[str]:
        """Yield lines of comments, one blank line in the place of several."""
        for index, line in enumerate(lines):
            if line or index == 0 or lines[index - 1]:
                yield f"{' ' * indent}{line}" if line else ""

    def _flow(self, shape: Shape | None, value: Any, path: FieldPath) -> str:
        """Return a short list in brackets or a flat mapping in braces; nothing where each part gets its own line."""
        if path in self._commented_within:
            return ""
        if isinstance(value, list):
            may_be = not value or not _has_sentences(shape)
            return _bracketed(value) if may_be and all(map(_is_short, value)) else ""
        keys = _sorted(shape, value)
        # Other names are told in passing; a table of a record's own, such as its readouts, is what it is about.
        is_shared = len(path) == 1 and path[0] in shapes(Identified)
        may_be = is_shared or isinstance(shape, Fields | Either) or not value
        if may_be and all(_is_short(value[key]) or (is_shared and _is_flat(value[key])) for key in keys):
            return "{" + ", ".join(f"{as_key(key, in_brackets=True)}: {_bracketed(value[key])}" for key in keys) + "}"
        return ""


def _has_sentences(shape: Shape | None) -> bool:
    return isinstance(shape, Many) and isinstance(shape.item, Value) and shape.item.title == "sentence"


def _is_flat(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_short, value))


def _bracketed(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(in_line(item, in_brackets=True) for item in value) + "]"
    return in_line(value, in_brackets=True)


def laid_out(model: type[Part], data: Mapping[str, Any], comments: Mapping[FieldPath, Comments] | None = None) -> str:
    """Return the text of plain data in the one way in which records are written, with its comments."""
    layout = _Layout(_with_head(model, data, comments or {}))
    lines = layout.mapping(Fields(model), data, (), 0)
    text = "\n".join(lines).strip("\n")
    return f"{text}\n" if text else ""


def _with_head(
    model: type[Part], data: Mapping[str, Any], comments: Mapping[FieldPath, Comments]
) -> Mapping[FieldPath, Comments]:
    """Return the comments with those on the whole above the first key, whichever that is now."""
    head, first = comments.get((), _NONE).above, tuple(_sorted(Fields(model), data)[:1])
    own = comments.get(first, _NONE)
    return {**comments, first: replace(own, above=(*head, *own.above))} if head else comments
