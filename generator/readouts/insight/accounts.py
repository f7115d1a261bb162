"""Each side's account of a meeting, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from readouts.graph import Graph, Quotation
from readouts.insight.encounters import parties_of
from readouts.insight.offices import is_part_of
from readouts.model import Meeting, NoReadout, Organization, Quote, Rendering, Source
from readouts.text import Text, primary


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What an account has of a quotation, in English where it can be.

    `order` is the paragraph in the account itself, or else in what passes it on; None where neither is known.
    """

    quotation: Quotation
    rendering: Rendering
    order: int | None


@dataclass(frozen=True, kw_only=True)
class Account:
    """What one party says happened: its readout, or why there is none, and its statements in their order."""

    party: Organization
    source: Source | None
    reason: Text | None
    statements: tuple[Statement, ...]

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Return the topics in the order in which the account raises them."""
        return tuple(dict.fromkeys(topic for s in self.statements for topic in s.quotation.quote.topics))

    def on(self, topic: str | None) -> tuple[Statement, ...]:
        """Return the statements on a topic, or those without any."""
        if topic is None:
            return tuple(s for s in self.statements if not s.quotation.quote.topics)
        return tuple(s for s in self.statements if topic in s.quotation.quote.topics)

    @property
    def is_complete(self) -> bool:
        """Tell whether silence means something."""
        return self.source is not None and self.source.complete


@dataclass(frozen=True, kw_only=True)
class Row:
    """One topic, with the statements of each account on it, in the order of the accounts."""

    topic: str | None
    cells: tuple[tuple[Statement, ...], ...]

    @property
    def raised_by(self) -> tuple[int, ...]:
        """Return the indices of the accounts that raise it."""
        return tuple(index for index, cell in enumerate(self.cells) if cell)


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Topics × parties of a meeting."""

    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]

    @cached_property
    def told(self) -> tuple[int, ...]:
        """Return the indices of the accounts that there are."""
        return tuple(index for index, account in enumerate(self.accounts) if account.statements)

    def is_one_sided(self, row: Row) -> bool:
        """Tell whether only one of several accounts raises a topic."""
        return len(self.told) > 1 and len(row.raised_by) == 1

    def is_silence(self, row: Row) -> bool:
        """Tell whether all the accounts that don't raise a topic are recorded in full."""
        return all(self.accounts[index].is_complete for index in self.told if index not in row.raised_by)

    @cached_property
    def _first_rows(self) -> dict[tuple[int, str], str | None]:
        """Return the topic under which each account has each quotation first."""
        found: dict[tuple[int, str], str | None] = {}
        for row in self.rows:
            for index, cell in enumerate(row.cells):
                for statement in cell:
                    found.setdefault((index, statement.quotation.id), row.topic)
        return found

    def is_repeated(self, row: Row, index: int, statement: Statement) -> bool:
        """Tell whether an account's statement stands under an earlier topic already."""
        return self._first_rows[index, statement.quotation.id] != row.topic

    @cached_property
    def placed(self) -> frozenset[str]:
        """Return the ids of the quotations that stand in some account."""
        return frozenset(s.quotation.id for account in self.accounts for s in account.statements)


def _statement(quotation: Quotation, source: str) -> Statement | None:
    own = [r for r in quotation.quote.renderings if source in (r.source, r.relays)]
    if not own:
        return None
    told = min(own, key=lambda rendering: (primary(rendering.lang) != "en", rendering.source != source))
    placed = sorted(own, key=lambda rendering: rendering.source != source)
    paragraphs = [rendering.at.paragraph for rendering in placed if rendering.at and rendering.at.paragraph]
    return Statement(quotation=quotation, rendering=told, order=paragraphs[0] if paragraphs else None)


def _statements(meeting: Meeting, source: str) -> tuple[Statement, ...]:
    found = (_statement(Quotation(meeting, quote), source) for quote in meeting.quotes)
    return tuple(sorted((s for s in found if s), key=lambda s: float("inf") if s.order is None else s.order))


def _accounts(graph: Graph, meeting: Meeting) -> Iterator[Account]:
    for party in parties_of(meeting):
        organization, entry = graph.record(Organization, party), meeting.readouts.get(party)
        if isinstance(entry, str):
            source = graph.record(Source, entry)
            yield Account(party=organization, source=source, reason=None, statements=_statements(meeting, entry))
        else:
            reason = entry.none if isinstance(entry, NoReadout) else None
            yield Account(party=organization, source=None, reason=reason, statements=())


def compare(graph: Graph, meeting: Meeting) -> Comparison:
    """Return each party's account of a meeting by topic; topics in the order in which accounts raise them."""
    accounts = tuple(_accounts(graph, meeting))
    topics: dict[str | None, None] = dict.fromkeys(topic for account in accounts for topic in account.topics)
    if any(account.on(None) for account in accounts):
        topics[None] = None
    rows = tuple(Row(topic=topic, cells=tuple(account.on(topic) for account in accounts)) for topic in topics)
    return Comparison(accounts=accounts, rows=rows)


def party_of_speaker(graph: Graph, meeting: Meeting, quote: Quote) -> str | None:
    """Return the party for which a quote is spoken."""
    if quote.for_:
        return quote.for_
    parties = parties_of(meeting)
    present = next((p.for_ for p in meeting.participants if p.person == quote.speaker), None)
    return present or next((party for party in parties if is_part_of(graph, quote.speaker, party)), None)


def parties_of_rendering(graph: Graph, meeting: Meeting, rendering: Rendering) -> frozenset[str]:
    """Return the parties in whose accounts a rendering stands; or else the one in whose document it stands first."""
    first = rendering.relays or rendering.source
    told = {party for party, entry in meeting.readouts.items() if entry in (first, rendering.source)}
    if told:
        return frozenset(told)
    issuer = graph.record(Source, first).issuer
    return frozenset([party for party in parties_of(meeting) if is_part_of(graph, issuer, party)][:1])


def parties_telling(graph: Graph, quotation: Quotation) -> frozenset[str]:
    """Return the parties in whose accounts or documents a quotation stands, whoever is quoted there."""
    told = (parties_of_rendering(graph, quotation.meeting, r) for r in quotation.quote.renderings)
    return frozenset[str]().union(*told)


def _parties_of_quote(graph: Graph, quotation: Quotation) -> frozenset[str]:
    """Return the parties from which a quotation is known; none if it is also known from elsewhere."""
    told = [parties_of_rendering(graph, quotation.meeting, r) for r in quotation.quote.renderings]
    return frozenset().union(*told) if all(told) else frozenset()


def known_through(graph: Graph, quotation: Quotation) -> str | None:
    """Return the other party through which alone the words are known, as in "Blinken, as China reports him".

    A state and its ministry are one side.
    """
    speaker = party_of_speaker(graph, quotation.meeting, quotation.quote)
    parties = _parties_of_quote(graph, quotation)
    if speaker is None or len(parties) != 1:
        return None
    (party,) = parties
    return None if is_part_of(graph, speaker, party) or is_part_of(graph, party, speaker) else party


def one_sided(graph: Graph, meeting: Meeting) -> tuple[tuple[Quotation, str], ...]:
    """Return the quotations that stand in the documents of one party only, with that party, where there are two."""
    if len(parties_of(meeting)) < 2:  # noqa: PLR2004  # sides
        return ()
    quotations = [Quotation(meeting, quote) for quote in meeting.quotes]
    found = [(quotation, _parties_of_quote(graph, quotation)) for quotation in quotations]
    return tuple((quotation, next(iter(parties))) for quotation, parties in found if len(parties) == 1)
