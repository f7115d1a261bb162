"""Who says that someone said it, as one sentence."""

from collections.abc import Iterable, Iterator

from readouts.graph import Node
from readouts.insight.attribution import Attribution
from readouts.model import Organization
from readouts.pages.titles import article_of, short_title_of
from readouts.text import Text

Part = Text | Node  # words of the sentence, or what it names


def _named(organization: Organization) -> Iterator[Part]:
    if article := article_of(organization):
        yield Text(f"{article} ")
    yield organization


def sentence(attribution: Attribution) -> tuple[Part, ...]:
    """Return the sentence in parts, without its full stop: the whole chain, and how the source names who said it."""
    named_as = attribution.as_
    return (*chain(attribution), *([Text(f", in the words “{named_as.raw}”")] if named_as else []))


def chain(attribution: Attribution) -> tuple[Part, ...]:
    """Return the chain alone, for lines of a list; no link of it is ever left out."""
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
    return _joined(sentence(attribution))


def chain_in_words(attribution: Attribution) -> str:
    """Return the chain as plain words."""
    return _joined(chain(attribution))


def _joined(parts: Iterable[Part]) -> str:
    return "".join(part.raw if isinstance(part, Text) else short_title_of(part).raw for part in parts)
