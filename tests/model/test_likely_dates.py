import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.model.dates import read_date
from readouts.model.likely_dates import LONGEST, likely_date


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("2024-4-6", "2024-04-06"),
        ("2024/04/26", "2024-04-26"),
        ("20240426", "2024-04-26"),
        ("2024-04-26T10:00+08:00", "2024-04-26"),
        ("2024-04-26 10:30 am", "2024-04-26"),
        ("2024-04-26Z", "2024-04-26"),
        ("2024–04–26", "2024-04-26"),
        ("2024 -04- 26", "2024-04-26"),
        ("２０２４-０４-２６", "2024-04-26"),
        ("2024年4月26日", "2024-04-26"),
        ("26.04.2024", "2024-04-26"),
        ("05.06.2024", "2024-06-05"),  # with full stops, the day comes first
        ("26/04/2024", "2024-04-26"),
        ("04/26/2024", "2024-04-26"),
        ("06/06/2024", "2024-06-06"),
        ("April 26, 2024", "2024-04-26"),
        ("Friday, 26th of April 2024", "2024-04-26"),
        ("26. Sept. 2024", "2024-09-26"),
        ("2024-04-26 (Friday)", "2024-04-26"),
        ("2024-04-26#or the day after", "2024-04-26"),
        ("April 2024", "2024-04"),
        ("04/2024", "2024-04"),
        ("26-Apr-2024", "2024-04-26"),
        ("۲۰۲۴-۰۴-۲۶", "2024-04-26"),
        ("in 2024", "2024"),
        ("~2024-04", "2024-04~"),
        ("c. 2024", "2024~"),
        ("2024 ?", "2024?"),
        ("2024-04-26 - 2024-04-28", "2024-04-26/2024-04-28"),
        ("2024-04-26–2024-04-28", "2024-04-26/2024-04-28"),
        ("26–28 April 2024", "2024-04-26/2024-04-28"),
        ("April 26-28, 2024", "2024-04-26/2024-04-28"),
        ("2024-04-26/28", "2024-04-26/2024-04-28"),
        ("May to June 2024", None),  # the year of May is not said
        ("2003-2005", "2003/2005"),
    ],
)
def test_a_date_in_another_style_is_recognized(raw: str, meant: str | None) -> None:
    assert likely_date(raw) == meant


@pytest.mark.parametrize(
    "raw",
    [
        "05/06/2024",  # of May or of June
        "24-04-26",  # of which century
        "2024-2-30",
        "31 June 2024",
        "2024-13-01",
        "1710460800",
        "April 26",
        "2024-04-28 - 2024-04-26",
        "end of 2024",
        "spring",
        "",
    ],
)
def test_what_may_mean_several_dates_or_none_is_left_to_its_author(raw: str) -> None:
    assert likely_date(raw) is None


STYLES = ("{0:%d}.{0:%m}.{0:%Y}", "{0:%B} {0:%d}, {0:%Y}", "{0:%d} {0:%b} {0:%Y}", "{0:%Y}/{0:%m}/{0:%d}", "{0:%Y%m%d}")


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from(STYLES))
def test_every_day_is_recognized_in_every_style(day: dt.date, style: str) -> None:
    assert likely_date(style.format(day)) == day.isoformat()


@given(st.text(alphabet="0123456789-/.~? aprilmy年月日", max_size=LONGEST + 1))
def test_what_is_proposed_is_a_date(raw: str) -> None:
    proposed = likely_date(raw)
    assert proposed is None or read_date(proposed).raw == proposed
