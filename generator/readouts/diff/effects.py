"""What follows from changed records: uses of phrases, standing of commitments, comparisons and pairs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readouts.build import Checked
from readouts.diff.sides import Sides
from readouts.graph import Key
from readouts.model import Commitment, Meeting, Organization, Phrase
from readouts.pages.addresses import address_of_key, pair_address
from readouts.text import Text

Uses = tuple[str, ...]  # addresses of quotations, `<meeting>/<quote>`, in the order in which they were said


@dataclass(frozen=True, kw_only=True)
class PhraseChange:
    """Which quotations have a phrase now and which have it no longer; `first` is its first use, where that is new."""

    id: str
    name: Text
    first: str | None
    gained: Uses
    lost: Uses


@dataclass(frozen=True, kw_only=True)
class CommitmentChange:
    """What was the latest word on a commitment, and what is; several where several are of one day."""

    id: str
    title: Text
    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AddressChange:
    """Addresses of pages of one sort that there are now, and those that there are no longer."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


def _uses(sides: Sides, checked: Checked, known: Mapping[Key, object]) -> dict[str, Uses]:
    """Return the quotations that have each phrase, by the phrase's present id, under their present ones."""
    found = {}
    for id_, occurrences in checked.insight.occurrences_by_phrase.items():
        key = sides.present((Phrase.TYPE, id_))
        quotations = (sides.present(("quote", o.quotation.id)) for o in occurrences)
        found[key[1]] = tuple(dict.fromkeys(quotation[1] for quotation in quotations if quotation in known))
    return found


def compare_phrases(sides: Sides) -> Iterator[PhraseChange]:
    """Yield the phrases that other quotations have than had them."""
    before = _uses(sides, sides.before, sides.quotations_before)
    now = _uses(sides, sides.now, sides.quotations_now)
    for id_ in sorted({*before, *now}):
        was, is_ = before.get(id_, ()), now.get(id_, ())
        phrase = _phrase(sides, id_)
        if set(was) != set(is_) and (Phrase.TYPE, id_) not in sides.unclear:
            yield PhraseChange(
                id=id_,
                name=phrase,
                first=is_[0] if is_ and is_[0] not in was else None,
                gained=tuple(use for use in is_ if use not in was),
                lost=tuple(use for use in was if use not in is_),
            )


def _phrase(sides: Sides, id_: str) -> Text:
    graph = sides.now.insight.graph
    found = graph.get(Phrase.TYPE, id_) or sides.before.insight.graph.get(Phrase.TYPE, id_)
    return found.name if isinstance(found, Phrase) else Text(id_)


def _standing(commitment: Commitment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.status for step in commitment.standing))


def compare_commitments(sides: Sides) -> Iterator[CommitmentChange]:
    """Yield the commitments of which the latest word is another than it was."""
    live = sides.before.insight.graph.live(Commitment)
    before = {sides.present((Commitment.TYPE, commitment.id)): commitment for commitment in live}
    for commitment in sides.now.insight.graph.live(Commitment):
        key = (Commitment.TYPE, commitment.id)
        old = before.get(key)
        if old is not None and key not in sides.unclear and _standing(old) != _standing(commitment):
            yield CommitmentChange(
                id=commitment.id, title=commitment.title, before=_standing(old), now=_standing(commitment)
            )


def _changed(before: Iterator[str], now: Iterator[str]) -> AddressChange:
    old, new = set(before), set(now)
    return AddressChange(added=tuple(sorted(new - old)), removed=tuple(sorted(old - new)))


def _compared(sides: Sides, checked: Checked) -> Iterator[str]:
    for meeting in checked.insight.graph.meetings:
        key = sides.present((Meeting.TYPE, meeting.id))
        if meeting.quotes and key not in sides.unclear:
            yield f"{address_of_key(key)}compare/"


def compare_comparisons(sides: Sides) -> AddressChange:
    """Return the comparisons of accounts that there are now, and those that there are no longer."""
    return _changed(_compared(sides, sides.before), _compared(sides, sides.now))


def _pairs(sides: Sides, checked: Checked) -> Iterator[str]:
    for pair, meetings in checked.insight.pairs.items():
        parties = [sides.present((Organization.TYPE, id_)) for id_ in pair]
        met = {sides.present((Meeting.TYPE, meeting.id)) for meeting in meetings}
        if met - sides.unclear and not sides.unclear.intersection(parties):
            yield pair_address(parties[0][1], parties[1][1])


def compare_pairs(sides: Sides) -> AddressChange:
    """Return the pairs of parties that meet now, and those that do no longer."""
    return _changed(_pairs(sides, sides.before), _pairs(sides, sides.now))
