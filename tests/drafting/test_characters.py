import pytest

from readouts.drafting.characters import LARGEST, read_lines
from readouts.problem import ReadoutsError


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_convention_ends_a_line(end: str) -> None:
    assert read_lines(f"one{end}two".encode(), "x").lines == ("one", "two")


def test_a_byte_order_mark_is_no_character() -> None:
    raw = read_lines("\ufeffone".encode(), "x")
    assert (raw.lines, raw.left_out.total()) == (("one",), 0)


@pytest.mark.parametrize(
    ("text", "left", "number"),
    [
        ("quay\u202eside", "quayside", 1),
        ("qu\u00aday\u00ad", "quay", 2),
        ("zero\u200bwidth", "zerowidth", 1),
        ("bell\x07", "bell", 1),
        ("a\u200d\u00ad\u200db", "a\u200db", 2),  # two joiners are next to each other only once the hyphen is gone
        ("خانه\u200cها", "خانه\u200cها", 0),  # Persian needs it
        ("e" + "\u0301" * 35 + "s", "e" + "\u0301" * 30 + "s", 5),
    ],
)
def test_what_no_record_can_hold_is_left_out_and_counted(text: str, left: str, number: int) -> None:
    raw = read_lines(text.encode(), "x")
    assert (raw.lines, raw.left_out.total()) == ((left,), number)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"one\ntw\xffo", "not UTF-8: byte 0xFF is no part of a character, line 2, column 3"),
        ("one".encode("utf-16"), "not UTF-8"),
        (b"o\0n\0e\0", "U+0000"),
        (b"a" * (LARGEST + 1), "larger than 256 KiB"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(content: bytes, words: str) -> None:
    with pytest.raises(ReadoutsError, match=words.replace("+", r"\+")):
        read_lines(content, "x")


def test_entities_of_html_are_read_and_counted() -> None:
    raw = read_lines(b"&ldquo;R&D&#8221; &amp;lt; &nothing; AT&T &#x1F44D;&copy 1", "x")
    assert raw.lines == ("“R&D” &lt; &nothing; AT&T 👍&copy 1",)
    assert raw.entities == {"&ldquo;": 1, "&#8221;": 1, "&amp;": 1, "&#x1F44D;": 1}
