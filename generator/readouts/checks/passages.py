"""What of a text was probably meant by words that do not occur in it to the letter."""

import re
import unicodedata
from collections.abc import Iterator

from readouts.text import VERY_NEAR, near

LONGEST, LONGEST_TEXT = 200, 5000  # characters of words that may have a slip in them, and of a text to look through


def near_passage(words: str, text: str) -> str | None:
    """Return the words of a text that differ only in spaces, marks, accents or capitals, or in a slip of the pen."""
    if len(words) > LONGEST or len(text) > LONGEST_TEXT:
        return None
    return _of_the_same_letters(words, text) or _with_a_slip(words, text)


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the letters and digits of a text in their plainest form, each with its index."""
    for index, character in enumerate(text):
        plain = unicodedata.normalize("NFKD", character).casefold()
        yield from ((letter, index) for letter in plain if letter.isalnum())


def _of_the_same_letters(words: str, text: str) -> str | None:
    letters = list(_letters(text))
    sought = "".join(letter for letter, _ in _letters(words))
    found = "".join(letter for letter, _ in letters).find(sought)
    if found < 0 or not sought:
        return None
    start, end = letters[found][1], letters[found + len(sought) - 1][1] + 1
    return text[start : _end_of_marks(words, text, end)]


def _end_of_marks(words: str, text: str, end: int) -> int:
    """Return where the marks end that stand after some letters and after the words: accents, and stops as in these."""
    last = max((i for i, c in enumerate(words) if c.isalnum()), default=-1)
    marks = [mark for mark in words[last + 1 :] if not mark.isspace()]
    for index in range(end, len(text)):
        if text[index] in marks[:1]:
            del marks[0]
            end = index + 1
        elif unicodedata.combining(text[index]):
            end = index + 1
        elif not text[index].isspace():
            break
    return end


def _with_a_slip(words: str, text: str) -> str | None:
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    count = len(words.split())
    passages = [text[a[0] : b[1]] for a, b in zip(spans, spans[max(count - 1, 0) :], strict=False)]
    return near(words, passages, VERY_NEAR)
