"""Dates as they are read."""

import calendar
from datetime import date

from readouts.model import Date

_MONTHS = tuple(calendar.month_name)[1:]


def words_for_day(day: date) -> str:
    """Return `26 April 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _one(written: str, day: date) -> str:
    parts = written.rstrip("~?").count("-")
    return (str(day.year), f"{_MONTHS[day.month - 1]} {day.year}", words_for_day(day))[parts]


def words_for_date(when: Date) -> str:
    """Return a date as it is read: `24–26 April 2024`, `about April 2024`, `2024, uncertain`."""
    first, slash, last = (part.rstrip("~?") for part in when.raw.partition("/"))
    begin, end = _one(first, when.earliest), _one(last, when.latest) if slash else ""
    if end and begin != end:
        # What both have in common, the month and year or the year alone, is said once.
        for tail in (begin.partition(" ")[2], str(when.latest.year)):
            if tail and begin != tail and begin.endswith(f" {tail}") and end.endswith(f" {tail}"):
                begin = begin.removesuffix(f" {tail}")
                break
        is_day = begin.isdigit() and len(begin) <= 2  # noqa: PLR2004  # digits of a day
        words = f"{begin}–{end}" if is_day else f"{begin} – {end}"
    else:
        words = begin
    about = "about " if "~" in when.raw else ""
    return f"{about}{words}{', uncertain' if '?' in when.raw else ''}"
