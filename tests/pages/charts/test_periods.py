import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.pages.charts.periods import divide

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@given(st.lists(DAYS, min_size=1), st.integers(10, 60))
def test_every_day_is_in_its_period_and_there_are_not_too_many(days: list[date], most: int) -> None:
    periods = divide(days, most)
    assert 1 <= periods.count <= most
    for day in days:
        index = periods.index(day)
        assert 0 <= index < periods.count
        period = periods.date(index)
        assert period.earliest <= day <= period.latest


@given(st.lists(DAYS, min_size=1), st.floats(10.5, 300))
def test_labels_stand_along_the_axis_apart_from_each_other(days: list[date], width: float) -> None:
    periods = divide(days, 60)
    ticks = list(periods.ticks(width))
    assert all(0 <= at <= periods.count for at, _ in ticks)
    gaps = [(b - a) * width for (a, _), (b, _) in itertools.pairwise(ticks)]
    assert all(gap >= 44 for gap in gaps)


@pytest.mark.parametrize(
    ("days", "width", "months", "labels"),
    [
        (("2019-03-02", "2019-05-11"), 150, 1, ["2019-03", "2019-04", "2019-05"]),
        (("2019-03-02", "2021-05-11"), 20, 1, ["2019-07", "2020-01", "2020-07", "2021-01"]),  # no room for every month
        (("2013-04-13", "2022-04-26"), 12, 3, ["2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"]),
        (("2019-03-02", "2021-05-11"), 12, 1, ["2020", "2021"]),
        (
            ("1972-02-17", "2024-04-26"),
            13,
            12,
            ["1975", "1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020"],
        ),
        (("1772-02-17", "1824-04-26"), 60, 12, [str(year) for year in range(1772, 1825)]),
        (("1700-01-01", "2024-04-26"), 12, 120, ["1700", "1750", "1800", "1850", "1900", "1950", "2000"]),
    ],
)
def test_labels_are_of_round_times(days: tuple[str, str], width: float, months: int, labels: list[str]) -> None:
    periods = divide([date.fromisoformat(day) for day in days], 60)
    assert periods.months == months
    assert [label.raw for _, label in periods.ticks(width)] == labels
