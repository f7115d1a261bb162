"""Quotation marks: which character opens or closes a quotation, by what stands beside it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readouts.drafting.places import first_after
from readouts.text import is_unspaced

Role = Literal["opens", "closes", "none"]

# What may close a quotation, by what opened it: the pairs of several languages, and what hurried typists put there.
CLOSING: Mapping[str, str] = {
    "“": '”“"', "”": "”", "„": '“”"', '"': '"”', "\uff02": "\uff02", "〝": "〞〟",
    "«": "»", "»": "»«", "‹": "›", "›": "›‹", "「": "」", "『": "』", "｢": "｣",
    "‘": "’", "\u201a": "‘’", "'": "'",
}  # fmt: skip
SINGLE = "‘’\u201a'"  # apostrophes look like them, so one without a partner is no fault
MARK = re.compile("[“”„\"\uff02〝〞〟«»‹›「」『』｢｣‘’\u201a']")
_BEFORE_OPENING = "([{<—–-/=:,;（：，、；" + "".join(CLOSING)
# Words that begin with an apostrophe: ’tis, ’em, rock ’n’ roll, the ’90s.
_ELISION = re.compile(r"(?:tis|twas|em|til|cause|bout|round|n)\b|\d0s\b", re.IGNORECASE)
# What comes after a plural that owns something is a noun, and no such word.
_OWNED = re.compile(
    r" (?!(?:an?|the|and|or|but|nor|as|at|by|for|from|in|into|of|on|to|with|that|than|he|she|it|they|we|is|are|was|"
    r"were|has|have|had|will|would|said|says|told|added)\b)[a-z]"
)
_Rule = Callable[["Line", int, Sequence[str]], Role]


@dataclass(frozen=True)
class Line:
    """A paragraph, asked about the characters beside its marks."""

    text: str

    def before(self, at: int) -> str:
        """Return the character before a place, a space at the beginning."""
        return self.text[at - 1] if at else " "

    def after(self, at: int) -> str:
        """Return the character after a place, a space at the end."""
        return self.text[at + 1] if at + 1 < len(self.text) else " "

    def leads_in(self, at: int) -> bool:
        """Tell whether a mark stands where one opens: something follows, and nothing or an opening stands before."""
        before = self.before(at)
        return not self.after(at).isspace() and (before.isspace() or before in _BEFORE_OPENING)

    def leads_out(self, at: int) -> bool:
        """Tell whether a mark stands where one closes: something stands before, and no word goes on."""
        after = self.after(at)
        return not self.before(at).isspace() and (not after.isalnum() or is_unspaced(after))

    @cached_property
    def _closers(self) -> Mapping[str, list[int]]:
        return self._places(lambda at: self.leads_out(at) and not self.leads_in(at))

    @cached_property
    def _openers(self) -> Mapping[str, list[int]]:
        return self._places(lambda at: self.leads_in(at) and not self.leads_out(at))

    def _places(self, wanted: Callable[[int], bool]) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for match in MARK.finditer(self.text):
            if wanted(match.start()):
                found.setdefault(match[0], []).append(match.start())
        return found

    def closes_later(self, at: int, marks: str, opening: str = "") -> bool:
        """Tell whether one of some marks closes after a place, before the opening one is met again."""
        nearest = min((first_after(self._closers.get(mark, ()), at, len(self.text)) for mark in marks), default=0)
        return nearest < first_after(self._openers.get(opening, ()), at, len(self.text))


def role(line: Line, at: int, opened: Sequence[str]) -> Role:
    """Return what a mark does, given the marks that are open, the innermost last."""
    return _RULES.get(line.text[at], _fixed)(line, at, opened)


def _fixed(line: Line, at: int, _: Sequence[str]) -> Role:
    return "opens" if line.text[at] in CLOSING else "closes"


def _left_double(line: Line, at: int, opened: Sequence[str]) -> Role:
    """“ opens in English, and closes in German what „ has opened."""
    before, after = line.before(at), line.after(at)
    if "„" in opened and (not before.isspace() or not after.isalnum()):
        return "closes"
    if "“" in opened and line.leads_out(at) and not after.isalnum() and after not in CLOSING:
        return "closes"
    return "opens"


def _right_double(line: Line, at: int, opened: Sequence[str]) -> Role:
    """” closes in English, and opens in Swedish."""
    if any(mark in opened for mark in "“„”"):
        return "closes"
    return "opens" if line.leads_in(at) else "closes"


def _guillemet(line: Line, at: int, opened: Sequence[str]) -> Role:
    """« opens in French and closes in German, » the other way round; between words of Swedish » does both."""
    mark = line.text[at]
    french, german = ("«»", "»«") if mark in "«»" else ("‹›", "›‹")
    if mark == french[0]:
        return "closes" if german[0] in opened and not line.before(at).isspace() else "opens"
    if french[0] in opened or mark in opened:
        return "closes"
    return "opens" if line.leads_in(at) else "closes"


def _straight(line: Line, at: int, opened: Sequence[str]) -> Role:
    """A straight mark opens where nothing is open or a word begins after a space; after a figure it means inches."""
    before = line.before(at)
    is_open = any(line.text[at] in CLOSING[mark] for mark in opened)
    if before.isdigit() and (not is_open or line.closes_later(at, line.text[at], line.text[at])):
        return "none"
    if not is_open:
        is_led_in = before.isspace() or before in _BEFORE_OPENING or not before.isalnum() or is_unspaced(before)
        return "opens" if is_led_in else "closes"
    return "opens" if line.leads_in(at) and before not in ",;-—–" else "closes"


def _single(line: Line, at: int, opened: Sequence[str]) -> Role:
    """A single mark is an apostrophe within a word, after a plural, and wherever it has no partner."""
    mark = line.text[at]
    if line.before(at).isalnum() and line.after(at).isalnum() and not is_unspaced(line.after(at)):
        return "none"
    if any(mark in CLOSING[other] for other in opened if other in SINGLE) and not line.before(at).isspace():
        return "none" if _is_plural(line, at) else "closes"
    is_led_in = line.leads_in(at) or (mark == "‘" and is_unspaced(line.before(at)))
    opens = mark in CLOSING and is_led_in and not _ELISION.match(line.text, at + 1)
    return "opens" if opens and line.closes_later(at, CLOSING[mark]) else "none"


def _is_plural(line: Line, at: int) -> bool:
    """Tell whether a mark follows a plural whose noun comes next, as in ‘the states’ interests’."""
    owns = line.before(at) in "sS" and _OWNED.match(line.text, at + 1)
    opening = "‘" if line.text[at] == "’" else "'"
    return bool(owns) and line.closes_later(at, line.text[at], opening)


_RULES: Mapping[str, _Rule] = {
    "“": _left_double, "”": _right_double, '"': _straight, "\uff02": _straight,
    **dict.fromkeys("«»‹›", _guillemet),
    **dict.fromkeys("‘’\u201a'", _single),
}  # fmt: skip
