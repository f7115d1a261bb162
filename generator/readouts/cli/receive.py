"""The command that turns what someone sent with a form into a record."""

from functools import partial
from typing import TextIO

import click
from markupsafe import Markup

from readouts.cli.options import project_options
from readouts.cli.workbench import Workbench
from readouts.problem import Problem
from readouts.project import Project
from readouts.render.github import Budget, Summary, code
from readouts.report import shown
from readouts.text import Text
from readouts.writing.changes import Change
from readouts.writing.files import carry_out, source_of
from readouts.writing.forms import form_of, read_forms
from readouts.writing.proposals import change_of
from readouts.writing.submissions import FORMS, read_submission

TEMPLATE = "receive.md"
MOST_BYTES = 20_000  # of reasons: a comment takes 65,536 characters
Reason = tuple[Text | Markup | None, Text]  # what it is about, and what is wrong


@click.command("receive")
@project_options
@click.argument("text", type=click.File(encoding="utf-8", errors="replace"))
def receive_command(project: Project, text: TextIO) -> int:
    """Write the record that a TEXT sent with a form for issues holds; tell in Markdown what is written or missing.

    Exit 1 if something is missing or wrong: nothing is written then. Where a person has to read the text, nothing is
    written or told, and that is fine.
    """
    body = text.read()
    form = form_of(body, read_forms(project.root, FORMS))
    if form is None:
        return _leave("it was made with none of the forms")
    bench = Workbench(project)
    proposals, objections = read_submission(form, body, bench.checked.insight.graph)
    if objections:
        return _refuse(project, [(Text(each.label), Text(shown(each.message))) for each in objections])
    changes = [change_of(proposal, partial(source_of, project.content)) for proposal in proposals]
    certain = [change for change in changes if change]
    if not certain or None in changes:
        return _leave("it isn't certain which words are meant")
    return _write(project, bench, certain)


def _leave(why: str) -> int:
    """Say that a person has to read the text: that needs no answer."""
    click.echo(f"readouts: nothing was written: {why}", err=True)
    return 0


def _refuse(project: Project, reasons: list[Reason]) -> int:
    template = Summary(project.templates, TEMPLATE)
    told = _told(template, reasons)
    click.echo(template.part("refused", told, len(reasons) - len(told)))
    return 1


def _told(template: Summary, reasons: list[Reason]) -> list[Markup]:
    """Return as many reasons as a comment bears."""
    budget, parts = Budget(MOST_BYTES), [template.part("reason", *reason) for reason in reasons]
    return [Markup(part) for part in parts if budget.takes(part)]  # noqa: S704  # encoded by the template


def _write(project: Project, bench: Workbench, changes: list[Change]) -> int:
    found = bench.problems(changes)
    reasons = [_reason(problem) for problem in found]
    if any(problem.severity == "error" for problem in found):
        return _refuse(project, reasons)
    carry_out(project.content, changes)
    files = [code(f"{project.content.name}/{change.name}") for change in changes]
    template = Summary(project.templates, TEMPLATE)
    click.echo(template.part("written", files, _told(template, reasons)))
    return 0


def _reason(problem: Problem) -> Reason:
    said = f"{problem.message}; {problem.help}" if problem.help else problem.message
    return (code(shown(problem.field)) if problem.field else None), Text(shown(said))
