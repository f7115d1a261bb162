"""The eight types of record."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from readouts.model.fields import (
    MOST_FORMS,
    MOST_LANGUAGES,
    MOST_NOTES,
    MOST_OLD_IDS,
    Colour,
    Country,
    Edtf,
    Flag,
    Id,
    Language,
    Latitude,
    Line,
    Link,
    Longitude,
    Markdown,
    Name,
    Part,
    Reference,
    Sentence,
    Url,
    refuse,
)
from readouts.model.notation import at_most_one
from readouts.model.quotes import Note, Quote
from readouts.text import Text


class Record(Part):
    """One file of content."""

    TYPE: ClassVar[str]
    FOLDER: ClassVar[str]
    NAME: ClassVar[str] = "name"

    id: Id = Field(exclude=True)
    """The stem of the file's name; no field of the file."""
    notes: tuple[Note, ...] = Field(default=(), max_length=MOST_NOTES)
    """An editor's remarks."""
    formerly: tuple[Id, ...] = Field(default=(), max_length=MOST_OLD_IDS)
    """Earlier ids; their addresses redirect here."""
    withdrawn: Line | None = None
    """Why the record no longer counts; its page stays and says so."""

    @property
    def title_text(self) -> Text:
        """Return what the record is called."""
        title: Text = getattr(self, self.NAME)
        return title


class Named(Record):
    """A record with other names."""

    names: Mapping[Language, tuple[Name, ...]] = Field(default_factory=dict)
    """The name in other languages."""
    also: tuple[Name, ...] = ()
    """Other names and metonyms, for search and for help with near misses."""


class Identified(Named):
    """A record with identifiers elsewhere."""

    ids: Mapping[Id, Name] = Field(default_factory=dict)
    """Identifiers elsewhere, such as `wikidata: Q30`."""


class Participant(Part):
    """Someone who takes part in a meeting."""

    person: Annotated[Reference, Link(("person",), "Meetings")]
    """Who."""
    for_: Annotated[Reference, Link(("organization",), "Represented at")] = Field(alias="for")
    """The party spoken for."""
    as_: Name | None = Field(default=None, alias="as")
    """In which capacity, only where the office on record does not say it."""


class NoReadout(Part):
    """That a party has no account of its own."""

    none: Line
    """Why there is none."""


def _kind_of_account(value: Any) -> str:
    return "<none>" if isinstance(value, dict | NoReadout) else "<source>"


Account = Annotated[
    Annotated[Annotated[Reference, Link(("source",), "Readout of")], Tag("<source>")]
    | Annotated[NoReadout, Tag("<none>")],
    Discriminator(_kind_of_account),
]


class Meeting(Named):
    """Anything dated at which something was said or agreed."""

    TYPE, FOLDER, NAME = "meeting", "meetings", "title"

    title: Name
    """What happened, in a line."""
    kind: Literal[
        "meeting", "call", "summit", "visit", "negotiation", "statement", "speech", "press-conference", "milestone"
    ]
    """What sort of event it is."""
    date: Edtf
    """When."""
    place: Annotated[Reference, Link(("place",), "Meetings here")] | None = None
    """Where."""
    venue: Name | None = None
    """The building or room."""
    part_of: Annotated[Reference, Link(("meeting",), "Contains")] | None = None
    """The larger event."""
    follows: Annotated[Reference, Link(("meeting",), "Followed by")] | None = None
    """The meeting before it in a series."""
    participants: tuple[Participant, ...] = ()
    """Who took part, and for whom."""
    topics: tuple[Annotated[Reference, Link(("topic",), "Meetings on it")], ...] = ()
    """What it was about."""
    readouts: Mapping[Annotated[Reference, Link(("organization",), "Has accounts of")], Account] = Field(
        default_factory=dict
    )
    """Each side's own account: a source, or `none` with the reason. Required where anyone takes part."""
    refers_to: tuple[Annotated[Reference, Link(("meeting",), "Referred to by")], ...] = ()
    """Earlier meetings that it went back to."""
    summary: Markdown | None = None
    """What happened, in a paragraph."""
    takeaways: tuple[Sentence, ...] = ()
    """The bottom line first, each a sentence."""
    background: Markdown | None = None
    """What came before."""
    quotes: tuple[Quote, ...] = ()
    """What was said."""
    called: Mapping[Annotated[Reference, Link(("organization",), "Has names for")], tuple[Name, ...]] = Field(
        default_factory=dict
    )
    """The names that parties give it."""


