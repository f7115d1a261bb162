"""Addresses that open a document at some words of it (text fragments, https://wicg.github.io/scroll-to-text-fragment/)."""

from urllib.parse import quote

from readouts.model import Rendering, Source
from readouts.text import Text

LONGEST = 50  # characters of words that stand in the address as they are; of longer ones the ends do
AT_AN_END = 4  # words
CHARACTERS_AT_AN_END = 12  # of a script without spaces


def at_words(source: Source, rendering: Rendering) -> Text | None:
    """Return the address of a source, or else of its lasting copy, at a rendering's words; None without any."""
    url = source.url or source.archive
    return Text(f"{url.raw}{'' if '#' in url.raw else '#'}:~:text={_directive(rendering)}") if url else None


def _directive(rendering: Rendering) -> str:
    at = rendering.at
    before = f"{_encoded(_last(_line(at.prefix)))}-," if at and at.prefix else ""
    after = f",-{_encoded(_first(_line(at.suffix)))}" if at and at.suffix else ""
    return f"{before}{_ends(_line(rendering.text))}{after}"


def _line(text: Text) -> str:
    return " ".join(text.raw.split())


def _ends(words: str) -> str:
    if len(words) <= LONGEST:
        return _encoded(words)
    half = max(1, len(words.split(" ")) // 2)  # the ends may not overlap
    return f"{_encoded(_first(words, half))},{_encoded(_last(words, half))}"


def _first(words: str, most: int = AT_AN_END) -> str:
    """Return the words at the beginning; where they are long, as they are without spaces, some characters of them."""
    found = " ".join(words.split(" ")[: min(most, AT_AN_END)])
    return found if len(found) <= LONGEST else found[:CHARACTERS_AT_AN_END]


def _last(words: str, most: int = AT_AN_END) -> str:
    found = " ".join(words.split(" ")[-min(most, AT_AN_END) :])
    return found if len(found) <= LONGEST else found[-CHARACTERS_AT_AN_END:]


def _encoded(words: str) -> str:
    """Return words as they stand in a directive, where a hyphen, a comma and an ampersand have a meaning."""
    return quote(words, safe="").replace("-", "%2D")
