import re

import pytest

from readouts.publish.words import index_words, unspaced_in_script
from readouts.text import UNSPACED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fish know no quays.", "Fish know no quays"),
        ("a “two-way street”, they said", "a two-way street they said"),
        ("word—word, and … more", "word word and more"),
        ("Xi'an and China’s", "Xi’an and China’s"),  # else Pagefind finds Xi in Xi'an
        ("U.S. $10,000", "U.S 10,000"),
        ("___PAGEFIND_WEIGHT___9 __init__", "PAGEFIND_WEIGHT 9 init"),  # no word of the index's own
        ("旧金山愿景", "旧金 金山 山愿 愿景 景x"),
        ("圈，子", "圈x 子x"),
        ("AI技术", "AI 技术 术x"),
        ("हिन्दी", "हिन्दी"),  # its vowels are marks
        ("  ,  ", ""),
    ],
)
def test_text_is_cut_into_words(text: str, words: str) -> None:
    assert index_words(text) == words.split()


def test_a_script_is_given_the_same_characters_for_unspaced_ones() -> None:
    assert re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), unspaced_in_script()) == UNSPACED
