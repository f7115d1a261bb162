"""The language of a text, told by its commonest words."""

import re
from collections.abc import Mapping

from readouts.text import is_unspaced

ENOUGH = 3  # of a hundred letters or words
_COMMON: Mapping[str, frozenset[str]] = {
    "en": frozenset(["the", "and", "of", "to", "that", "was", "said", "with", "for", "is"]),
    "de": frozenset(["der", "die", "das", "und", "nicht", "ist", "mit", "von", "sagte", "wir"]),
    "fr": frozenset(["le", "les", "des", "est", "et", "dans", "une", "pour", "que"]),
    "es": frozenset(["el", "los", "las", "y", "es", "en", "una", "por", "que", "del"]),
}
_LOOKED_AT = 20_000  # characters


def likely_language(text: str) -> str | None:
    """Return the tag of the language that a text is clearly in, or None."""
    text = text[:_LOOKED_AT].lower()
    unspaced = [character for character in text if is_unspaced(character)]
    if len(unspaced) * 100 > len(text) * 20:
        kana = sum(1 for character in unspaced if "\u3040" <= character <= "\u30ff")
        han = sum(1 for character in unspaced if "\u4e00" <= character <= "\u9fff")
        return "ja" if kana * 20 > len(unspaced) else "zh" if han * 2 > len(unspaced) else None
    words = re.findall(r"[^\W\d_]+", text)
    counts = {lang: sum(1 for word in words if word in common) for lang, common in _COMMON.items()}
    first, second = sorted(counts, key=lambda lang: -counts[lang])[:2]
    is_clear = counts[first] * 100 > len(words) * ENOUGH and counts[first] > counts[second] * 2
    return first if is_clear else None
