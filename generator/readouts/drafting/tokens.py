"""A paragraph as sentences of words, names and verbs of speech, each quoted passage a single piece."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readouts.drafting.grammar import Grammar
from readouts.drafting.names import MASK, MASKED, Name, Names, words_in
from readouts.drafting.passages import Passage
from readouts.drafting.sentences import sentences
from readouts.model import Person
from readouts.text import is_unspaced

Kind = Literal["word", "name", "verb", "lead", "passage"]
LONGEST_SENTENCE = 1000  # pieces: what has more is a list, or a text without stops
LONGEST_NAME = 30  # pieces, with all titles


@dataclass(frozen=True, kw_only=True)
class Token:
    """A piece of a sentence, with its place in the paragraph; `name` and `passage` say which, where it is one."""

    kind: Kind
    text: str
    start: int
    end: int
    name: Name | None = None
    passage: Passage | None = None

    @property
    def lower(self) -> str:
        """Return the words in lower case."""
        return self.text.lower()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is a mark of punctuation."""
        return self.kind == "word" and not self.text[0].isalnum() and self.text != "'s"

    @property
    def is_person(self) -> bool:
        """Tell whether it is the name of a person on record."""
        return self.name is not None and any(isinstance(record, Person) for record in self.name.records)

    @property
    def is_capitalised(self) -> bool:
        """Tell whether it is a word written as a name."""
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence: its paragraph, counted from 1, where it begins and ends there, and its pieces."""

    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return the quoted passages in it."""
        return tuple(token.passage for token in self.tokens if token.passage)

    @property
    def is_passage_alone(self) -> bool:
        """Tell whether nothing but quoted words stands in it."""
        return bool(self.passages) and all(token.passage or token.is_mark for token in self.tokens)

    @property
    def is_endless(self) -> bool:
        """Tell whether it is too long for rules to tell what belongs together in it."""
        return len(self.tokens) > LONGEST_SENTENCE

    @cached_property
    def people(self) -> tuple[int, ...]:
        """Return where it names people on record."""
        return tuple(index for index, token in enumerate(self.tokens) if token.is_person)

    def place_of(self, passage: Passage) -> int:
        """Return the index of a passage in it."""
        return bisect_left(self.tokens, passage.outer_start, key=lambda token: token.start)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What a text is read with."""

    names: Names
    grammar: Grammar

    def sentences(self, number: int, text: str, passages: Sequence[Passage], start: int = 0) -> list[Sentence]:
        """Return the sentences of a paragraph from a place on, given the passages in it that stand in no other."""
        masked = _masked(text, passages)
        held = {passage.outer_start: passage for passage in passages}
        spans = sentences(text, passages, start)
        return [
            Sentence(paragraph=number, start=begin, end=end, tokens=tuple(self._tokens(masked, begin, end, held)))
            for begin, end in spans
        ]

    def _tokens(self, masked: str, start: int, end: int, held: Mapping[int, Passage]) -> Iterator[Token]:
        places = [(word, start + begin, start + stop) for word, begin, stop in words_in(masked[start:end])]
        words = [word for word, _, _ in places]
        first = next((index for index, word in enumerate(words) if word[0].isalnum()), len(words))
        index = 0
        while index < len(words):
            kind, length, name = self._piece(words, index, first)
            begin, stop = places[index][1], places[index + length - 1][2]
            yield Token(
                kind=kind, text=masked[begin:stop].replace("’", "'"), start=begin, end=stop, name=name,
                passage=held[begin] if kind == "passage" else None,
            )  # fmt: skip
            index += length

    def _piece(self, words: Sequence[str], index: int, first: int) -> tuple[Kind, int, Name | None]:
        """Return what stands at an index of some words, how many of them it takes, and the name that it is.

        `first` is the index of the first word that is no mark.
        """
        if words[index].startswith(MASK):
            return "passage", 1, None
        if name := self.names.at(words, index):
            return "name", len(name.words), name
        for kind, phrase in self.grammar.by_first.get(words[index].lower(), ()):
            is_there = tuple(word.lower() for word in words[index : index + len(phrase)]) == phrase
            if is_there and (kind != "verb" or _is_verb(words, index, len(phrase), begins=index <= first)):
                return kind, len(phrase), None
        return "word", 1, None


def _masked(text: str, passages: Sequence[Passage]) -> str:
    pieces, done = [], 0
    for passage in passages:
        pieces += [text[done : passage.outer_start], MASK.ljust(passage.outer_end - passage.outer_start, MASKED)]
        done = passage.outer_end
    return "".join([*pieces, text[done:]])


def _is_verb(words: Sequence[str], index: int, length: int, *, begins: bool) -> bool:
    """Tell whether a verb can be one where it stands.

    It is written small but at the beginning. In Chinese a single character is a part of many other words: as a verb it
    stands before a mark.
    """
    if not words[index].islower() and not is_unspaced(words[index]):
        return begins
    if length > 1 or not is_unspaced(words[index]):
        return True
    following = words[index + 1] if index + 1 < len(words) else MASK
    return not following[0].isalnum()
