"""Who is meant by a name in an article: the one record that it can be, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from readouts.drafting.grammar import Grammar
from readouts.drafting.names import words_of
from readouts.drafting.tokens import LONGEST_NAME, Sentence, Token
from readouts.graph import Graph
from readouts.insight.offices import covers, wholes_of
from readouts.model import Date, Organization, Person, Record


@dataclass(frozen=True, kw_only=True)
class Who:
    """The id of whoever is meant, or None; who else it may be, and why it isn't certain."""

    id: str | None = None
    candidates: tuple[str, ...] = ()
    doubt: str = ""


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(record.id for record in records)


@dataclass(frozen=True)
class Cast:
    """The people and organizations on record, and an article in which they are looked for, with its date."""

    graph: Graph
    grammar: Grammar
    sentences: Sequence[Sentence]
    heading: Sequence[Sentence]
    date: Date | None

    def who(self, tokens: Sequence[Token]) -> Who:
        """Return who is meant by a name, the last of some pieces, with its title, article or owner before it."""
        name = tokens[-1].name
        found = [r for r in name.records if isinstance(r, Person | Organization)] if name else []
        if not name or not found:
            return Who(doubt="it names no one on record who speaks")
        if name.is_family:
            return self._of_family(tokens, [r for r in found if isinstance(r, Person)])
        if len(found) > 1:
            return Who(candidates=_ids(found), doubt="several records have this name")
        record = found[0]
        return self._of_organization(tokens, record) if isinstance(record, Organization) else Who(id=record.id)

    def _of_organization(self, tokens: Sequence[Token], record: Organization) -> Who:
        """Return an organization, unless what stands before its name makes it that of another."""
        if not self._is_its_own(tokens, record):
            doubt = "the words before the name may make it another's (if they are part of it, add it to `also`)"
            return Who(candidates=(record.id,), doubt=doubt)
        is_bare = not any(token.name for token in tokens[:-1])
        if is_bare and tokens[-1].text in self._names_of_others:
            return Who(candidates=(record.id,), doubt="the text gives this name to another, too")
        return Who(id=record.id)

    def _is_its_own(self, tokens: Sequence[Token], record: Organization) -> bool:
        wholes = set(wholes_of(self.graph, record.id))
        passed_over = {"'s", *self.grammar.articles, *self.grammar.before}
        return all(
            wholes.intersection(_ids(token.name.records)) if token.name else token.lower in passed_over
            for token in tokens[:-1]
        )

    def _of_family(self, tokens: Sequence[Token], people: Sequence[Person]) -> Who:
        """Return who is meant by a family name alone: one whose whole name stands in the text, or who has the title."""
        if len(tokens) > 1 and self._is_strange(tokens[-2]):
            return Who(candidates=_ids(people), doubt=f"“{tokens[-2].text}” may be another's first name")
        if tokens[-1].text in self._names_of_others:
            return Who(candidates=_ids(people), doubt="the text has another of this family name")
        titled = self._by_title(tokens, people)
        named = [person for person in people if person.id in self._named]
        likely = [person for person in titled if person in named] or named or titled
        if len(likely) == 1:
            return Who(id=likely[0].id)
        doubt = "the family name stands alone" if len(people) == 1 else "several have this family name"
        return Who(candidates=_ids(likely or people), doubt=doubt)

    def _by_title(self, tokens: Sequence[Token], people: Sequence[Person]) -> list[Person]:
        """Return those who hold the office that stands before their name, on the date of the article if it has one."""
        title = {
            t.lower for t in tokens[:-1] if t.lower in self.grammar.titles and t.lower not in self.grammar.honorifics
        }
        if not title:
            return []
        return [
            person
            for person in people
            for role in person.roles
            if title <= {word.lower() for word in words_of(role.title.raw)}
            and (self.date is None or covers(role, self.date))
        ]

    @cached_property
    def _named(self) -> frozenset[str]:
        """Return the people who stand in the article by a whole name, or by title and family name."""
        found = set()
        for tokens in self._mentions([*self.heading, *self.sentences]):
            name = tokens[-1].name
            people = [r for r in name.records if isinstance(r, Person)] if name else []
            titled = self._by_title(tokens, people) if name and name.is_family else people
            found |= {titled[0].id} if len(titled) == 1 else set()
        return frozenset(found)

    @cached_property
    def _names_of_others(self) -> frozenset[str]:
        """Return the names that stand somewhere in the text as a part of the name of someone not on record."""
        found = set()
        for tokens in self._mentions(self.sentences):
            name = tokens[-1].name
            if name and name.is_family:
                is_another = len(tokens) > 1 and self._is_strange(tokens[-2])
            else:
                organizations = [r for r in name.records if isinstance(r, Organization)] if name else []
                is_another = any(not self._is_its_own(tokens, organization) for organization in organizations)
            found |= {tokens[-1].text} if is_another else set()
        return frozenset(found) | self._going_on

    @cached_property
    def _going_on(self) -> frozenset[str]:
        """Return the family names after which another first name stands, as in Chinese names."""
        found = set()
        for sentence in self.sentences:
            for token, following in zip(sentence.tokens, sentence.tokens[1:], strict=False):
                if token.name and token.name.is_family and self._is_strange(following):
                    found.add(token.text)
        return frozenset(found)

    def _mentions(self, sentences: Sequence[Sentence]) -> Iterator[Sequence[Token]]:
        """Yield each name with what stands right before it, as far as that may be a part of it."""
        for sentence in sentences:
            for index, token in enumerate(sentence.tokens):
                if token.name:
                    first = index
                    while first and index - first < LONGEST_NAME and self._may_belong(sentence.tokens[first - 1]):
                        first -= 1
                    # The first word of a sentence is written as a name is, whatever it is.
                    first += first == 0 and index > 0 and sentence.tokens[0].kind == "word" and not token.name.is_family
                    yield sentence.tokens[first : index + 1]

    def names_another(self, sentence: Sentence) -> bool:
        """Tell whether a sentence may speak of someone not on record: by a name, or as “an official”."""
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            is_part = following is not None and (following.name is not None or following.is_capitalised)
            if token.lower in self.grammar.nameless or (token.lower in self.grammar.titles and not is_part):
                return True
            is_two = following is not None and self._is_strange(following)
            if self._is_strange(token) and (is_two or self._is_in_the_middle(tokens, index)):
                return True
        return False

    def _is_in_the_middle(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a word is written as a name though no sentence begins there, without an article."""
        before = tokens[index - 1] if index else None
        return before is not None and before.lower not in self.grammar.articles and not tokens[index].text.isupper()

    def _may_belong(self, token: Token) -> bool:
        return (
            token.text == "'s" or token.name is not None or token.is_capitalised or token.lower in self.grammar.titles
        )

    def _is_strange(self, token: Token) -> bool:
        """Tell whether a word is written as a name and is no title, weekday or word that begins a sentence."""
        is_strange = token.is_capitalised and token.lower not in self.grammar.capitalised
        return is_strange and not token.text.endswith(("ing", "ly"))
