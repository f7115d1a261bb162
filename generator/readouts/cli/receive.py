"""The command that turns what someone sent with a form into a record."""

from functools import partial
from typing import TextIO

import click
from markupsafe import Markup

from readouts.cli.desk import Desk
from readouts.cli.options import project_options
from readouts.problem import Problem
from readouts.project import Project
from readouts.render.github import Summary, code
from readouts.report import shown
from readouts.text import Text
from readouts.writing.changes import Change
from readouts.writing.files import carry_out, source_of
from readouts.writing.forms import form_of, read_forms
from readouts.writing.proposals import change_of
from readouts.writing.submissions import FORMS, read_submission

TEMPLATE = "receive.md"
MOST_TOLD = 50  # a comment takes 65,536 characters
Reason = tuple[Text | Markup | None, Text]  # what it is about, and what is wrong


@click.command("receive")
@project_options
@click.argument("text", type=click.File(encoding="utf-8", errors="replace"))
def receive_command(project: Project, text: TextIO) -> int:
    """Write the record that a TEXT sent with a form for issues holds; tell in Markdown what is written or missing."""
    body = text.read()
    form = form_of(body, read_forms(project.root, FORMS))
    if form is None:
        return _leave("it was made with none of the forms")
    desk = Desk(project)
    proposals, objections = read_submission(form, body, desk.checked.insight.graph)
    if objections:
        return _refuse(project, [(Text(each.label), Text(shown(each.message))) for each in objections])
    changes = [change_of(proposal, partial(source_of, project.content)) for proposal in proposals]
    certain = [change for change in changes if change]
    if not certain or None in changes:
        return _leave("it isn't certain which words are meant")
    return _write(project, desk, certain)


def _leave(why: str) -> int:
    """Say that a person has to read the text: that needs no answer."""
    click.echo(f"readouts: nothing was written: {why}", err=True)
    return 0


def _refuse(project: Project, reasons: list[Reason]) -> int:
    click.echo(Summary(project.templates, TEMPLATE).part("refused", reasons[:MOST_TOLD], len(reasons) - MOST_TOLD))
    return 1


def _write(project: Project, desk: Desk, changes: list[Change]) -> int:
    found = desk.problems(changes)
    reasons = [_reason(problem) for problem in found]
    if any(problem.severity == "error" for problem in found):
        return _refuse(project, reasons)
    carry_out(project.content, changes)
    files = [code(f"{project.content.name}/{change.name}") for change in changes]
    click.echo(Summary(project.templates, TEMPLATE).part("written", files, reasons[:MOST_TOLD]))
    return 0


def _reason(problem: Problem) -> Reason:
    said = f"{problem.message}; {problem.help}" if problem.help else problem.message
    return (code(shown(problem.field)) if problem.field else None), Text(shown(said))
