"""From the bytes of a source's text to characters that a record can hold."""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from html.entities import html5

from readouts.load.characters import HIDDEN, MOST_MARKS, cleaned, describe, not_utf8, span_at
from readouts.problem import ReadoutsError

LARGEST = 256 * 1024
# With their semicolon: without one, “R&D” and addresses on the web have such, too.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, kw_only=True)
class Raw:
    """The lines of a text, which characters were left out of it, and which entities of HTML were read, how often."""

    lines: tuple[str, ...]
    left_out: Counter[str]
    entities: Counter[str]


def read_lines(content: bytes, name: str) -> Raw:
    """Return the lines of a text in UTF-8; whatever stands for a line's end in any convention ends one."""
    if len(content) > LARGEST:
        raise ReadoutsError(f"{name} is larger than 256 KiB: draft from a part of it")
    text = _decoded(content, name)
    if "\0" in text:
        raise ReadoutsError(f"{name} is no text in UTF-8: it has the character U+0000; save it in the encoding UTF-8")
    left_out: Counter[str] = Counter()
    entities = Counter(found for found in _ENTITY.findall(text) if _character(found) != found)
    text = _ENTITY.sub(lambda match: _character(match[0]), text)
    lines = tuple(_clean(line, left_out) for line in LINE_END.split(text))
    return Raw(lines=lines, left_out=left_out, entities=entities)


def _character(entity: str) -> str:
    """Return what an entity stands for; one that isn't known stays as it is."""
    return unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        fault = not_utf8(span_at(before, len(before)), f"0x{content[error.start]:02X}")
        place = f"line {fault.span.line}, column {fault.span.column}"
        raise ReadoutsError(f"{name} is {fault.message}, {place}: {fault.help}") from None


def _clean(line: str, left_out: Counter[str]) -> str:
    """Return a line without what no record can hold; what is between two such characters may become such a one."""
    while found := HIDDEN.findall(line):
        left_out.update(describe(character) for character in found)
        line = HIDDEN.sub("", line)
    while heaps := cleaned(line)[1]:
        for start, end in reversed(heaps):
            left_out[f"a mark beyond the {MOST_MARKS} that a letter may have"] += end - start
            line = line[:start] + line[end:]
    return line
