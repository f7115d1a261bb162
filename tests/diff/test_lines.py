"""How a change of a field reads."""

import pytest

from readouts.diff.fields import FieldChange
from readouts.diff.formats import line_as_text
from readouts.diff.lines import changed_field


def told(before: object, now: object) -> str:
    return line_as_text(changed_field(FieldChange(field="x", before=before, now=now)))


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("The door is open.", "The door was open.", "x: The door [-is-]{+was+} open."),
        ("An open door , he said", "An open door, he said", "x: An open door[- -], he said"),
        (None, "new", "x: {+new+}"),
        ("old", None, "x: [-old-]"),
        ("partial", "indirect", "x: [-partial-]{+indirect+}"),
        ("旧金山愿景面向未来", "旧金山愿景面向将来", "x: 旧金山愿景面向[-未-]{+将+}来"),
        (["harbour"], ["harbour", "fish"], "x: harbour{+, fish+}"),
        ([{"date": "2019"}], [{"date": "2020"}], 'x: [{"date": "[-2019-]{+2020+}"}]'),
        ("Two\nlines", "Two lines", "x: Two[-⏎-]{+ +}lines (they look alike: U+0020 in the place of U+000A)"),
        (True, None, "x: [-true-]"),
        (["A sentence, of two parts."], None, 'x: [-["A sentence, of two parts."]-]'),
    ],
)
def test_a_change_shows_what_is_gone_and_what_is_new(before: object, now: object, expected: str) -> None:
    assert told(before, now) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("Reyle spoke", "R\u0435yle spoke", "U+0435 in the place of U+0065"),  # Cyrillic
        ("caf\u00e9 noir", "cafe\u0301 noir", "U+0065, U+0301 in the place of U+00E9"),  # normal forms
        ("10 000 ships", "10\u00a0000 ships", "U+00A0 in the place of U+0020"),
        ("a wide  gap", "a wide gap", "nothing in the place of U+0020"),
        ("family \U0001f469\u200d\U0001f467", "family \U0001f469\U0001f467", "nothing in the place of U+200D"),
    ],
)
def test_what_cannot_be_seen_is_told_by_its_numbers(before: str, now: str, expected: str) -> None:
    assert told(before, now).endswith(f"(they look alike: {expected})")


@pytest.mark.parametrize(("before", "now"), [("fish", "Fish"), ("harbour", "port"), (None, "x"), ("A door", "A gate")])
def test_what_can_be_seen_is_not(before: str | None, now: str) -> None:
    assert "alike" not in told(before, now)


def test_of_a_long_text_as_much_stays_as_tells_the_place() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    assert (
        told(f"{words} end", f"{words} stop")
        == "x: word0 word1 word2 word3 word4 … word96 word97 word98 word99 [-end-]{+stop+}"
    )


def test_changed_words_are_shown_to_the_last_one() -> None:
    before, now = ("".join(f"{side}{n} " for n in range(900)) for side in "ab")
    assert told(before, now) == f"x: [-{before}-]{{+{now}+}}"
