"""The command line."""

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from readouts.build import ALL_RULES, check
from readouts.problem import ReadoutsError
from readouts.progress import Progress
from readouts.project import Project, find_project
from readouts.report import report, shown
from readouts.text import near

_FOLDER = click.Path(file_okay=False, path_type=Path)
# As in git and make, `-C` may stand before the command, too.
_start_option = functools.partial(
    click.option, "-C", "start", type=_FOLDER, metavar="DIR", help="Work on the project of this folder."
)


def _project_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where a project is, and pass the command the project."""

    @_start_option(default=lambda: click.get_current_context().obj)
    @click.option("--content", type=_FOLDER, metavar="DIR", help="The folder of records, instead of the project's.")
    @click.option("--site", type=_FOLDER, metavar="DIR", help="The folder of the site, instead of the project's.")
    @functools.wraps(command)
    def with_project(start: Path, content: Path | None, site: Path | None, **options: Any) -> Any:
        return command(find_project(start, content=content, site=site), **options)

    return with_project


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@_start_option(default=Path())
@click.version_option(package_name="readouts")
@click.pass_context
def commands(context: click.Context, start: Path) -> None:
    """Briefing pages from records of meetings and quotations."""
    context.obj = start


@commands.command("check")
@_project_options
@click.option("--format", "format_", type=click.Choice(["text", "github", "json", "rdjsonl"]), default="text")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check_command(project: Project, format_: str, *, strict: bool) -> int:
    """Print every problem of every record."""
    progress = Progress()
    checked = check(project.content, progress)
    progress.clear()
    records = len(checked.content.documents)
    for line in report(checked.problems, records, format_):
        click.echo(line)
    return int(bool(checked.problems if strict else checked.errors))


@commands.command("build")
@_project_options
@click.option("--clean", is_flag=True, help="Has no effect: every build is whole.")
def build_command(project: Project, *, clean: bool) -> int:  # noqa: ARG001  # for scripts that ask for it
    """Check the content and build the site."""
    from readouts.plugin import ContentError, build_site  # noqa: PLC0415  # MkDocs takes half a second to import

    try:
        build_site(project)
    except ContentError as error:
        click.echo(f"readouts: {error}", err=True)
        return 1
    click.echo(project.site)
    return 0


@commands.command("serve")
@_project_options
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve_command(project: Project, port: int) -> int:
    """Serve the site on localhost; a saved record shows at once."""
    from readouts.plugin import ContentError, serve_site  # noqa: PLC0415  # see above

    try:
        serve_site(project, port)
    except ContentError as error:
        click.echo(f"readouts: {error}", err=True)
        return 1
    return 0


@commands.command("explain")
@click.argument("code")
def explain_command(code: str) -> int:
    """Explain the rule behind a CODE, with a wrong and a right example."""
    rules = {rule.code: rule for rule in ALL_RULES}
    if code not in rules:
        guess = near(code, rules)
        hint = f"did you mean '{guess}'?" if guess else f"the codes are {', '.join(sorted(rules))}"
        raise ReadoutsError(f"no rule '{shown(code)}': {hint}")
    rule = rules[code]
    click.echo(f"{rule.severity}[{rule.code}]\n\n{rule.says}\n")
    for label, example in (("Wrong", rule.wrong), ("Right", rule.right)):
        click.echo(f"{label}:\n\n" + "\n".join(f"    {line}" for line in example.splitlines()) + "\n")
    return 0


def main() -> None:
    """Run the command; exit 0 if all is fine, 1 if content has errors, 2 on wrong usage or environment."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
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
