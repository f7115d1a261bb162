"""Utterances, their renderings in sources, and remarks beside them."""

from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import ConfigDict, Field, model_validator

from readouts.model.dates import Date
from readouts.model.fields import (
    MOST_NOTES,
    MOST_OLD_IDS,
    Edtf,
    Flag,
    Id,
    Language,
    Line,
    Link,
    Ordinal,
    Part,
    QuoteId,
    Reference,
    Wording,
    Words,
    refuse,
)
from readouts.model.notation import exactly_one
from readouts.text import Text

NoteKind = Literal["sic", "translation", "gloss", "attribution", "dispute"]
NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)


class Note(Part):
    """An editor's remark: exactly one of five kinds."""

    AT_LEAST = "gloss"

    model_config = ConfigDict(
        json_schema_extra=exactly_one(NOTE_KINDS, f"A note takes one of {', '.join(NOTE_KINDS)}.")
    )

    on: Words | None = None
    """The exact words that the remark is about."""
    sic: Words | None = None
    """A slip that stands in the source."""
    translation: Words | None = None
    """On how the words were translated."""
    gloss: Words | None = None
    """What a reader needs to know to understand the words."""
    attribution: Words | None = None
    """On who is said to have said it."""
    dispute: Words | None = None
    """What speaks against the statement."""
    see: Annotated[Reference, Link(("source",), "Cited in a note")] | None = None
    """The source that shows it."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(getattr(self, kind) is not None for kind in NOTE_KINDS) != 1:
            kinds = ", ".join(NOTE_KINDS)
            raise refuse(
                "note-kind",
                f"a note takes exactly one of {kinds}",
                advice="write the remark under one of these; give each remark a note of its own",
            )
        return self

    @property
    def kind(self) -> NoteKind:
        """Return which of the five kinds it is."""
        return next(kind for kind in NOTE_KINDS if getattr(self, kind) is not None)

    @property
    def remark(self) -> Text:
        """Return what the editor remarks."""
        remark: Text = getattr(self, self.kind)
        return remark


class Credited(Part):
    """Whom the source names for the words."""

    to: Annotated[Reference, Link(("person", "organization"), "Credited with")] | None = None
    """The person or organization that the source names."""
    as_: Line | None = Field(default=None, alias="as")
    """The source's exact words for naming them."""


class Locator(Part):
    """Where in the source the words stand."""

    paragraph: Ordinal | None = None
    """The paragraph, counted from 1."""
    prefix: Line | None = None
    """The words right before."""
    suffix: Line | None = None
    """The words right after."""


class Rendering(Part):
    """The exact wording of an utterance in one source."""

    source: Annotated[Reference, Link(("source",), "Quotations from it")]
    """The source in which these words stand."""
    relays: Annotated[Reference, Link(("source",), "Passed on from it")] | None = None
    """The source that these words are passed on from, where this one isn't the first to print them."""
    lang: Language
    """The language of the words."""
    text: Wording
    """The exact words, stray marks included, without the quotation marks around them."""
    mode: Literal["direct", "partial", "indirect"]
    """`direct`: in the source's quotation marks or a transcript; `partial`: some words quoted inside a paraphrase;
    `indirect`: reported speech."""
    original: Flag = False
    """Whether this is the language in which it was spoken or issued."""
    via: Literal["interpreter", "official-translation", "machine-translation", "our-translation"] | None = None
    """How the words came into this language."""
    credited: Credited | None = None
    """Whom the source names, where that isn't simply the speaker."""
    at: Locator | None = None
    """Where in the source the words stand."""
    notes: tuple[Note, ...] = Field(default=(), max_length=MOST_NOTES)
    """Remarks on this wording."""


class Quote(Part):
    """An utterance: one act of speech, with its wording in each source."""

    TYPE: ClassVar[str] = "quote"

    id: Id
    """Its name within the meeting; it becomes the end of its address."""
    formerly: tuple[Id, ...] = Field(default=(), max_length=MOST_OLD_IDS)
    """Earlier ids; their addresses redirect here."""
    speaker: Annotated[Reference, Link(("person", "organization"), "Quotations")]
    """Who said it."""
    for_: Annotated[Reference, Link(("organization",), "Spoken for it")] | None = Field(default=None, alias="for")
    """The organization spoken for."""
    to: tuple[Annotated[Reference, Link(("person", "organization"), "Addressed to them")], ...] = ()
    """To whom it was said."""
    topics: tuple[Annotated[Reference, Link(("topic",), "Quotations on it")], ...] = ()
    """What it is about."""
    refers_to: tuple[Annotated[Reference, Link(("meeting",), "Referred to by")], ...] = ()
    """Meetings that it speaks of."""
    commitments: tuple[Annotated[Reference, Link(("commitment",), "Quotations about it")], ...] = ()
    """Commitments that it speaks of."""
    said: Edtf | None = None
    """When it was said, where that differs from the meeting's date."""
    channel: Literal["in-person", "statement", "press-conference", "written", "unknown"] | None = None
    """How it was said, where the speaker doesn't take part in the meeting."""
    joint: Flag = False
    """Whether these are one side's words about both."""
    inside: QuoteId | None = None
    """The id of the quotation, in the same meeting, inside which this one stands."""
    renderings: tuple[Rendering, ...] = Field(min_length=1)
    """Its wording in each source, at least one."""
    notes: tuple[Note, ...] = Field(default=(), max_length=MOST_NOTES)
    """Remarks on the utterance."""

    def said_on(self, meeting_date: Date) -> Date:
        """Return when it was said, given the date of its meeting."""
        return self.said or meeting_date
