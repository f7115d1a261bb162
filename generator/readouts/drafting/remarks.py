"""What a draft says to the contributor: why a field is as it is, and what is left open."""

from collections.abc import Iterator, Sequence

from readouts.drafting.article import Article
from readouts.drafting.attribution import Attribution
from readouts.drafting.dates import find_dates
from readouts.drafting.quotes import Quoting
from readouts.drafting.reading import Found, Read
from readouts.drafting.speakers import Said
from readouts.model import Date
from readouts.model.fields import LONGEST_WORDING

CITED = 160  # characters of a text that is cited in a remark
MOST_STRAYS, MOST_REPORTS = 20, 100
DOTS = "…"
Remarks = Iterator[tuple[tuple[int, int], tuple[str, ...]]]


def cited(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    return f"“{text if len(text) <= CITED else text[: CITED - 1].rstrip() + DOTS}”"


def about_passages(article: Article, together: Sequence[Found], mode: str) -> Iterator[str]:
    """Yield how much of a text is quoted, and whether the quotation goes on in other paragraphs."""
    passage = together[0].passage
    if mode == "partial":
        quoted = " and ".join(cited(article.text(found.passage)) for found in together)
        yield (
            f"Partial: {quoted} in quotation marks, and the whole sentence as the text. Delete the quote if the marks "
            "only set off a word."
        )
    before = f" goes on from P{passage.paragraph - 1}" if passage.continues else ""
    after = f" goes on in P{passage.paragraph + 1}" if passage.goes_on else ""
    if before or after:
        yield f"The quotation{' and'.join(filter(None, (before, after)))}."


def about_inner(read: Read, outer: Found) -> Iterator[str]:
    """Yield what stands in marks of its own within a passage, without words that credit it."""
    held = [found for found in read.found if found.inside == outer.passage and not found.attribution.words]
    if held:
        yield "In marks of their own inside it: " + ", ".join(cited(read.article.text(found.passage)) for found in held)


def too_long(text: str) -> str:
    """Return what there is to say where a record can't hold a text as one."""
    return (
        f"Left out: {len(text):,} characters, where a rendering takes at most {LONGEST_WORDING:,}. Divide it into "
        f"several quotes; it begins {cited(text)}"
    )


def about_speaker(attribution: Attribution, found: Found) -> str:
    """Return from which words the speaker is known, or why it is left open."""
    place, words = f"P{found.passage.paragraph}", cited(attribution.words) if attribution.words else ""
    if not attribution.speaker:
        return f"{place}. Speaker left open{f' at {words}' if words else ''}: {attribution.why}."
    through = f", passed on {cited(attribution.through)}" if attribution.through else ""
    if found.credited.is_carried:
        return f"{place}. Speaker: that of the words before, from {words or 'the end of the paragraph before'}."
    return f"{place}. Speaker: from {words or 'the end of the paragraph before'}{through}."


def about_record(quotations: Sequence[str]) -> Iterator[str]:
    """Yield where words from this source are on record already."""
    if quotations:
        yield f"On record already, from this source: {', '.join(quotations)}."


def wanted(article: Article, found: Found, attribution: Attribution, date: Date | None) -> dict[str, str]:
    """Return the fields of a quote that are to be filled, with what they may be."""
    fields = {"topics": "[]"}
    if not attribution.speaker:
        fields["speaker"] = _choice(attribution.candidates)
    for mention in () if found.sentence.is_endless else find_dates(article.text(found.sentence), date):
        if mention.date and mention.words[0].isalnum() and any(map(str.isdigit, mention.words)):
            fields["said"] = f"{mention.date}  # if that is when it was said: {cited(mention.words)}"
    return fields


def wanted_of_rendering(attribution: Attribution, quoting: Quoting) -> dict[str, str]:
    """Return the fields of a rendering that are to be filled, with what they may be."""
    fields = {}
    if quoting.origin.source is None:
        fields["source"] = f"{DOTS}  # the id of the source record of this text"
    if quoting.origin.lang is None:
        fields["lang"] = f"{DOTS}  # the language of the text, such as en"
    if not attribution.speaker and not attribution.credited_to and attribution.document:
        relayed = next(filter(None, map(quoting.parties.relayed, attribution.candidates)), None)
        if relayed:
            fields["relays"] = f"{relayed}  # if that is the {attribution.document} which is meant"
    return fields


def _choice(ids: Sequence[str]) -> str:
    if not ids:
        return DOTS
    return ids[0] + (f"  # or {', '.join(ids[1:])}" if ids[1:] else "")


def about_strays(read: Read) -> Remarks:
    """Yield what stands beside the marks without a partner."""
    for stray in read.strays[:MOST_STRAYS]:
        text = read.article.paragraphs[stray.paragraph - 1]
        if stray.opens:
            said = f"a mark opens here that nothing closes: {text[stray.at :][:CITED]}"
        else:
            before = text[max(0, stray.at + 1 - CITED // 2) : stray.at + 1]
            said = f"a mark closes here that nothing opened: {before}"
        yield (stray.paragraph, stray.at), (f"P{stray.paragraph}. Left out, {said}",)
    if len(read.strays) > MOST_STRAYS:
        last = read.strays[-1]
        more = len(read.strays) - MOST_STRAYS
        yield (last.paragraph, last.at), (f"There are {more:,} more quotation marks without a partner.",)


def about_reports(read: Read) -> Remarks:
    """Yield sentences without quotation marks that tell what somebody said."""
    reports = [(sentence, _known(said)) for sentence, said in read.sentences if _known(said) and not sentence.passages]
    for sentence, known in reports[:MOST_REPORTS]:
        who = "; ".join(_reported(read.article, said) for said in known)
        text = read.article.text(sentence)
        said = f"P{sentence.paragraph}. Reported speech, maybe a quote with a rendering of mode indirect: {who}."
        words = f"    {text}" if len(text) <= LONGEST_WORDING else cited(text)
        yield (sentence.paragraph, sentence.start), (said, words)
    if len(reports) > MOST_REPORTS:
        last, more = reports[-1][0], len(reports) - MOST_REPORTS
        yield (last.paragraph, last.start), (f"There are {more:,} more sentences of reported speech.",)


def _known(said: Sequence[Said]) -> list[Said]:
    return [one for one in said if one.who.id or one.who.candidates]


def _reported(article: Article, said: Said) -> str:
    tokens = said.sentence.tokens
    start, end = tokens[said.credit.first].start, tokens[said.credit.last].end
    words = article.paragraphs[said.sentence.paragraph - 1][start:end]
    who = said.who.id or f"perhaps {' or '.join(said.who.candidates)}"
    return f"{who}, from {cited(words)}"
