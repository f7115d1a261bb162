"""Who says that someone said it, as one sentence."""

from collections.abc import Iterator

from readouts.graph import Node
from readouts.insight.attribution import Attribution
from readouts.model import Organization, Rendering
from readouts.pages.titles import article_of, short_title_of, shortened
from readouts.text import Text

Part = Text | Node  # words of the sentence, or what it names
MODES = {"direct": "direct quotation", "partial": "quoted in part", "indirect": "reported speech"}
OWN_WORDS = "in its own words"
_VIA = {
    "interpreter": "through an interpreter",
    "official-translation": "official translation",
    "machine-translation": "machine translation",
    "our-translation": "our translation",
}


def _named(organization: Organization) -> Iterator[Part]:
    if article := article_of(organization):
        yield Text(f"{article} ")
    yield organization


def sentence(attribution: Attribution) -> tuple[Part, ...]:
    """Return the sentence in parts, without its full stop; no link of the chain is ever left out."""
    return tuple(_links(attribution))


def _links(a: Attribution) -> Iterator[Part]:
    yield a.speaker
    if a.only_through:
        yield Text(", as ")
        yield from _named(a.according_to or a.only_through)
        yield Text(" relays the words")
    elif a.according_to:
        yield Text(", according to ")
        yield from _named(a.according_to)
    if a.reported_by:
        yield Text(", as reported by ")
        yield from _named(a.reported_by)
    if a.credited:
        yield Text(", credited there to ")
        yield a.credited


def in_words(attribution: Attribution) -> str:
    """Return the sentence as plain words."""
    parts = sentence(attribution)
    return "".join(part.raw if isinstance(part, Text) else short_title_of(part).raw for part in parts)


def mode_in_words(attribution: Attribution, rendering: Rendering) -> str:
    """Return in which mode the words are told; what a document says in its own name is nobody's quotation."""
    is_own = isinstance(attribution.speaker, Organization) and not attribution.according_to
    return OWN_WORDS if rendering.mode == "direct" and is_own and not attribution.reported_by else MODES[rendering.mode]


def how_in_words(attribution: Attribution, rendering: Rendering) -> str:
    """Return in which mode the words are told, and how they came into this language where they were translated."""
    mode = mode_in_words(attribution, rendering)
    return f"{mode}, {_VIA[rendering.via]}" if rendering.via else mode


def told(attribution: Attribution, rendering: Rendering, longest: int) -> str:
    """Return who says so, how, and the beginning of the words; in quotation marks only where the source has them so."""
    how, words = how_in_words(attribution, rendering), shortened(rendering.text, longest).raw
    said = in_words(attribution) if how == MODES["direct"] else f"{in_words(attribution)}, {how}"
    return f"{said}: {f'“{words}”' if rendering.mode == 'direct' else words}"
