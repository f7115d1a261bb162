"""Which language a text is in, and what the rules know of it."""

import re
from collections.abc import Mapping

from readouts.drafting.chinese import CHINESE
from readouts.drafting.english import ENGLISH
from readouts.drafting.german import GERMAN
from readouts.drafting.grammar import Grammar, Words, words
from readouts.text import is_unspaced, primary

NONE = Grammar(kinds={})
_GRAMMARS: Mapping[str, Grammar] = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE}
_COMMON: Mapping[str, Words] = {
    "en": words("the and of to that was said with for is"),
    "de": words("der die das und nicht ist mit von sagte wir"),
    "fr": words("le les des est et dans une pour que"),
    "es": words("el los las y es en una por que del"),
}
_LOOKED_AT = 20_000  # characters
_ENOUGH = 3  # common words in a hundred
_MANY = 20  # characters of Chinese or Japanese in a hundred


def grammar_of(lang: str | None) -> Grammar:
    """Return what the rules know of a language; of most it is nothing."""
    return _GRAMMARS.get(primary(lang or ""), NONE)


def likely_language(text: str) -> str | None:
    """Return the tag of the language that a text is clearly in, or None."""
    text = text[:_LOOKED_AT].lower()
    unspaced = [character for character in text if is_unspaced(character)]
    if len(unspaced) * 100 > len(text) * _MANY:
        return _likely_unspaced(unspaced)
    found = re.findall(r"[^\W\d_]+", text)
    counts = {lang: sum(1 for word in found if word in common) for lang, common in _COMMON.items()}
    first, second = sorted(counts, key=lambda lang: -counts[lang])[:2]
    is_clear = counts[first] * 100 > len(found) * _ENOUGH and counts[first] > counts[second] * 2
    return first if is_clear else None


def _likely_unspaced(characters: list[str]) -> str | None:
    kana = sum(1 for character in characters if "\u3040" <= character <= "\u30ff")
    han = sum(1 for character in characters if "\u4e00" <= character <= "\u9fff")
    if kana * _MANY > len(characters):
        return "ja"
    return "zh" if han * 2 > len(characters) else None
