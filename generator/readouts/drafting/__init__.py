"""From the text of a source to a draft of a meeting: rules alone, each choice said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readouts.drafting.article import Article, read_article
from readouts.drafting.characters import Raw, read_lines
from readouts.drafting.dates import date_of_article
from readouts.drafting.entries import entries_of
from readouts.drafting.languages import NONE, grammar_of, likely_language
from readouts.drafting.parties import Parties
from readouts.drafting.proposals import Proposals
from readouts.drafting.quotes import Origin, Quoting
from readouts.drafting.reading import Read, read_through
from readouts.drafting.remarks import cited
from readouts.drafting.sheet import sheet
from readouts.graph import Graph
from readouts.model import Date, Source

__all__ = ["Draft", "draft"]
MOST_ENTITIES = 8  # named


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The text of a draft, and how much is in it: passages, those with a speaker, marks without a partner.

    `left_out` are the characters of the source's text that no record can hold.
    """

    text: str
    passages: int
    attributed: int
    strays: int
    left_out: Counter[str]


def draft(content: bytes, name: str, graph: Graph, source: Source | None) -> Draft:
    """Return a draft from the bytes of a text, given what to call it and the record of the source that it is of."""
    raw = read_lines(content, name)
    article = read_article(raw)
    origin = _origin(article, source)
    read = read_through(article, graph, origin.lang, origin.date)
    parties = Parties(graph=graph, source=source, date=origin.date)
    entries = entries_of(read, Quoting(article=article, origin=origin, parties=parties))
    proposals = Proposals(read=read, graph=graph, parties=parties, entries=entries)
    head = [*_about(read, name), *_about_origin(origin, source), *_about_characters(raw)]
    return Draft(
        text=sheet(head, proposals.fields(), [*proposals.remarks()], entries),
        passages=len(read.found),
        attributed=sum(1 for found in read.found if found.attribution.speaker),
        strays=len(read.strays),
        left_out=raw.left_out,
    )


def _origin(article: Article, source: Source | None) -> Origin:
    lang = source.lang if source else None
    date: Date | None = source.date if source else None
    return Origin(
        source=source,
        lang=lang or likely_language("\n".join((*article.heading, *article.paragraphs))),
        date=date or date_of_article(article.heading),
    )


def _about(read: Read, name: str) -> Iterator[str]:
    """Yield what a draft is, and how the paragraphs are counted."""
    yield (
        f"A draft by rules from {name}. Hold every word against the text; what is left open stands in lines with a #: "
        "fill them in and take the # and the space away, or delete them. Then run `readouts check`."
    )
    if not read.found:
        yield "No words in quotation marks were found, so there is no quote."
    if read.article.heading:
        yield f"Above the first paragraph, and not counted: {', '.join(map(cited, read.article.heading))}"
    if read.article.paragraphs:
        yield f"{len(read.article.paragraphs):,} paragraphs; P1 begins {cited(read.article.paragraphs[0])}"
    if read.article.is_wrapped:
        yield "The lines are broken at a width: within a paragraph a space stands for the end of a line."
    if read.passed_over:
        yield f"Left out: the last {read.passed_over:,} quoted passages. Draft from a part of the text."


def _about_origin(origin: Origin, source: Source | None) -> Iterator[str]:
    """Yield what the language and the date of a text are taken from."""
    if source is None:
        yield "Which source it is the text of is not said: give its id with --source, or at each rendering."
    if origin.lang and not (source and source.lang):
        yield f"Its language, {origin.lang}, is guessed from its words."
    if grammar_of(origin.lang) is NONE:
        yield "There are no rules for who speaks in this language: every speaker is left open."
    if origin.date:
        yield f"Days of the week and dates without a year are taken next to {origin.date.raw}."


def _about_characters(raw: Raw) -> Iterator[str]:
    """Yield which characters of the text are left out, and which were read for others."""
    if raw.entities:
        told = ", ".join(f"{name} ({number:,})" for name, number in raw.entities.most_common(MOST_ENTITIES))
        more = ", …" if len(raw.entities) > MOST_ENTITIES else ""
        yield f"Entities of HTML were read as the characters that they stand for: {told}{more}."
    if raw.left_out:
        told = ", ".join(f"{name} ({number:,})" for name, number in sorted(raw.left_out.items()))
        yield f"Characters that no record can hold were left out, so compare the words with care: {told}"
