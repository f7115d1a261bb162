"""Where the sentences of a paragraph begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from readouts.drafting.passages import Passage
from readouts.text import UNSPACED

LONGEST_ABBREVIATION = 8
_END = re.compile(r"[.!?…]+|[。！？]+")
_SPACES = re.compile(r"\s*")
_CLOSING = '”“"’‘»«›‹」』)]）'
_NEXT = re.compile(rf"\s+(?:[^\w\s]{{,9}}[^\W_a-z]|$)|[^\w\s]{{,9}}(?=[{UNSPACED}])|$")
# A stop after these, or after a single capital letter, ends no sentence, unless one of the words below comes next.
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Gov|Lt|Col|Capt|Adm|St|Jr|Sr|No|Nos|vs|cf|approx|ca|bzw|Nr|Abs|Art|Hr|"
    r"Fr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[ap]\.m|e\.g|i\.e|z\.B|d\.h|u\.a)$"
)
_ORDINAL, _MONTH = re.compile(r"\b\d{1,2}$"), re.compile(r"\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_ANEW = re.compile(r"\s+[^\w\s]{,9}(?:The|This|These|That|He|She|It|They|We|But|And|In|On|At|As|After|However)\b")
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]+[A-Z](?:, [^()“”\"]{1,30}?)?(?: ?\([^()]{1,40}\))?\s*(?:—|–|--?)\s+"
    r"|新华社\w{2,20}电\s*(?:（[^（）]*）)?"
)


def sentences(text: str, passages: Sequence[Passage], start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence; what stands between quotation marks is not divided.

    `passages` are those of the paragraph that stand in no other. What a dateline says is a sentence of its own.
    """
    if not start and (dateline := _DATELINE.match(text)):
        yield 0, len(dateline[0].rstrip())
        start = dateline.end()
    begins = [passage.outer_start for passage in passages]
    opening = frozenset(begins)
    for match in _END.finditer(text, start):
        stop = match.end()
        while stop < len(text) and text[stop] in _CLOSING and stop not in opening:
            stop += 1
        index = bisect_right(begins, match.start()) - 1
        if index >= 0 and not _ends_with(passages[index], match.start(), stop):
            continue
        if match.start() >= start and _is_end(text, match, stop):
            yield start, stop
            start = _SPACES.match(text, stop).end()  # type: ignore[union-attr]  # there may be none of them
    if start < len(text):
        yield start, len(text)


def _ends_with(passage: Passage, stop_at: int, end: int) -> bool:
    """Tell whether a stop stands behind a passage, or right at the end of it."""
    return stop_at >= passage.outer_end or end >= passage.outer_end


def _is_end(text: str, match: re.Match[str], stop: int) -> bool:
    if match[0][0] != ".":
        return bool(_NEXT.match(text, stop)) or match[0][0] in "。！？"
    if not _NEXT.match(text, stop):
        return False
    before = max(0, match.start() - LONGEST_ABBREVIATION), match.start()
    is_ordinal = _ORDINAL.search(text, *before) and _MONTH.match(text, stop)
    is_abbreviation = match[0] == "." and (_ABBREVIATION.search(text, *before) or is_ordinal)
    return not is_abbreviation or bool(_ANEW.match(text, stop)) or stop == len(text)
