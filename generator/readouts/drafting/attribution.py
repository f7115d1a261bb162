"""Who is to be named as the speaker of a quoted passage: the right one, or none."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readouts.drafting.article import Article
from readouts.drafting.crediting import Beside, Credited
from readouts.drafting.grammar import Grammar
from readouts.drafting.speakers import Said
from readouts.graph import Graph
from readouts.model import Organization, Person
from readouts.text import UNSPACED

SHARED = 5  # words in a row that a quotation has from a sentence credited to another
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """The speaker of a passage, or None, with the reason; the words that credit it, and whom they name.

    `through` are words that say who passes them on. `is_simple` tells that the words say no more than that the speaker
    said it; `document` is the noun of what they were said in.
    """

    why: str
    speaker: str | None = None
    candidates: tuple[str, ...] = ()
    words: str = ""
    through: str = ""
    credited_to: str | None = None
    is_simple: bool = False
    to: tuple[str, ...] = ()
    document: str = ""


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a text, as many in a row as tell that they are not shared by chance."""
    words = _WORD.findall(text.casefold())
    yield from zip(*(words[start:] for start in range(SHARED)), strict=False)


def wordings(sentences: Iterable[Beside], article: Article, graph: Graph) -> Mapping[tuple[str, ...], tuple[str, int]]:
    """Return what sentences credit to people, by the words in a row: whom first, and in which paragraph."""
    found: dict[tuple[str, ...], tuple[str, int]] = {}
    for sentence, said in sentences:
        people = [one.who.id for one in said if one.who.id and graph.get(Person.TYPE, one.who.id)]
        for words in shingles(article.text(sentence)) if people else ():
            found.setdefault(words, (people[0], sentence.paragraph))
    return found


@dataclass(frozen=True, kw_only=True)
class Attributor:
    """Decides on speakers, given the records and what the article credits to people elsewhere."""

    graph: Graph
    grammar: Grammar
    wordings: Mapping[tuple[str, ...], tuple[str, int]]

    def attribute(self, words: str, credited: Credited) -> Attribution:
        """Return who says a passage."""
        said = credited.said
        if said is None:
            return Attribution(why=credited.doubt)
        who = said.who
        if credited.doubt or who.id is None:
            rival = credited.rival
            others = [who.id, *who.candidates, *((rival.who.id, *rival.who.candidates) if rival else ())]
            return self._open(said, credited, credited.doubt or who.doubt, others)
        organization = self.graph.get(Organization.TYPE, who.id)
        if isinstance(organization, Organization):
            return self._of_organization(words, credited, said, organization)
        return self._named(said, credited, is_simple=self._is_simple(said))

    def _of_organization(self, words: str, credited: Credited, said: Said, organization: Organization) -> Attribution:
        """Return an organization as the speaker, unless it may only pass the words on."""
        if organization.kind == "press":
            return self._open(said, credited, "a newspaper may give the words of others", [organization.id])
        shared = next((self.wordings[found] for found in shingles(words) if found in self.wordings), None)
        if shared and organization.kind != "tradition":
            person, paragraph = shared
            why = f"credited to '{organization.id}', while P{paragraph} gives some of these words to '{person}'"
            return self._open(said, credited, why, [person, organization.id])
        return self._named(said, credited, is_simple=self._is_simple(said))

    def _is_simple(self, said: Said) -> bool:
        verb = said.verb.text
        is_direct = said.verb.kind == "verb" and verb not in self.grammar.relaying and said.credit.begin is None
        return is_direct and said.credit.subject.kind in ("name", "pronoun")

    def _named(self, said: Said, credited: Credited, *, is_simple: bool) -> Attribution:
        return Attribution(
            why="", speaker=said.who.id, words=credited.words, through=credited.through, is_simple=is_simple,
            to=(said.told,) if said.told else (), document=said.document,
        )  # fmt: skip

    def _open(self, said: Said, credited: Credited, why: str, candidates: Sequence[str | None]) -> Attribution:
        is_named = said.credit.subject.kind == "name" and not credited.rival
        organization = self.graph.get(Organization.TYPE, said.who.id or "") if is_named else None
        return Attribution(
            why=why, candidates=tuple(dict.fromkeys(filter(None, candidates))), words=credited.words,
            credited_to=organization.id if organization else None, document=said.document,
        )  # fmt: skip
