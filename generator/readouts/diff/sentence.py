"""A difference in a sentence."""

from collections import Counter
from collections.abc import Iterator

from readouts.diff import Difference
from readouts.diff.quotations import ATTRIBUTION, WORDS
from readouts.model import RECORD_TYPES
from readouts.report import count

# What is said of records, with the kinds of change that it covers.
_VERBS = {
    "adds": ("added",),
    "changes": ("changed",),
    "renames": ("renamed",),
    "withdraws": ("withdrawn",),
    "brings back": ("restored",),
    "removes": ("removed", "merged"),
}


def in_a_sentence(difference: Difference) -> str:
    """Return what a difference comes to, such as `adds 1 meeting, 6 quotations; 12 pages change`."""
    clauses = [f"{verb} {', '.join(things)}" for verb in _VERBS if (things := list(_things(difference, verb)))]
    return "; ".join([*clauses, *_pages(difference), *_problems(difference)]) or "changes nothing on the site"


def _things(difference: Difference, verb: str) -> Iterator[str]:
    kinds = _VERBS[verb]
    if verb == "changes":
        yield from _changes(difference)
    records = Counter(change.key[0] for change in difference.records if change.kind in kinds)
    for model in RECORD_TYPES:
        if records[model.TYPE]:
            yield f"{records[model.TYPE]:,} {model.TYPE if records[model.TYPE] == 1 else model.FOLDER}"
    quotations = sum(change.kind in kinds for change in difference.quotations)
    if quotations and verb != "changes":
        yield count(quotations, "quotation")
    if verb == "adds":
        firsts = sum(change.first is not None for change in difference.phrases)
        yield from [f"{count(firsts, 'first use')} of a phrase"] if firsts else []
        yield from [count(len(difference.comparisons.added), "comparison")] if difference.comparisons.added else []
        yield from [f"{count(len(difference.pairs.added), 'pair')} of parties"] if difference.pairs.added else []


def _changes(difference: Difference) -> Iterator[str]:
    changed = [change for change in difference.quotations if change.kind == "changed"]
    told = sum(change.has(*WORDS) for change in changed), sum(change.has(*ATTRIBUTION) for change in changed)
    others = sum(not change.has(*WORDS, *ATTRIBUTION) for change in changed)
    for number, what in zip((*told, others), ("the words of ", "the attribution of ", "other fields of "), strict=True):
        if number:
            yield f"{what}{count(number, 'quotation')}"
    if difference.commitments:
        yield f"the standing of {count(len(difference.commitments), 'commitment')}"


def _pages(difference: Difference) -> Iterator[str]:
    pages = difference.pages
    if pages is None:
        yield "pages are not compared"
        return
    for number, one, several in (
        (len(pages.added), "page is new", "pages are new"),
        (len(pages.changed), "page changes", "pages change"),
        (len(pages.removed), "page goes", "pages go"),
    ):
        if number:
            yield f"{number:,} {one if number == 1 else several}"


def _problems(difference: Difference) -> Iterator[str]:
    fixed, new = len(difference.problems.fixed), len(difference.problems.new)
    parts = [*([f"{count(fixed, 'problem')} fixed"] if fixed else []), *([f"{new:,} new"] if new else [])]
    if parts:
        yield ", ".join(parts) if fixed else f"{count(new, 'new problem')}"
