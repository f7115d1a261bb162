import pytest

from readouts.model import read_date
from readouts.pages.dates import words_for_date


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("2024-04-26", "26 April 2024"),
        ("2024-04", "April 2024"),
        ("2024", "2024"),
        ("2024-04-24/2024-04-26", "24–26 April 2024"),
        ("2017-09-30/2017-10-01", "30 September – 1 October 2017"),
        ("2023-12-31/2024-01-01", "31 December 2023 – 1 January 2024"),
        ("2024-03/2024-04", "March – April 2024"),
        ("2023/2024", "2023 – 2024"),
        ("2023/2024-03", "2023 – March 2024"),
        ("2024-04-26/2024-04-26", "26 April 2024"),
        ("2024~", "about 2024"),
        ("2024-04-26?", "26 April 2024, uncertain"),
    ],
)
def test_a_date_is_said_in_words(raw: str, words: str) -> None:
    assert words_for_date(read_date(raw)) == words
