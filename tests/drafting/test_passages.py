"""Quotation marks of many kinds, nested, unbalanced, and what only looks like them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readouts.drafting.passages import find_passages


def quoted(*paragraphs: str) -> list[str]:
    found, _ = find_passages(paragraphs)
    return [paragraphs[passage.paragraph - 1][passage.start : passage.end] for passage in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“A b,” she said. “C.”", ["A b,", "C."]),
        ('"A b," she said. "C."', ["A b,", "C."]),
        ("‘A b,’ she said.", ["A b,"]),
        ("'A b,' she said.", ["A b,"]),
        ("„A b“, sagte sie.", ["A b"]),
        ("„A b”, mondta.", ["A b"]),
        ("”A b”, sa hon.", ["A b"]),
        ("»A b«, sagte sie.", ["A b"]),
        ("»A b», sa hon. »C.»", ["A b", "C."]),
        ("« A b », dit-elle.", ["A b"]),
        ("«\u00a0A b\u00a0», dit-elle.", ["A b"]),
        ("‹A b›, ›c d‹", ["A b", "c d"]),
        ("她说：「甲乙。」他说：『丙。』", ["甲乙。", "丙。"]),
        ("她说：“甲乙。”他说：“丙。”", ["甲乙。", "丙。"]),
        ('她说："甲乙。"他说："丙。"', ["甲乙。", "丙。"]),
        ("＂甲乙＂", ["甲乙"]),
        # One inside another, of other marks and of the same.
        ("“A ‘b c’ d,” she said.", ["A ‘b c’ d,", "b c"]),
        ("“As it goes: “No b.” So,” she said.", ["As it goes: “No b.” So,", "No b."]),
        ('"As it goes: "No b." So," she said.', ['As it goes: "No b." So,', "No b."]),
        ("„A ‚b‘ c“, sagte sie.", ["A ‚b‘ c", "b"]),
        ("»A ›b‹ c«, sagte sie.", ["A ›b‹ c", "b"]),
        ("「甲『乙』丙」", ["甲『乙』丙", "乙"]),
        ("“甲‘乙’丙”", ["甲‘乙’丙", "乙"]),
        # Spaces where none belong stay outside, slips within stay as they are.
        ("“ A b , c ”", ["A b , c"]),
        ('He said " a b " twice.', ["a b"]),
        # Apostrophes are no marks.
        ("China’s ‘old friends’ of the ’90s", ["old friends"]),
        ("The states’ interests, the boys' club, rock 'n' roll, '90s", []),
        ("‘The states’ interests are old,’ she said.", ["The states’ interests are old,"]),
        ("‘The pilots’ and ‘the guilds’ met.", ["The pilots", "the guilds"]),
        ("“I don’t know,” he said, “what ‘it’ is.”", ["I don’t know,", "what ‘it’ is.", "it"]),
        ("‘Tis old, ’twas old.", []),
        ("Sa‘ud and Hawai‘i", []),
        # Inches and feet are no marks.
        ("A 27\" screen, 5'10\" tall", []),
        ('She said "a 27" screen is big" then.', ['a 27" screen is big']),
        ('It rose "by 5" and "by 6" there.', ["by 5", "by 6"]),
        # Marks of another pair, as hurried typists set them.
        ("“A b,“ she said. “C.“", ["A b,", "C."]),
        ('“A b," she said.', ["A b,"]),
        ("He said—“a b”—and left (“c d”).", ["a b", "c d"]),
        # Nothing in them.
        ('“” and “…” and ""', []),
    ],
)  # fmt: skip
def test_each_passage_is_found_to_the_letter(text: str, words: list[str]) -> None:
    assert quoted(text) == words
    assert not find_passages([text])[1]


@pytest.mark.parametrize(
    ("text", "words", "strays"),
    [
        ("“We want it, he said.", [], [(0, True)]),
        ("We want it,” he said.", [], [(11, False)]),
        ("“We want it. He said, “b.”", ["b."], [(0, True)]),
        ("“A” b” c", ["A"], [(5, False)]),
        ("「甲", [], [(0, True)]),
        ("“A ‘b” c", ["A ‘b"], []),  # a single one may be an apostrophe
    ],
)
def test_a_mark_without_a_partner_is_told(text: str, words: list[str], strays: list[tuple[int, bool]]) -> None:
    assert quoted(text) == words
    assert [(stray.at, stray.opens) for stray in find_passages([text])[1]] == strays


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    paragraphs = ["He said: “A.", "“B.", "“C,” and left.", "“D."]
    found, strays = find_passages(paragraphs)
    assert quoted(*paragraphs) == ["A.", "B.", "C,"]
    assert [(passage.continues, passage.goes_on) for passage in found] == [(False, True), (True, True), (True, False)]
    assert [(stray.paragraph, stray.opens) for stray in strays] == [(4, True)]


MARKED = st.text(alphabet="ab A.,’' “”„\"«»‹›‘「」1甲。", max_size=40)


@given(st.lists(MARKED, max_size=4))
@example(["“a", "“"])
def test_passages_stand_within_their_marks_and_within_or_beside_each_other(paragraphs: list[str]) -> None:
    found, _ = find_passages(paragraphs)
    for passage in found:
        text = paragraphs[passage.paragraph - 1]
        assert 0 <= passage.outer_start < passage.start < passage.end <= passage.outer_end <= len(text)
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
    for one in found:
        for other in found:
            is_apart = one.paragraph != other.paragraph or not (
                one.outer_start < other.outer_end and other.outer_start < one.outer_end
            )
            assert one == other or is_apart or one.holds(other) or other.holds(one)


@given(
    st.text(alphabet="abc de.,", min_size=1, max_size=30), st.sampled_from(["“”", '""', "«»", "„“", "「」", "»«", "‹›"])
)
def test_words_between_a_pair_of_marks_are_found(words: str, marks: str) -> None:
    expected = [words.strip()] if any(map(str.isalnum, words)) else []
    assert quoted(f"X {marks[0]}{words.strip()}{marks[1]} y") == expected
