"""Which texts are nearly the same."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

from readouts.text import is_unspaced

T = TypeVar("T")

NEARLY = 85  # of 100
FEWEST = 6  # words, or ten characters of a script without spaces: shorter texts agree by chance
FEWEST_UNSPACED = 10
SHINGLE = 3  # words
CLOSEST = 10  # texts that share most with one are compared with it letter by letter
KEPT = 12  # smallest shingle hashes; two near-duplicates share one but for a chance below a thousandth
LONGEST = 2000  # characters of a text that are compared: the time grows with their square
CROWD = 20  # texts that share a shingle with more others are formulas


def _units(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    units: list[str] = []
    for word in re.findall(r"\w+", folded):
        units += word if not word.isascii() and is_unspaced(word[0]) else [word]
    return units


def _is_long(units: list[str]) -> bool:
    return len(units) >= (FEWEST_UNSPACED if is_unspaced(units[0][0]) else FEWEST) if units else False


def _sketch(units: list[str]) -> list[int]:
    """Return the smallest hashes of the shingles of a text."""
    hashes = [_hash(unit) for unit in units]
    shingles = zip(*(hashes[i:] for i in range(SHINGLE)), strict=False)
    return sorted({(a * 31 + b) * 31 + c & 0xFFFFFFFF for a, b, c in shingles})[:KEPT]


@lru_cache(maxsize=1 << 16)
def _hash(unit: str) -> int:
    # Python's own hash of a string differs from run to run.
    return zlib.crc32(unit.encode())


def near_duplicates(texts: Iterable[tuple[T, str]]) -> Iterator[tuple[T, T]]:
    """Yield (earlier, later) for texts that are nearly the same; each later one once."""
    known: list[tuple[T, str]] = []
    seen: dict[int, list[int]] = {}
    for name, text in texts:
        units = _units(text)
        if not _is_long(units):
            continue
        joined, sketch = " ".join(units)[:LONGEST], _sketch(units)
        shared = Counter(index for mark in sketch for index in seen.get(mark, ())[:CROWD])
        enough = 2 if len(sketch) == KEPT else 1  # a short text has few shingles, and one word spoils three
        candidates = sorted(index for index, count in shared.most_common(CLOSEST) if count >= enough)
        alike = (i for i in candidates if fuzz.ratio(joined, known[i][1], score_cutoff=NEARLY))
        if (found := next(alike, None)) is not None:
            yield known[found][0], name
        for mark in sketch:
            seen.setdefault(mark, []).append(len(known))
        known.append((name, joined))
