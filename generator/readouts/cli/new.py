"""The command that writes a new record or quotation."""

from typing import Any

import click

from readouts.build import Checked, check
from readouts.checks.near_misses import NearMisses
from readouts.cli.options import project_options
from readouts.load.characters import Fault
from readouts.load.files import read_bytes
from readouts.model import RECORD_TYPES, Meeting, Quote, Record
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.report import as_text, count, shown
from readouts.text import near
from readouts.writing.changes import Change, new_problems, with_changes
from readouts.writing.entries import new_quote, new_record
from readouts.writing.files import carry_out

Given = tuple[tuple[str, str], ...]


class _Assignment(click.ParamType[tuple[str, str]]):
    """A field's path and its value, as `venue=Rope Hall`."""

    name = "field=value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        field, equals, content = str(value).partition("=")
        if not equals:
            self.fail(f"'{shown(field)}' has no value: write {shown(field)}=…", param, ctx)
        return field, content


class _Types(click.Group):
    """A command for each type of record; one that is misspelt is answered with the near one."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            guess = near(args[0], self.commands)
            hint = f"did you mean '{guess}'?" if guess else f"the types are {', '.join(self.commands)}"
            raise ReadoutsError(f"no type '{shown(args[0])}': {hint}")
        return super().resolve_command(ctx, args)


_SET = click.option("--set", "given", type=_Assignment(), multiple=True, metavar="FIELD=VALUE", help="A field's value.")


@click.group("new", cls=_Types)
def new_command() -> None:
    """Write a new record, or add a quotation to a meeting."""


def _command(model: type[Record]) -> click.Command:
    @project_options
    def write(project: Project, id_: str | None, given: Given) -> int:
        return _write(project, check(project.content), new_record(model, given, id_))

    says = (model.__doc__ or "").splitlines()[0]
    return click.command(model.TYPE, help=says)(click.argument("id_", metavar="[ID]", required=False)(_SET(write)))


for _model in RECORD_TYPES:
    new_command.add_command(_command(_model))


@new_command.command(Quote.TYPE)
@project_options
@click.argument("meeting")
@click.argument("id_", metavar="[ID]", required=False)
@_SET
def _quote_command(project: Project, meeting: str, id_: str | None, given: Given) -> int:
    """Add a quotation to a MEETING."""
    checked = check(project.content)
    source = _source_of(project, checked, meeting)
    return _write(project, checked, new_quote(meeting, source, given, id_))


def _source_of(project: Project, checked: Checked, meeting: str) -> bytes:
    """Return what the file of a meeting holds."""
    if not any(document.model is Meeting and document.stem == meeting for document in checked.content.documents):
        guess = NearMisses(checked.insight.graph).of((Meeting.TYPE,), meeting)
        raise ReadoutsError(f"no meeting '{shown(meeting)}'" + (f": did you mean '{guess}'?" if guess else ""))
    return source_of(project, Meeting, meeting)


def source_of(project: Project, model: type[Record], id_: str) -> bytes:
    """Return what the file of a record holds."""
    source = read_bytes(project.content / model.FOLDER / f"{id_}.yml")
    if isinstance(source, Fault):
        raise ReadoutsError(f"{model.FOLDER}/{id_}.yml {source.message}")
    return source


def _write(project: Project, checked: Checked, *changes: Change) -> int:
    """Write some files unless `check` would find errors because of them; tell what it finds."""
    found = new_problems(checked.problems, with_changes(checked.content, project.content.name, changes))
    for problem in found:
        click.echo(as_text(problem), err=True)
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        raise ReadoutsError(f"nothing was written: {count(errors, 'error')}")
    for path in carry_out(project.content, changes):
        click.echo(path)
    return 0
