"""How one wording became another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.insight.wording import MOST_WORDS, edits

TEXTS = st.text("ab ,.中文é", max_size=40)


@given(before=TEXTS, now=TEXTS)
def test_what_is_kept_and_gone_was_and_what_is_kept_and_new_is(before: str, now: str) -> None:
    found = edits(before, now)
    assert "".join(edit.text for edit in found if edit.fate != "new") == before
    assert "".join(edit.text for edit in found if edit.fate != "gone") == now
    assert all(edit.text for edit in found)


def test_whole_words_change() -> None:
    assert [(edit.text, edit.fate) for edit in edits("an open door", "an opened door")] == [
        ("an ", "kept"),
        ("open", "gone"),
        ("opened", "new"),
        (" door", "kept"),
    ]


@pytest.mark.parametrize(
    ("before", "now"),
    [("fish know no quays", "the harbour has two"), ("a " * MOST_WORDS, "a " * MOST_WORDS + "b"), ("a", "")],
)
def test_wordings_with_little_in_common_or_too_long_to_compare_change_as_a_whole(before: str, now: str) -> None:
    assert [(edit.text, edit.fate) for edit in edits(before, now)] == [
        (text, fate) for text, fate in ((before, "gone"), (now, "new")) if text
    ]
