"""What the records of a folder do to the site, compared with those of another, in reading order."""

from dataclasses import dataclass
from pathlib import Path

from readouts.build import Checked
from readouts.diff.effects import (
    AddressChange,
    CommitmentChange,
    PhraseChange,
    compare_commitments,
    compare_comparisons,
    compare_pairs,
    compare_phrases,
)
from readouts.diff.pages import Lost, PageChanges, Pages, compare_pages, find_lost
from readouts.diff.problems import ProblemChanges, compare_problems
from readouts.diff.quotations import QuotationChange, compare_quotations
from readouts.diff.records import RecordChange, compare_records
from readouts.diff.sides import Sides
from readouts.progress import Progress

__all__ = ["Difference", "compare"]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """All that differs. `pages` is None where the content of one side has errors, so that it makes no site."""

    sides: Sides
    records: tuple[RecordChange, ...]
    quotations: tuple[QuotationChange, ...]
    phrases: tuple[PhraseChange, ...]
    commitments: tuple[CommitmentChange, ...]
    comparisons: AddressChange
    pairs: AddressChange
    pages: PageChanges | None
    lost: tuple[Lost, ...]
    problems: ProblemChanges


def compare(before: Checked, now: Checked, templates: tuple[Path, ...], progress: Progress | None = None) -> Difference:
    """Return how the site of some content differs from that of the content before."""
    progress = progress or Progress()
    sides = Sides(before, now)
    records, quotations = compare_records(sides), compare_quotations(sides)
    pages = None if before.errors or now.errors else (Pages(before, templates), Pages(now, templates))
    if pages:
        progress.begin("pages compared", len(pages[1].by_address))
    return Difference(
        sides=sides,
        records=records,
        quotations=quotations,
        phrases=tuple(compare_phrases(sides)),
        commitments=tuple(compare_commitments(sides)),
        comparisons=compare_comparisons(sides),
        pairs=compare_pairs(sides),
        pages=compare_pages(*pages, progress.step, is_told=bool(records or quotations)) if pages else None,
        lost=find_lost(sides, pages, records, quotations),
        problems=compare_problems(sides),
    )
