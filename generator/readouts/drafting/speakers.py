"""Who says what a sentence credits: names, pronouns and nouns such as “the statement”, followed through an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readouts.drafting.cast import Cast, Who
from readouts.drafting.credits import Credit, find_credits
from readouts.drafting.tokens import Sentence, Token
from readouts.graph import Graph
from readouts.model import Organization, Person


@dataclass(frozen=True, kw_only=True)
class Said:
    """A credit in a sentence, and who is meant by its subject; `document` is the noun of a document that says it.

    `told` is the person to whom it was said.
    """

    sentence: Sentence
    credit: Credit
    who: Who
    document: str = ""
    told: str | None = None

    @property
    def verb(self) -> Token:
        """Return the verb of speech."""
        return self.sentence.tokens[self.credit.verb]


@dataclass
class Discourse:
    """The credits of an article, one sentence after the other.

    `before` is the last sentence, `latest` its credits and `earlier` the one before it; those of nothing but quoted
    words are passed over. `named` are the organizations named so far, `document` the last credit that spoke of a
    document whose issuer is known, and `since` those who were credited after it, `pronouns` who is
    meant by “he” in the sentence at hand.
    """

    cast: Cast
    before: Sentence | None = None
    earlier: Sentence | None = None
    latest: tuple[Said, ...] = ()
    document: Said | None = None
    since: dict[str | None, None] = field(default_factory=dict)
    named: dict[str, Organization] = field(default_factory=dict)
    pronouns: dict[str, Who] = field(default_factory=dict)

    @property
    def graph(self) -> Graph:
        """Return the records."""
        return self.cast.graph

    def follow(self, sentence: Sentence) -> tuple[Said, ...]:
        """Return the credits of the next sentence, with who is meant by them."""
        found = []
        self.pronouns.clear()
        for credit in find_credits(sentence, self.cast.grammar):
            said = self._said(sentence, credit)
            found.append(said)
            self._note(said)
        if not sentence.is_passage_alone:
            self.earlier, self.before, self.latest = self.before, sentence, tuple(found)
        records = (record for token in sentence.tokens if token.name for record in token.name.records)
        self.named.update({record.id: record for record in records if isinstance(record, Organization)})
        return tuple(found)

    def _note(self, said: Said) -> None:
        """Note that somebody was credited: with a document, or after one."""
        if said.document and said.who.id:
            self.document = said
            self.since.clear()
        elif self.document is None or said.who.id != self.document.who.id:
            self.since[said.who.id] = None

    def _said(self, sentence: Sentence, credit: Credit) -> Said:
        subject = sentence.tokens[credit.subject.first : credit.subject.last + 1]
        match credit.subject.kind:
            case "name":
                who = self.cast.who(subject)
            case "pronoun":
                who = self._pronoun(sentence, credit.subject.last)
            case "document":
                return Said(sentence=sentence, credit=credit, who=self._document(subject), document=subject[-1].lower)
            case "kind":
                who = self._kind(subject)
            case _:
                who = Who(doubt="who that is can't be told by rules")
        return Said(
            sentence=sentence, credit=credit, who=who, document=credit.document, told=self._told(sentence, credit)
        )

    def _told(self, sentence: Sentence, credit: Credit) -> str | None:
        """Return the person to whom it was said, if that is certain."""
        if credit.told is None:
            return None
        who = self.cast.who(sentence.tokens[credit.verb + 1 : credit.told + 1])
        return who.id if self.graph.get(Person.TYPE, who.id or "") else None

    def _pronoun(self, sentence: Sentence, at: int) -> Who:
        """Return who is meant by “he”, if this sentence names no other yet: see below; “it” is who spoke before."""
        before = self.before
        doubt = f"whom “{sentence.tokens[at].text}” means can't be told for certain"
        names_someone = sentence.people and sentence.people[0] < at
        if before is None or sentence.paragraph - before.paragraph > 1 or names_someone:
            return Who(doubt=doubt)
        if sentence.tokens[at].lower in self.cast.grammar.pronouns:
            word = sentence.tokens[at].lower
            if word not in self.pronouns:
                self.pronouns[word] = self._he(before, self.latest, doubt)
            return self.pronouns[word]
        spoke = self.latest[0].who if self.latest else Who()
        is_organization = self.graph.get(Organization.TYPE, spoke.id or "") is not None
        return spoke if is_organization else Who(doubt=doubt)

    def _he(self, before: Sentence, earlier: Sequence[Said], doubt: str) -> Who:
        """Return the only person that the sentence before names, if the one before that names no other.

        Whether it is a man isn't on record.
        """
        people = {who.id for who in self.people(before)}
        others = {who.id for who in self.people(self.earlier)} - people if self.earlier else set()
        if not people and earlier and earlier[0].credit.subject.kind == "pronoun":
            return earlier[0].who
        only = people.pop() if len(people) == 1 else None
        is_certain = only is not None and not others and not self.cast.names_another(before)
        candidates = tuple(sorted(filter(None, {only, *people, *others})))
        return Who(id=only) if is_certain else Who(candidates=candidates, doubt=doubt)

    def people(self, sentence: Sentence) -> Iterator[Who]:
        """Yield who is meant by each name of a person in a sentence."""
        for index in sentence.people:
            yield self.cast.who(sentence.tokens[max(0, index - 1) : index + 1])

    def _document(self, subject: Sequence[Token]) -> Who:
        """Return whose document is meant: its owner's if that is said, or of the last that was said in such a one."""
        if len(subject) > 1 and subject[-2].text == "'s":
            return self.cast.who(subject[:-2])
        last = self.document
        noun = subject[-1].text
        if last is None:
            return Who(doubt=f"whose {noun} it is can't be told by rules")
        candidates = tuple(filter(None, (last.who.id, *reversed(self.since))))
        place = f"P{last.sentence.paragraph}"
        if last.document != noun.lower():
            return Who(candidates=candidates, doubt=f"the {last.document} last named ({place}) may be another one")
        if self.since:
            return Who(candidates=candidates, doubt=f"others spoke since the {noun} was named ({place})")
        return last.who

    def _kind(self, subject: Sequence[Token]) -> Who:
        """Return which organization “the ministry” is: the only one of its kind that the text names so far."""
        kinds = self.cast.grammar.kinds[subject[-1].lower]
        if len(subject) > 2 or subject[-2].text == "'s":  # noqa: PLR2004  # an article and the noun
            return Who(doubt="whose it is can't be told by rules")
        found = {record.id for record in self.named.values() if record.kind in kinds}
        doubt = f"which {subject[-1].text} is meant can't be told for certain"
        return Who(id=found.pop()) if len(found) == 1 else Who(candidates=tuple(sorted(found)), doubt=doubt)
