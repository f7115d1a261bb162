"""Events over time: a mark for each, or columns where there are too many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readouts.graph import Graph, Node
from readouts.model import Date
from readouts.pages.charts.periods import Periods, divide
from readouts.pages.charts.series import Parties, Series, tell_apart

FEWEST = 3  # events that are worth a drawing
MOST_MARKS, MOST_IN_A_STACK = 120, 16
MOST_COLUMNS = 60
WIDTH, SIDE = 680, 6  # of the drawing, and what is free at either side
STEP = 11  # from a mark to the one above it
TALLEST, GAP = 132, 1  # of columns; between the parts of one
HEAD, FOOT = 8, 24  # above all marks; for the axis below them
EDGE = 24  # what is free at either side of the axis, so that no label is cut


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something with a date, the parties that it is of, and its place in a list."""

    node: Node
    date: Date
    parties: Parties
    place: int


Where = Callable[[Event, Event], str | None]  # the address of a list that has all from one event to another


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
    """How many events of a series a column has."""

    y: int
    height: int
    series: Series
    count: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """The events of a period: how many of each series, drawn as bars where they aren't drawn as marks."""

    period: Date
    x: int
    width: int
    counts: tuple[int, ...]
    bars: tuple[Bar, ...]
    address: str | None

    @property
    def total(self) -> int:
        """Return how many events there are."""
        return sum(self.counts)


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """Series, marks or columns of them, the labels of the axis with their places, and lines to read heights by."""

    first: Date
    last: Date
    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    columns: tuple[Column, ...]
    ticks: tuple[tuple[int, Date], ...]
    lines: tuple[tuple[int, int], ...]
    height: int
    width: int = WIDTH

    @property
    def base(self) -> int:
        """Return the height at which the axis runs."""
        return self.height - FOOT

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

    @property
    def is_gathered(self) -> bool:
        """Tell whether columns stand for the events."""
        return not self.marks


@dataclass(frozen=True, kw_only=True)
class _Plot:
    """What all events of a timeline share."""

    periods: Periods
    series: tuple[Series, ...]
    places: dict[Parties, int]
    stacks: dict[int, list[Event]]

    @property
    def tallest(self) -> int:
        return max(map(len, self.stacks.values()))

    def left(self, index: float) -> float:
        return SIDE + (WIDTH - 2 * SIDE) * index / self.periods.count


def timeline(graph: Graph, events: Sequence[Event], where: Where) -> Timeline | None:
    """Return events over time; None where a drawing would say nothing."""
    if len(events) < FEWEST:
        return None
    periods = divide([event.date.earliest for event in events], MOST_COLUMNS)
    series, places = tell_apart(graph, [event.parties for event in events])
    stacks: dict[int, list[Event]] = {}
    for event in sorted(events, key=lambda e: (e.date.earliest, places[e.parties], e.node.id)):
        stacks.setdefault(periods.index(event.date.earliest), []).append(event)
    plot = _Plot(periods=periods, series=series, places=dict(places), stacks=stacks)
    return _drawn(plot, where) if len(stacks) > 1 else None


def _drawn(plot: _Plot, where: Where) -> Timeline:
    total = sum(len(stack) for stack in plot.stacks.values())
    is_gathered = total > MOST_MARKS or plot.tallest > MOST_IN_A_STACK
    base = HEAD + (TALLEST if is_gathered else plot.tallest * STEP)
    ticks = [(round(plot.left(at)), date) for at, date in plot.periods.ticks(plot.left(1) - plot.left(0))]
    dates = [event.date for stack in plot.stacks.values() for event in stack]
    return Timeline(
        series=plot.series,
        marks=() if is_gathered else tuple(_marks(plot, base)),
        columns=tuple(_columns(plot, base, where, is_gathered=is_gathered)),
        first=dates[0],
        last=dates[-1],
        ticks=tuple((x, date) for x, date in ticks if EDGE <= x <= WIDTH - EDGE),
        lines=tuple(_lines(plot.tallest, base)) if is_gathered else (),
        height=base + FOOT,
    )


def _marks(plot: _Plot, base: int) -> Iterator[Mark]:
    for index, stack in plot.stacks.items():
        x = round((plot.left(index) + plot.left(index + 1)) / 2)
        for place, event in enumerate(sorted(stack, key=lambda e: plot.places[e.parties])):
            yield Mark(
                x=x,
                y=base - STEP * place - STEP // 2 - 1,
                series=plot.series[plot.places[event.parties]],
                event=event,
                is_vague=_is_vague(event.date, plot.periods),
            )


def _is_vague(date: Date, periods: Periods) -> bool:
    is_one = "/" not in date.raw
    return not date.certain or (is_one and periods.index(date.latest) != periods.index(date.earliest))


def _columns(plot: _Plot, base: int, where: Where, *, is_gathered: bool) -> Iterator[Column]:
    for index, stack in plot.stacks.items():
        counts = [0] * len(plot.series)
        for event in stack:
            counts[plot.places[event.parties]] += 1
        left, right = round(plot.left(index)) + GAP, round(plot.left(index + 1)) - GAP
        yield Column(
            period=plot.periods.date(index),
            x=left,
            width=right - left,
            counts=tuple(counts),
            bars=tuple(_bars(plot, counts, base)) if is_gathered else (),
            address=where(stack[0], stack[-1]),
        )


def _bars(plot: _Plot, counts: Sequence[int], base: int) -> Iterator[Bar]:
    below = 0
    for series, count in zip(plot.series, counts, strict=True):
        bottom, top = (round(TALLEST * n / plot.tallest) for n in (below, below + count))
        below += count
        if count:
            yield Bar(y=base - top, height=top - bottom, series=series, count=count)


def _lines(tallest: int, base: int) -> Iterator[tuple[int, int]]:
    """Yield height and number of each line: two to four, at round numbers."""
    size = next(n * 10**power for power in range(12) for n in (1, 2, 5) if tallest <= 4 * n * 10**power)
    for number in range(size, tallest + 1, size):
        yield base - round(TALLEST * number / tallest), number
