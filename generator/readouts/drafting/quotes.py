"""A quoted passage as the fields of a quote, as far as they are certain."""

import re
from dataclasses import dataclass
from typing import Any

from readouts.drafting.article import Article, Piece
from readouts.drafting.attribution import Attribution
from readouts.drafting.parties import Parties
from readouts.model import Date, Organization, Source
from readouts.model.fields import LONGEST_LINE

_BEFORE, _AFTER = re.compile(r"(?:\S+\s+){0,3}\S{1,40}\s*$"), re.compile(r"\s*\S{1,40}(?:\s+\S+){0,3}")


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a text is from: the record of its source, if it is known, its language and its date."""

    source: Source | None
    lang: str | None
    date: Date | None


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a rendering is to say, where it stands, and who says it; `mode` is direct or partial."""

    piece: Piece
    mode: str
    attribution: Attribution


@dataclass(frozen=True, kw_only=True)
class Quoting:
    """Turns words of an article into the fields of a quote."""

    article: Article
    origin: Origin
    parties: Parties

    def quote(self, id_: str, words: Words, inside: str | None) -> dict[str, Any]:
        """Return the fields of a quote that are certain."""
        speaker = words.attribution.speaker
        is_organization = speaker is not None and self.parties.graph.get(Organization.TYPE, speaker) is not None
        return _given(
            id=id_,
            speaker=speaker,
            for_=self.parties.party(speaker) if speaker else None,
            to=list(words.attribution.to),
            channel="statement" if is_organization and words.attribution.document else None,
            inside=inside,
            renderings=[self._rendering(words)],
        )

    def _rendering(self, words: Words) -> dict[str, Any]:
        source, attribution = self.origin.source, words.attribution
        issuer = attribution.credited_to or (attribution.speaker if attribution.document else None)
        as_ = attribution.through or ("" if attribution.is_simple else attribution.words)
        return _given(
            source=source.id if source else None,
            relays=self.parties.relayed(issuer) if issuer else None,
            lang=self.origin.lang,
            text=self.article.text(words.piece),
            mode=words.mode,
            credited=_given(to=attribution.credited_to, as_=as_ if len(as_) <= LONGEST_LINE else None),
            at=self._locator(words.piece),
        )

    def _locator(self, piece: Piece) -> dict[str, str]:
        """Return where words stand; what is beside them tells where they occur more than once in a paragraph."""
        paragraph = self.article.paragraphs[piece.paragraph - 1]
        at = {"paragraph": str(piece.paragraph)}
        if paragraph.count(self.article.text(piece)) > 1:
            before = _BEFORE.search(paragraph[max(0, piece.start - LONGEST_LINE) : piece.start])
            after = _AFTER.match(paragraph[piece.end : piece.end + LONGEST_LINE])
            at |= _given(prefix=before and before[0].strip(), suffix=after and after[0].strip())
        return at


def _given(**fields: Any) -> dict[str, Any]:
    """Return the fields that have a value, by the keys that they have in a file."""
    return {key.rstrip("_"): value for key, value in fields.items() if value}