class Role(Part):
    """An office that a person held."""

    organization: Annotated[Reference, Link(("organization",), "People")]
    """Where."""
    title: Name
    """The office."""
    from_: Edtf | None = Field(default=None, alias="from")
    """Since when."""
    to: Edtf | None = None
    """Until when."""


class Person(Identified):
    """Someone who speaks or takes part."""

    TYPE, FOLDER = "person", "people"

    name: Name
    """The name as it is usually written in English."""
    sort: Name | None = None
    """The name to sort by, family name first."""
    roles: tuple[Role, ...] = ()
    """The offices held, with their dates."""
    bio: Markdown | None = None
    """Who this is."""

    @property
    def latest_role(self) -> Role | None:
        """Return the office that was entered last, of those whose beginning is known."""
        dated = [(role.from_.earliest, place) for place, role in enumerate(self.roles) if role.from_]
        return self.roles[max(dated)[1]] if dated else None


class Organization(Identified):
    """A state, ministry, newspaper or anything else that can speak."""

    TYPE, FOLDER = "organization", "organizations"

    name: Name
    """The full name."""
    short: Name | None = None
    """The name used in tables and sentences."""
    kind: Literal["state", "ministry", "agency", "intergovernmental", "press", "party", "company", "tradition", "other"]
    """What sort of organization it is."""
    part_of: Annotated[Reference, Link(("organization",), "Parts")] | None = None
    """The larger organization."""
    iso: Country | None = None
    """The state's code in ISO 3166-1, two letters."""
    colour: Colour | None = None
    """The hue that a party is drawn in."""

    @property
    def short_text(self) -> Text:
        """Return the shortest name."""
        return self.short or self.name


class Coordinates(Part):
    """A point on the globe."""

    lat: Latitude
    """Degrees north."""
    lon: Longitude
    """Degrees east."""


class Place(Identified):
    """Where something happened."""

    TYPE, FOLDER = "place", "places"

    name: Name
    """The name."""
    in_: Annotated[Reference, Link(("organization", "place"), "Places")] | None = Field(default=None, alias="in")
    """The state or the larger place that it lies in."""
    at: Coordinates | None = None
    """Where on the map."""


class Source(Record):
    """A document in which words stand."""

    TYPE, FOLDER, NAME = "source", "sources", "title"

    ids: Mapping[Id, Name] = Field(default_factory=dict)
    """Identifiers elsewhere, such as `wikidata: Q30`."""
    title: Name
    """Its title."""
    kind: Literal["readout", "transcript", "statement", "press-release", "news", "analysis", "dataset"]
    """What sort of document it is."""
    publisher: Annotated[Reference, Link(("organization",), "Publishes")]
    """Who published it."""
    issued_by: Annotated[Reference, Link(("organization",), "Issues")] | None = None
    """Whose document it is, where that isn't the publisher."""
    date: Edtf | None = None
    """When it was published."""
    lang: Language | None = None
    """Its language."""
    url: Url | None = None
    """Its address."""
    archive: Url | None = None
    """The address of a lasting copy."""
    relays: tuple[Annotated[Reference, Link(("source",), "Relayed by")], ...] = ()
    """Documents whose words it passes on."""
    complete: Flag = False
    """Whether it is recorded here in full, so that silence in it means something."""
    licence: Line | None = None
    """The licence of its text."""
    accessed: Edtf | None = None
    """When it was last read."""

    @property
    def issuer(self) -> str:
        """Return the id of the organization whose document it is."""
        return self.issued_by or self.publisher


