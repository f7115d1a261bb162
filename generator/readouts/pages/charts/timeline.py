"""Events over time: a mark for each, or columns where there are too many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readouts.graph import Graph
from readouts.model import Date
from readouts.pages.charts.events import Bar, Column, Event, Lane, Mark, Timeline
from readouts.pages.charts.periods import MONTH_LABEL, YEAR, YEAR_LABEL, Periods, divide
from readouts.pages.charts.series import Series, tell_apart

FEWEST = 3  # events that are worth a drawing
MOST_MARKS, MOST_IN_A_STACK = 120, 16
NARROW, WIDE = (480, 40), (680, 60)  # widths of the drawing, with the most periods that there are in it
SIDE, SCALE = 6, 34  # what is free at either side; at the right, for numbers beside columns
STEP = 11  # from a mark to the one above it
TALLEST, NAME = 150, 24  # of the columns of all series together; for the name of a series above its columns
HEAD, FOOT = 8, 24  # above all, and for the axis


Where = Callable[[Event, Event], str | None]  # the address of a list that has all from one event to another


@dataclass(frozen=True, kw_only=True)
class _Plot:
    """Events by period, each with the number of its series, and how they lie from left to right."""

    periods: Periods
    series: tuple[Series, ...]
    stacks: dict[int, list[tuple[int, Event]]]
    width: int
    is_gathered: bool

    def left(self, period: float) -> int:
        room = self.width - 2 * SIDE - SCALE * self.is_gathered
        return round(SIDE + room * period / self.periods.count)

    def counts(self, period: int) -> tuple[int, ...]:
        numbers = [number for number, _ in self.stacks[period]]
        return tuple(numbers.count(number) for number in range(len(self.series)))


def timeline(graph: Graph, events: Sequence[Event], where: Where) -> Timeline | None:
    """Return events over time; None where a drawing would say nothing."""
    if len(events) < FEWEST:
        return None
    width, periods = _divided([event.date.earliest for event in events])
    series, numbers = tell_apart(graph, [event.parties for event in events])
    stacks: dict[int, list[tuple[int, Event]]] = {}
    for event in sorted(events, key=lambda e: (e.date.earliest, e.date.latest, e.node.id)):
        stacks.setdefault(periods.index(event.date.earliest), []).append((numbers[event.parties], event))
    if len(stacks) == 1:
        return None
    is_gathered = len(events) > MOST_MARKS or max(map(len, stacks.values())) > MOST_IN_A_STACK
    return _drawn(_Plot(periods=periods, series=series, stacks=stacks, width=width, is_gathered=is_gathered), where)


def _divided(days: Sequence[date]) -> tuple[int, Periods]:
    """Return a drawing's width and its periods: wide only where a narrow one has no room for all years."""
    periods = divide(days, NARROW[1])
    return (NARROW[0], periods) if periods.months <= YEAR else (WIDE[0], divide(days, WIDE[1]))


def _drawn(plot: _Plot, where: Where) -> Timeline:
    lanes = tuple(_lanes(plot)) if plot.is_gathered else ()
    base = lanes[-1].base if lanes else HEAD + STEP * max(map(len, plot.stacks.values()))
    ticks = [(plot.left(at), label) for at, label in plot.periods.ticks(plot.left(1) - plot.left(0))]
    events = [event for stack in plot.stacks.values() for _, event in stack]
    return Timeline(
        first=events[0].date,
        last=events[-1].date,
        series=plot.series,
        columns=tuple(_columns(plot, lanes, where)),
        marks=() if plot.is_gathered else tuple(_marks(plot, base)),
        lanes=lanes,
        ticks=tuple(tick for tick in ticks if _has_room(*tick, plot.width)),
        base=base,
        width=plot.width,
        height=base + FOOT,
        is_narrow=plot.width == NARROW[0],
    )


def _has_room(x: int, label: Date, width: int) -> bool:
    """Tell whether the label of an axis is not cut at an end."""
    half = (MONTH_LABEL if "-" in label.raw else YEAR_LABEL) / 2
    return half <= x <= width - half


def _marks(plot: _Plot, base: int) -> Iterator[Mark]:
    for period, stack in plot.stacks.items():
        for place, (number, event) in enumerate(sorted(stack, key=lambda found: found[0])):
            yield Mark(
                x=plot.left(period + 0.5),
                y=base - STEP * place - STEP // 2 - 1,
                series=plot.series[number],
                event=event,
                is_vague=_is_vague(event.date, plot.periods),
            )


def _is_vague(when: Date, periods: Periods) -> bool:
    is_one = "/" not in when.raw
    return not when.certain or (is_one and periods.index(when.latest) != periods.index(when.earliest))


def _lanes(plot: _Plot) -> Iterator[Lane]:
    """Yield the lanes from top to bottom: of one scale, and as high as their highest bars."""
    highest = [max(counts) for counts in zip(*map(plot.counts, plot.stacks), strict=True)]
    base = HEAD
    for series, most in zip(plot.series, highest, strict=True):
        top = base + NAME * (len(highest) > 1)
        base = top + round(TALLEST * most / sum(highest))
        yield Lane(series=series, base=base, top=top, most=most)


def _columns(plot: _Plot, lanes: Sequence[Lane], where: Where) -> Iterator[Column]:
    for period, stack in plot.stacks.items():
        counts = plot.counts(period)
        yield Column(
            period=plot.periods.date(period),
            counts=counts,
            address=where(stack[0][1], stack[-1][1]),
            x=plot.left(period) + 1,
            width=plot.left(period + 1) - plot.left(period) - 2,
            bars=tuple(_bar(lane, count) for lane, count in zip(lanes, counts, strict=False) if count),
        )


def _bar(lane: Lane, count: int) -> Bar:
    height = max(1, round((lane.base - lane.top) * count / lane.most))
    return Bar(y=lane.base - height, height=height, series=lane.series)
