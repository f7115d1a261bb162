"""The dates that a text names, and which days they are next to the date of the text."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from readouts.model import Date, read_date

_ENGLISH = "january february march april may june july august september october november december"
_GERMAN = "januar februar märz april mai juni juli august september oktober november dezember"
_MONTHS = {name: place % 12 + 1 for place, name in enumerate(f"{_ENGLISH} {_GERMAN}".split())}
_ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_GERMAN_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag"
_DAYS = {name: place % 7 for place, name in enumerate(f"{_ENGLISH_DAYS} {_GERMAN_DAYS}".split())}
_MONTH = "|".join(sorted({*_MONTHS}, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?P<month2>{_MONTH})(?:\s+(?P<year2>\d{{4}}))?"
    rf"|(?P<month3>{_MONTH})\s+(?P<year3>\d{{4}})"
    rf"|(?P<weekday>(?:last |next |nächsten |letzten )?(?:{'|'.join(_DAYS)})))(?!\w)"
    r"|(?:(?P<year4>\d{4})年)?(?P<month4>\d{1,2})月(?P<day4>\d{1,2})日",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Words that name a date, where in the text, and the date as a record has it, if that is certain."""

    start: int
    words: str
    date: str | None


def find_dates(text: str, beside: Date | None) -> Iterator[Mention]:
    """Yield the dates that a text names; those without a year are the nearest to the date beside them."""
    day = beside.earliest if beside and beside.certain and beside.earliest == beside.latest else None
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        found = _weekday(parts["weekday"].lower(), day) if parts["weekday"] else _written(parts, day)
        # A month's name is also a word and a first name: it counts where it is written as a name.
        if match[0][0].isdigit() or match[0][0].isupper() or parts["weekday"]:
            yield Mention(start=match.start(), words=match[0], date=found)


def _weekday(word: str, day: dt.date | None) -> str | None:
    """Return the last such day before a date, or that date; “last” and “next” may mean two of them."""
    if day is None or word not in _DAYS:
        return None
    return (day - dt.timedelta(days=(day.weekday() - _DAYS[word]) % 7)).isoformat()


def _written(parts: dict[str, str | None], day: dt.date | None) -> str | None:
    if parts["iso"]:
        return _valid(parts["iso"])
    year, month, number = (next(filter(None, (parts.get(f"{n}{i}") for i in ("", 2, 3, 4))), None) for n in _FIELDS)
    months = int(month) if month and month.isdigit() else _MONTHS[(month or "").lower()]
    if number is None:
        return _valid(f"{year}-{months:02}")
    if year or day is None:
        return _valid(f"{year}-{months:02}-{int(number):02}") if year else None
    near = (_valid(f"{day.year + offset}-{months:02}-{int(number):02}") for offset in (-1, 0, 1))
    return min(filter(None, near), key=lambda date: abs(dt.date.fromisoformat(date) - day), default=None)


_FIELDS = ("year", "month", "day")


def _valid(date: str) -> str | None:
    try:
        return read_date(date).raw
    except ValueError:
        return None


def date_of_article(lines: tuple[str, ...]) -> Date | None:
    """Return the date that stands above an article, if there is one only."""
    found = {mention.date for line in lines for mention in find_dates(line, None) if mention.date}
    return read_date(found.pop()) if len(found) == 1 else None
