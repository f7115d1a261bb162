"""What someone proposes to write, and the files that come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from readouts.graph import Key
from readouts.load.characters import Fault, decode
from readouts.model import RECORD_TYPES, Meeting, Record
from readouts.problem import FieldPath
from readouts.writing.changes import Change
from readouts.writing.corrections import correct
from readouts.writing.entries import quote_of, record_of

Values = Mapping[str, Any]  # of fields by key, as a file has them: strings, lists and mappings
_MODELS = {model.TYPE: model for model in RECORD_TYPES}


@dataclass(frozen=True, kw_only=True)
class NewRecord:
    """A record to be written; `asked` has the question that a field was asked for with, by the field."""

    model: type[Record]
    values: Values
    id: str
    asked: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, kw_only=True)
class NewQuote:
    """A quote to be added to a meeting; `asked` is as above."""

    meeting: str
    values: Values
    asked: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Words of a record to be replaced: in one field, or in whatever stands under `within`."""

    record: Key
    within: FieldPath
    field: str | None
    old: str
    new: str


Proposal = NewRecord | NewQuote | Correction


def change_of(proposal: Proposal, read: Callable[[type[Record], str], bytes]) -> Change | None:
    """Return the file that a proposal comes to, or None where it isn't certain; `read` returns what a file holds."""
    match proposal:
        case NewRecord(model=model, values=values, id=id_):
            return record_of(model, values, id_)
        case NewQuote(meeting=meeting, values=values):
            return quote_of(meeting, read(Meeting, meeting), values)
        case Correction(record=(type_, id_)):
            return _corrected(proposal, _MODELS[type_], id_, read(_MODELS[type_], id_))


def _corrected(correction: Correction, model: type[Record], id_: str, before: bytes) -> Change | None:
    decoded = decode(before)
    # A file whose marks or line ends reading takes away can't be written as it was.
    if isinstance(decoded, Fault) or decoded[0].encode() != before:
        return None
    after = correct(decoded[0], correction.old, correction.new, correction.field, correction.within)
    return None if after in (None, decoded[0]) else Change(model=model, id=id_, before=before, after=after.encode())
