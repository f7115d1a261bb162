"""Which words of an article credit a quoted passage: those beside it in its sentence, or in the sentence next to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.drafting.grammar import Grammar
from readouts.drafting.passages import Passage
from readouts.drafting.speakers import Said
from readouts.drafting.tokens import Sentence

NEAR = 4  # words before a passage that may say that it is somebody else's
_STOPS = ".。,，;:!?…"
_LEADS_ON = (":", "：")


@dataclass(frozen=True, kw_only=True)
class Credited:
    """The credit of a passage and the words for it; `doubt` says why the one credited may not be the one who speaks.

    `rival` is another credit that may be meant; `through` are the words at the end of the sentence that say who passes
    it on, as in “according to the ministry”; `is_carried` tells that the credit is that of the passage before.
    """

    said: Said | None = None
    words: str = ""
    doubt: str = ""
    rival: Said | None = None
    through: str = ""
    is_carried: bool = False


NO_WORDS = Credited(doubt="no words credit it")
ENDLESS = Credited(doubt="its sentence is too long to tell what belongs together in it")
Beside = tuple[Sentence, Sequence[Said]]


@dataclass(frozen=True, kw_only=True)
class _Sentence:
    """A sentence of a text with its credits."""

    text: str
    grammar: Grammar
    sentence: Sentence
    said: Sequence[Said]

    def credited(self, index: int) -> Credited | None:
        """Return the credit of the passage at an index of the sentence, if the sentence has one."""
        before, after = self.before(index), self.after(index)
        end = self.at_end(index)
        is_passed_on = end is not None and end.verb.kind == "lead" and after in (None, end)
        if before and end and is_passed_on and before.verb.kind == "verb" and before.who.id:
            return Credited(
                said=before, words=self.words(before), through=self.words(end), doubt=self._doubt(before, index)
            )
        later = after or end
        if later and before and before.who.id != later.who.id and not self._is_opening(before):
            return Credited(said=later, rival=before, words=self.words(later), doubt="the sentence credits two")
        if after:
            return Credited(said=after, words=self.rest(index), doubt=self._foreign(index))
        if before:
            return Credited(said=before, words=self.words(before), doubt=self._doubt(before, index))
        return Credited(said=later, words=self.words(later), doubt=self._foreign(index)) if later else None

    def _doubt(self, before: Said, index: int) -> str:
        return self._foreign(index) or self._turned(before.credit.verb, index)

    def after(self, index: int) -> Said | None:
        """Return the credit that follows a passage, as in “…,” she said."""
        passage = self.sentence.tokens[index]
        at = index + 1
        while at < len(self.sentence.tokens) and self._is_loose(at):
            at += 1
        is_parted = at > index + 1 or not self.text[self._last(passage.passage)].isalnum()
        return next((said for said in self.said if said.credit.first == at), None) if is_parted else None

    def at_end(self, index: int) -> Said | None:
        """Return the credit at the end of a sentence, behind a comma, which holds for all of it."""
        tokens, last = self.sentence.tokens, self.said[-1] if self.said else None
        if last is None or last.credit.first <= index:
            return None
        before = tokens[last.credit.first - 1]
        if not (before.is_mark or before.passage):
            return None
        rest = tokens[max(last.credit.last, last.credit.told or 0) + 1 :]
        goes_on = rest and not (rest[0].is_mark or rest[0].lower in (*self.grammar.after, *self.grammar.times))
        return None if goes_on or any(token.passage for token in rest) else last

    def _last(self, passage: Passage | None) -> int:
        return passage.end - 1 if passage else 0

    def _is_loose(self, at: int) -> bool:
        token = self.sentence.tokens[at]
        return token.is_mark or token.lower in self.grammar.loose

    def before(self, index: int) -> Said | None:
        """Return the last credit whose verb stands before a passage."""
        return next((said for said in reversed(self.said) if said.credit.last < index), None)

    def _is_opening(self, said: Said) -> bool:
        """Tell whether a credit is a participle at the beginning, as in “Calling it …, he said”."""
        return said.verb.lower in self.grammar.participles and not any(
            not token.is_mark for token in self.sentence.tokens[: said.credit.verb]
        )

    def _foreign(self, index: int) -> str:
        """Return what before a passage tells that its words are others': “claims of”, “so-called”."""
        near = self.sentence.tokens[max(0, index - NEAR) : index]
        word = next((token.text for token in near if token.lower in self.grammar.doubted), None) or next(
            (token.text for token in self.sentence.tokens[:index] if token.lower in self.grammar.passing), None
        )
        return f"“{word}” may say that the words are somebody else's" if word else ""

    def _turned(self, verb: int, index: int) -> str:
        """Return what between a verb and a passage may begin the clause of another."""
        tokens = self.sentence.tokens
        for at in range(verb + 1, index):
            parts = tokens[at].passage or tokens[at].is_mark or tokens[at].lower in self.grammar.turning
            if tokens[at].lower in self.grammar.turns or (parts and self._is_someone(at + 1)):
                return f"“{self.text[tokens[at].start : tokens[at + 1].end]}” may lead to the words of another"
        is_told = tokens[index - 1].text in _LEADS_ON and tokens[index - 2].lower in self.grammar.passive
        return f"“{tokens[index - 2].text}” may lead to the words of another" if is_told else ""

    def _is_someone(self, at: int) -> bool:
        tokens = self.sentence.tokens
        while at < len(tokens) - 1 and tokens[at].lower in (*self.grammar.titles, *self.grammar.articles):
            at += 1
        token = tokens[at]
        return (
            token.is_person
            or token.is_capitalised
            or token.lower
            in (*self.grammar.pronouns, *self.grammar.neuter, *self.grammar.others, *self.grammar.nameless)
        )

    def words(self, said: Said) -> str:
        """Return the words of a credit before a passage, with the document in which it was said."""
        tokens, last = self.sentence.tokens, said.credit.last
        if said.credit.document:
            last = next(i for i in range(last, len(tokens)) if tokens[i].lower == said.credit.document)
        last = max(last, said.credit.told or 0)
        first = said.credit.first
        first -= first > 0 and tokens[first - 1].lower in self.grammar.likens
        return self.text[tokens[first].start : tokens[last].end]

    def rest(self, index: int) -> str:
        """Return the words of a credit after a passage: those up to the next one, or to the end of the sentence."""
        tokens = self.sentence.tokens
        following = [i for i in range(index + 1, len(tokens)) if tokens[i].passage or not tokens[i].is_mark]
        stop = next((i for i in following if tokens[i].passage), len(tokens))
        end = tokens[stop - 1].end
        return self.text[tokens[following[0]].start : end].rstrip().rstrip(_STOPS)


