"""The date that was probably meant by one in another style."""

import calendar
import re
import unicodedata

from readouts.model.dates import read_date

LONGEST = 60  # characters of what may be a date in words
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?P<word>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_DAY, _YEAR = r"(?P<day>\d\d?)", r"(?P<year>\d{4})"
_STYLES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_YEAR}(?:(?P<between>[-/. ])(?P<month>\d\d?)(?:(?P=between){_DAY})?)?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)",
        rf"{_YEAR}年(?:(?P<month>\d\d?)月(?:{_DAY}[日号])?)?",
        rf"{_MONTH} (?:{_DAY} )?{_YEAR}",
        rf"(?:{_DAY}\.?[ -])?{_MONTH}[ -]{_YEAR}",
        rf"(?P<month>\d\d?)[/.]{_YEAR}",
        rf"{_YEAR} {_MONTH}(?: {_DAY})?",
        rf"{_DAY}\. ?(?P<month>\d\d?)\. ?{_YEAR}",  # with full stops, the day comes first everywhere
    )
)
_EITHER_FIRST = re.compile(rf"(?P<first>\d\d?)[-/](?P<second>\d\d?)[-/]{_YEAR}", re.ASCII)
_TRIMMINGS = re.compile(
    r"#.*|[,;\"'“”‘’\[\]()]"  # a comment without its space, and marks around or between
    r"|\b(?:in|on|by|of|the)\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|(?<=\d)(?:st|nd|rd|th)\b"
)
_TIME_OF_DAY = re.compile(r"(?<=\d)(?:[t ]\d\d?:[\d:.]+(?: ?[ap]m|z|[+-]\d\d:?\d\d)?|z)$")
_FULL_STOP = re.compile(rf"\b({'|'.join(_MONTHS)})\.")
_ABOUT = re.compile(r"(?:~|c\.|ca\.?|circa|about|around|approximately)\s*(?P<date>.+)|(?P<before>.+)~")
_UNCERTAIN = re.compile(r"\?\s*(?P<date>.+)|(?P<before>.+)\?")
_BETWEEN = re.compile(r"\s*(?:/|\.\.+)\s*|\s+(?:-|to|until|till|through)\s+|(?:(?<=\b\d{4})|(?<=-\d\d))-(?=\d{4}\b)")
# 26-28 april 2024, april 26-28 2024: what stands before and after the two days.
_TWO_DAYS = re.compile(r"(?P<before>\D*)(?P<first>\d\d?)\s*-\s*(?P<last>\d\d?)(?P<after>\D*)(?P<year>\d{4})", re.ASCII)


def _plain(raw: str) -> str:
    """Return a date in plain digits and lower-case letters, with one kind of dash and nothing that only adorns."""
    text = unicodedata.normalize("NFKC", raw).casefold()
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = "".join("-" if unicodedata.category(c) == "Pd" or c == "\N{MINUS SIGN}" else c for c in text)
    text = re.sub(r"(?<=\d)(?:- | -)(?=\d)", "-", " ".join(_TRIMMINGS.sub(" ", text).split()))
    return _FULL_STOP.sub(r"\1", _TIME_OF_DAY.sub("", text))


def _written(year: str, month: int | None, day: str | None) -> str | None:
    """Return a date as records write it, if there is one such."""
    written = "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part is not None)])
    try:
        return read_date(written).raw
    except ValueError:
        return None


def _one(text: str) -> str | None:
    """Return the date, without a mark, that a text in one of many styles gives."""
    if match := _EITHER_FIRST.fullmatch(text):
        # 05/06/2024 is the fifth of June to some, and the sixth of May to others.
        first, second, year = match["first"], match["second"], match["year"]
        found = {_written(year, int(month), day) for month, day in ((first, second), (second, first))} - {None}
        return found.pop() if len(found) == 1 else None
    for style in _STYLES:
        if match := style.fullmatch(text):
            parts = match.groupdict()
            month = _MONTHS[parts["word"]] if parts.get("word") else parts.get("month")
            return _written(parts["year"], int(month) if month else None, parts.get("day"))
    return None


def _marked(text: str) -> str | None:
    """Return the date that a text gives, with the mark of what is about or uncertain."""
    for pattern, mark in ((_ABOUT, "~"), (_UNCERTAIN, "?")):
        if match := pattern.fullmatch(text):
            found = _one((match["date"] or match["before"]).strip())
            return f"{found}{mark}" if found else None
    return _one(text)


def _two(text: str) -> str | None:
    """Return the interval that a text gives, of which the end may lack what is the same as in its beginning."""
    if match := _TWO_DAYS.fullmatch(text):
        begin, end = (
            _one(f"{match['before']}{day}{match['after']}{match['year']}") for day in match.group("first", "last")
        )
        return f"{begin}/{end}" if begin and end else None
    parts = _BETWEEN.split(text)
    if len(parts) != 2:  # noqa: PLR2004  # a beginning and an end
        return None
    begin, end = (_marked(part) for part in parts)
    if begin and not end and re.fullmatch(r"\d\d?", parts[1], re.ASCII):
        end = _one(f"{begin.rpartition('-')[0]}-{parts[1]}")
    return f"{begin}/{end}" if begin and end else None


def likely_date(raw: str) -> str | None:
    """Return the date that was probably meant by one such as `2024-4-26`, `26.04.2024` or `April 26, 2024`."""
    if len(raw) > LONGEST:
        return None
    text = _plain(raw)
    found = _marked(text) or _two(text)
    try:
        return read_date(found).raw if found else None
    except ValueError:
        return None
