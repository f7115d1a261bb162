"""From the answers in a form to what is to be written."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from readouts.graph import Graph, Key
from readouts.model import RECORD_TYPES, Meeting, Organization, Person, Place, Source, Topic
from readouts.problem import FieldPath
from readouts.writing.answers import Answers
from readouts.writing.forms import Form, Objection, read_answers, short
from readouts.writing.ids import proposed_id
from readouts.writing.naming import named, parts_of
from readouts.writing.proposals import Correction, NewQuote, NewRecord, Proposal, Values
from readouts.writing.values import fault_of_text

FOR_PEOPLE = ("remarks", "reason")  # questions whose answers no record gets


def _quotation(answers: Answers) -> Iterator[Proposal]:
    """Yield the source that a quotation stands in, if it is new, and the quotation."""
    given = answers.given
    meeting, source = answers.record("meeting", Meeting), _known_source(answers)
    if source is None and "source" in given:
        new = _new_source(answers)
        source = new.id
        yield new
    rendering = {
        "source": source,
        "lang": given.get("lang"),
        "text": given.get("text"),
        "mode": given.get("mode"),
        "original": "true" if given.get("original") == "true" else None,
        "via": given.get("via"),
        "at": {"paragraph": given["paragraph"]} if "paragraph" in given else None,
    }
    quote = {
        "speaker": answers.record("speaker", Person, Organization),
        "for": answers.record("for", Organization),
        "topics": answers.records("topics", Topic),
        "channel": given.get("channel"),
        "renderings": [_filled(rendering)],
    }
    yield NewQuote(meeting=meeting or "", values=_filled(quote))


def _known_source(answers: Answers) -> str | None:
    words = answers.given.get("source", "")
    is_address = re.match(r"https?://", words)
    if is_address and not named(answers.graph, (Source.TYPE,), words):
        return None
    return answers.record("source", Source) or ""


def _new_source(answers: Answers) -> NewRecord:
    given = answers.given
    for question in ("source-title", "source-kind", "source-publisher"):
        if question not in given:
            answers.object(
                question, "no document on the site has this address, and of a new one an answer is needed here"
            )
    publisher = answers.record("source-publisher", Organization)
    values = {
        "title": given.get("source-title"),
        "kind": given.get("source-kind"),
        "publisher": publisher,
        "date": given.get("source-date"),
        "lang": given.get("lang"),
        "url": given.get("source"),
    }
    filled = _filled(values)
    return NewRecord(model=Source, values=filled, id=_unused(answers.graph, proposed_id(Source, filled) or Source.TYPE))


def _unused(graph: Graph, id_: str) -> str:
    """Return an id that no source has."""
    numbered = (id_ if number == 1 else f"{id_}-{number}" for number in count(1))
    return next(free for free in numbered if not graph.get(Source.TYPE, free))


def _meeting(answers: Answers) -> Iterator[Proposal]:
    """Yield the meeting."""
    given = answers.given
    values = {
        "title": given.get("title"),
        "kind": given.get("kind"),
        "date": given.get("date"),
        "place": answers.record("place", Place),
        "follows": answers.record("follows", Meeting),
        "participants": [*_participants(answers)],
        "topics": answers.records("topics", Topic),
        "readouts": _readouts(answers),
        "summary": given.get("summary"),
        "takeaways": [*answers.lines("takeaways")],
    }
    filled = _filled(values)
    id_ = proposed_id(Meeting, filled) or Meeting.TYPE
    if answers.graph.get(Meeting.TYPE, id_):
        answers.object("title", f"a meeting '{id_}' is on the site already")
    yield NewRecord(model=Meeting, values=filled, id=id_)


def _participants(answers: Answers) -> Iterator[Values]:
    for line in answers.lines("participants"):
        person, _, organization = line.rpartition(" for ")
        if not person:
            answers.object(
                "participants", f"'{short(line)}' doesn't say for whom: write the person, ` for `, the organization"
            )
            continue
        yield {
            "person": answers.named("participants", person, Person),
            "for": answers.named("participants", organization, Organization),
        }


_NONE = re.compile(r"none\b[\s,.:;–—-]*", re.IGNORECASE)


def _readouts(answers: Answers) -> Values:
    accounts: dict[str, Any] = {}
    for line in answers.lines("readouts"):
        side, _, account = (part.strip() for part in line.partition(":"))
        if not account:
            answers.object("readouts", f"'{short(line)}' has no account: write the organization, a colon, its account")
            continue
        party = answers.named("readouts", side, Organization) or ""
        if party and party in accounts:
            answers.object("readouts", f"'{short(side)}' has two accounts: keep one")
        accounts[party] = _account(answers, account)
    return accounts


def _account(answers: Answers, written: str) -> Any:
    """Return the id of a source, or that there is none."""
    denied = _NONE.match(written)
    if not denied:
        return answers.named("readouts", written, Source)
    reason = written[denied.end() :].strip()
    if not reason:
        answers.object("readouts", "'none' has no reason: write why there is none")
    return {"none": reason}


def _filled(values: Mapping[str, Any]) -> Values:
    """Return the fields that have a value."""
    return {key: value for key, value in values.items() if value}


def _correction(answers: Answers) -> Iterator[Proposal]:
    """Yield the correction, if it is certain of which record."""
    given, types = answers.given, tuple(model.TYPE for model in RECORD_TYPES)
    found = named(answers.graph, types, given.get("record", ""))
    if len(found) == 1 and {"old", "new"} <= set(given):
        within = _quote_in_address(answers.graph, found[0], given["record"])
        field = given.get("field", "").strip("` ") or None
        yield Correction(record=found[0], within=within, field=field, old=given["old"], new=given["new"])


def _quote_in_address(graph: Graph, record: Key, address: str) -> FieldPath:
    """Return the path of the quotation to whose page an address leads."""
    meeting, last = graph.get(*record), parts_of(address)[-1]
    ids = [quote.id for quote in meeting.quotes] if isinstance(meeting, Meeting) else []
    return ("quotes", ids.index(last)) if last in ids else ()


_READ: Mapping[str, Callable[[Answers], Iterator[Proposal]]] = {
    "quotation": _quotation,
    "meeting": _meeting,
    "correction": _correction,
}
FORMS = tuple(_READ)


def read_submission(form: Form, body: str, graph: Graph) -> tuple[tuple[Proposal, ...], tuple[Objection, ...]]:
    """Return what a form asks to be written, and what is wrong with its answers."""
    given, objections = read_answers(form, body)
    answers = Answers(form=form, given=given, graph=graph)
    for question, answer in given.items():
        if question not in FOR_PEOPLE and (fault := fault_of_text(answer)):
            answers.object(question, f"{fault.message}; {fault.help}")
    proposals = tuple(_READ[form.name](answers))
    return proposals, (*objections, *answers.objections)