class Phrase(Identified):
    """A formulation followed over time."""

    TYPE, FOLDER = "phrase", "phrases"

    name: Name
    """What it is called."""
    kind: Literal["slogan", "framing", "proverb", "label", "principle"] | None = None
    """What sort of formulation it is."""
    forms: Annotated[
        Mapping[Language, Annotated[tuple[Line, ...], Field(max_length=MOST_FORMS)]], Field(max_length=MOST_LANGUAGES)
    ]
    """The exact words in each language; `*` stands for the ending of a word only."""
    used_by: tuple[Annotated[Reference, Link(("organization",), "Phrases")], ...] = ()
    """Whose formulation it is."""
    contrasts_with: tuple[Annotated[Reference, Link(("phrase",), "Contrasted by")], ...] = ()
    """Formulations that it stands against."""
    topics: tuple[Annotated[Reference, Link(("topic",), "Phrases")], ...] = ()
    """What it is about."""
    gloss: Markdown | None = None
    """What it means and where it comes from."""


class LogEntry(Part):
    """A step in the life of a commitment."""

    model_config = ConfigDict(
        json_schema_extra=at_most_one(("quote", "source"), "A log entry takes a quote or a source, not both.")
    )

    date: Edtf
    """When."""
    status: Literal[
        "made", "reaffirmed", "urged", "scheduled", "progressed", "fulfilled", "stalled", "broken", "disputed"
    ]
    """What happened to it."""
    by: tuple[Annotated[Reference, Link(("organization",), "Acts on commitments")], ...] = ()
    """Who did it."""
    quote: Annotated[Reference, Link(("quote",), "Logged in")] | None = None
    """The quotation that shows it."""
    source: Annotated[Reference, Link(("source",), "Logged in")] | None = None
    """The source that shows it, where no quotation does; not both."""
    note: Line | None = None
    """What there is to say about it."""

    @model_validator(mode="after")
    def _one_proof(self) -> Self:
        if self.quote and self.source:
            advice = "delete `source`: the quote has one"
            raise refuse("two-proofs", "a log entry takes a quote or a source, not both", advice=advice)
        return self


class Commitment(Identified):
    """Something promised, and what became of it."""

    TYPE, FOLDER, NAME = "commitment", "commitments", "title"

    title: Name
    """What was promised."""
    made_at: Annotated[Reference, Link(("meeting",), "Commitments made")]
    """Where it was made."""
    by: tuple[Annotated[Reference, Link(("organization",), "Commitments")], ...] = Field(min_length=1)
    """Who promised."""
    to: tuple[Annotated[Reference, Link(("organization",), "Commitments of others to it")], ...] = ()
    """To whom."""
    topics: tuple[Annotated[Reference, Link(("topic",), "Commitments")], ...] = ()
    """What it is about."""
    due: Edtf | None = None
    """By when."""
    gloss: Markdown | None = None
    """What it means."""
    log: tuple[LogEntry, ...] = Field(min_length=1)
    """What became of it, in date order."""

    @property
    def standing(self) -> tuple[LogEntry, ...]:
        """Return what the log has of its last day: several entries where several are of that day."""
        last = takewhile(lambda entry: entry.date == self.log[-1].date, reversed(self.log))
        return tuple(last)[::-1]


class Topic(Identified):
    """What is spoken about."""

    TYPE, FOLDER = "topic", "topics"

    name: Name
    """The name."""
    broader: Annotated[Reference, Link(("topic",), "Narrower")] | None = None
    """The larger topic."""
    gloss: Markdown | None = None
    """What it covers."""


RECORD_TYPES: tuple[type[Record], ...] = (
    Meeting,
    Person,
    Organization,
    Place,
    Source,
    Phrase,
    Commitment,
    Topic,
)
