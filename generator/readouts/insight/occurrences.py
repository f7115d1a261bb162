"""Where phrases occur in renderings."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from readouts.graph import Quotation
from readouts.model import Phrase, Rendering
from readouts.text import UNSPACED, is_mark, is_unspaced, marks, primary

_LETTER = rf"[^\W_{UNSPACED}]"  # of a script that puts spaces between words
MOST = 200  # places of one form in one rendering: more say nothing new
LONGEST = 500  # characters of a form: nobody says more in the same words again
GRAM = 3  # characters by which forms are found that may occur in a text


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """A phrase at characters `start` to `end` of a rendering's text."""

    phrase: Phrase
    quotation: Quotation
    rendering: Rendering
    start: int
    end: int


@dataclass(frozen=True)
class _Form:
    """One form of a phrase, and what a folded text must hold for it: that tells quickly where it doesn't occur."""

    phrase: Phrase
    words: str
    needs: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(r"\s++".join(_word(word) for word in self.words.split()))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each place where the form stands as whole words, whatever their case."""
        begins, ends = _is_letter(self.words[0]), _is_letter(self.words.rstrip("*")[-1:] or "*")
        for match in self._pattern.finditer(text):
            start, end = match.span()
            before, after = text[start - 1 : start] if start else "", text[end : end + 1]
            if not (begins and _is_letter(before)) and not (ends and _is_letter(after)) and not is_mark(after):
                yield start, end


def _folded(text: str) -> str:
    """Return a text without regard to case, normal form and runs of space."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(folded.split())


def _literal(words: str) -> str:
    """Return a pattern of some characters in either normal form."""
    forms = {unicodedata.normalize(form, words) for form in ("NFC", "NFD")}
    # Only what is written is matched whatever its case: a class of characters would take long to prepare for that.
    return f"(?i:{'|'.join(re.escape(form) for form in sorted(forms))})" if words else ""


def _word(word: str) -> str:
    """Return a pattern of a word; `*` after its last letter is any ending, and elsewhere itself."""
    if not (word.endswith("*") and word[-2:-1].isalpha()):
        return _literal(word)
    # Nothing that was taken is given back, or some texts would take time without end.
    letter = _LETTER if word.isascii() else f"(?:{_LETTER}|[{marks()}])"
    return f"{_literal(word[:-1])}{letter}*+"


def _is_letter(character: str) -> bool:
    """Tell whether a character belongs to a word: in Chinese, "AI" needs no space around it."""
    return is_mark(character) or (character.isalnum() and not is_unspaced(character))


class Finder:
    """Finds phrases in the renderings of their languages."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Prepare the forms of some phrases, by language and by the first characters of what a text must hold."""
        self._forms: dict[str, dict[str, list[_Form]]] = {}
        for phrase in phrases:
            for lang, forms in phrase.forms.items():
                by_gram = self._forms.setdefault(primary(lang), {})
                for form in sorted({" ".join(text.raw.split()) for text in forms if len(text.raw) <= LONGEST}):
                    needs = max(re.split(r"\*(?:\s|$)", _folded(form)), key=len).strip()
                    gram = needs[:GRAM] if len(needs) >= GRAM else ""
                    by_gram.setdefault(gram, []).append(_Form(phrase, form, needs))

    def _likely(self, lang: str, folded: str) -> Iterator[_Form]:
        """Yield the forms that may occur in a folded text."""
        by_gram = self._forms.get(primary(lang))
        if by_gram:
            grams = {"", *(folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1))}
            yield from (form for gram in grams & by_gram.keys() for form in by_gram[gram] if form.needs in folded)

    def find(self, quotation: Quotation, rendering: Rendering) -> Iterator[Occurrence]:
        """Yield every occurrence in a rendering, as they stand; of forms of one phrase that overlap the longest."""
        text = rendering.text.raw
        spans = [
            (start, end, form.phrase)
            for form in self._likely(rendering.lang, _folded(text))
            for start, end in islice(form.find(text), MOST)
        ]
        last: dict[str, int] = {}  # where the latest occurrence of each phrase ends
        for start, end, phrase in sorted(spans, key=lambda span: (span[0], -span[1], span[2].id)):
            if start >= last.get(phrase.id, 0):
                last[phrase.id] = end
                yield Occurrence(phrase=phrase, quotation=quotation, rendering=rendering, start=start, end=end)


def find_all(phrases: Iterable[Phrase], quotations: Iterable[Quotation]) -> Iterator[Occurrence]:
    """Yield every occurrence of some phrases in some quotations, in the order of these."""
    finder = Finder(phrases)
    for quotation in quotations:
        for rendering in quotation.quote.renderings:
            yield from finder.find(quotation, rendering)
