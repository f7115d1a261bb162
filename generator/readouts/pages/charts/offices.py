"""The offices of a person over time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readouts.model import Date, Role

WIDTH, SIDE, TALL, FOOT = 480, 14, 60, 26  # of the drawing; free at either side; of an office; of the axis
FEWEST, MOST = 2, 16  # offices that are worth a drawing, and that one has
MOST_TICKS = 6
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # from a tick of the axis to the next


@dataclass(frozen=True, kw_only=True)
class Tenure:
    """An office in its place: from `x`, at the earliest, to `end`, at the latest; `sure` is when it was certainly held.

    An end that is not on record is open.
    """

    role: Role
    y: int
    x: int
    end: int
    sure: tuple[int, int] | None

    @property
    def is_open_before(self) -> bool:
        """Tell whether it isn't on record when it began."""
        return self.role.from_ is None

    @property
    def is_open_after(self) -> bool:
        """Tell whether it isn't on record that it ended."""
        return self.role.to is None


@dataclass(frozen=True, kw_only=True)
class Tenures:
    """Offices, the latest first, with the years of the axis; those without a date are left out."""

    tenures: tuple[Tenure, ...]
    ticks: tuple[tuple[int, int], ...]
    left_out: int
    width: int = WIDTH

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return TALL * len(self.tenures) + FOOT


@dataclass(frozen=True, kw_only=True)
class _Axis:
    begin: date
    end: date

    def place(self, day: date) -> int:
        whole = max(1, (self.end - self.begin).days)
        return round(SIDE + (WIDTH - 2 * SIDE) * (day - self.begin).days / whole)

    def ticks(self) -> Iterator[tuple[int, int]]:
        years = range(self.begin.year + 1, self.end.year + 1)
        apart = next(n for n in YEARS if len(years) <= MOST_TICKS * n)
        yield from ((self.place(date(year, 1, 1)), year) for year in years if year % apart == 0)


def tenures(roles: Sequence[Role], others: Iterable[Date]) -> Tenures | None:
    """Return offices over time, up to the last of some other dates; None where there is nothing to compare."""
    dated = [role for role in roles if role.from_ or role.to]
    if len(dated) < FEWEST:
        return None
    dates = [date for role in dated for date in (role.from_, role.to) if date]
    axis = _Axis(begin=min(date.earliest for date in dates), end=max(date.latest for date in (*dates, *others)))
    shown = sorted(dated, key=_begun, reverse=True)[:MOST]
    return Tenures(
        tenures=tuple(_tenure(role, number, axis) for number, role in enumerate(shown)),
        ticks=tuple(axis.ticks()),
        left_out=len(roles) - len(shown),
    )


def _begun(role: Role) -> date:
    known = role.from_ or role.to
    return known.earliest if known else date.min


def _tenure(role: Role, number: int, axis: _Axis) -> Tenure:
    return Tenure(
        role=role,
        y=TALL * number,
        x=axis.place(role.from_.earliest) if role.from_ else SIDE,
        end=axis.place(role.to.latest) if role.to else WIDTH - SIDE,
        sure=_sure(role, axis),
    )


def _sure(role: Role, axis: _Axis) -> tuple[int, int] | None:
    begin, end = role.from_, role.to
    if begin is None or not begin.certain or (end and not end.certain):
        return None
    first, last = axis.place(begin.latest), axis.place(end.earliest) if end else WIDTH - SIDE
    return (first, last) if first <= last else None
