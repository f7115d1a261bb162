"""Addresses that open a document at some words of it (text fragments, https://wicg.github.io/scroll-to-text-fragment/)."""

from urllib.parse import quote

from readouts.model import Rendering, Source
from readouts.text import Text, is_unspaced

LONGEST = 50  # characters of words that stand in the address as they are; of longer ones the ends do
AT_AN_END = 4  # words
CHARACTERS_AT_AN_END = 12  # of a script without spaces


def at_words(source: Source, rendering: Rendering) -> Text | None:
    """Return the address of a source, or else of its lasting copy, at a rendering's words; None without any."""
    url = source.url or source.archive
    return Text(f"{url.raw}{'' if '#' in url.raw else '#'}:~:text={_directive(rendering)}") if url else None


def _directive(rendering: Rendering) -> str:
    words = " ".join(rendering.text.raw.split())
    at = rendering.at
    before = f"{_encoded(at.prefix.raw)}-," if at and at.prefix else ""
    after = f",-{_encoded(at.suffix.raw)}" if at and at.suffix else ""
    return f"{before}{_ends(words)}{after}"


def _ends(words: str) -> str:
    if len(words) <= LONGEST:
        return _encoded(words)
    if is_unspaced(words[0]):
        return f"{_encoded(words[:CHARACTERS_AT_AN_END])},{_encoded(words[-CHARACTERS_AT_AN_END:])}"
    several = words.split(" ")
    return f"{_encoded(' '.join(several[:AT_AN_END]))},{_encoded(' '.join(several[-AT_AN_END:]))}"


def _encoded(words: str) -> str:
    """Return words as they stand in a directive, where a hyphen, a comma and an ampersand have a meaning."""
    return quote(words, safe="").replace("-", "%2D")
