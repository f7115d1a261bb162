"""From the answers in a form to what is to be written."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from readouts.graph import Graph, Key
from readouts.model import RECORD_TYPES, Meeting, Organization, Person, Place, Record, Source, Topic, read_date
from readouts.model.fields import likely_id
from readouts.model.quotes import Quote
from readouts.problem import FieldPath
from readouts.writing.forms import Form, Objection, read_answers
from readouts.writing.naming import likely, named

Values = Mapping[str, Any]  # of fields by key, as a file has them: strings, lists and mappings


@dataclass(frozen=True, kw_only=True)
class NewRecord:
    """A record to be written: its type, id and fields."""

    model: type[Record]
    id: str
    values: Values


@dataclass(frozen=True, kw_only=True)
class NewQuote:
    """A quote to be added to a meeting."""

    meeting: str
    values: Values


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Words of a record to be replaced: in one field, or in whatever stands under `within`."""

    record: Key
    within: FieldPath
    field: str | None
    old: str
    new: str


Proposal = NewRecord | NewQuote | Correction


@dataclass(kw_only=True)
class _Answers:
    """The answers to a form, with the records that they name; what is wrong with them is noted on the way."""

    form: Form
    given: Mapping[str, str]
    graph: Graph
    objections: list[Objection] = field(default_factory=list)

    def object(self, question: str, message: str) -> None:
        label = next(asked.label for asked in self.form.questions if asked.id == question)
        self.objections.append(Objection(label=label, message=message))

    def record(self, question: str, *models: type[Record]) -> str | None:
        """Return the id of the record that an answer names."""
        return self.named(question, self.given[question], *models) if question in self.given else None

    def records(self, question: str, *models: type[Record]) -> list[str] | None:
        """Return the ids of the records that an answer names with commas between them."""
        names = [name.strip() for name in self.given.get(question, "").split(",") if name.strip()]
        found = [self.named(question, name, *models) for name in names]
        return [id_ for id_ in found if id_] or None

    def named(self, question: str, words: str, *models: type[Record]) -> str | None:
        """Return the id of the record that some words name."""
        types = tuple(model.TYPE for model in models)
        found = named(self.graph, types, words.strip())
        if len(found) == 1:
            return found[0][1]
        if found:
            self.object(question, f"'{words}' may be {' or '.join(id_ for _, id_ in found)}: write which")
        else:
            guess = likely(self.graph, types, words.strip())
            help_ = f"did you mean '{guess}'?" if guess else "only what is on the site can be named"
            self.object(question, f"no {' or '.join(types)} '{words}': {help_}")
        return None

    def id(self, question: str, begins: str = "") -> str:
        """Return the id that the words of an answer make."""
        made = likely_id(f"{begins} {self.given.get(question, '')}")
        if question in self.given and (made is None or made == likely_id(begins)):
            self.object(question, "no address can be made of it: it takes letters a to z or digits")
        return made or ""

    def lines(self, question: str) -> Iterator[str]:
        """Yield the lines of an answer, without the dashes of a list."""
        for line in self.given.get(question, "").split("\n"):
            if bare := re.sub(r"^[ \t]*[-*][ \t]+", "", line).strip():
                yield bare


def _quotation(answers: _Answers) -> Iterator[Proposal]:
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
        "id": answers.id("id"),
        "speaker": answers.record("speaker", Person, Organization),
        "for": answers.record("for", Organization),
        "topics": answers.records("topics", Topic),
        "channel": given.get("channel"),
        "renderings": [_filled(rendering)],
    }
    if meeting and answers.graph.get(Quote.TYPE, f"{meeting}/{quote['id']}"):
        answers.object("id", f"a quotation of the meeting is called '{quote['id']}' already")
    yield NewQuote(meeting=meeting or "", values=_filled(quote))


def _known_source(answers: _Answers) -> str | None:
    words = answers.given.get("source", "")
    is_address = re.match(r"https?://", words)
    if is_address and not named(answers.graph, (Source.TYPE,), words):
        return None
    return answers.record("source", Source) or ""


