"""The command that turns what someone sent with a form into a record."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

import click

from readouts.build import Checked, check
from readouts.cli.options import project_options
from readouts.problem import Problem
from readouts.project import Project
from readouts.report import in_code, summary
from readouts.writing.changes import changed_files
from readouts.writing.forms import form_of, read_forms
from readouts.writing.submissions import FORMS, read_submission

_LEFT = "readouts: nothing was written: {}; a person has to read it"


@click.command("receive")
@project_options
@click.argument("text", type=click.File(encoding="utf-8", errors="replace"))
def receive_command(project: Project, text: TextIO) -> int:
    """Write the record that a TEXT sent with a form for issues holds; tell in Markdown what was done or is missing."""
    body = text.read()
    form = form_of(body, read_forms(project.root, FORMS))
    if form is None:
        click.echo(_LEFT.format("it was made with none of the forms"), err=True)
        return 0
    before = check(project.content)
    changes, objections = read_submission(form, body, before.insight.graph)
    if objections:
        return _refuse(f"- **{objection.label}**: {in_code(objection.message)}" for objection in objections)
    files = changed_files(changes, before.content)
    if not files:
        click.echo(_LEFT.format("it isn't certain which words of which record are meant"), err=True)
        return 0
    after = _tried(project.content, files)
    if wrong := _new_errors(before, after):
        return _refuse(f"- {in_code(_sentence(problem))}" for problem in wrong)
    _write(files, project.content)
    click.echo("\n".join(f"- {in_code(f'{project.content.name}/{name}')}" for name in files))
    click.echo(f"\nWith this: {summary(after.problems, len(after.content.documents))}.\n")
    return 0


def _refuse(reasons: Iterator[str]) -> int:
    click.echo("This can't become a record yet:\n")
    click.echo("\n".join(reasons))
    click.echo("\nEdit the text at the top, and it is read again.")
    return 1


def _tried(content: Path, files: Mapping[str, str]) -> Checked:
    """Return content with some files, as it would be."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / content.name
        shutil.copytree(content, copy, symlinks=True)
        _write(files, copy)
        return check(copy)


def _write(files: Mapping[str, str], content: Path) -> None:
    for name, text in files.items():
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(text, encoding="utf-8", newline="\n")


def _new_errors(before: Checked, after: Checked) -> list[Problem]:
    """Return the errors that were not there before, wherever they stand."""
    known = {(problem.path, problem.code, problem.message) for problem in before.errors}
    return [problem for problem in after.errors if (problem.path, problem.code, problem.message) not in known]


def _sentence(problem: Problem) -> str:
    said = f"{problem.field}: {problem.message}" if problem.field else problem.message
    return f"{said}; {problem.help}" if problem.help else said
