"""The subset of EDTF that records use."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, year or interval, by its earliest and latest day.

    `certain` is false where a part is marked `~` or `?`: such dates are shown and never compared.
    """

    raw: str
    earliest: dt.date
    latest: dt.date
    certain: bool = True

    @property
    def year(self) -> int:
        """Return the year in which it begins."""
        return self.earliest.year

    @property
    def is_of_days(self) -> bool:
        """Tell whether it is a day, or an interval from day to day, and certain."""
        return self.certain and all(part.count("-") == 2 for part in self.raw.split("/"))  # noqa: PLR2004  # as in 2024-04-26

    def begins_after(self, other: "Date") -> bool:
        """Tell whether all of it certainly lies after all of the other."""
        return self.certain and other.certain and self.earliest > other.latest


def _last_day(year: int, month: int | None, day: int | None) -> dt.date:
    if day is not None and month is not None:
        return dt.date(year, month, day)
    month = month or 12
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _read_one(raw: str) -> Date:
    match = _ONE.fullmatch(raw)
    if not match:
        raise ValueError(
            "is not a date: write 2024, 2024-04, 2024-04-26 or 2024-04-26/2024-04-28, with ~ or ? after it"
        )
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if not year:
        raise ValueError("is not a date: there is no year 0000")
    if month is not None and not 1 <= month <= 12:  # noqa: PLR2004  # months of a year
        raise ValueError(f"is not a date: there is no month {month:02d}")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"is not a date: {calendar.month_name[month]} {year} has no day {day:02d}")
    return Date(raw, dt.date(year, month or 1, day or 1), _last_day(year, month, day), not match[4])


def read_date(raw: str) -> Date:
    """Return the date that `raw` writes; raise ValueError with the reason where it writes none."""
    first, slash, last = raw.partition("/")
    begin = _read_one(first)
    if not slash:
        return begin
    end = _read_one(last)
    if end.latest < begin.earliest:
        raise ValueError("ends before it begins")
    return Date(raw, begin.earliest, end.latest, begin.certain and end.certain)


UNKNOWN = Date("?", dt.date.min, dt.date.max, certain=False)
