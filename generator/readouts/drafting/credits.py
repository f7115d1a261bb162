"""Who is credited with words in a sentence: the subject of a verb of speech, as far as rules can tell."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from readouts.drafting.grammar import Grammar
from readouts.drafting.places import first_after, last_before
from readouts.drafting.tokens import LONGEST_NAME, Sentence, Token

MOST_ASIDES = 3
LONGEST_ASIDE, LONGEST_PLACE = 30, 12  # pieces, which in Chinese are single characters
_COMMAS = (",", "，", "(")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What stands where a speaker is named: the last piece of it, and the pieces with title and article.

    `unknown` is anything that no rule understands: no one is to be named for it.
    """

    kind: Literal["name", "pronoun", "document", "kind", "unknown"]
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Credit:
    """A verb of speech, or words such as “according to”, with its subject, by the indices of pieces in a sentence.

    `told` is the index of the name of whom it was told; `document` the noun of the document in which it was said;
    `begin` where the words begin by which somebody else passes it on, as in “The Courier quoted her as saying”.
    """

    verb: int
    subject: Subject
    told: int | None = None
    document: str = ""
    begin: int | None = None

    @property
    def first(self) -> int:
        """Return the index of the first piece of it."""
        return min(self.verb, self.subject.first) if self.begin is None else self.begin

    @property
    def last(self) -> int:
        """Return the index of the last piece of it."""
        return max(self.verb, self.subject.last)


