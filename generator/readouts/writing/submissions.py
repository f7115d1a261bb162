"""From the answers in a form to what is to be written."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from readouts.graph import Graph, Key
from readouts.model import RECORD_TYPES, Meeting, Organization, Person, Place, Source, Topic
from readouts.problem import FieldPath
from readouts.text import shortened
from readouts.writing.answers import Answers
from readouts.writing.forms import Form, Objection, read_answers
from readouts.writing.ids import proposed_id
from readouts.writing.naming import named, parts_of
from readouts.writing.proposals import Correction, NewQuote, NewRecord, Proposal, Values
from readouts.writing.values import fault_of_text, fault_of_value

FOR_PEOPLE = ("remarks", "reason")  # questions whose answers no record gets


# The questions that ask for values of records, by the fields of what they make.
_OF_QUOTE = {
    "speaker": "speaker", "for": "for", "topics": "topics", "channel": "channel", "renderings[0].source": "source",
    "renderings[0].lang": "lang", "renderings[0].text": "text", "renderings[0].mode": "mode",
    "renderings[0].original": "original", "renderings[0].via": "via", "renderings[0].at.paragraph": "paragraph",
}  # fmt: skip
_OF_SOURCE = {
    "title": "source-title", "kind": "source-kind", "publisher": "source-publisher", "date": "source-date",
    "lang": "lang", "url": "source",
}  # fmt: skip


def _quotation(answers: Answers) -> Iterator[Proposal]:
    """Yield the source that a quotation stands in, if it is new, and the quotation."""
    meeting, source = answers.record("meeting", Meeting), _known_source(answers)
    if source is None and "source" in answers.given:
        new = _new_source(answers)
        source = new.id
        yield new

    def value(question: str, *path: str | int) -> str | None:
        return answers.value(question, Meeting, ("quotes", 0, "renderings", 0, *path))

    paragraph = value("paragraph", "at", "paragraph")
    rendering = {
        "source": source,
        "lang": value("lang", "lang"),
        "text": value("text", "text"),
        "mode": value("mode", "mode"),
        "original": "true" if answers.given.get("original") == "true" else None,
        "via": value("via", "via"),
        "at": {"paragraph": paragraph} if paragraph else None,
    }
    quote = {
        "speaker": answers.record("speaker", Person, Organization),
        "for": answers.record("for", Organization),
        "topics": answers.records("topics", Topic),
        "channel": answers.given.get("channel"),
        "renderings": [_filled(rendering)],
    }
    yield NewQuote(meeting=meeting or "", values=_filled(quote), asked=_OF_QUOTE)


def _known_source(answers: Answers) -> str | None:
    words = answers.given.get("source", "")
    if words.startswith("www."):
        answers.object("source", f"did you mean 'https://{shortened(words)}'? Copy the whole address")
        return ""
    is_address = re.match(r"https?://", words)
    if is_address and not named(answers.graph, (Source.TYPE,), words):
        return None
    return answers.record("source", Source) or ""


def _new_source(answers: Answers) -> NewRecord:
    for question in ("source-title", "source-kind", "source-publisher"):
        if question not in answers.given:
            answers.object(
                question, "no document on the site has this address, and of a new one an answer is needed here"
            )
    values = {
        "title": answers.value("source-title", Source, ("title",)),
        "kind": answers.given.get("source-kind"),
        "publisher": answers.record("source-publisher", Organization),
        "date": answers.value("source-date", Source, ("date",)),
        "lang": answers.given.get("lang"),
        "url": answers.value("source", Source, ("url",)),
    }
    return _source_of(answers, _filled(values), _OF_SOURCE)


def _source_of(answers: Answers, values: Values, asked: Mapping[str, str]) -> NewRecord:
    """Return a new source under an id that no other has."""
    id_, taken = proposed_id(Source, values) or Source.TYPE, {new.id for new in answers.created if new.model is Source}
    numbered = (id_ if number == 1 else f"{id_}-{number}" for number in count(1))
    unused = next(free for free in numbered if free not in taken and not answers.graph.get(Source.TYPE, free))
    return NewRecord(model=Source, values=values, id=unused, asked=asked)


def _meeting(answers: Answers) -> Iterator[Proposal]:
    """Yield the meeting."""
    values = {
        "title": answers.value("title", Meeting, ("title",)),
        "kind": answers.given.get("kind"),
        "date": answers.value("date", Meeting, ("date",)),
        "place": answers.record("place", Place),
        "follows": answers.record("follows", Meeting),
        "participants": [*_participants(answers)],
        "topics": answers.records("topics", Topic),
        "readouts": _readouts(answers),
        "summary": answers.given.get("summary"),
        "takeaways": [*answers.lines("takeaways")],
    }
    filled = _filled(values)
    id_ = proposed_id(Meeting, filled) or Meeting.TYPE
    if answers.graph.get(Meeting.TYPE, id_):
        answers.object("title", f"a meeting '{id_}' is on the site already")
    # The questions of its form are called as the fields are.
    yield NewRecord(model=Meeting, values=filled, id=id_, asked={key: key for key in values})


def _participants(answers: Answers) -> Iterator[Values]:
    for line in answers.lines("participants"):
        person, _, organization = line.rpartition(" for ")
        if not person:
            answers.object(
                "participants", f"'{shortened(line)}' doesn't say for whom: write the person, ` for `, the organization"
            )
            continue
        named = {
            "person": answers.named("participants", person, Person),
            "for": answers.named("participants", organization, Organization),
        }
        yield _filled(named)


_SIDE = re.compile(r"((?:new(?: [a-z]+)?:)?[^:]*):?(.*)", re.IGNORECASE)  # which may be new itself, and its account
_NONE = re.compile(r"none\b[\s,.:;–—-]*", re.IGNORECASE)


def _readouts(answers: Answers) -> Values:
    accounts: dict[str, Any] = {}
    for line in answers.lines("readouts"):
        side, account = (part.strip() for part in _SIDE.match(line).groups(""))  # type: ignore[union-attr] # of any line
        if not account:
            answers.object(
                "readouts", f"'{shortened(line)}' has no account: write the organization, a colon, its account"
            )
            continue
        party = answers.named("readouts", side, Organization) or ""
        if party and party in accounts:
            answers.object("readouts", f"'{shortened(side)}' has two accounts: keep one")
        accounts[party] = _account(answers, party, account)
    return accounts


def _account(answers: Answers, party: str, written: str) -> Any:
    """Return the id of a source, which may be a new one, or that there is none."""
    denied = _NONE.match(written)
    if not denied:
        address, _, title = written.partition(" ")
        is_new = re.match(r"https?://", address) and not named(answers.graph, (Source.TYPE,), address)
        return _new_account(answers, party, address, title.strip()) if is_new else _known_account(answers, written)
    reason = written[denied.end() :].strip()
    if not reason:
        answers.object("readouts", "'none' has no reason: write why there is none")
    return {"none": reason}


def _known_account(answers: Answers, written: str) -> str | None:
    return answers.named("readouts", written.partition(" ")[0] if "://" in written else written, Source)


def _new_account(answers: Answers, party: str, address: str, title: str) -> str | None:
    """Return the id of a readout that is not on the site yet."""
    if not title:
        answers.object("readouts", f"'{shortened(address)}' is not on the site yet: write its title behind it")
        return None
    values = {"title": title, "kind": "readout", "publisher": party, "url": address}
    for key in ("title", "url"):
        answers.object_to("readouts", fault_of_value(Source, (key,), values[key]))
    new = _source_of(answers, values, dict.fromkeys(values, "readouts"))
    answers.created.append(new)
    return new.id


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
        if question not in FOR_PEOPLE:
            answers.object_to(question, fault_of_text(answer))
    proposals = tuple(_READ[form.name](answers))
    return (*answers.created, *proposals), (*objections, *answers.objections)
