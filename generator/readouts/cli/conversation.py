"""Conversations at the end of which a record or a quotation is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from readouts.cli.desk import Desk, field_of, told
from readouts.cli.prompts.asking import Asker
from readouts.cli.prompts.hints import Hints
from readouts.cli.prompts.known import Created, Known
from readouts.cli.prompts.question import NEEDED, Question
from readouts.cli.prompts.terminal import Terminal
from readouts.model import Meeting, Part, Quote, Record
from readouts.problem import FieldPath, Problem, ReadoutsError
from readouts.writing.addition import quote_ids
from readouts.writing.changes import Change
from readouts.writing.entries import quote_of, record_of
from readouts.writing.ids import fault_of_id, proposed_quote_id
from readouts.writing.paths import read_path


@dataclass(frozen=True, kw_only=True)
class _Draft:
    """What was answered, and the file that it makes: with other answers it makes another."""

    question: Question
    part: type[Part]
    data: dict[str, Any]
    make: Callable[[], Change]

    def path(self, problem: Problem) -> FieldPath:
        """Return the path of the answer that a problem is about; it is empty where there is none."""
        field = field_of(problem, [self.make()])
        return read_path(field) if field else ()


def ask_record(desk: Desk, model: type[Record], id_: str | None, data: dict[str, Any]) -> None:
    """Ask for what a record lacks, and write it with those that it names and that don't exist; then for quotations."""
    asker = Asker(Terminal(), Hints(known=_known(desk)))
    with _stoppable("nothing was written"):
        record = asker.record(model, data, id_)
        _write(desk, asker, _draft_of(record))
    with _stoppable("the record is written, and no more quotations"):
        while model is Meeting and asker.terminal.choose("Add a quotation to it?", "no", "yes") == "yes":
            _ask_quote(desk, record.id, {})


def ask_quote(desk: Desk, meeting: str, data: dict[str, Any]) -> None:
    """Ask for what a quotation lacks, and write it into its meeting."""
    with _stoppable("nothing was written"):
        _ask_quote(desk, meeting, data)


@contextmanager
def _stoppable(so_far: str) -> Iterator[None]:
    """Say what is written where someone stops answering."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise ReadoutsError(f"stopped: {so_far}") from None


def _ask_quote(desk: Desk, meeting: str, data: dict[str, Any]) -> None:
    source, graph = desk.source_of(meeting), desk.checked.insight.graph
    asker = Asker(Terminal(), Hints(known=_known(desk), meeting=graph.record(Meeting, meeting)))
    question = Question(model=Meeting, within=("quotes", 0))
    asker.fields(question, Quote, data)
    data.setdefault("id", _quote_id(asker.terminal, data, quote_ids(source)))
    _write(desk, asker, _Draft(question=question, part=Quote, data=data, make=lambda: quote_of(meeting, source, data)))


def _known(desk: Desk) -> Known:
    documents = desk.checked.content.documents
    return Known(graph=desk.checked.insight.graph, files=frozenset((d.model.TYPE, d.stem) for d in documents))


def _quote_id(terminal: Terminal, data: dict[str, Any], taken: Sequence[str]) -> str:
    def objection(typed: str) -> str | None:
        if not typed:
            return NEEDED
        return f"'{typed}' is taken in this meeting" if typed in taken else fault_of_id(typed)

    says = "Its id: its name within the meeting, and the end of its address."
    proposal = proposed_quote_id(data, taken)
    return terminal.ask(Question(model=Meeting, path=("id",), says=says, default=proposal), objection)


def _draft_of(new: Created) -> _Draft:
    question = Question(model=new.model)
    return _Draft(question=question, part=new.model, data=new.data, make=lambda: record_of(new.model, new.data, new.id))


def _write(desk: Desk, asker: Asker, draft: _Draft) -> None:
    """Write what was answered, and the records created for it; what `check` objects to can be corrected before."""
    while True:
        drafts = [draft, *map(_draft_of, asker.hints.known.created)]
        changes = [draft.make() for draft in drafts]
        errors = desk.errors(changes)
        for problem in errors:
            click.echo(told(problem, changes), err=True)
        wrong = [(draft, path) for draft in drafts for problem in errors if (path := draft.path(problem))]
        if not errors or not _corrects(asker, wrong):
            break
    desk.write(changes)


def _corrects(asker: Asker, wrong: list[tuple[_Draft, FieldPath]]) -> bool:
    """Ask for the wrong values again, unless they are to be written as they are; tell whether they were asked for."""
    ways = ("correct", "write", "stop") if wrong else ("write", "stop")
    way = asker.terminal.choose("Correct the values, write them as they are, or stop?", *ways)
    if way == "stop":
        raise ReadoutsError("nothing was written")
    for draft, path in wrong if way == "correct" else ():
        asker.again(draft.question, draft.part, draft.data, path)
    return way == "correct"
