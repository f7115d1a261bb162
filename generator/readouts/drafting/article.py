"""The paragraphs of an article, numbered from the dateline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from readouts.drafting.characters import Raw
from readouts.drafting.marks import CLOSING
from readouts.drafting.passages import find_passages
from readouts.text import is_unspaced

# Lines above the first paragraph are few and short, and do not end as sentences do.
MOST_HEADING_LINES, LONGEST_HEADING, LONGEST_DATELINE = 8, 200, 60
MOST_BROKEN, LONGEST_END = 20, 20  # lines of a quotation that is broken over them; characters after a sentence's stop
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
    lines = list(_joined(raw.lines, width) if is_wrapped else map(str.strip, raw.lines))
    blocks = list(filter(None, _with_whole_quotations(lines)))
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
    """Tell whether lines break off where the next word has no room, in the middle of sentences.

    One alone may be a long headline, unless a small letter follows it.
    """
    full = [(line, following) for line, is_full, following in _breaks(lines, width) if is_full]
    within = [following for line, following in full if not _ENDED.search(line)]
    goes_on = any(following[0].islower() for following in within)
    return (len(within) > 1 or goes_on) and len(within) * 2 > len(full)


def _joined(lines: tuple[str, ...], width: int) -> Iterator[str]:
    block = ""
    for line, is_full, following in _breaks(lines, width):
        block += line
        if is_full:
            block += _between(line, following)
        else:
            yield block
            block = ""


def _between(line: str, following: str) -> str:
    """Return what stands for the end of a line within a paragraph."""
    return "" if is_unspaced(line[-1]) and is_unspaced(following[0]) else " "


def _with_whole_quotations(lines: list[str]) -> Iterator[str]:
    """Yield lines, as one those over which a quotation is broken off in the middle of a sentence."""
    at = 0
    while at < len(lines):
        end = _end_of_broken(lines, at)
        yield _together(lines[at:end])
        at = end


def _together(lines: Sequence[str]) -> str:
    return "".join(f"{line}{_between(line, after)}" for line, after in pairwise(lines)) + lines[-1]


def _end_of_broken(lines: Sequence[str], at: int) -> int:
    """Return how far a quotation goes on that is open at the end of a line: no other may begin before its end."""
    for end in range(at + 1, min(at + MOST_BROKEN, len(lines))):
        line, following = lines[end - 1], lines[end]
        if not line or not following or following[0] in CLOSING or _ENDED.search(line[-LONGEST_END:]):
            break
        if end == at + 1 and _left_open(line) != 1:
            break
        left_open = _left_open(_together(lines[at : end + 1]))
        if left_open != 1:
            return at + 1 if left_open else end + 1
    return at + 1


def _left_open(text: str) -> int:
    """Return how many quotations begin in a text and don't end there."""
    return sum(stray.opens for stray in find_passages((text,))[1])
