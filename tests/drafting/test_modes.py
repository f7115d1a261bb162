"""Direct or partial, and the sentence that a partial one is a part of."""

import pytest

from readouts.drafting import draft
from readouts.load.reader import read
from tests.drafting.cases import world


def renderings(text: str) -> list[tuple[str, str]]:
    """Return mode and text of each quote of a draft."""
    data = read(draft(text.encode(), "x", world(), None).text).data
    return [(quote["renderings"][0]["mode"], quote["renderings"][0]["text"]) for quote in data.get("quotes", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We want the quay,” he said.", [("direct", "We want the quay,")]),
        ("“We want the quay”, he said.", [("direct", "We want the quay")]),
        ("He said: “We want the quay.”", [("direct", "We want the quay.")]),
        ("He said “We want the quay.”", [("direct", "We want the quay.")]),
        ("“We want the quay.”", [("direct", "We want the quay.")]),
        ("“no comment.”", [("direct", "no comment.")]),  # there is no other sentence around it
        ("“We want it,” he said, “and we get it.”", [("direct", "We want it,"), ("direct", "and we get it.")]),
        ("A. He wants “the quay.” B.", [("partial", "He wants “the quay.”")]),
        ("A. He spoke of “Peace.” B.", [("partial", "He spoke of “Peace.”")]),  # a capital letter alone says little
        ("A. “The quay” and “the tide” are old. B.", [("partial", "“The quay” and “the tide” are old.")]),
        ("The U.S. asked Mr. Osk for “a quay.” It got one.", [("partial", "The U.S. asked Mr. Osk for “a quay.”")]),
        ("He met J. Osk in the U.S. The “quay” is old.", [("partial", "The “quay” is old.")]),
        ("LINDEN (Courier) — He wants “the quay.”", [("partial", "He wants “the quay.”")]),
        ("Wait. to see “the quay” there.", [("partial", "Wait. to see “the quay” there.")]),  # a stray stop
        ("“why? now!” and “a. b” too.", [("partial", "“why? now!” and “a. b” too.")]),  # not divided within marks
        ("甲。他强调“相互尊重”的原则。乙。", [("partial", "他强调“相互尊重”的原则。")]),
        ("甲。他说：“相互尊重。”乙。", [("direct", "相互尊重。")]),
        ("Am 3. Mai sprach er von „Partnerschaft“. Ja.", [("partial", "Am 3. Mai sprach er von „Partnerschaft“.")]),
    ],
)
def test_what_is_part_of_a_sentence_stands_in_all_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert renderings(text) == expected


def test_words_in_marks_of_their_own_inside_others_are_told() -> None:
    text = draft("“The ‘old’ quay is ours,” he said.".encode(), "x", world(), None).text
    assert "# In marks of their own inside it: “old”" in text
    assert text.count("- id:") == 1
