"""A draft as the text of a record, with what is left to do in comments at its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from readouts.drafting.entries import Entry
from readouts.model import Meeting, Quote, Rendering
from readouts.model.fields import Part
from readouts.model.shape import keys_in_order
from readouts.problem import FieldPath
from readouts.writing.comments import Comments
from readouts.writing.layout import WIDTH, laid_out
from readouts.writing.skeleton import SCHEMA

_INDENT = 4  # columns of a quote's remarks and their sign


def sheet(head: Sequence[str], fields: Iterable[str], tail: Sequence[str], entries: Sequence[Entry]) -> str:
    """Return the text of a draft: what there is to say about all of it, the fields of the meeting, its quotes."""
    top = [
        SCHEMA.format(Meeting.TYPE).rstrip(),
        *_said(head),
        "#",
        *(f"# {field}" for field in fields),
        "#",
        *_said(tail),
    ]
    quotes = [entry.quote for entry in entries if entry.quote]
    if not quotes:
        rest = [line for entry in entries for line in ("", *_said(entry.remarks))]
        return "\n".join((*top, *rest)) + "\n"
    comments = {(): Comments(above=tuple(top)), **_comments(entries)}
    return laid_out(Meeting, {"quotes": quotes}, comments)


def _comments(entries: Sequence[Entry]) -> Mapping[FieldPath, Comments]:
    """Return the remarks of the quotes and their fields to be filled, by path."""
    found: dict[FieldPath, Comments] = {}
    waiting: list[str] = []
    index = 0
    for entry in entries:
        waiting += [*([""] if found or waiting else []), *_said(entry.remarks)]
        if entry.quote:
            path = ("quotes", index)
            found[path] = Comments(above=tuple(waiting))
            found |= _wanted(Quote, entry.quote, entry.wanted, path)
            found |= _wanted(
                Rendering, entry.quote["renderings"][0], entry.wanted_of_rendering, (*path, "renderings", 0)
            )
            waiting, index = [], index + 1
    return {**found, ("quotes",): Comments(below=tuple(waiting))} if waiting else found


def _wanted(
    model: type[Part], data: Mapping[str, object], wanted: Mapping[str, str], path: FieldPath
) -> dict[FieldPath, Comments]:
    """Return fields that are to be filled as comments, each above the field that comes after it.

    None is above the first, whose dash makes it an item: what is filled in there would be no part of that.
    """
    keys = keys_in_order(model)
    first = next(key for key in keys if key in data)
    found: dict[FieldPath, Comments] = {}
    for place, key in enumerate(keys):
        if key in wanted:
            following = next((later for later in keys[place:] if later in data and later != first), None)
            at = (*path, following) if following else path
            above = found[at].above if at in found else ()
            found[at] = Comments(above=(*above, f"# {key}: {wanted[key]}"))
    return found


def _said(remarks: Iterable[str]) -> Iterator[str]:
    """Yield remarks as comments, wrapped; what a remark begins with stays in front of all its lines."""
    for remark in remarks:
        indent = remark[: len(remark) - len(remark.lstrip(" "))]
        lines = wrap(
            remark, WIDTH - _INDENT, initial_indent="", subsequent_indent=indent, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
        yield from (f"# {line}" for line in lines)
