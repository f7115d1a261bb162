"""An article as the rules read it: its passages, its sentences, and who is credited with what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from readouts.drafting.article import Article
from readouts.drafting.attribution import Attribution, Attributor, wordings
from readouts.drafting.cast import Cast
from readouts.drafting.crediting import NO_WORDS, Beside, Credited, credited_passages
from readouts.drafting.languages import grammar_of
from readouts.drafting.names import names_of_records
from readouts.drafting.passages import Passage, Stray, find_passages, outermost
from readouts.drafting.speakers import Discourse, Said
from readouts.drafting.tokens import Reader, Sentence
from readouts.graph import Graph
from readouts.model import Date

_LEADS_ON = (":", "：")
MOST_PASSAGES = 200


@dataclass(frozen=True, kw_only=True)
class Found:
    """A passage with its sentence, the words that credit it, who says it, and the passage that it stands in."""

    passage: Passage
    sentence: Sentence
    credited: Credited
    attribution: Attribution
    inside: Passage | None = None


@dataclass(frozen=True, kw_only=True)
class Read:
    """All that rules can tell of an article: its passages, marks without a partner, and sentences with their credits.

    `mentions` are its sentences once more, with the names that stand in quotation marks, too. `passed_over` is how many
    passages there are beyond those.
    """

    article: Article
    found: tuple[Found, ...]
    strays: tuple[Stray, ...]
    sentences: tuple[Beside, ...]
    mentions: tuple[Sentence, ...]
    passed_over: int


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """An article while it is read."""

    article: Article
    graph: Graph
    reader: Reader
    passages: Sequence[Passage]

    def run(self, date: Date | None) -> tuple[tuple[Found, ...], tuple[Beside, ...]]:
        """Return the passages with who says them, and all sentences with their credits."""
        paragraphs = list(self.paragraphs())
        everything = [sentence for sentences in paragraphs for sentence in sentences]
        cast = Cast(self.graph, self.reader.grammar, everything, self.heading(), date)
        discourse = Discourse(cast)
        told = [[(sentence, discourse.follow(sentence)) for sentence in sentences] for sentences in paragraphs]
        credited = dict(self.credited(told))
        for run in _runs(self.passages):
            credited.update(self.joined(run, credited, cast))
        sentences = tuple(beside for paragraph in told for beside in paragraph)
        known = wordings(sentences, self.article, self.graph)
        attributor = Attributor(graph=self.graph, grammar=self.reader.grammar, wordings=known)
        outer = [self.found(attributor, passage, *found) for passage, found in credited.items()]
        inner = [found for one in outer for found in self.inner(one.passage, cast, attributor)]
        ordered = sorted([*outer, *inner], key=lambda one: (one.passage.paragraph, one.passage.outer_start))
        return tuple(ordered), sentences

    def paragraphs(self) -> Iterator[list[Sentence]]:
        by_paragraph: defaultdict[int, list[Passage]] = defaultdict(list)
        for passage in outermost(self.passages):
            by_paragraph[passage.paragraph].append(passage)
        for number, text in enumerate(self.article.paragraphs, start=1):
            yield self.reader.sentences(number, text, by_paragraph[number])

    def heading(self) -> list[Sentence]:
        return [sentence for line in self.article.heading for sentence in self.reader.sentences(0, line, ())]

    def credited(self, told: Sequence[Sequence[Beside]]) -> Iterator[tuple[Passage, tuple[Sentence, Credited]]]:
        """Yield each passage that stands in no other, with its sentence and its credit."""
        lead_in: Said | None = None
        for text, sentences in zip(self.article.paragraphs, told, strict=True):
            found = credited_passages(text, sentences, self.reader.grammar, lead_in)
            for sentence, _ in sentences:
                yield from ((passage, (sentence, found[passage])) for passage in sentence.passages)
            last = sentences[-1][1] if sentences else ()
            lead_in = last[-1] if last and text.endswith(_LEADS_ON) else None

    def joined(
        self, run: Sequence[Passage], credited: Mapping[Passage, tuple[Sentence, Credited]], cast: Cast
    ) -> Iterator[tuple[Passage, tuple[Sentence, Credited]]]:
        """Yield the passages of one quotation over several paragraphs with the credit of its first or its last."""
        known = [credited[passage][1] for passage in run if credited[passage][1].said]
        speakers = {one.said.who.id for one in known if one.said}
        one = replace(known[0], is_carried=True) if known else NO_WORDS
        if len(speakers) > 1 or any(self.holds_credit(passage, cast) for passage in run[:-1]):
            one = replace(
                one, doubt="a mark may be missing: the quotation goes on over paragraphs and names who speaks"
            )
        for passage in run:
            own = credited[passage]
            yield passage, (own[0], own[1] if own[1].said and not one.doubt else one)

    def holds_credit(self, passage: Passage, cast: Cast) -> bool:
        return any(one.who.id for _, said in self.within(passage, (), cast) for one in said)

    def within(self, passage: Passage, inner: Sequence[Passage], cast: Cast) -> list[Beside]:
        """Return the sentences within a passage, with the credits in them."""
        text = self.article.paragraphs[passage.paragraph - 1][: passage.end]
        discourse = Discourse(cast)
        sentences = self.reader.sentences(passage.paragraph, text, inner, passage.start)
        return [(sentence, discourse.follow(sentence)) for sentence in sentences]

    def inner(self, passage: Passage, cast: Cast, attributor: Attributor) -> Iterator[Found]:
        """Yield the passages inside another."""
        held = list(outermost([other for other in self.passages if passage.holds(other)]))
        if not held:
            return
        sentences = self.within(passage, held, cast)
        text = self.article.paragraphs[passage.paragraph - 1]
        credited = credited_passages(text, sentences, self.reader.grammar, None)
        for sentence, _ in sentences:
            for other in sentence.passages:
                yield replace(self.found(attributor, other, sentence, credited[other]), inside=passage)
                yield from self.inner(other, cast, attributor)

    def found(self, attributor: Attributor, passage: Passage, sentence: Sentence, credited: Credited) -> Found:
        attribution = attributor.attribute(self.article.text(passage), credited)
        return Found(passage=passage, sentence=sentence, credited=credited, attribution=attribution)


def _runs(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the passages of each quotation that goes on over several paragraphs."""
    run: list[Passage] = []
    for passage in passages:
        if passage.continues and run:
            run.append(passage)
        elif passage.goes_on:
            run = [passage]
        if run and run[-1] is passage and not passage.goes_on:
            yield run
            run = []


def read_through(article: Article, graph: Graph, lang: str | None, date: Date | None) -> Read:
    """Return an article with each quoted passage and who says it."""
    everything, strays = find_passages(article.paragraphs)
    passages = everything[:MOST_PASSAGES]
    reader = Reader(names=names_of_records(graph, lang), grammar=grammar_of(lang))
    reading = _Reading(article=article, graph=graph, reader=reader, passages=passages)
    found, sentences = reading.run(date)
    quoting = {passage.paragraph for passage in passages}
    paragraphs = ((number, article.paragraphs[number - 1]) for number in sorted(quoting))
    again = [sentence for number, text in paragraphs for sentence in reader.sentences(number, text, ())]
    others = [sentence for sentence, _ in sentences if sentence.paragraph not in quoting]
    return Read(
        article=article, found=found, strays=strays, sentences=sentences,
        mentions=tuple(sorted([*again, *others], key=lambda sentence: (sentence.paragraph, sentence.start))),
        passed_over=len(everything) - len(passages),
    )  # fmt: skip
