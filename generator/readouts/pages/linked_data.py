"""What machines read on a page: schema.org's terms as JSON-LD."""

from collections.abc import Mapping
from typing import Any

from readouts.graph import Graph, Quotation
from readouts.model import Commitment, Meeting, Organization, Person, Phrase, Place, Record, Rendering, Source, Topic
from readouts.pages.addresses import address_of

Thing = Mapping[str, Any]


def _reference(type_: str, name: str, address: str) -> dict[str, Any]:
    return {"@type": type_, "name": name, "url": address}


def _type_of(record: Record) -> str:
    if isinstance(record, Organization):
        official = record.kind in ("state", "ministry", "agency")
        return (
            "GovernmentOrganization"
            if official
            else "NewsMediaOrganization"
            if record.kind == "press"
            else "Organization"
        )
    if isinstance(record, Source):
        return {"news": "NewsArticle", "dataset": "Dataset", "analysis": "Article"}.get(record.kind, "Report")
    return _TYPES.get(type(record), "Thing")


_TYPES: Mapping[type[Record], str] = {
    Meeting: "Event",
    Person: "Person",
    Place: "Place",
    Phrase: "DefinedTerm",
    Topic: "DefinedTerm",
    Commitment: "CreativeWork",
}


def _named(record: Record) -> dict[str, Any]:
    return _reference(_type_of(record), record.title_text.raw, address_of(record))


def _dates(meeting: Meeting) -> dict[str, Any]:
    if not meeting.date.certain:
        return {}
    return {"startDate": meeting.date.earliest.isoformat(), "endDate": meeting.date.latest.isoformat()}


def describe_record(graph: Graph, record: Record) -> Thing:
    """Return a record as a thing of schema.org; addresses are relative to the site's root."""
    thing: dict[str, Any] = {"@context": "https://schema.org", **_named(record)}
    if isinstance(record, Meeting):
        thing |= _dates(record)
        thing["attendee"] = [_named(graph.record(Person, p.person)) for p in record.participants]
        if record.place:
            thing["location"] = _named(graph.record(Place, record.place))
        if record.part_of:
            thing["superEvent"] = _named(graph.record(Meeting, record.part_of))
        if claims := [
            _claim(graph, Quotation(record, quote)) for quote in record.quotes if _disputes(quote_notes(quote))
        ]:
            thing["subjectOf"] = claims
    if isinstance(record, Person):
        thing["hasOccupation"] = [{"@type": "Role", "roleName": role.title.raw} for role in record.roles]
    if isinstance(record, Place) and record.at:
        thing["geo"] = {"@type": "GeoCoordinates", "latitude": record.at.lat, "longitude": record.at.lon}
    if isinstance(record, Source):
        thing["publisher"] = _named(graph.record(Organization, record.publisher))
        thing |= {"datePublished": record.date.earliest.isoformat()} if record.date and record.date.certain else {}
    return thing


def quote_notes(quote: Any) -> list[Any]:
    """Return the notes of a quote and of its renderings."""
    return [*quote.notes, *(note for rendering in quote.renderings for note in rendering.notes)]


def _disputes(notes: list[Any]) -> list[Any]:
    return [note for note in notes if note.dispute]


def _claim(graph: Graph, quotation: Quotation) -> dict[str, Any]:
    """Return a disputed statement, with what speaks against it."""
    remarks = [note.dispute.raw for note in _disputes(quote_notes(quotation.quote))]
    speaker = graph.speaker(quotation.quote.speaker)
    return {
        "@type": "Claim",
        "url": address_of(quotation),
        "text": quotation.best.text.raw,
        "author": _named(speaker) if isinstance(speaker, Record) else None,
        "comment": [{"@type": "Comment", "text": remark} for remark in remarks],
    }


def _words(rendering: Rendering) -> dict[str, Any]:
    return {"text": rendering.text.raw, "inLanguage": rendering.lang}


def describe_quotation(graph: Graph, quotation: Quotation) -> Thing:
    """Return a quotation, and the claim that it is where it is disputed."""
    speaker, best = graph.speaker(quotation.quote.speaker), quotation.best
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "url": address_of(quotation),
        **_words(best),
        "isPartOf": _named(quotation.meeting),
        "citation": _named(graph.record(Source, best.source)),
        "workTranslation": [{"@type": "Quotation", **_words(r)} for r in quotation.quote.renderings if r is not best],
    }
    if isinstance(speaker, Record):
        thing["creator"] = _named(speaker)
    if _disputes(quote_notes(quotation.quote)):
        thing["subjectOf"] = _claim(graph, quotation)
    return thing
