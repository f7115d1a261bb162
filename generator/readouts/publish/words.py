"""Text cut into the words that the search index holds; `search.js` cuts what a reader asks for in the same way."""

import re
from functools import cache

from readouts.text import UNSPACED, marks

_RUN = re.compile(f"[{UNSPACED}]+")


def unspaced_in_script() -> str:
    """Return the characters of text without spaces as an expression in a script names them."""
    return "".join(c if c == "-" else f"\\u{{{ord(c):x}}}" for c in UNSPACED)


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word: parts joined by single marks, at which Pagefind takes it apart, but for `’`."""
    part = rf"(?:[^\W_]|[{marks()}])+"
    return re.compile(rf"{part}(?:[!-/:-@[-`{{-~’]{part})*")


def _pairs(run: re.Match[str]) -> str:
    """Return the pairs of neighbours in text without spaces, which finds any part of it, whatever its words are.

    The last character makes a pair with a letter, so that no word that begins with it is taken for it alone.
    """
    characters = f"{run[0]}x"
    return f" {' '.join(characters[i : i + 2] for i in range(len(run[0])))} "


def index_words(text: str) -> list[str]:
    """Return the words of a text; one with an apostrophe, such as Xi'an, is one word."""
    return _word().findall(_RUN.sub(_pairs, text.replace("'", "’")))
