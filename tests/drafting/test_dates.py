import pytest

from readouts.drafting.dates import date_of_article, find_dates
from readouts.model import read_date

BESIDE = "2024-04-26"  # a Friday


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("on Friday", "Friday", "2024-04-26"),
        ("on Monday", "Monday", "2024-04-22"),
        ("last Friday", "last Friday", None),  # of this week, or of the one before?
        ("on April 24,", "April 24", "2024-04-24"),
        ("on 24 April", "24 April", "2024-04-24"),
        ("on April 24th, 2023", "April 24th, 2023", "2023-04-24"),
        ("on December 30", "December 30", "2023-12-30"),
        ("on January 3", "January 3", "2024-01-03"),
        ("in November 2023", "November 2023", "2023-11"),
        ("on 2023-11-15", "2023-11-15", "2023-11-15"),
        ("am 24. April 2024", "24. April 2024", "2024-04-24"),
        ("am Freitag", "Freitag", "2024-04-26"),
        ("2024年4月24日", "2024年4月24日", "2024-04-24"),
        ("4月24日", "4月24日", "2024-04-24"),
        ("on February 30", "February 30", None),
    ],
)
def test_a_date_is_taken_next_to_that_of_the_text(text: str, words: str, date: str | None) -> None:
    assert [(found.words, found.date) for found in find_dates(text, read_date(BESIDE))] == [(words, date)]


@pytest.mark.parametrize("text", ["they may 5 times", "march 3 miles", "Fridays", "12024-04-26", "in 2024", ""])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(find_dates(text, read_date(BESIDE))) == []


@pytest.mark.parametrize("beside", [None, "2024-04", "2024-04-26?", "2024-04-24/2024-04-26"])
def test_without_a_day_beside_it_a_weekday_is_open(beside: str | None) -> None:
    dates = find_dates("on Friday, April 24", read_date(beside) if beside else None)
    assert [found.date for found in dates] == [None, None]


def test_the_date_of_an_article_stands_above_it_once() -> None:
    one = date_of_article(("Ports, 11 May 2019", "Talks"))
    assert one
    assert one.raw == "2019-05-11"
    assert date_of_article(("11 May 2019", "12 May 2019")) is None
    assert date_of_article(("Friday",)) is None
