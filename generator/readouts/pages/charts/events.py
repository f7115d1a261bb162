"""What a timeline consists of."""

from dataclasses import dataclass

from readouts.graph import Node
from readouts.model import Date
from readouts.pages.charts.series import Parties, Series


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something with a date, the parties that it is of, and its place in a list."""

    node: Node
    date: Date
    parties: Parties
    place: int


@dataclass(frozen=True, kw_only=True)
class Mark:
    """An event in its place; `is_vague` where its date doesn't say which period it belongs to."""

    x: int
    y: int
    series: Series
    event: Event
    is_vague: bool


@dataclass(frozen=True, kw_only=True)
class Bar:
    """As high as a series has events in a period."""

    y: int
    height: int
    series: Series


@dataclass(frozen=True, kw_only=True)
class Column:
    """How many events of each series are in a period, and bars for them where they aren't drawn as marks."""

    period: Date
    counts: tuple[int, ...]
    address: str | None
    x: int
    width: int
    bars: tuple[Bar, ...]

    @property
    def total(self) -> int:
        """Return how many events there are."""
        return sum(self.counts)


@dataclass(frozen=True, kw_only=True)
class Lane:
    """Where the bars of a series stand, and how many events the highest is for."""

    series: Series
    base: int
    top: int
    most: int

    @property
    def scale(self) -> int:
        """Return where the number of the highest is written: below its line, if there is room above the base."""
        return min(self.top + 13, self.base - 2)


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """Events from the first to the last: their columns, with a mark for each or lanes of bars.

    The axis runs at `base`; a narrow drawing fits a phone.
    """

    first: Date
    last: Date
    series: tuple[Series, ...]
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[int, Date], ...]
    base: int
    width: int
    height: int
    is_narrow: bool

    @property
    def total(self) -> int:
        """Return how many events there are."""
        return sum(column.total for column in self.columns)

    @property
    def peak(self) -> Column:
        """Return the first of the columns that have most."""
        return max(self.columns, key=lambda column: column.total)

    @property
    def has_vague(self) -> bool:
        """Tell whether the date of some mark isn't exact."""
        return any(mark.is_vague for mark in self.marks)
