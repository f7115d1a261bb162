import html
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.text import Text, encode, likenesses, near

ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY)
def test_encoding_keeps_every_character(raw: str) -> None:
    # HTML maps the references of some control characters to others; the loader refuses those characters.
    kept = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]|[\U0000fffe\U0000ffff]", "", raw)
    kept = "".join(c for c in kept if ord(c) & 0xFFFE != 0xFFFE)
    assert html.unescape(encode(kept)) == kept


@given(ANY)
def test_only_letters_references_single_spaces_and_short_numbers_are_left(raw: str) -> None:
    rest = re.sub(r"&#\d+;", "\0", encode(raw))
    assert rest == rest.strip(" ")
    assert "  " not in rest
    for run in re.findall(r"[^\0 ]+", rest):
        assert run.isalpha() or re.fullmatch(r"[0-9]{1,4}", run)


@pytest.mark.parametrize("digits", ["12345", "deadbeef01", "٣", "²"])
def test_no_other_number_is_left(digits: str) -> None:
    assert not re.search(r"\d", re.sub(r"&#\d+;", "", encode(f"on {digits} it")))


@pytest.mark.parametrize(
    "make", [str, "{}".format, lambda text: f"{text}", lambda text: "%s" % text, lambda text: "a" + text]
)
def test_a_text_does_not_turn_into_a_string_by_itself(make: object) -> None:
    with pytest.raises(TypeError):
        make(Text("<b>"))  # type: ignore[operator]


def test_a_text_never_changes() -> None:
    text = Text("words")
    with pytest.raises(AttributeError):
        text.raw = "others"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(text)) == text  # noqa: S301  # our own


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Rails", "Rаils", True),  # Cyrillic а
        ("Rails", "rails", True),
        ("Rails", "RAILS", True),  # I and i look like different letters
        ("Rails", "RАILS", True),  # Cyrillic А, and capitals
        ("Ｒａｉｌｓ", "Rails", True),  # full width
        ("Café", "Cafe\u0301", True),  # normal forms
        ("Rails", "Trails", False),
        ("北京", "南京", False),
        ("土", "士", False),  # alike, and different words
        ("Vision 1", "Vision I", False),
    ],
)
def test_names_that_look_the_same_share_a_form(one: str, other: str, alike: bool) -> None:
    assert bool(likenesses(one) & likenesses(other)) is alike


@pytest.mark.parametrize(
    ("word", "meant"),
    [("meting", "meeting"), ("sumit", "summit"), ("MEETING", "meeting"), ("zebra", None), ("", None)],
)
def test_a_near_miss_is_offered_and_a_far_one_is_not(word: str, meant: str | None) -> None:
    assert near(word, ["meeting", "call", "summit"]) == meant
