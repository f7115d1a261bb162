"""Record types, their fields and links: the contract of content."""

from readouts.model.dates import Date, read_date
from readouts.model.fields import Link, Part
from readouts.model.quotes import NOTE_KINDS, Note, Quote, Rendering
from readouts.model.records import (
    RECORD_TYPES,
    Commitment,
    Coordinates,
    Identified,
    LogEntry,
    Meeting,
    Named,
    NoReadout,
    Organization,
    Participant,
    Person,
    Phrase,
    Place,
    Record,
    Role,
    Source,
    Topic,
)

__all__ = [
    "NOTE_KINDS",
    "RECORD_TYPES",
    "Commitment",
    "Coordinates",
    "Date",
    "Identified",
    "Link",
    "LogEntry",
    "Meeting",
    "Named",
    "NoReadout",
    "Note",
    "Organization",
    "Part",
    "Participant",
    "Person",
    "Phrase",
    "Place",
    "Quote",
    "Record",
    "Rendering",
    "Role",
    "Source",
    "Topic",
    "read_date",
]
