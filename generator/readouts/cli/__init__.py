"""The command line."""

import os
import sys
from pathlib import Path

import click

from readouts.cli.diff import diff_command
from readouts.cli.draft import draft_command
from readouts.cli.formatting import format_command
from readouts.cli.init import init_command
from readouts.cli.new import new_command
from readouts.cli.options import start_option
from readouts.cli.publishing import build_command, serve_command
from readouts.cli.reading import check_command, explain_command
from readouts.cli.receive import receive_command
from readouts.cli.schema import schema_command
from readouts.problem import ReadoutsError

# In the order of a record's life.
COMMANDS = (
    init_command,
    new_command,
    draft_command,
    format_command,
    receive_command,
    check_command,
    explain_command,
    diff_command,
    schema_command,
    build_command,
    serve_command,
)


class _InOrder(click.Group):
    """Lists its commands in the order in which they were added."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"]})
@start_option(default=Path())
@click.version_option(package_name="readouts")
@click.pass_context
def commands(context: click.Context, start: Path) -> None:
    """Briefing pages from records of meetings and quotations.

    What a command finds or writes goes to standard output, remarks go to standard error. Exit status: 0 if all is fine,
    1 if the content has errors or is not as it was asked to be, 2 on wrong usage or environment.
    """
    context.obj = start


for command in COMMANDS:
    commands.add_command(command)


def main() -> None:
    """Run the command; exit 0 if all is fine, 1 if content has errors, 2 on wrong usage or environment."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Scripts and files get UTF-8 whatever the locale; a terminal gets what it can show.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        sys.exit(commands.main(standalone_mode=False))
    except ReadoutsError as error:
        click.echo(f"readouts: {error}", err=True)
    except click.ClickException as error:
        error.show()
    except click.Abort:
        click.echo("readouts: stopped", err=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more at its end
    except OSError as error:
        click.echo(f"readouts: {error.strerror}" + (f": {error.filename}" if error.filename else ""), err=True)
    sys.exit(2)