def credited_passages(
    text: str, sentences: Sequence[Beside], grammar: Grammar, lead_in: Said | None
) -> Mapping[Passage, Credited]:
    """Return the credit of each passage in a paragraph; `lead_in` is that of the one before, if it ends in a colon."""
    found: dict[Passage, Credited] = {}
    carried: Credited | None = None
    for place, (sentence, said) in enumerate(sentences):
        here = _Sentence(text=text, grammar=grammar, sentence=sentence, said=said)
        following = sentences[place + 1] if place + 1 < len(sentences) else None
        for index, token in enumerate(sentence.tokens):
            if token.passage:
                own = here.credited(index)
                if own is None and sentence.is_passage_alone:
                    is_led_in = lead_in is not None and not found
                    own = (
                        _bare(text, grammar, sentence, following)
                        or carried
                        or (Credited(said=lead_in, words="") if is_led_in else None)
                    )
                found[token.passage] = own or (ENDLESS if sentence.is_endless else NO_WORDS)
        carried = _carried(sentence, said, found)
    return found


def _bare(text: str, grammar: Grammar, sentence: Sentence, following: Beside | None) -> Credited | None:
    """Return the credit of “Why now?” Ms. Quill asked: a sentence of its own, and nothing else in it."""
    if following is None or len(sentence.passages) > 1:
        return None
    tokens, said = following[0].tokens, following[1]
    if not said or said[0].credit.first != 0 or following[0].passages:
        return None
    rest = tokens[max(said[0].credit.last, said[0].credit.told or 0) + 1 :]
    if rest and not (rest[0].is_mark or rest[0].lower in grammar.after or rest[0].lower in grammar.times):
        return None
    return Credited(said=said[0], words=text[tokens[0].start : tokens[-1].end].rstrip(_STOPS))


def _carried(sentence: Sentence, said: Sequence[Said], found: Mapping[Passage, Credited]) -> Credited | None:
    """Return the credit that holds for what is quoted right after a sentence: its own, if it has one only."""
    last = found.get(sentence.passages[-1]) if sentence.passages else None
    is_one = last is not None and not last.doubt and len({one.who.id for one in said}) <= 1
    return replace(last, is_carried=True) if last and is_one and last.said else None
