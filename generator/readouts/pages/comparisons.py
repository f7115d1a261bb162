"""The accounts of a meeting side by side, on as many pages as they need."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from readouts.graph import Quotation
from readouts.insight import Insight
from readouts.insight.accounts import Account, Comparison, Row, compare, one_sided
from readouts.model import Commitment, Meeting, Organization, Phrase
from readouts.pages.addresses import comparison_address, numbered
from readouts.pages.lists import Listing, Pager
from readouts.pages.page import Context, Page

IN_A_CELL = 8
ON_A_PAGE = 48
BRIEF_CELL, BRIEF_ROWS, BRIEF = 3, 20, 24  # on the page of the meeting: of a cell, rows, and statements in all


@dataclass(frozen=True, kw_only=True)
class Strip:
    """What is shown of a row at one place: of each cell at most so many statements, from the one at `start`."""

    row: Row
    start: int
    most: int

    @property
    def size(self) -> int:
        """Return how many statements are shown."""
        return sum(len(cell[self.start : self.start + self.most]) for cell in self.row.cells)


def brief(comparison: Comparison) -> tuple[Strip, ...]:
    """Return the beginning of a comparison: rows as long as there is room for what they hold, one at least."""
    strips = [Strip(row=row, start=0, most=BRIEF_CELL) for row in comparison.rows[:BRIEF_ROWS]]
    sizes = accumulate(strip.size for strip in strips)
    return tuple(
        strip for number, (strip, size) in enumerate(zip(strips, sizes, strict=True)) if size <= BRIEF or not number
    )


def _strips(comparison: Comparison) -> Iterator[Strip]:
    for row in comparison.rows:
        for start in range(0, max(len(cell) for cell in row.cells), IN_A_CELL):
            yield Strip(row=row, start=start, most=IN_A_CELL)


def in_parts(comparison: Comparison) -> tuple[tuple[Strip, ...], ...]:
    """Return the strips of a whole comparison, page by page; where there are none, one page without any."""
    parts: list[list[Strip]] = [[]]
    size = 0
    for strip in _strips(comparison):
        if parts[-1] and size + strip.size > ON_A_PAGE:
            parts.append([])
            size = 0
        parts[-1].append(strip)
        size += strip.size
    return tuple(tuple(part) for part in parts)


@dataclass(frozen=True, kw_only=True)
class Substance:
    """What an account is made of: its formulations and the commitments it speaks of, as they first occur."""

    account: Account
    phrases: tuple[Phrase, ...]
    commitments: tuple[Commitment, ...]


def _substances(insight: Insight, comparison: Comparison) -> tuple[Substance, ...]:
    """Return what each account that there is is made of; nothing if none has formulations or commitments."""
    found = tuple(_substance(insight, account) for account in comparison.accounts if account.statements)
    return found if any(s.phrases or s.commitments for s in found) else ()


def _substance(insight: Insight, account: Account) -> Substance:
    phrases: dict[str, Phrase] = {}
    commitments: dict[str, Commitment] = {}
    for statement in account.statements:
        for occurrence in insight.occurrences_by_quotation.get(statement.quotation.id, ()):
            if occurrence.rendering is statement.rendering:
                phrases[occurrence.phrase.id] = occurrence.phrase
        for id_ in statement.quotation.quote.commitments:
            commitments[id_] = insight.graph.record(Commitment, id_)
    return Substance(account=account, phrases=tuple(phrases.values()), commitments=tuple(commitments.values()))


def plan_comparison(insight: Insight, meeting: Meeting, page: Page, quotations: Listing) -> Iterator[Page]:
    """Yield the pages of the comparison of a meeting's accounts, each like `page`."""
    parts = in_parts(compare(insight.graph, meeting))
    first = comparison_address(meeting)
    addresses = tuple(numbered(first, number) for number in range(1, len(parts) + 1))
    for number, address in enumerate(addresses, 1):
        pager = Pager(number=number, addresses=addresses)
        context = partial(_comparison, insight, meeting, pager, quotations)
        aspect = ", ".join(filter(None, [page.aspect, f"page {number}" if number > 1 else ""]))
        yield replace(page, address=address, template="comparison.md", aspect=aspect, context=context)


def _comparison(insight: Insight, meeting: Meeting, pager: Pager, quotations: Listing) -> Context:
    graph = insight.graph
    comparison = compare(graph, meeting)
    elsewhere = [q for quote in meeting.quotes if (q := Quotation(meeting, quote)).id not in comparison.placed]
    sided = [(quotation, graph.record(Organization, party)) for quotation, party in one_sided(graph, meeting)]
    return {
        "record": meeting,
        "comparison": comparison,
        "shared": [row for row in comparison.rows if len(row.raised_by) > 1],
        "alone": [
            (account, [row for row in comparison.rows if row.raised_by == (index,)])
            for index, account in enumerate(comparison.accounts)
        ],
        "is_complete": all(comparison.accounts[index].is_complete for index in comparison.told),
        "strips": in_parts(comparison)[pager.number - 1],
        "substance": _substances(insight, comparison),
        "elsewhere": elsewhere[: quotations.most],
        "more_elsewhere": len(elsewhere) - quotations.most,
        "pager": pager,
        "one_sided": sided[: quotations.most],
        "more_one_sided": len(sided) - quotations.most,
        "quotations": quotations,
    }
