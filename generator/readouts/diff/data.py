"""A difference as plain data, for scripts.

    revision     {name, commit} that the content is compared with
    summary      the difference in a sentence
    records      [{change: added|changed|renamed|withdrawn|restored|merged|removed, type, id, name, address,
                   was: former id, into: address, fields: [{field, before, now}], errors, compared}]
    quotations   [{change: added|changed|withdrawn|restored|removed, id, address, speaker, was: former id, fields,
                   renderings: [{change: added|changed|removed, source, lang, text, fields}]}]
    phrases      [{id, name, address, first_use, gained, lost}]: ids of quotations
    commitments  [{id, name, address, before, now}]: lists of statuses
    comparisons  {added, removed}: addresses
    pairs        {added, removed}: addresses
    pages        {added, changed, removed}: addresses; null where the content has errors, or had
    redirects    {added, removed}: [{address, to}]; null likewise
    lost         [{address, formerly: the id to write, meant: address}]: what leads nowhere any more
    problems     {fixed, new}: as `readouts check --format json` has them
    errors, warnings: how many the content has now

Addresses begin with a slash and lead from the root of the site. What there is nothing to say of is null.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from readouts.diff import Difference
from readouts.diff.effects import AddressChange, CommitmentChange, PhraseChange
from readouts.diff.fields import FieldChange
from readouts.diff.lines import shown_address
from readouts.diff.pages import Lost, PageChanges
from readouts.diff.quotations import QuotationChange, RenderingChange
from readouts.diff.records import RecordChange
from readouts.diff.sentence import in_a_sentence
from readouts.graph import Key
from readouts.model import Commitment, Phrase
from readouts.pages.addresses import address_of_key
from readouts.report import as_object

Data = dict[str, Any]


def as_data(difference: Difference, *, name: str, commit: str) -> Data:
    """Return a difference from the commit that is called by a name, under the keys that the module describes."""
    severities = [problem.severity for problem in difference.sides.now.problems]
    return {
        "revision": {"name": name, "commit": commit},
        "summary": in_a_sentence(difference),
        "records": [_record(change) for change in difference.records],
        "quotations": [_quotation(change) for change in difference.quotations],
        "phrases": [_phrase(change) for change in difference.phrases],
        "commitments": [_commitment(change) for change in difference.commitments],
        "comparisons": _addresses(difference.comparisons),
        "pairs": _addresses(difference.pairs),
        **_pages(difference.pages),
        "lost": [_lost(lost) for lost in difference.lost],
        "problems": {
            "fixed": [as_object(problem) for problem in difference.problems.fixed],
            "new": [as_object(problem) for problem in difference.problems.new],
        },
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
    }


def _at(key: Key) -> str:
    return shown_address(address_of_key(key))


def _listed(addresses: Iterable[str]) -> list[str]:
    return [shown_address(address) for address in addresses]


def _fields(changes: Iterable[FieldChange]) -> list[Data]:
    return [{"field": change.field, "before": change.before, "now": change.now} for change in changes]


def _record(change: RecordChange) -> Data:
    return {
        "change": change.kind,
        "type": change.key[0],
        "id": change.key[1],
        "name": change.name.raw if change.name else None,
        "address": _at(change.key),
        "was": change.was,
        "into": _at(change.into) if change.into else None,
        "fields": _fields(change.fields),
        "errors": change.errors,
        "compared": change.is_clear,
    }


def _quotation(change: QuotationChange) -> Data:
    return {
        "change": change.kind,
        "id": change.key[1],
        "address": _at(change.key),
        "speaker": change.quotation.quote.speaker,
        "was": change.was,
        "fields": _fields(change.fields),
        "renderings": [_rendering(rendering) for rendering in change.renderings],
    }


def _rendering(change: RenderingChange) -> Data:
    return {
        "change": change.kind,
        "source": change.source,
        "lang": change.lang,
        "text": change.text,
        "fields": _fields(change.fields),
    }


def _phrase(change: PhraseChange) -> Data:
    return {
        "id": change.id,
        "name": change.name.raw,
        "address": _at((Phrase.TYPE, change.id)),
        "first_use": change.first,
        "gained": list(change.gained),
        "lost": list(change.lost),
    }


def _commitment(change: CommitmentChange) -> Data:
    return {
        "id": change.id,
        "name": change.title.raw,
        "address": _at((Commitment.TYPE, change.id)),
        "before": list(change.before),
        "now": list(change.now),
    }


def _addresses(change: AddressChange) -> Data:
    return {"added": _listed(change.added), "removed": _listed(change.removed)}


def _redirects(redirects: Mapping[str, str]) -> list[Data]:
    return [{"address": shown_address(address), "to": shown_address(to)} for address, to in redirects.items()]


def _pages(pages: PageChanges | None) -> Data:
    if pages is None:
        return {"pages": None, "redirects": None}
    return {
        "pages": {"added": _listed(pages.added), "changed": _listed(pages.changed), "removed": _listed(pages.removed)},
        "redirects": {"added": _redirects(pages.redirects_added), "removed": _redirects(pages.redirects_removed)},
    }


def _lost(lost: Lost) -> Data:
    return {
        "address": shown_address(lost.address),
        "formerly": lost.old_id,
        "meant": _at(lost.meant) if lost.meant else None,
    }