@dataclass(frozen=True)
class _Finder:
    """Finds the credits of one sentence."""

    tokens: Sequence[Token]
    grammar: Grammar

    def _where(self, wanted: Callable[[int], bool]) -> list[int]:
        """Return where something holds, for all of the sentence at once, which may be long."""
        return [index for index in range(len(self.tokens)) if wanted(index)]

    @cached_property
    def _ends(self) -> list[int]:
        return self._where(self.ends_at)

    @cached_property
    def _passages(self) -> list[int]:
        return self._where(lambda at: self.tokens[at].kind == "passage")

    @cached_property
    def _breaks(self) -> list[int]:
        return self._where(lambda at: self.ends_at(at) or self.tokens[at].lower in self.grammar.turning)

    @cached_property
    def _quoting(self) -> list[int]:
        return self._where(lambda at: self.tokens[at].lower in self.grammar.quoting)

    @cached_property
    def _quoted_verbs(self) -> list[int]:
        return self._where(lambda at: self.tokens[at].kind == "verb" and self.quoted(at) is not None)

    @cached_property
    def _enclosing(self) -> list[int]:
        return self._where(lambda at: self.tokens[at].text in _COMMAS)

    def run(self) -> Iterator[Credit]:
        previous: Credit | None = None
        for index, token in enumerate(self.tokens):
            if token.kind == "lead":
                yield Credit(verb=index, subject=self.after(index) or self.unknown(index, self.clause_end(index)))
            elif token.kind == "verb" and not self.leads_to_saying(index):
                previous = self.credit(index, previous)
                yield previous

    def leads_to_saying(self, at: int) -> bool:
        """Tell whether a verb is the first of “quoted … as saying”."""
        if self.tokens[at].lower not in self.grammar.quoting:
            return False
        return first_after(self._quoted_verbs, at, len(self.tokens)) <= self.clause_end(at)

    def credit(self, verb: int, previous: Credit | None) -> Credit:
        if quoted := self.quoted(verb):
            return Credit(verb=verb, subject=quoted, begin=self.clause_start(min(quoted.first, verb)))
        told = self.name_after(verb + 1) if self.tokens[verb].text in self.grammar.telling else None
        return Credit(verb=verb, subject=self.subject(verb, previous), told=told, document=self.document(verb))

    def quoted(self, verb: int) -> Subject | None:
        """Return the subject of “quoted Ida Quill as saying”, and of “Ida Quill was quoted by a paper as saying”."""
        if verb < 2 or self.tokens[verb - 1].lower not in self.grammar.as_saying:  # noqa: PLR2004  # “quoted … as”
            return None
        at = last_before(self._quoting, verb - 1)
        if at < 1 or at < last_before(self._ends, verb - 1):
            return None
        is_passive = self.tokens[at - 1].lower in self.grammar.passive
        found = (
            self.ending_at(at - 2) if is_passive and at > 1 else self.ending_at(verb - 2, after=self.grammar.quoting)
        )
        return found if found.kind == "name" else None

    def subject(self, verb: int, previous: Credit | None) -> Subject:
        unknown = self.unknown(self.clause_start(verb), verb)
        at = self.skipped(verb - 1)
        before = self.tokens[at] if at >= 0 else None
        if self.tokens[verb].lower in self.grammar.quoting:
            return unknown  # who quotes says the words of another
        if self.tokens[verb].lower in self.grammar.participles:
            return self.of_participle(at, previous) or unknown
        if before is None or before.kind == "passage" or before.text in "：:—–":
            return self.inverted(at, verb) or unknown
        if before.lower in self.grammar.passive:
            return self.agent(verb) or unknown
        if before.is_mark:
            return self.beside_comma(at, verb) or unknown
        return self.before(at, verb) or unknown

    def before(self, at: int, verb: int) -> Subject | None:
        """Return the subject that stands before its verb, unless someone may read there what another wrote."""
        found = self.ending_at(at)
        if self.tokens[verb].lower in self.grammar.reading and found.kind in ("name", "pronoun"):
            return None
        return self.after(verb) if found.kind == "unknown" and self.grammar.inverts else found

    def unknown(self, first: int, last: int) -> Subject:
        return Subject(kind="unknown", first=first, last=last)

    def clause_start(self, at: int) -> int:
        """Return the index of the first piece of the clause of a verb."""
        return last_before(self._breaks, at) + 1

    def clause_end(self, at: int) -> int:
        """Return the index of the last piece of the clause of “according to”."""
        return first_after(self._ends, at, len(self.tokens)) - 1

    def ends_at(self, at: int) -> bool:
        return self.tokens[at].kind == "passage" or self.tokens[at].is_mark

    def agent(self, verb: int) -> Subject | None:
        """Return whom a passive names: “was told by”."""
        is_named = verb + 1 < len(self.tokens) and self.tokens[verb + 1].lower in self.grammar.agent
        return self.after(verb + 1) if is_named else None

    def of_participle(self, at: int, previous: Credit | None) -> Subject | None:
        """Return the subject of “, adding”, which is that of the verb before it."""
        return previous.subject if previous and at >= 0 and self.is_comma(at) else None

    def is_comma(self, at: int) -> bool:
        """Tell whether a comma stands there, or at the end of quoted words."""
        passage = self.tokens[at].passage
        return passage.is_ended if passage else self.tokens[at].text in ",，"

    def inverted(self, at: int, verb: int) -> Subject | None:
        """Return the subject that follows a verb, as in “…,” said Ida Quill, and not whom the verb is about.

        Without quoted words right before it, it isn't the speaker of those that come after it.
        """
        word = self.tokens[verb].lower
        if at < 0:
            return None if word in (*self.grammar.objects, *self.grammar.telling) else self.after(verb)
        is_quoted = at > 0 and self.tokens[at - 1].kind == "passage"
        if passage := self.tokens[at].passage:
            is_quoted = passage.is_ended
            if not is_quoted:
                return None
        if word in self.grammar.objects or (word in self.grammar.telling and not is_quoted):
            return None
        is_last = first_after(self._passages, verb, len(self.tokens)) == len(self.tokens)
        is_led_on = self.tokens[at].text in ",，" and not is_quoted and not self.grammar.inverts
        return self.after(verb) if is_last or not is_led_on else None

    def beside_comma(self, at: int, verb: int) -> Subject | None:
        """Return the subject of a verb after a comma: it follows, or stands before what the commas enclose."""
        inverted = self.inverted(at, verb)
        enclosing = self.before_aside(at) if self.tokens[at].text in ",，)" else None
        return None if inverted and enclosing else inverted or enclosing

    def skipped(self, at: int) -> int:
        """Return the index of what stands before words that may come between a subject and its verb."""
        for _ in range(MOST_ASIDES + 1):
            while at >= 0 and self._is_between(at):
                at -= 1
            aside = self.aside_before(at) if at > 0 and self.grammar.aside_begins else None
            if aside is not None:
                at = aside - 1
            elif at > 0 and self.tokens[at].kind == "name" and self.tokens[at - 1].text in self.grammar.towards:
                at -= 2
            else:
                break
        return at

    def aside_before(self, at: int) -> int | None:
        """Return where words such as “at the meeting” begin that end at an index: only with an end may they be long."""
        is_closed = self.tokens[at].text in self.grammar.aside_ends
        for start in range(at, max(-1, at - (LONGEST_ASIDE if is_closed else LONGEST_PLACE)), -1):
            token = self.tokens[start]
            if token.text in self.grammar.aside_begins:
                return start
            if self.ends_at(start) or (not is_closed and (token.lower in self.grammar.foreign or token.is_person)):
                return None
        return None

    def _is_between(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            token.lower in self.grammar.between or token.lower in self.grammar.times or token.text in self.grammar.ranks
        )

    def before_aside(self, comma: int) -> Subject | None:
        """Return the subject before one or more asides between commas, such as “, who was late,”."""
        at = comma
        for _ in range(MOST_ASIDES):
            start = last_before(self._enclosing, at)
            if start < 1:
                return None
            if (found := self.ending_at(start - 1, strict=True)).kind != "unknown":
                return None if self._is_name_alone(start + 1, at) else found
            if self.tokens[start - 1].kind in ("name", "passage") or self.tokens[start - 1].is_mark:
                return None
            at = start
        return None

    def _is_name_alone(self, first: int, last: int) -> bool:
        """Tell whether an aside is nothing but a name: then it isn't clear whose clause it is."""
        return all(
            t.kind == "name" or t.is_capitalised or t.lower in self.grammar.titles for t in self.tokens[first:last]
        )

    def ending_at(self, at: int, *, strict: bool = False, after: frozenset[str] = frozenset()) -> Subject:
        """Return the subject whose last piece stands at an index, if it begins where a clause begins.

        A strict one follows a mark; one that is to be after something follows such a word.
        """
        kind = self.kind_of(at)
        first = self.beginning(at, kind)
        begins = self.tokens[first - 1].lower in after if after else self.begins_clause(first, strict=strict)
        is_known = kind != "unknown" and begins
        return Subject(kind=kind, first=first, last=at) if is_known else self.unknown(self.clause_start(at), at)

    def kind_of(self, at: int) -> Literal["name", "pronoun", "document", "kind", "unknown"]:
        token = self.tokens[at]
        if token.kind == "name":
            return "unknown" if self.name_goes_on(at) else "name"
        if token.lower in (*self.grammar.pronouns, *self.grammar.neuter):
            return "pronoun"
        article = self.tokens[at - 1] if at else None
        has_article = article is not None and (article.lower in self.grammar.articles or article.text == "'s")
        if token.lower in self.grammar.documents and (has_article or not self.grammar.articles):
            return "document"
        return "kind" if token.lower in self.grammar.kinds and has_article else "unknown"

    def name_goes_on(self, at: int) -> bool:
        """Tell whether a name is only the beginning of a longer one, as in “China Daily”."""
        if at + 1 >= len(self.tokens):
            return False
        following = self.tokens[at + 1]
        goes_on = following.is_capitalised and following.lower not in self.grammar.times
        return goes_on or (following.kind == "name" and bool(self.grammar.articles))

    def beginning(self, at: int, kind: str) -> int:
        """Return the index of the first piece of a subject: its title, its article, whose it is."""
        first = at
        if kind == "name":
            while first and at - first < LONGEST_NAME and self.belongs(first - 1, first):
                first -= 1
        elif kind in ("document", "kind"):
            first = at - 1 if at and self.tokens[at - 1].lower in self.grammar.articles else at
            if at > 1 and self.tokens[at - 1].text == "'s" and self.tokens[at - 2].kind == "name":
                return self.beginning(at - 2, "name")
        return first

    def belongs(self, index: int, following: int) -> bool:
        """Tell whether a piece belongs to the name after it."""
        token = self.tokens[index]
        if token.text == "'s":
            return index > 0 and self.tokens[index - 1].kind == "name"
        if token.lower == "of":
            return self.tokens[following].kind == "word" and self.tokens[following].lower in self.grammar.titles
        is_adverb = index == 0 and token.lower in (*self.grammar.before, *self.grammar.times)
        return not is_adverb and self.leads_to_name(index)

    def leads_to_name(self, at: int) -> bool:
        """Tell whether a piece can stand before a name as a part of it: a title, an article, another name."""
        token = self.tokens[at]
        if token.lower in self.grammar.times:
            return False
        return (
            token.kind == "name"
            or token.is_capitalised
            or token.lower in (*self.grammar.titles, *self.grammar.articles)
        )

    def begins_clause(self, first: int, *, strict: bool = False) -> bool:
        if first == 0:
            return True
        before = self.tokens[first - 1]
        if self.ends_at(first - 1):
            return True
        if strict:
            return False
        if before.lower in (*self.grammar.joins, *self.grammar.adjoins):
            return first == 1 or self.ends_at(first - 2)
        if self.grammar.ranks and self.tokens[first].text in self.grammar.titles:
            return self.is_title_of_state(first)
        return before.lower in self.grammar.before or before.lower in self.grammar.times

    def is_title_of_state(self, first: int) -> bool:
        """Tell whether nothing but the name of a country, which need not be on record, stands before a title."""
        start = self.clause_start(first)
        if first - start > LONGEST_PLACE:
            return False
        return not any(t.lower in self.grammar.foreign or t.kind != "word" for t in self.tokens[start:first])

    def after(self, verb: int) -> Subject | None:
        """Return the subject that follows a verb, with its title before it, if the clause ends there."""
        at = self.name_after(verb + 1)
        if at is None:
            at = verb + 1
            while at < len(self.tokens) and self.tokens[at].lower in self.grammar.articles:
                at += 1
        if at >= len(self.tokens) or (kind := self.kind_of(at)) == "unknown":
            return None
        ends = self.ends_clause(at) or (self.tokens[verb].kind == "lead" and self.goes_on_with_verb(at))
        return Subject(kind=kind, first=verb + 1, last=at) if ends else None

    def goes_on_with_verb(self, at: int) -> bool:
        """Tell whether, in German, a verb follows: “laut …” takes the place of a subject."""
        following = self.tokens[at + 1]
        is_other = following.lower in (*self.grammar.joins, *self.grammar.nameless, *self.grammar.foreign)
        return self.grammar.inverts and following.text.islower() and not is_other

    def name_after(self, at: int) -> int | None:
        """Return the index of a name that begins at one, after its title."""
        last = None
        while at < len(self.tokens) and (self.leads_to_name(at) or self._links(at)):
            last = at if self.tokens[at].kind == "name" else last
            at += 1
        return last if last == at - 1 and last is not None and self.kind_of(last) == "name" else None

    def _links(self, at: int) -> bool:
        """Tell whether a piece joins parts of a title: the “of” in “Secretary of State”."""
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        is_of = self.tokens[at].lower == "of" and following is not None and following.lower in self.grammar.titles
        return is_of or (self.tokens[at].text == "'s" and self.tokens[at - 1].kind == "name")

    def ends_clause(self, at: int) -> bool:
        """Tell whether a clause may end after a piece."""
        if at + 1 >= len(self.tokens):
            return True
        following = self.tokens[at + 1]
        return self.ends_at(at + 1) or following.lower in self.grammar.after or following.lower in self.grammar.times

    def document(self, verb: int) -> str:
        """Return the noun of the document in which something was said, as in “said in a statement”."""
        for token in self.tokens[verb + 1 : verb + 6]:
            if token.is_mark or token.kind != "word":
                return ""
            if token.lower in self.grammar.documents:
                return token.lower
        return ""


def find_credits(sentence: Sentence, grammar: Grammar) -> tuple[Credit, ...]:
    """Return the credits of a sentence, in order; of one without an end none, since the words may be anyone's."""
    return () if sentence.is_endless else tuple(_Finder(sentence.tokens, grammar).run())
