"""Contributor text as a type that reaches a page only encoded."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from confusable_homoglyphs.confusables import confusables_data
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_LETTERS = re.compile(r"[^\W\d_]+")
# What no Markdown reads, once all else is encoded: a single space, a number as short as that of a year. A longer one,
# or one among letters, could be taken for the name of a commit.
_NOT_LETTERS = re.compile(r"(?P<plain>(?<=\S) (?=\S)|(?<!\w)[0-9]{1,4}(?!\w))|[\W\d_]")
# The characters of scripts that put no spaces between words, as the inside of a class of a regular expression:
# Thai, Lao, Tibetan, Burmese, Khmer, and the scripts of Chinese and Japanese.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")


def _reference(match: re.Match[str]) -> str:
    return match[0] if match["plain"] else f"&#{ord(match[0])};"


def encode(raw: str) -> str:
    """Return `raw` with every character as a numeric reference that isn't a letter, a single space or a short number.

    Safe in HTML text, in quoted attributes and in Markdown with any extension.
    """
    encoded = _NOT_LETTERS.sub(_reference, raw)
    return _LETTERS.sub(_encode_numerals, encoded) if not encoded.isascii() else encoded


def _encode_numerals(match: re.Match[str]) -> str:
    """Encode characters such as ² that a regular expression takes for letters, and Unicode does not."""
    run = match[0]
    return run if run.isalpha() else "".join(c if c.isalpha() else f"&#{ord(c)};" for c in run)


class Text:
    """What a contributor wrote: its exact characters in `raw`, encoded wherever it is put on a page."""

    __slots__ = ("raw",)
    raw: str

    def __init__(self, raw: str) -> None:
        """Wrap `raw`, which stays as it is."""
        object.__setattr__(self, "raw", raw)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a text never changes."""
        raise AttributeError(f"Text is immutable: cannot set {name}")

    def __str__(self) -> str:
        """Refuse: a text becomes a plain string only by asking for `raw`."""
        raise TypeError("contributor text does not turn into a plain string by itself; encode it, or ask for .raw")

    def __format__(self, spec: str) -> str:
        """Refuse, as `__str__` does."""
        return str(self)

    def __html__(self) -> str:
        """Return the encoded text, for HTML and Markdown."""
        return encode(self.raw)

    def __repr__(self) -> str:
        """Return a form for debugging only."""
        return f"{type(self).__name__}({self.raw!r})"

    def __eq__(self, other: object) -> bool:
        """Compare the characters."""
        return self.raw == other.raw if isinstance(other, Text) else NotImplemented

    def __hash__(self) -> int:
        """Hash the characters."""
        return hash(self.raw)

    def __reduce__(self) -> tuple[type["Text"], tuple[str]]:
        """Pickle and copy by the characters."""
        return type(self), (self.raw,)


class Prose(Text):
    """A text in the small Markdown subset: paragraphs, emphasis, lists, links and record links."""


def is_mark(character: str) -> bool:
    """Tell whether a character is a mark on the letter before it, such as an accent or a vowel sign."""
    return bool(character) and unicodedata.category(character)[0] == "M"


@cache
def marks() -> str:
    """Return all marks on letters, as the inside of a class of a regular expression."""
    found = [code for code in range(0x1F000) if unicodedata.category(chr(code))[0] == "M"]
    return "".join(map(chr, found))


def shortened(said: str, most: int = 60) -> str:
    """Return as much of a value as a message bears, on one line."""
    words = " ".join(said.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


def primary(lang: str) -> str:
    """Return the primary language of a tag: `zh` of `zh-Hans`."""
    return lang.partition("-")[0].lower()


def is_unspaced(character: str) -> bool:
    """Tell whether a character belongs to a script that puts no spaces between words."""
    return bool(_IS_UNSPACED.match(character))


@lru_cache(maxsize=8192)
def _lookalike(character: str) -> str:
    """Return the first of all letters that look like this one (Unicode's confusables)."""
    seen, todo = {character}, [character]
    while todo:
        for entry in confusables_data.get(todo.pop(), ()):
            other = entry["c"]
            if len(other) == 1 and other not in seen:
                seen.add(other)
                todo.append(other)
    return min(c for c in seen if c.isalpha())


_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # they choose between forms of a character


def likenesses(name: str) -> frozenset[str]:
    """Return the forms of a name; a reader could not tell two names apart that share one.

    Digits, and characters of scripts without spaces, look like no other.
    """
    seen = (c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf" and c not in _SELECTORS)
    plain = "".join("-" if unicodedata.category(c) == "Pd" else c for c in seen)
    return frozenset((_folded(plain), _skeleton(plain), _skeleton(_folded(plain))))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _skeleton(name: str) -> str:
    alike = (_lookalike(c) if c.isalpha() and not is_unspaced(c) else c for c in name)
    return " ".join("".join(alike).split())


def with_article(noun: str) -> str:
    """Return a noun after `a` or `an`."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


NEAR = 70  # of 100: two letters exchanged in a word of six still count as near
VERY_NEAR = 80  # for names from a long list, of which some are alike
NEAR_IN_LETTERS = 50  # of what is left of two ids without their digits
SHORT = 3  # letters of the shortest word that may have a slip in it


def near(word: str, words: Iterable[str], at_least: int = NEAR) -> str | None:
    """Return the one of `words` that was probably meant, or None."""
    folded, known = word.casefold(), list(words)
    found = process.extractOne(folded, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=at_least)
    likely = found[0] if found else one_slip_away(folded, known)
    return likely if likely and _near_in_letters(folded, likely.casefold()) else None


def one_slip_away(word: str, known: list[str]) -> str | None:
    """Return a word that differs in one letter, or in two exchanged, which is much in a short one."""
    if len(word) < SHORT:
        return None
    found = process.extractOne(word, known, scorer=OSA.distance, processor=str.casefold, score_cutoff=1)
    return found[0] if found else None


def _near_in_letters(one: str, other: str) -> bool:
    """Tell whether two words are alike in more than a date that both have."""
    a, b = (re.sub(r"[\d-]+", " ", word).strip() for word in (one, other))
    return not a or not b or fuzz.ratio(a, b) >= NEAR_IN_LETTERS
