"""Conversations at the end of which a record or a quotation is written."""

from typing import Any

import click

from readouts.cli.desk import Desk, told
from readouts.cli.prompts.asking import Asker
from readouts.cli.prompts.hints import Hints
from readouts.cli.prompts.known import Created, Known
from readouts.cli.prompts.terminal import Terminal
from readouts.model import Meeting, Record
from readouts.problem import ReadoutsError
from readouts.writing.changes import Change
from readouts.writing.entries import quote_of, record_of


def _known(desk: Desk) -> Known:
    documents = desk.checked.content.documents
    return Known(graph=desk.checked.insight.graph, files=frozenset((d.model.TYPE, d.stem) for d in documents))


def ask_record(desk: Desk, model: type[Record], id_: str | None, data: dict[str, Any]) -> None:
    """Ask for what a record lacks, and write it with those that it names and that don't exist; then for quotations."""
    terminal, known = Terminal(), _known(desk)
    asker = Asker(terminal, Hints(known=known))
    record = asker.record(model, data, id_)
    _write(desk, terminal, [_file_of(new) for new in (record, *known.created[:-1])])
    while model is Meeting and terminal.choose("Add a quotation to it?", "no", "yes") == "yes":
        ask_quote(desk, record.id, None, {})


def ask_quote(desk: Desk, meeting: str, id_: str | None, data: dict[str, Any]) -> None:
    """Ask for what a quotation lacks, and write it into its meeting."""
    terminal, known = Terminal(), _known(desk)
    record = desk.checked.insight.graph.record(Meeting, meeting)
    asker = Asker(terminal, Hints(known=known, meeting=record))
    source = desk.source_of(meeting)
    asker.quote(data)
    named = asker.quote_id(data, source) if id_ is None else id_
    _write(desk, terminal, [quote_of(meeting, source, data, named), *(_file_of(new) for new in known.created)])


def _file_of(new: Created) -> Change:
    return record_of(new.model, new.data, new.id)


def _write(desk: Desk, terminal: Terminal, changes: list[Change]) -> None:
    """Write some files; those that `check` would object to only if that is wanted."""
    errors = desk.errors(changes)
    for problem in errors:
        click.echo(told(problem, changes), err=True)
    if errors and terminal.choose("Write it all the same, to correct it by hand?", "yes", "no") == "no":
        raise ReadoutsError("nothing was written")
    desk.write(changes)
