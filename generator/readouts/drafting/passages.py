"""The quoted passages of an article: what stands between quotation marks, those inside others too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readouts.drafting.marks import CLOSING, MARK, SINGLE, Line, role

DEEPEST = 5  # quotations within each other: more are a sign of marks that don't close


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words between two marks: where they begin and end in their paragraph, counted from 1, without and with the marks.

    `goes_on` tells that no mark closes them since the next paragraph opens again, `continues` that they go on so;
    `is_ended` that a comma or another mark stands at their end, after which it is said who said them.
    """

    paragraph: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False
    continues: bool = False
    is_ended: bool = False

    def holds(self, other: "Passage") -> bool:
        """Tell whether another passage stands inside this one."""
        return (
            self.paragraph == other.paragraph
            and self != other
            and self.outer_start <= other.outer_start
            and other.outer_end <= self.outer_end
        )


@dataclass(frozen=True, kw_only=True)
class Stray:
    """A mark without a partner, at a place in a paragraph."""

    paragraph: int
    at: int
    opens: bool


@dataclass
class _Scan:
    """The marks of one paragraph: those that are open, by place, and what was found."""

    number: int
    line: Line
    continues: bool
    opened: list[int] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)

    def run(self, *, next_opens: str) -> str:
        """Find the passages; return the mark by which the next paragraph goes on with one, or nothing."""
        for match in MARK.finditer(self.line.text):
            at = match.start()
            does = role(self.line, at, [self.line.text[place] for place in self.opened])
            if does == "opens" and len(self.opened) < DEEPEST:
                self.opened.append(at)
            elif does != "none":
                self.close(at)
        outermost = self.line.text[self.opened[0]] if self.opened else ""
        goes_on = bool(outermost) and outermost == next_opens and outermost not in SINGLE
        if goes_on:
            self.passage(self.opened.pop(0), len(self.line.text), goes_on=True)
        self.leave(0)
        return outermost if goes_on else ""

    def close(self, at: int) -> None:
        """Close the innermost quotation that a mark can close; what is open within it has no partner."""
        mark = self.line.text[at]
        for index in range(len(self.opened) - 1, -1, -1):
            if mark in CLOSING[self.line.text[self.opened[index]]]:
                self.leave(index + 1)
                self.passage(self.opened.pop(), at)
                return
        self.strays.append(Stray(paragraph=self.number, at=at, opens=False))

    def leave(self, index: int) -> None:
        """Give up the marks that are open from an index on."""
        lost = (place for place in self.opened[index:] if self.line.text[place] not in SINGLE)
        self.strays += (Stray(paragraph=self.number, at=place, opens=True) for place in lost)
        del self.opened[index:]

    def passage(self, opening: int, closing: int, *, goes_on: bool = False) -> None:
        """Note the words between two marks, without the spaces that some languages set there."""
        words = self.line.text[opening + 1 : closing]
        if any(character.isalnum() for character in words):
            start = opening + 1 + len(words) - len(words.lstrip())
            self.passages.append(
                Passage(
                    paragraph=self.number, start=start, end=start + len(words.strip()), outer_start=opening,
                    outer_end=min(closing + 1, len(self.line.text)), goes_on=goes_on,
                    continues=self.continues and opening == 0, is_ended=not words.rstrip()[-1].isalnum(),
                )
            )  # fmt: skip


def find_passages(paragraphs: Sequence[str]) -> tuple[tuple[Passage, ...], tuple[Stray, ...]]:
    """Return the passages of an article in the order in which they begin, and the marks without a partner."""
    passages: list[Passage] = []
    strays: list[Stray] = []
    carried = ""
    for number, text in enumerate(paragraphs, start=1):
        following = paragraphs[number] if number < len(paragraphs) else ""
        scan = _Scan(number, Line(text), continues=bool(carried))
        carried = scan.run(next_opens=following[:1])
        passages += scan.passages
        strays += scan.strays
    passages.sort(key=lambda found: (found.paragraph, found.outer_start))
    return tuple(passages), tuple(strays)


def outermost(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield those passages, in the order in which they begin, that stand in no other."""
    last: Passage | None = None
    for passage in passages:
        if last is None or not last.holds(passage):
            last = passage
            yield passage
