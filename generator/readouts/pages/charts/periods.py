"""Time divided into equal periods."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readouts.model import Date, read_date

YEAR = 12  # months
YEARS = tuple(YEAR * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000))
LAST_YEAR = 9999
STEPS = (1, 3, *YEARS)  # months of a period
MONTH_LABEL, YEAR_LABEL = 116, 44  # what labels of an axis take of its width
LABELS = (*((months, MONTH_LABEL) for months in (1, 3, 6)), *((months, YEAR_LABEL) for months in YEARS))


@dataclass(frozen=True, kw_only=True)
class Periods:
    """So many periods of so many months each; `first` is the number of the first one since the year 0."""

    months: int
    first: int
    count: int

    def index(self, day: date) -> int:
        """Return which period a day is in."""
        return _month(day) // self.months - self.first

    def date(self, index: int) -> Date:
        """Return a period as a date: a month, a year, or from one to another."""
        return _date((self.first + index) * self.months, self.months)

    def ticks(self, width: float) -> Iterator[tuple[float, Date]]:
        """Yield the labels of an axis along which a period is so wide, and where each stands, counted in periods.

        A label that names its period stands in the middle of it, any other where its year begins.
        """
        apart = next(n for n, label in LABELS if not n % self.months and n / self.months * width >= label)
        is_of_period = self.months == (YEAR if apart >= YEAR else 1)
        for index in range(self.count):
            month = (self.first + index) * self.months
            if month % apart == 0 and month >= YEAR:
                yield index + is_of_period / 2, _date(month, YEAR if apart >= YEAR else 1)


def _date(begin: int, months: int) -> Date:
    """Return so many months, or whole years where they are, from one on."""
    ends = (begin, begin + months - 1)
    if months >= YEAR:
        parts = [f"{min(max(month // YEAR, 1), LAST_YEAR):04d}" for month in ends]
    else:
        parts = [f"{month // YEAR:04d}-{month % YEAR + 1:02d}" for month in ends]
    return read_date("/".join(dict.fromkeys(parts)))


def _month(day: date) -> int:
    return YEAR * day.year + day.month - 1


def divide(days: Sequence[date], most: int) -> Periods:
    """Return the shortest periods of which so many at most reach from the first of some days to the last."""
    ends = _month(min(days)), _month(max(days))
    for months in STEPS:
        first, last = (month // months for month in ends)
        if last - first < most:
            break
    return Periods(months=months, first=first, count=last - first + 1)
