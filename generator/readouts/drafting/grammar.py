"""What the rules know of a language: the words that stand around the name of a speaker."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readouts.drafting.names import words_of

Words = frozenset[str]
PhraseKind = Literal["lead", "verb", "word"]
NO_WORDS: Words = frozenset()


def words(text: str) -> Words:
    """Return the words of a list, and its phrases, whose words an underscore joins."""
    return frozenset(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """The words of a language, in lower case."""

    verbs: Words = NO_WORDS
    """Verbs of speech, as they are with a subject: said, pointed out."""
    participles: Words = NO_WORDS
    """Those of them that take the subject of the verb before: saying, adding."""
    relaying: Words = NO_WORDS
    """Those of them that tell that somebody else passes the words on: was quoted as saying."""
    quoting: Words = NO_WORDS
    """Those of them whose subject says the words of another: quoted."""
    reading: Words = NO_WORDS
    """Those of them with which a document says something, and someone what another wrote: read."""
    telling: Words = NO_WORDS
    """Those of them after which it is named who is spoken to: told."""
    objects: Words = NO_WORDS
    """Those of them after which no speaker is named, even where the words come first: described, told."""
    leads: Words = NO_WORDS
    """What stands before a speaker without a verb: according to."""
    passive: Words = NO_WORDS
    """What makes the subject of a verb the one who is spoken of: was."""
    agent: Words = NO_WORDS
    """What then stands before the one who speaks: by."""
    as_saying: Words = NO_WORDS
    """What stands after one who is quoted: as, in “quoted … as saying”."""
    between: Words = NO_WORDS
    """What may stand between a subject and its verb: also, later."""
    times: Words = NO_WORDS
    """Days and months, which may stand there, too, and are written as names."""
    before: Words = NO_WORDS
    """What a clause may begin with before its subject: while, meanwhile."""
    adjoins: Words = NO_WORDS
    """Those of them after which, in the middle of a clause, a name may belong to what is before: the man after her."""
    after: Words = NO_WORDS
    """What a clause may go on with after a subject that follows its verb: in, on, during."""
    loose: Words = NO_WORDS
    """What may stand between quoted words and the clause that credits them: perhaps."""
    joins: Words = NO_WORDS
    """What makes two speakers of two names: and."""
    turns: Words = NO_WORDS
    """What may lead from the words of one to those of another: but, while."""
    likens: Words = NO_WORDS
    """What does so before somebody's name: as."""
    articles: Words = NO_WORDS
    titles: Words = NO_WORDS
    """What stands before a name and belongs to it: president, foreign, minister."""
    honorifics: Words = NO_WORDS
    """Those of them that say nothing of an office: Mr."""
    ranks: Words = NO_WORDS
    """What stands after a name and belongs to it."""
    towards: Words = NO_WORDS
    """What stands, in Chinese, before the name of those who are spoken to."""
    aside_begins: Words = NO_WORDS
    aside_ends: Words = NO_WORDS
    """What stands, in Chinese, around words such as “at the meeting” between a subject and its verb."""
    pronouns: Words = NO_WORDS
    """He and she: those of them that can only mean a person."""
    neuter: Words = NO_WORDS
    """It."""
    others: Words = NO_WORDS
    """Other words that stand for someone: they, who."""
    nameless: Words = NO_WORDS
    """Nouns for people without a name: official, aide."""
    documents: Words = NO_WORDS
    """Nouns for documents that say something: statement."""
    kinds: Mapping[str, tuple[str, ...]]
    """Nouns for organizations, with the kinds that these have on record: ministry."""
    foreign: Words = NO_WORDS
    """What tells that a name before or after it is not the speaker's, where little else does: of, with, near to."""
    passing: Words = NO_WORDS
    """What tells that someone says the words of another: quoting."""
    doubted: Words = NO_WORDS
    """What tells of words that they are somebody else's: claims, so-called."""
    inverts: bool = False
    """Whether the subject follows its verb where something else stands before it."""

    @cached_property
    def turning(self) -> Words:
        """Return what a clause may begin with that goes on after another."""
        return self.joins | self.turns | self.likens

    @cached_property
    def capitalised(self) -> Words:
        """Return what is written as a name is, in a title, as a day, or where a sentence begins, and is none."""
        return self.titles | self.times | self.before | self.articles

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[PhraseKind, tuple[str, ...]], ...]]:
        """Return what is read as one piece, by its first word, the longest first.

        In Chinese that is every word of several characters, since each of these would be a word by itself.
        """
        nouns = (self.ranks, self.titles, self.documents, self.nameless)
        others = NO_WORDS.union(*nouns, self.between, self.before, self.pronouns, self.others)
        found: defaultdict[str, list[tuple[PhraseKind, tuple[str, ...]]]] = defaultdict(list)
        kinds: tuple[tuple[PhraseKind, Words], ...] = (("lead", self.leads), ("verb", self.verbs), ("word", others))
        for kind, phrases in kinds:
            for phrase in phrases:
                pieces = words_of(phrase.lower())
                found[pieces[0]].append((kind, pieces))
        return {first: tuple(sorted(several, key=lambda one: -len(one[1]))) for first, several in found.items()}