def _new_source(answers: _Answers) -> NewRecord:
    given = answers.given
    for question in ("source-title", "source-kind", "source-publisher"):
        if question not in given:
            answers.object(question, "no document on the site has this address, and of a new one an answer is needed here")
    publisher = answers.record("source-publisher", Organization)
    values = {
        "title": given.get("source-title"),
        "kind": given.get("source-kind"),
        "publisher": publisher,
        "date": given.get("source-date"),
        "lang": given.get("lang"),
        "url": given.get("source"),
    }
    made = likely_id(f"{publisher} {given.get('source-date') or given.get('source-title', '')}") or "source"
    return NewRecord(model=Source, id=_unused(answers.graph, made), values=_filled(values))


def _unused(graph: Graph, id_: str) -> str:
    """Return an id that no source has."""
    number, free = 1, id_
    while graph.get(Source.TYPE, free):
        number += 1
        free = f"{id_}-{number}"
    return free


def _meeting(answers: _Answers) -> Iterator[Proposal]:
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
        "readouts": dict(_readouts(answers)),
        "summary": given.get("summary"),
        "takeaways": [*answers.lines("takeaways")],
    }
    id_ = answers.id("id", _day(answers))
    if answers.graph.get(Meeting.TYPE, id_):
        answers.object("id", f"a meeting is called '{id_}' already")
    yield NewRecord(model=Meeting, id=id_, values=_filled(values))


def _day(answers: _Answers) -> str:
    """Return the first day of the meeting's date as far as it is known."""
    written = answers.given.get("date", "")
    try:
        return read_date(written).raw.partition("/")[0].rstrip("~?")
    except ValueError as error:
        if written:
            answers.object("date", f"'{written}' {error}")
        return ""


def _participants(answers: _Answers) -> Iterator[Values]:
    for line in answers.lines("participants"):
        person, _, organization = line.rpartition(" for ")
        if not person:
            answers.object("participants", f"'{line}' doesn't say for whom: write the person, ` for `, the organization")
            continue
        yield {
            "person": answers.named("participants", person, Person),
            "for": answers.named("participants", organization, Organization),
        }


_NONE = re.compile(r"none\b[\s,.:;–—-]*", re.IGNORECASE)


def _readouts(answers: _Answers) -> Iterator[tuple[str, Any]]:
    for line in answers.lines("readouts"):
        side, _, account = (part.strip() for part in line.partition(":"))
        if not account:
            answers.object("readouts", f"'{line}' has no account: write the organization, a colon, its account")
            continue
        party = answers.named("readouts", side, Organization) or ""
        if denied := _NONE.match(account):
            reason = account[denied.end() :].strip()
            if not reason:
                answers.object("readouts", f"'{line}' has no reason: write why there is none")
            yield party, {"none": reason}
        else:
            yield party, answers.named("readouts", account, Source)


def _filled(values: Mapping[str, Any]) -> Values:
    """Return the fields that have a value."""
    return {key: value for key, value in values.items() if value}


def _correction(answers: _Answers) -> Iterator[Proposal]:
    """Yield the correction, if it is certain of which record."""
    given, types = answers.given, tuple(model.TYPE for model in RECORD_TYPES)
    found = named(answers.graph, types, given.get("record", ""))
    if len(found) == 1 and {"old", "new"} <= set(given):
        within = _quote_in_address(answers.graph, found[0], given["record"])
        yield Correction(record=found[0], within=within, field=given.get("field"), old=given["old"], new=given["new"])


def _quote_in_address(graph: Graph, record: Key, address: str) -> FieldPath:
    """Return the path of the quotation to whose page an address leads."""
    meeting, last = graph.get(*record), [part for part in address.split("/") if part][-1]
    ids = [quote.id for quote in meeting.quotes] if isinstance(meeting, Meeting) else []
    return ("quotes", ids.index(last)) if last in ids else ()


_READ: Mapping[str, Callable[[_Answers], Iterator[Proposal]]] = {"quotation": _quotation, "meeting": _meeting, "correction": _correction}


FORMS = tuple(_READ)


def read_submission(form: Form, body: str, graph: Graph) -> tuple[tuple[Proposal, ...], tuple[Objection, ...]]:
    """Return what a form asks to be written, and what is wrong with its answers."""
    given, objections = read_answers(form, body)
    answers = _Answers(form=form, given=given, graph=graph)
    proposals = tuple(_READ[form.name](answers))
    return proposals, (*objections, *answers.objections)
