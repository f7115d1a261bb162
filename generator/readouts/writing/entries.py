"""Records and quotations made of values given by their paths, for every door through which these come."""

from collections.abc import Mapping
from typing import Any

from readouts.model import Meeting, Quote, Record
from readouts.problem import ReadoutsError
from readouts.writing.addition import quote_ids, with_quote
from readouts.writing.changes import Change
from readouts.writing.ids import fault_of_id, proposed_id, proposed_quote_id
from readouts.writing.paths import Given, data_of
from readouts.writing.skeleton import record_text


def new_record(model: type[Record], given: Given, id_: str | None = None) -> Change:
    """Return the file of a new record; without an id it gets the one that its values suggest."""
    return record_of(model, data_of(model, given), id_)


def record_of(model: type[Record], data: Mapping[str, Any], id_: str | None = None) -> Change:
    """Return the file of a new record from its plain data."""
    id_ = id_ or proposed_id(model, data)
    if id_ is None:
        raise ReadoutsError(f"no id can be made of the {model.NAME}: give one after the type")
    if fault := fault_of_id(id_):
        raise ReadoutsError(fault)
    return Change(model=model, id=id_, after=record_text(model, data).encode())


def new_quote(meeting: str, source: bytes, given: Given) -> Change:
    """Return the file of a meeting, which is `source` now, with a new quote at the end of its quotes."""
    return quote_of(meeting, source, data_of(Quote, given))


def quote_of(meeting: str, source: bytes, data: Mapping[str, Any]) -> Change:
    """Return the file of a meeting with a quote made of plain data; without an id it gets one made of its words."""
    id_ = data.get("id") or proposed_quote_id(data, quote_ids(source))
    return Change(model=Meeting, id=meeting, before=source, after=with_quote(source, {**data, "id": id_}))
