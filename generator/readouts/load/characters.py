"""From the bytes of a file to characters that a reader can see."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from readouts.problem import FieldPath, Span
from readouts.text import is_mark

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_EUROPEAN = "A-Za-z\u00aa\u00ba\u00c0-\u052f\u1e00-\u1fff"  # letters of Latin, Greek and Cyrillic
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # control characters and line ends of other conventions
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # directional controls
    "\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\ufffe\uffff"  # invisible ones and what is no character
    "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # blank ones that Unicode takes for letters, vowels and signs
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"  # tag characters
    # Choices between forms, at letters that have none; a joiner is of use once (Persian, German, families of emoji).
    f"|(?<=[{_EUROPEAN}])[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?<=[\u200c\u200d])[\u200c\u200d]",
)

_NO_LETTERS = re.compile(r"[^\w\x00-\x7f]{31,}")
MOST_MARKS = 30  # on one letter: as many as Unicode's stream-safe text has, beyond which normalizing takes ever longer
MOST_FAULTS = 200  # of one kind in one file: more say nothing new


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something wrong within one file, before it is known which record the file is."""

    path: FieldPath
    span: Span
    code: str
    message: str
    help: str = ""
    suggestion: str | None = None


def position(source: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of an index into a text."""
    line = source.count("\n", 0, index) + 1
    return line, index - (source.rfind("\n", 0, index) + 1) + 1


def span_at(source: str, start: int, length: int = 1) -> Span:
    """Return the span of `length` characters of one line."""
    line, column = position(source, start)
    return Span(line=line, column=column, end_line=line, end_column=column + length)


def describe(character: str) -> str:
    """Return a hidden character's code point and name."""
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name.lower()}"


def hidden_character(character: str, span: Span, path: FieldPath = ()) -> Fault:
    """Return the fault of a character that a reader can't see."""
    return Fault(
        path=path,
        span=span,
        code="hidden-character",
        message=f"hidden character {describe(character)}",
        help="delete it: readers can't see it, and it can change how the words around it are shown",
    )


def not_utf8(span: Span, found: str) -> Fault:
    """Return the fault of bytes that are no text."""
    return Fault(
        path=(),
        span=span,
        code="not-utf-8",
        message=f"not UTF-8: byte {found} is no part of a character",
        help="save the file in the encoding UTF-8",
    )


def too_many_marks(span: Span, path: FieldPath = ()) -> Fault:
    """Return the fault of marks heaped upon a letter."""
    return Fault(
        path=path,
        span=span,
        code="too-many-marks",
        message=f"more than {MOST_MARKS} marks on one letter",
        help="delete them: no language needs so many",
    )


def _heaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what is beyond the marks that a letter may have."""
    for run in _NO_LETTERS.finditer(text):
        start = run.start()
        for are_marks, group in groupby(run[0], key=is_mark):
            end = start + sum(1 for _ in group)
            if are_marks and end - start > MOST_MARKS:
                yield start + MOST_MARKS, end
            start = end


def cleaned(text: str) -> tuple[str, list[tuple[int, int]], list[int]]:
    """Return a text with U+FFFD in the place of what no record may have: heaps of marks and hidden characters.

    With it come start and end of the first heaps, and the indices of the first hidden characters.
    """
    hidden = [match.start() for match in islice(HIDDEN.finditer(text), MOST_FAULTS)]
    heaps = list(_heaps(text))
    pieces, done = [], 0
    for start, end in heaps:
        pieces += [text[done:start], REPLACEMENT * (end - start)]
        done = end
    text = "".join([*pieces, text[done:]])
    return HIDDEN.sub(REPLACEMENT, text) if hidden else text, heaps[:MOST_FAULTS], hidden


def decode(content: bytes) -> tuple[str, list[Fault]] | Fault:
    """Return the characters of a file, CRLF and a leading BOM as if absent, and what no record may have among them.

    In the place of each of these stands U+FFFD, so that the rest of the file can be read. Bytes that are no text are a
    fault of the whole.
    """
    if (found := content[:2].find(0)) >= 0:  # a letter in two bytes, one of them zero
        return not_utf8(span_at("", found), "0x00")
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        return not_utf8(span_at(before, len(before)), f"0x{content[error.start]:02X}")
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    clean, heaps, hidden = cleaned(source)
    faults = [hidden_character(source[index], span_at(source, index)) for index in hidden]
    return clean, [*faults, *(too_many_marks(span_at(source, start, end - start)) for start, end in heaps)]
