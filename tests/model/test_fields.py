import pytest
from pydantic_core import PydanticCustomError

from readouts.model import fields


def refusal(read: object, value: str) -> tuple[str, str | None]:
    with pytest.raises(PydanticCustomError) as caught:
        read(value)  # type: ignore[operator]
    context = caught.value.context or {}
    likely = context.get("likely")
    return caught.value.type, likely(value) if likely else context.get("suggestion")


@pytest.mark.parametrize("value", ["a", "2024-04-26-xi-blinken", "a" * 100, "1"])
def test_an_id_is_letters_digits_and_single_hyphens(value: str) -> None:
    assert fields.read_id(value) == value


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("Two Way", "two-way"),
        ("two--way", "two-way"),
        ("-two", "two"),
        ("two_way", "two-way"),
        ("a" * 101, "a" * 100),
        ("con", None),  # a device name on Windows
        ("schläfer", "schlafer"),
        ("北京", None),
        ("a\n", "a"),
    ],
)
def test_what_is_no_id_is_refused(value: str, suggestion: str | None) -> None:
    assert refusal(fields.read_id, value) == ("bad-id", suggestion)


@pytest.mark.parametrize("value", ["en", "zh-Hans", "pt-BR", "zh-Hant-TW", "yue", "sr-Latn"])
def test_a_language_tag_is_bcp_47(value: str) -> None:
    assert fields.read_language(value) == value


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("english", "en"),
        ("Chinese", "zh"),
        ("zh_Hans", "zh-Hans"),
        ("cn", "zh"),  # a country
        ("xx-nonsense-tag", None),
        ("e n", None),
        ("ｅｎ", None),
    ],
)
def test_what_is_no_language_tag_is_refused(value: str, suggestion: str | None) -> None:
    assert refusal(fields.read_language, value) == ("bad-language", suggestion)


@pytest.mark.parametrize(("value", "suggestion"), [("USA", "US"), ("us", "US"), ("XX", None), ("", None)])
def test_a_country_is_an_iso_code_of_two_capitals(value: str, suggestion: str | None) -> None:
    assert fields.read_country("US") == "US"
    assert refusal(fields.read_country, value) == ("bad-country", suggestion)


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/a?b=c&d=é#e",
        "http://127.0.0.1/",
        "https://例え.jp/",
        "https://example.org:8443/",
        "https://x.example/a(b)",
    ],
)
def test_a_web_address_is_http_or_https(value: str) -> None:
    assert fields.read_url(value).raw == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:a@example.org",
        "//example.org/",
        "www.example.org",
        "https://user:word@example.org/",
        "https://example.org@evil.example/",
        "https://example.org/a b",
        'https://example.org/"onload="x',
        "https://example.org/<script>",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://[::1",
        "http://example.org:99999/",
        "https://example.org\\@evil.example/",
    ],
)
def test_any_other_address_is_refused(value: str) -> None:
    assert refusal(fields.read_url, value)[0] == "bad-url"


@pytest.mark.parametrize(("value", "meant"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(value: str, meant: bool) -> None:
    assert fields.read_flag(value) is meant


@pytest.mark.parametrize("value", ["yes", "1", "True", "on", "TRUE", "maybe"])
def test_no_other_word_is_a_flag(value: str) -> None:
    assert refusal(fields.read_flag, value)[0] == "bad-boolean"


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "0x10", "٣", "1e3", "1_000", "9999999"])
def test_a_paragraph_counts_from_one(value: str) -> None:
    assert fields.read_ordinal("12") == 12
    assert refusal(fields.read_ordinal, value)[0] == "bad-number"
