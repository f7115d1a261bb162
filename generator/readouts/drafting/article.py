"""The paragraphs of an article, numbered from the dateline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from readouts.drafting.characters import Raw
from readouts.text import is_unspaced

# Lines above the first paragraph are few and short, and do not end as sentences do.
MOST_HEADING_LINES, LONGEST_HEADING, LONGEST_DATELINE = 8, 200, 60
NARROWEST, WIDEST = 40, 120  # columns at which a text may be broken into lines; a Chinese character takes two
_ENDED = re.compile(r"[.!?…。！？](?:[^\w\s]|\s)*$")
_DATELINE = re.compile(r"[^:!?“”\"]+(?::|—|–|\s--?)")
_INTRODUCES = ":："


class Piece(Protocol):
    """A piece of a paragraph: its number, and where it begins and ends."""

    @property
    def paragraph(self) -> int:
        """Return the number of the paragraph."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return where it ends."""


@dataclass(frozen=True, kw_only=True)
class Article:
    """What stands above the first paragraph, and the paragraphs, whose numbers count from 1."""

    heading: tuple[str, ...]
    paragraphs: tuple[str, ...]
    is_wrapped: bool

    def text(self, piece: Piece) -> str:
        """Return the words of a piece of a paragraph."""
        return self.paragraphs[piece.paragraph - 1][piece.start : piece.end]


def read_article(raw: Raw) -> Article:
    """Return the article in some lines: each is a paragraph, unless they are broken at a width."""
    width = max(map(_columns, raw.lines), default=0)
    is_wrapped = NARROWEST <= width <= WIDEST and _is_wrapped(raw.lines, width)
    blocks = list(_joined(raw.lines, width) if is_wrapped else filter(None, map(str.strip, raw.lines)))
    first = _first_paragraph(blocks)
    return Article(heading=tuple(blocks[:first]), paragraphs=tuple(blocks[first:]), is_wrapped=is_wrapped)


def _first_paragraph(blocks: list[str]) -> int:
    """Return how many lines are above the first paragraph: up to the dateline, or all that look like a heading."""
    above = 0
    for block in blocks[:MOST_HEADING_LINES]:
        if len(block) <= LONGEST_DATELINE and _DATELINE.fullmatch(block) and _is_capitalised(block):
            return above + 1
        if len(block) > LONGEST_HEADING or _ENDED.search(block) or block[-1] in _INTRODUCES:
            break
        above += 1
    return above if above < len(blocks) else 0


def _is_capitalised(line: str) -> bool:
    """Tell whether each word begins as a name does, which tells a dateline from words that lead to a quotation."""
    words = re.findall(r"[^\W\d_]+", line)
    return bool(words) and all(word[0].isupper() for word in words)


def _columns(line: str) -> int:
    return len(line.strip()) + sum(map(is_unspaced, line.strip()))


def _breaks(lines: Iterable[str], width: int) -> Iterator[tuple[str, bool, str]]:
    """Yield each line, whether the next one's first word had no room on it, and that next line."""
    stripped = [line.strip() for line in lines]
    for line, following in zip(stripped, [*stripped[1:], ""], strict=True):
        word = following[:1] if is_unspaced(following[:1] or " ") else following.partition(" ")[0]
        yield line, bool(line and following) and _columns(line) + 1 + _columns(word) > width, following


def _is_wrapped(lines: tuple[str, ...], width: int) -> bool:
    """Tell whether lines break off where the next word has no room, in the middle of sentences."""
    full = [line for line, is_full, _ in _breaks(lines, width) if is_full]
    within = sum(1 for line in full if not _ENDED.search(line))
    solid = sum(1 for line, _, following in _breaks(lines, width) if line and following)
    return len(full) > 1 and within * 2 > len(full) and len(full) * 2 > solid


def _joined(lines: tuple[str, ...], width: int) -> Iterator[str]:
    block = ""
    for line, is_full, following in _breaks(lines, width):
        block += line
        if is_full:
            block += "" if is_unspaced(line[-1]) and is_unspaced(following[0]) else " "
        elif block:
            yield block
            block = ""
