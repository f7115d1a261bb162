"""What machines read on a page: schema.org's terms as JSON-LD, addresses relative to the site's root."""

from collections.abc import Callable, Mapping
from typing import Any

from readouts.graph import Graph, Quotation
from readouts.model import (
    Commitment,
    Date,
    Meeting,
    Note,
    Organization,
    Person,
    Phrase,
    Place,
    Record,
    Rendering,
    Source,
    Topic,
)
from readouts.pages.addresses import address_of

Thing = dict[str, Any]
CONTEXT = {"@context": "https://schema.org"}
_TYPES: Mapping[type[Record], str] = {
    Meeting: "Event",
    Person: "Person",
    Place: "Place",
    Phrase: "DefinedTerm",
    Topic: "DefinedTerm",
    Commitment: "CreativeWork",
}
_OFFICIAL = ("state", "ministry", "agency")
_TYPES_OF_SOURCE = {"news": "NewsArticle", "dataset": "Dataset", "analysis": "Article"}


def _type_of(record: Record) -> str:
    if isinstance(record, Organization):
        other = "NewsMediaOrganization" if record.kind == "press" else "Organization"
        return "GovernmentOrganization" if record.kind in _OFFICIAL else other
    if isinstance(record, Source):
        return _TYPES_OF_SOURCE.get(record.kind, "Report")
    return _TYPES.get(type(record), "Thing")


def _named(record: Record) -> Thing:
    return {"@type": _type_of(record), "name": record.title_text.raw, "url": address_of(record)}


def _day(name: str, date: Date | None) -> Thing:
    return {name: date.earliest.isoformat()} if date and date.certain else {}


def _meeting(graph: Graph, meeting: Meeting) -> Thing:
    thing = _day("startDate", meeting.date)
    if thing:
        thing["endDate"] = meeting.date.latest.isoformat()
    thing["attendee"] = [_named(graph.record(Person, p.person)) for p in meeting.participants]
    if meeting.place:
        thing["location"] = _named(graph.record(Place, meeting.place))
    if meeting.part_of:
        thing["superEvent"] = _named(graph.record(Meeting, meeting.part_of))
    quotations = (Quotation(meeting, quote) for quote in meeting.quotes)
    if claims := [_claim(graph, quotation) for quotation in quotations if _disputes(quotation)]:
        thing["subjectOf"] = claims
    return thing


def _person(_: Graph, person: Person) -> Thing:
    return {"hasOccupation": [{"@type": "Role", "roleName": role.title.raw} for role in person.roles]}


def _place(_: Graph, place: Place) -> Thing:
    at = place.at
    return {"geo": {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon}} if at else {}


def _source(graph: Graph, source: Source) -> Thing:
    return {"publisher": _named(graph.record(Organization, source.publisher)), **_day("datePublished", source.date)}


_MORE: Mapping[type[Record], Callable[[Graph, Any], Thing]] = {
    Meeting: _meeting,
    Person: _person,
    Place: _place,
    Source: _source,
}


def describe_record(graph: Graph, record: Record) -> Thing:
    """Return a record as a thing of schema.org."""
    more = _MORE.get(type(record))
    return {**CONTEXT, **_named(record), **(more(graph, record) if more else {})}


def _disputes(quotation: Quotation) -> list[Note]:
    quote = quotation.quote
    notes = [*quote.notes, *(note for rendering in quote.renderings for note in rendering.notes)]
    return [note for note in notes if note.kind == "dispute"]


def _claim(graph: Graph, quotation: Quotation) -> Thing:
    """Return a disputed statement, with what speaks against it."""
    return {
        "@type": "Claim",
        "url": address_of(quotation),
        "text": quotation.best.text.raw,
        "author": _named(graph.speaker(quotation.quote.speaker)),
        "comment": [{"@type": "Comment", "text": note.remark.raw} for note in _disputes(quotation)],
    }


def _words(rendering: Rendering) -> Thing:
    return {"text": rendering.text.raw, "inLanguage": rendering.lang}


def describe_quotation(graph: Graph, quotation: Quotation) -> Thing:
    """Return a quotation, and the claim that it is where it is disputed."""
    best = quotation.best
    others = [{"@type": "Quotation", **_words(r)} for r in quotation.quote.renderings if r is not best]
    thing = {
        **CONTEXT,
        "@type": "Quotation",
        "url": address_of(quotation),
        **_words(best),
        "creator": _named(graph.speaker(quotation.quote.speaker)),
        "isPartOf": _named(quotation.meeting),
        "citation": _named(graph.record(Source, best.source)),
    }
    if others:
        thing["workTranslation"] = others
    if _disputes(quotation):
        thing["subjectOf"] = _claim(graph, quotation)
    return thing
