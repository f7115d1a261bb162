import datetime as dt

import pytest

from readouts.model.dates import read_date


@pytest.mark.parametrize(
    ("raw", "earliest", "latest", "certain"),
    [
        ("2024", "2024-01-01", "2024-12-31", True),
        ("2024-02", "2024-02-01", "2024-02-29", True),  # a leap year
        ("2023-02", "2023-02-01", "2023-02-28", True),
        ("2024-04-26", "2024-04-26", "2024-04-26", True),
        ("2024-04-24/2024-04-26", "2024-04-24", "2024-04-26", True),
        ("2024/2025-03", "2024-01-01", "2025-03-31", True),
        ("2024~", "2024-01-01", "2024-12-31", False),
        ("2024-04?/2024-05", "2024-04-01", "2024-05-31", False),
    ],
)
def test_a_date_spans_its_earliest_to_its_latest_day(raw: str, earliest: str, latest: str, certain: bool) -> None:
    date = read_date(raw)
    assert (date.earliest, date.latest) == (dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))
    assert date.certain is certain
    assert date.raw == raw


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("2023-02-29", "February 2023 has no day 29"),
        ("2024-13", "no month 13"),
        ("0000", "no year 0000"),
        ("2024-05/2024-04", "ends before it begins"),
        ("26 April 2024", "write"),
        ("1710460800", "write"),  # seconds since 1970
        ("２０２４", "write"),  # digits of another script
        ("2024-4-26", "write"),
        ("2024-04-26/", "write"),
        ("2024-04-26/2024-04-27/2024-04-28", "write"),
        ("2024~?", "write"),
        ("", "write"),
        ("2024-04-26\n", "write"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(raw: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_date(raw)


def test_only_certain_dates_are_compared() -> None:
    assert read_date("2024-04-27").begins_after(read_date("2024-04-26"))
    assert not read_date("2024-04-27").begins_after(read_date("2024-04"))
    assert not read_date("2024-04-27?").begins_after(read_date("2024-04-26"))
    assert not read_date("2024-04-27").begins_after(read_date("2024-04-26~"))
