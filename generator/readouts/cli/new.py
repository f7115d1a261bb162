"""The command that writes new records and quotations."""

from collections.abc import Callable
from typing import Any

import click

from readouts.cli.conversation import ask_quote, ask_record
from readouts.cli.desk import LACKING, Desk, refused
from readouts.cli.fields import FieldsCommand
from readouts.cli.options import project_options
from readouts.cli.prompts.terminal import has_terminal
from readouts.model import RECORD_TYPES, Quote, Record
from readouts.problem import Problem, ReadoutsError
from readouts.project import Project
from readouts.report import shown
from readouts.text import near
from readouts.writing.entries import quote_of, record_of
from readouts.writing.ids import proposed_id
from readouts.writing.paths import data_of

_SET_HELP = """A value, by the path of its field as check names it: participants[0].person=… is that of the first
participant. A list of values takes one each time it is named: topics=a, and again topics=b. All behind the first = is
the value, commas and spaces included; it is never read as YAML."""
_MORE = """

On a terminal, what is needed and not given is asked for; without one, all of it is listed. Only what is without errors
is written, and nothing is ever overwritten."""


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


@click.group("new", cls=_Types)
def new_command() -> None:
    """Write a new record, or add a quotation to a meeting."""


def _options(command: Callable[..., int]) -> Callable[..., int]:
    """Add what all of the commands take: the project, an id, and values."""
    with_set = click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help=_SET_HELP)(command)
    return project_options(click.argument("id_", metavar="[ID]", required=False)(with_set))


def _assigned(given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return paths and values of `field=value`."""
    pairs = [assignment.partition("=") for assignment in given]
    for field, equals, _ in pairs:
        if not equals:
            raise ReadoutsError(f"--set {shown(field)} has no value: write --set {shown(field)}=…")
    return [(field, value) for field, _, value in pairs]


def _command_for(model: type[Record]) -> click.Command:
    @_options
    def command(project: Project, id_: str | None, given: tuple[str, ...]) -> int:
        return _new_record(project, model, id_, data_of(model, _assigned(given)))

    says = " ".join((model.__doc__ or "").split())
    return click.command(model.TYPE, cls=FieldsCommand, part=model, help=says + _MORE, short_help=says)(command)


for _model in RECORD_TYPES:
    new_command.add_command(_command_for(_model))


@new_command.command(Quote.TYPE, cls=FieldsCommand, part=Quote, help=f"A quotation, added to a MEETING.{_MORE}")
@click.argument("meeting")
@_options
def _quote_command(project: Project, meeting: str, id_: str | None, given: tuple[str, ...]) -> int:
    return _new_quote(project, meeting, id_, data_of(Quote, _assigned(given)))


def _new_record(project: Project, model: type[Record], id_: str | None, data: dict[str, Any]) -> int:
    """Write a record of what is given; on a terminal, ask for what it lacks."""
    desk, named = Desk(project), id_ or proposed_id(model, data)
    trial = [record_of(model, data, named or model.TYPE)]
    if named:
        desk.refuse_existing(*trial)
    errors = desk.errors(trial)
    if _asks_for(errors):
        ask_record(desk, model, id_, data)
    elif errors:
        raise refused(errors, trial)
    elif named is None:
        raise ReadoutsError(f"no id can be made of the {model.NAME}: give one after the type")
    else:
        desk.write(trial)
    return 0


def _new_quote(project: Project, meeting: str, id_: str | None, data: dict[str, Any]) -> int:
    """Add a quotation of what is given; on a terminal, ask for what it lacks."""
    desk = Desk(project)
    source = desk.source_of(meeting)
    if desk.shows_why_unreadable(meeting):
        return 1
    data |= {"id": id_} if id_ else {}
    trial = [quote_of(meeting, source, data)]
    errors = desk.errors(trial)
    if _asks_for(errors):
        ask_quote(desk, meeting, data)
    elif errors:
        raise refused(errors, trial)
    else:
        desk.write(trial)
    return 0


def _asks_for(errors: tuple[Problem, ...]) -> bool:
    """Tell whether something is missing, nothing is wrong, and there is someone to ask."""
    return bool(errors) and all(problem.code in LACKING for problem in errors) and has_terminal()
