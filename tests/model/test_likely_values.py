import pytest

from readouts.model.countries import is_country, likely_country
from readouts.model.languages import is_language, likely_language
from readouts.model.likely_values import likely_address, likely_colour, likely_degrees, likely_ordinal


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("www.courier.example/2019", "https://www.courier.example/2019"),
        ("courier.example", "https://courier.example"),
        ("//courier.example/a", "https://courier.example/a"),
        ("https:/courier.example", "https://courier.example"),
        ("htps://courier.example", "https://courier.example"),
        ("http//courier.example", "http://courier.example"),
        ("https://courier.example/an open door", "https://courier.example/an%20open%20door"),
        ("<https://courier.example>", "https://courier.example"),
        ("[The Courier](https://courier.example/a)", "https://courier.example/a"),
        ("(https://courier.example/a)", "https://courier.example/a"),
        ("https:courier.example", "https://courier.example"),
        ("https:\\\\courier.example\\a", "https://courier.example/a"),
        ("https://http://courier.example", "http://courier.example"),
        ("https://courier.example, https://mirror.example", None),  # which of two
        ("ftp://courier.example", None),
        ("javascript:alert(1)", None),
        ("mailto:desk@courier.example", None),
        ("the printed paper", None),
        ("p. 3", None),
    ],
)
def test_an_address_is_completed(value: str, meant: str | None) -> None:
    assert likely_address(value) == meant


@pytest.mark.parametrize(
    ("value", "meant"), [("¶ 3", "3"), ("3rd", "3"), ("03", "3"), ("0", None), ("3-4", None), ("third", None)]
)
def test_the_only_number_of_a_text_is_recognized(value: str, meant: str | None) -> None:
    assert likely_ordinal(value) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("48,5", "48.5"),
        ("48.5° N", "48.5"),
        ("3°15'W", "-3.25"),
        ("3°15'30\"S", "-3.25833"),
        ("\N{MINUS SIGN}3.25", "-3.25"),
        ("north", None),
    ],
)
def test_degrees_in_another_style_are_recognized(value: str, meant: str | None) -> None:
    assert likely_degrees(value) == meant


@pytest.mark.parametrize(("value", "meant"), [("b3261e", "#b3261e"), ("#B32", "#bb3322"), ("red", None)])
def test_a_colour_in_another_style_is_recognized(value: str, meant: str | None) -> None:
    assert likely_colour(value) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("zh Hans", "zh-Hans"),
        ("zh-CN-Hans", "zh-Hans-CN"),
        ("zh-Hanz", "zh-Hans"),
        ("en-UK", "en-GB"),
        ("Simplified Chinese", "zh-Hans"),
        ("Deutsch", "de"),
        ("中文", "zh"),
        ("Englsh", "en"),
        ("en-", "en"),
        ("zh–Hans", "zh-Hans"),
        ("jp", "ja"),  # a country
        ("unknown", None),
    ],
)
def test_a_language_is_recognized_by_other_names(value: str, meant: str | None) -> None:
    assert likely_language(value) == meant
    assert meant is None or is_language(meant)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("Russia", "RU"),
        ("Chinna", "CN"),
        ("UK", "GB"),
        ("156", "CN"),
        ("EU", None),
        ("Aldermark", None),
        ("Korea", None),
    ],
)
def test_a_country_is_recognized_by_other_names(value: str, meant: str | None) -> None:
    assert likely_country(value) == meant
    assert meant is None or is_country(meant)
