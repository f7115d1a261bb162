"""Which quotations are added, changed or gone, and how their wordings and attributions differ."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from readouts.diff.fields import FieldChange, compare_fields, read_fields
from readouts.diff.sides import Sides
from readouts.graph import Key, Quotation
from readouts.model import Meeting

WORDS = ("text",)
# Who said it, and who says so.
ATTRIBUTION = ("speaker", "for", "joint", "source", "relays", "mode", "credited", "original", "via", "lang")
QuotationKind = Literal["added", "changed", "withdrawn", "restored", "removed"]
Fields = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class RenderingChange:
    """What happened to a rendering; it is known by its source and its language as they are, or else were."""

    kind: Literal["added", "changed", "removed"]
    source: str
    lang: str
    text: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class QuotationChange:
    """What happened to a quotation; `was` is the id that it had in its meeting's or another name."""

    kind: QuotationKind
    key: Key
    quotation: Quotation
    was: str | None = None
    fields: tuple[FieldChange, ...] = ()
    renderings: tuple[RenderingChange, ...] = ()

    @cached_property
    def touched(self) -> tuple[str, ...]:
        """Return the fields that changed, in it or in a rendering; a rendering on one side alone is words."""
        own = [change.field for change in self.fields]
        for rendering in self.renderings:
            own += [change.field for change in rendering.fields] or WORDS
        return tuple(dict.fromkeys(own))

    def has(self, *fields: str) -> bool:
        """Tell whether any of some fields changed."""
        return any(field in fields for field in self.touched)


def compare_quotations(sides: Sides) -> tuple[QuotationChange, ...]:
    """Return what happened to each quotation to which anything did: those of now as listed, then those gone."""
    return (*_present(sides), *_gone(sides))


def _present(sides: Sides) -> Iterator[QuotationChange]:
    for key, now in sides.quotations_now.items():
        before = sides.quotations_before.get(key)
        if before is None:
            renderings = tuple(_alone("added", read_fields(rendering)) for rendering in now.quote.renderings)
            kind: QuotationKind = "restored" if key in sides.nodes_before else "added"
            yield QuotationChange(kind=kind, key=key, quotation=now, renderings=renderings)
            continue
        order, renderings = _renderings(sides, before, now)
        fields = (*_fields(sides, before, now), *order)
        if fields or renderings or before.id != now.id:
            was = before.id if before.id != now.id else None
            yield QuotationChange(kind="changed", key=key, quotation=now, was=was, fields=fields, renderings=renderings)


def _gone(sides: Sides) -> Iterator[QuotationChange]:
    for key, before in sides.quotations_before.items():
        is_unclear = (Meeting.TYPE, key[1].partition("/")[0]) in sides.unclear
        if key not in sides.quotations_now and not is_unclear:
            is_there = key in sides.now.insight.graph.nodes
            renderings = tuple(_alone("removed", read_fields(rendering)) for rendering in before.quote.renderings)
            kind: QuotationKind = "withdrawn" if is_there else "removed"
            yield QuotationChange(kind=kind, key=key, quotation=before, renderings=renderings)


def _fields(sides: Sides, before: Quotation, now: Quotation) -> tuple[FieldChange, ...]:
    leaving = ("id", "renderings", *(("formerly",) if before.quote.id != now.quote.id else ()))
    return compare_fields(read_fields(before.quote, sides.renamed), read_fields(now.quote), leaving)


def _alone(kind: Literal["added", "removed"], fields: Fields) -> RenderingChange:
    return RenderingChange(kind=kind, source=fields["source"], lang=fields["lang"], text=fields["text"])


# By what the renderings of two states are taken for the same, one after the other.
_SAME: tuple[Callable[[Fields], object], ...] = (
    lambda fields: fields,
    lambda fields: (fields["source"], fields["lang"], fields["text"]),
    lambda fields: (fields["source"], fields["lang"], fields.get("relays")),
    lambda fields: (fields["source"], fields["lang"]),
    lambda fields: fields["text"],
)


def _pairs(before: list[Fields], now: list[Fields]) -> Iterator[tuple[Fields, Fields]]:
    """Yield the renderings of two states that are the same, and take them out of the lists."""
    for same in _SAME:
        for new in list(now):
            old = next((fields for fields in before if same(fields) == same(new)), None)
            if old is not None:
                before.remove(old)
                now.remove(new)
                yield old, new


def _renderings(
    sides: Sides, before: Quotation, now: Quotation
) -> tuple[tuple[FieldChange, ...], tuple[RenderingChange, ...]]:
    """Return in which order the renderings stand that both have, if it is another, and what happened to each."""
    old = [read_fields(rendering, sides.renamed) for rendering in before.quote.renderings]
    new = [read_fields(rendering) for rendering in now.quote.renderings]
    gone, added = list(old), list(new)
    pairs = list(_pairs(gone, added))
    changed = [
        RenderingChange(kind="changed", source=b["source"], lang=b["lang"], text=b["text"], fields=compare_fields(a, b))
        for a, b in pairs
        if a != b
    ]
    alone = (*(_alone("added", fields) for fields in added), *(_alone("removed", fields) for fields in gone))
    return _order(old, new, pairs), (*changed, *alone)


def _order(old: list[Fields], new: list[Fields], pairs: list[tuple[Fields, Fields]]) -> tuple[FieldChange, ...]:
    """Return in which order renderings stood and stand, if it is another: by their sources, or else by their words."""
    was = [now for fields in old for before, now in pairs if before is fields]
    is_ = [now for fields in new for _, now in pairs if now is fields]
    if list(map(id, was)) == list(map(id, is_)):
        return ()
    names = {id(fields): f"{fields['source']} ({fields['lang']})" for fields in new}
    if len(set(names.values())) < len(names):
        names = {id(fields): fields["text"] for fields in new}
    before, now = ([names[id(fields)] for fields in several] for several in (was, is_))
    return (FieldChange(field="renderings", before=before, now=now),)
