"""What machines read on a page: schema.org's terms, for JSON-LD."""

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
    Role,
    Source,
    Topic,
)
from readouts.pages.addresses import address_of
from readouts.pages.page import Address, Crumb, Label, Page
from readouts.pages.titles import shortened
from readouts.text import Text, primary

Thing = dict[str, Any]
MOST = 30  # who took part, and what is disputed, of a meeting: all of it stands on pages
LONGEST_WORDS = 1000  # characters of a wording: the page has all of it
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
    return {"@type": _type_of(record), "name": record.title_text.raw, "url": Address(address_of(record))}


def _dates(start: str, end: str, first: Date | None, last: Date | None) -> Thing:
    """Return a beginning and an end, as exactly as they are known; dates that are not certain are left out."""
    found = {}
    if first and first.certain:
        found[start] = first.raw.partition("/")[0]
    if last and last.certain:
        found[end] = last.raw.rpartition("/")[2]
    return found


def _meeting(graph: Graph, meeting: Meeting) -> Thing:
    thing = _dates("startDate", "endDate", meeting.date, meeting.date)
    thing["attendee"] = [_named(graph.record(Person, p.person)) for p in meeting.participants[:MOST]]
    if meeting.place:
        thing["location"] = _named(graph.record(Place, meeting.place))
    if meeting.part_of:
        thing["superEvent"] = _named(graph.record(Meeting, meeting.part_of))
    quotations = (Quotation(meeting, quote) for quote in meeting.quotes)
    claims = [_claim(graph, quotation) for quotation in quotations if _disputes(quotation)]
    if remarks := [note for note in meeting.notes if note.kind == "dispute"]:
        claims.append({"@type": "Claim", "name": meeting.title.raw, "comment": _comments(remarks)})
    if claims:
        thing["subjectOf"] = claims[:MOST]
    return thing


def _role(graph: Graph, role: Role) -> Thing:
    at = _named(graph.record(Organization, role.organization))
    held = _dates("startDate", "endDate", role.from_, role.to)
    return {"@type": "OrganizationRole", "roleName": role.title.raw, "memberOf": at, **held}


def _person(graph: Graph, person: Person) -> Thing:
    return {"memberOf": [_role(graph, role) for role in person.roles]}


def _place(_: Graph, place: Place) -> Thing:
    at = place.at
    return {"geo": {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon}} if at else {}


def _source(graph: Graph, source: Source) -> Thing:
    published = {"datePublished": source.date.raw} if source.date and source.date.certain else {}
    return {"publisher": _named(graph.record(Organization, source.publisher)), **published}


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


def _comments(remarks: list[Note]) -> list[Thing]:
    return [{"@type": "Comment", "text": note.remark.raw} for note in remarks]


def _claim(graph: Graph, quotation: Quotation) -> Thing:
    """Return a disputed statement, with what speaks against it."""
    return {
        "@type": "Claim",
        "url": Address(address_of(quotation)),
        "text": shortened(quotation.best.text, LONGEST_WORDS).raw,
        "author": _whose_words(graph, quotation, quotation.best),
        "comment": _comments(_disputes(quotation)),
    }


def _whose_words(graph: Graph, quotation: Quotation, rendering: Rendering) -> Thing:
    """Return who put something into words: the speaker where they are quoted, or else whose document has it first."""
    if rendering.mode == "direct":
        return _named(graph.speaker(quotation.quote.speaker))
    return _named(graph.record(Organization, graph.record(Source, rendering.relays or rendering.source).issuer))


def _words(graph: Graph, quotation: Quotation, rendering: Rendering) -> Thing:
    """Return a wording: whom it is attributed to, and who put it into words, which in reported speech is another."""
    source = graph.record(Source, rendering.source)
    first = graph.record(Source, rendering.relays) if rendering.relays else source
    thing = {
        "@type": "Quotation",
        "text": shortened(rendering.text, LONGEST_WORDS).raw,
        "inLanguage": rendering.lang,
        "spokenByCharacter": _named(graph.speaker(quotation.quote.speaker)),
        "creator": _whose_words(graph, quotation, rendering),
        "citation": _named(source),
    }
    if first is not source:
        thing["isBasedOn"] = _named(first)
    return thing


def describe_quotation(graph: Graph, quotation: Quotation) -> Thing:
    """Return a quotation, and the claim that it is where it is disputed."""
    best, url = quotation.best, {"url": Address(address_of(quotation))}
    thing = {**CONTEXT, **_words(graph, quotation, best), **url}
    others = [r for r in quotation.quote.renderings if r is not best]
    if translations := [_words(graph, quotation, r) for r in others if primary(r.lang) != primary(best.lang)]:
        thing["workTranslation"] = translations
    if wordings := [_words(graph, quotation, r) for r in others if primary(r.lang) == primary(best.lang)]:
        thing["workExample"] = wordings
    if quotation.is_of_meeting:
        thing["isPartOf"] = _named(quotation.meeting)
    if _disputes(quotation):
        thing["subjectOf"] = _claim(graph, quotation)
    return thing


def _raw(label: Label) -> str:
    return label.raw if isinstance(label, Text) else label


def describe_page(page: Page) -> Thing:
    """Return a page as such, with the way to it from the home page."""
    here = Crumb(title=page.title, address=page.address)
    steps = [
        {"@type": "ListItem", "position": position, "name": _raw(crumb.title), "item": Address(crumb.address)}
        for position, crumb in enumerate((*page.trail, here), 1)
    ]
    thing: Thing = {
        "@type": "WebPage" if page.trail else "WebSite",
        "name": _raw(page.title),
        "url": Address(page.address),
    }
    if page.trail:
        thing["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": steps}
    return {**CONTEXT, **thing, "description": _raw(page.description)}
