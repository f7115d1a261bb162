"""Counts as bars, the largest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.graph import Node
from readouts.model import Meeting, Organization

WIDTH, TALL = 480, 30  # of the drawing; of a bar with what is free around it
LABELS, NUMBERS = 196, 44  # widths of what stands before and after the bars
FEWEST = 2  # counts that are worth a drawing


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many of a record: in whose hue, the address of a page about them, the first and the last of them."""

    node: Node
    count: int
    party: Organization | None = None
    address: str | None = None
    ends: tuple[Meeting, Meeting] | None = None


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A count in its place."""

    of: Count
    y: int
    length: int


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """Bars, the longest first."""

    bars: tuple[Bar, ...]
    width: int = WIDTH
    row: int = TALL
    labels: int = LABELS

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return TALL * len(self.bars)


def ranking(counts: Sequence[Count]) -> Ranking | None:
    """Return counts, of which the first is the largest, as bars; None where there is nothing to compare."""
    if len(counts) < FEWEST:
        return None
    room = WIDTH - LABELS - NUMBERS
    most = counts[0].count
    bars = (
        Bar(of=of, y=TALL * number, length=max(1, round(room * of.count / most))) for number, of in enumerate(counts)
    )
    return Ranking(bars=tuple(bars))
