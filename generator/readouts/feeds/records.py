"""Records as JSON, under the keys that their files have."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readouts.model import Date, Part, Record
from readouts.text import Text


def json_of(record: Record) -> str:
    """Return type, id and fields of a record, those alone that its file has; the data dictionary describes them."""
    return json.dumps(_data(record), ensure_ascii=False, indent=1) + "\n"


def json_lines(records: Iterable[Record]) -> str:
    """Return JSON Lines: a record in each, as `json_of` has it."""
    return "".join(f"{json.dumps(_data(record), ensure_ascii=False)}\n" for record in records)


def _data(record: Record) -> dict[str, Any]:
    return {"type": record.TYPE, **_plain(record)}


def _plain(value: Any) -> Any:
    match value:
        case Text() | Date():
            return value.raw
        case Part():
            return {key: _plain(found) for key, found in _held(value)}
        case Mapping():
            return {key: _plain(found) for key, found in value.items()}
        case tuple():
            return [_plain(found) for found in value]
        case _:
            return value


def _held(part: Part) -> Iterator[tuple[str, Any]]:
    for name, field in type(part).model_fields.items():
        found = getattr(part, name)
        if found != field.get_default(call_default_factory=True):
            yield field.alias or name, found
