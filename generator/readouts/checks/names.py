"""Rules on names and addresses."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from readouts.checks.scope import Finding, Scope
from readouts.model import Meeting, Organization, Person, Record
from readouts.model.shape import UNKNOWN_TEXT
from readouts.problem import FieldPath
from readouts.text import Text, is_mark, likenesses


def same_name(scope: Scope) -> Iterator[Finding]:
    """Two records of one type don't share a name, nor names that look alike or differ only in normal form.

    Wrong:
        name: fish  # in topics/sole.yml, beside a topic named Fish
    Right:
        name: Sole
    Do:
        If both are the same thing, keep one record and put the other spelling into its `also`. If they are two, say in
        the name what tells them apart.
    See:
        address-taken
    """
    first: dict[tuple[str, str], Record] = {}
    named = [
        r for r in scope.graph.records if r.NAME == "name" and r.withdrawn is None and r.title_text is not UNKNOWN_TEXT
    ]
    for record in sorted(named, key=lambda r: (not r.title_text.raw.isascii(), r.id)):
        keys = sorted((record.TYPE, form) for form in likenesses(record.title_text.raw))
        other = next((first[key] for key in keys if key in first), record)
        first.update({key: record for key in keys if key not in first})
        if other is not record:
            alike = "has the same name" if other.title_text == record.title_text else "has a name that looks the same"
            yield Finding(
                record=record,
                path=(record.NAME,),
                message=f"{other.FOLDER}/{other.id}.yml {alike}",
                help="make them one record, or tell them apart in the name",
            )


# What stands between the names of a chain: `readouts.pages.attributions` has the sentence.
_CREDITS = ("according to", "as reported by", "relays the words", "credited there to")
_NOT_WORDS = re.compile(r"[\W_]+")


def _said(name: str) -> frozenset[str]:
    """Return the words of a name alone, in each form that a reader could not tell from it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not is_mark(c))
    return frozenset(f" {_NOT_WORDS.sub(' ', form).strip()} " for form in likenesses(plain))


@cache
def _credits() -> frozenset[str]:
    return frozenset().union(*map(_said, _CREDITS))


def _forges_credit(name: Text) -> bool:
    return any(credit in form for form in _said(name.raw) for credit in _credits())


def name_forges_credit(scope: Scope) -> Iterator[Finding]:
    """No name holds the words by which a page says who reports whom.

    Wrong:
        name: Hedda Brandt, according to the Chancellery
    Right:
        name: Hedda Brandt
    Do:
        Write the name alone. Who reports the words is said by `source`, `relays` and `credited` of a rendering.
    See:
        credit-unexplained
    """
    for record in (*scope.graph.all_of(Person), *scope.graph.all_of(Organization)):
        names = {"name": record.title_text, "short": record.short if isinstance(record, Organization) else None}
        for field, name in names.items():
            if name and _forges_credit(name):
                message = "a name that says who reports whom: a page would show it as a source's credit"
                yield Finding(record=record, path=(field,), message=message, help="write the name alone")


def iso_of_no_state(scope: Scope) -> Iterator[Finding]:
    """Only a state has a code of ISO 3166-1.

    Wrong:
        kind: ministry
        iso: TF
    Right:
        kind: ministry
    Do:
        Delete `iso`, and name the state in `part_of`. If the organization is a state, correct its kind.
    See:
        bad-country
    """
    for organization in scope.graph.all_of(Organization):
        if organization.iso and organization.kind != "state":
            message = f"a code of states, on an organization of kind '{organization.kind}'"
            help_ = "delete it, or correct the kind"
            yield Finding(record=organization, path=("iso",), message=message, help=help_)


def _claims(record: Record) -> Iterator[tuple[tuple[str, str], FieldPath]]:
    """Yield the addresses that a record claims besides its own, with the place where it does."""
    for i, old in enumerate(record.formerly):
        yield (record.TYPE, old), ("formerly", i)
    for i, quote in enumerate(record.quotes) if isinstance(record, Meeting) else ():
        if quote.id:
            yield (quote.TYPE, f"{record.id}/{quote.id}"), ("quotes", i, "id")
        for j, old in enumerate(quote.formerly):
            yield (quote.TYPE, f"{record.id}/{old}"), ("quotes", i, "formerly", j)


def address_taken(scope: Scope) -> Iterator[Finding]:
    """Two records don't claim one address: ids and former ids are used once, and `index` is no id.

    Wrong:
        formerly: [fish]  # while topics/fish.yml exists
    Right:
        formerly: [port]
    Do:
        Choose an id that was never used. Two quotations of one meeting need different ids; so do a person and an
        organization, since a speaker may be either.
    See:
        same-name, bad-id
    """
    taken: dict[tuple[str, str], tuple[str, FieldPath]] = {
        key: (document.path, ()) for key, document in scope.documents.items()
    }
    for record in scope.graph.records:
        own = scope.document(record).path
        if isinstance(record, Organization) and scope.graph.get(Person.TYPE, record.id):
            message = f"the id '{record.id}' is already that of a person, and a speaker may be either"
            yield Finding(record=record, path=(), message=message, help="rename one of the two files")
        for key, path in _claims(record):
            other, where = taken.setdefault(key, (own, path))
            if key[1] == "index":
                message = "'index' is reserved: the list of these records has this address"
                yield Finding(record=record, path=path, message=message, help="choose another id")
            elif (other, where) != (own, path):
                message = f"the address '{key[1]}' is already taken" + (
                    f" by {other}" if other != own else " in this record"
                )
                yield Finding(record=record, path=path, message=message, help="an id is used once: choose another")
