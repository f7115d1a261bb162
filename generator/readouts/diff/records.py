"""Which records are added, changed, renamed, withdrawn or gone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from readouts.diff.fields import FieldChange, compare_fields, compare_order, read_fields
from readouts.diff.sides import Sides
from readouts.graph import Key
from readouts.load import Document
from readouts.model import RECORD_TYPES, Meeting, Record
from readouts.text import Text

RecordKind = Literal["added", "changed", "renamed", "withdrawn", "restored", "merged", "removed"]
_PLACE_OF_TYPE = {model.TYPE: place for place, model in enumerate(RECORD_TYPES)}


@dataclass(frozen=True, kw_only=True)
class RecordChange:
    """What happened to a record.

    `was` is the id that a renamed one had, `into` the one that a merged record leads to. `errors` are those of its
    file as it is now. Where one is in the file itself, `is_clear` is false: fields can't be compared.
    """

    kind: RecordKind
    key: Key
    name: Text | None
    was: str | None = None
    into: Key | None = None
    fields: tuple[FieldChange, ...] = ()
    errors: int = 0
    is_clear: bool = True


def compare_records(sides: Sides) -> tuple[RecordChange, ...]:
    """Return what happened to each record to which anything did, by type and id."""
    found = [*_present(sides), *_gone(sides)]
    return tuple(sorted(found, key=lambda change: (_PLACE_OF_TYPE[change.key[0]], change.key[1])))


def _name(document: Document) -> Text | None:
    return document.record.title_text if document.record and document.sound else None


def _present(sides: Sides) -> Iterator[RecordChange]:
    errors = Counter(problem.path for problem in sides.now.errors)
    before = {sides.present(key): key for key in sides.documents_before if key not in sides.merged}
    for key, document in sides.documents_now.items():
        old = before.get(key)
        change = _added(key, document) if old is None else _changed(sides, old, key)
        if change:
            yield replace(change, errors=errors[document.path])


def _held(document: Document) -> dict[str, Any]:
    """Return the fields of a record on one side alone; its name and its quotes are told by themselves."""
    record = document.record if document.sound else None
    fields = read_fields(record) if record else {}
    return {key: value for key, value in fields.items() if record and key not in ("id", "quotes", record.NAME)}


def _added(key: Key, document: Document) -> RecordChange:
    fields = compare_fields({}, _held(document))
    return RecordChange(kind="added", key=key, name=_name(document), fields=fields, is_clear=document.sound)


def _changed(sides: Sides, old: Key, key: Key) -> RecordChange | None:
    before, now = sides.documents_before[old], sides.documents_now[key]
    was = old[1] if old != key else None
    change = RecordChange(kind="renamed" if was else "changed", key=key, name=_name(now), was=was)
    if key in sides.unclear or before.record is None or now.record is None:
        return replace(change, is_clear=False) if was or before.source != now.source else None
    kind, fields = _withdrawal(before.record, now.record), _fields(sides, before.record, now.record)
    return replace(change, kind=kind or change.kind, fields=fields) if kind or was or fields else None


def _withdrawal(before: Record, now: Record) -> RecordKind | None:
    if (before.withdrawn is None) == (now.withdrawn is None):
        return None
    return "restored" if now.withdrawn is None else "withdrawn"


def _fields(sides: Sides, before: Record, now: Record) -> tuple[FieldChange, ...]:
    """Return the fields that differ; of quotations the order alone, since each is a thing of its own."""
    leaving = ("id", "quotes", *(("formerly",) if before.id != now.id else ()))
    found = compare_fields(read_fields(before, sides.renamed), read_fields(now), leaving)
    if isinstance(before, Meeting) and isinstance(now, Meeting):
        ids = [sides.present(("quote", f"{before.id}/{quote.id}"))[1].rpartition("/")[2] for quote in before.quotes]
        found += compare_order("quotes", ids, [quote.id for quote in now.quotes])
    return found


def _gone(sides: Sides) -> Iterator[RecordChange]:
    for key, document in sides.documents_before.items():
        if key in sides.merged:
            yield RecordChange(kind="merged", key=key, name=_name(document), into=sides.merged[key])
        elif sides.present(key) not in sides.documents_now:
            fields = compare_fields(_held(document), {})
            yield RecordChange(kind="removed", key=key, name=_name(document), fields=fields, is_clear=document.sound)
