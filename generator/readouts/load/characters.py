"""From the bytes of a file to characters that a reader can see."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from readouts.problem import Path, Span

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # control characters and line ends of other conventions
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # directional controls
    "\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"  # invisible ones
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"  # tag characters
)


MOST_FAULTS = 200  # of one kind in one file: more say nothing new


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something wrong within one file, before it is known which record the file is."""

    path: Path
    span: Span
    code: str
    message: str
    help: str = ""
    suggestion: str | None = None
    severity: str = "error"


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


def hidden_character(character: str, span: Span, path: Path = ()) -> Fault:
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


def decode(content: bytes) -> tuple[str, list[Fault]] | Fault:
    """Return the characters of a file, CRLF and a leading BOM as if absent, and the hidden ones among them.

    In the place of each of these stands U+FFFD, so that the rest of the file can be read. Bytes that are no text are a
    fault of the whole.
    """
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        return not_utf8(span_at(before, len(before)), f"0x{content[error.start]:02X}")
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    found = islice(HIDDEN.finditer(source), MOST_FAULTS)
    faults = [hidden_character(m[0], span_at(source, m.start())) for m in found]
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", source) if faults else source, faults
