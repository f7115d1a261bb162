"""The command that puts records into form."""

from collections.abc import Callable
from pathlib import Path

import click

from readouts.cli.options import project_options
from readouts.load.files import find_files
from readouts.problem import ReadoutsError
from readouts.progress import Progress
from readouts.project import Project
from readouts.report import as_text, count, shown
from readouts.writing.files import carry_out
from readouts.writing.formatting import Formatted, format_content


@click.command("format")
@project_options
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_checks", is_flag=True, help="Write nothing; fail if a record is not in form.")
def format_command(project: Project, files: tuple[Path, ...], *, only_checks: bool) -> int:
    """Put all records, or these FILEs, into the form that all have; no value and no comment of them changes."""
    wanted = _wanted(project.content, files)
    progress, results = Progress(), []
    progress.begin("records read")
    for result in format_content(project.content, wanted):
        progress.step()
        if result.change and not only_checks:
            carry_out(project.content, [result.change])
        results.append(result)
    progress.clear()
    for result in results:
        _tell(result)
    changed = sum(1 for result in results if result.change)
    left = sum(1 for result in results if result.problems or result.unkept)
    click.echo(_summary(len(results), changed, left, only_checks=only_checks), err=True)
    return int(bool(left or (changed and only_checks)))


def _wanted(content: Path, files: tuple[Path, ...]) -> Callable[[Path], bool]:
    """Return what tells whether a file was asked for; refuse a file that is no record of the project."""
    asked = {file.parent.resolve() / file.name: file for file in files}
    if not asked:
        return lambda _: True
    there = {file.parent.resolve() / file.name for file, _, _ in find_files(content)}
    for path, file in asked.items():
        if path not in there:
            raise ReadoutsError(f"no record of {content}: {shown(str(file))}")
    return lambda file: file.parent.resolve() / file.name in asked


def _tell(result: Formatted) -> None:
    """Print the path of a file that changes; say why one does not."""
    if result.change:
        click.echo(_from_here(result.file))
    for problem in result.problems:
        click.echo(as_text(problem), err=True)
    if result.unkept:
        click.echo(f"{_from_here(result.file)}: left as it is, since in form it would say something else", err=True)


def _from_here(file: Path) -> str:
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _summary(records: int, changed: int, left: int, *, only_checks: bool) -> str:
    said = f"{count(records, 'record')}: {changed:,} {'not in form' if only_checks else 'put into form'}"
    return f"{said}, {left:,} left as they are" if left else said
