"""Record types, their fields and links: the contract of content."""

from readouts.model.dates import Date, read_date
from readouts.model.fields import Link, Part
from readouts.model.quotes import NOTE_KINDS, Note, Quote, Rendering
from readouts.model.records import (
    RECORD_TYPES,
    Commitment,
    Meeting,
    NoReadout,
    Organization,
    Person,
    Phrase,
    Place,
    Record,
    Source,
    Topic,
)

__all__ = [
    "NOTE_KINDS",
    "RECORD_TYPES",
    "Commitment",
    "Date",
    "Link",
    "Meeting",
    "NoReadout",
    "Note",
    "Organization",
    "Part",
    "Person",
    "Phrase",
    "Place",
    "Quote",
    "Record",
    "Rendering",
    "Source",
    "Topic",
    "read_date",
]
