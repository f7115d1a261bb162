"""The command that turns what someone sent with a form into a record."""

from collections.abc import Mapping
from functools import partial
from typing import TextIO

import click
from markupsafe import Markup

from readouts.cli.options import project_options
from readouts.cli.workbench import Workbench, field_of
from readouts.problem import Problem
from readouts.project import Project
from readouts.render.github import Budget, Summary, code
from readouts.report import shown
from readouts.text import Text
from readouts.writing.changes import Change
from readouts.writing.files import carry_out, source_of
from readouts.writing.forms import Form, form_of, read_forms
from readouts.writing.proposals import Correction, Proposal, change_of
from readouts.writing.submissions import FORMS, read_submission

TEMPLATE = "receive.md"
MOST_BYTES = 20_000  # of reasons: a comment takes 65,536 characters
Reason = tuple[Text | Markup | None, Text]  # what it is about, and what is wrong


@click.command("receive")
@project_options
@click.argument("text", type=click.File(encoding="utf-8", errors="replace"))
def receive_command(project: Project, text: TextIO) -> int:
    """Write the record that a TEXT sent with a form for issues holds; tell in Markdown what is written or missing.

    Exit 1 if something is missing or wrong: nothing is written then. What a person has to read is told, nothing is
    written, and that is fine. Of a text that was made with none of the forms nothing is told.
    """
    body = text.read()
    form = form_of(body, read_forms(project.root, FORMS))
    template = Summary(project.templates, TEMPLATE)
    if form is None:
        click.echo("readouts: nothing was written: it was made with none of the forms", err=True)
        return 0
    bench = Workbench(project)
    proposals, objections = read_submission(form, body, bench.checked.insight.graph)
    if objections:
        return _refuse(template, [(Text(each.label), Text(shown(each.message))) for each in objections])
    made = [(change_of(proposal, partial(source_of, project.content)), proposal) for proposal in proposals]
    changes = {change: proposal for change, proposal in made if change}
    if not changes or len(changes) < len(made):
        click.echo(template.part("left"))
        return 0
    return _write(bench, form, changes, template)


def _refuse(template: Summary, reasons: list[Reason]) -> int:
    told = _told(template, reasons)
    click.echo(template.part("refused", told, len(reasons) - len(told)))
    return 1


def _told(template: Summary, reasons: list[Reason]) -> list[Markup]:
    """Return as many reasons as a comment bears."""
    budget, parts = Budget(MOST_BYTES), [template.part("reason", *reason) for reason in reasons]
    return [Markup(part) for part in parts if budget.takes(part)]  # noqa: S704  # encoded by the template


def _write(bench: Workbench, form: Form, changes: Mapping[Change, Proposal], template: Summary) -> int:
    found = bench.problems([*changes])
    errors, warnings = ([each for each in found if each.severity == s] for s in ("error", "warning"))
    if errors:
        return _refuse(template, [_reason(problem, form, changes) for problem in errors])
    carry_out(bench.content, [*changes])
    files = [code(f"{bench.content.name}/{change.name}") for change in changes]
    click.echo(template.part("written", files, _told(template, [_reason(each, form, changes) for each in warnings])))
    return 0


def _reason(problem: Problem, form: Form, changes: Mapping[Change, Proposal]) -> Reason:
    """Return what is wrong with an answer by the label of its question, or with another value by its field."""
    said = f"{problem.message}; {problem.help}" if problem.help else problem.message
    label = _label(problem, form, changes)
    if label is None:
        return (code(shown(problem.field)) if problem.field else None), Text(shown(said))
    # What to write in a file helps nobody here.
    lacking = {"missing-field": "an answer is missing", "missing-readout": f"{problem.message}: write a line for it"}
    return Text(label), Text(shown(lacking.get(problem.code, said)))


def _label(problem: Problem, form: Form, changes: Mapping[Change, Proposal]) -> str | None:
    for change, proposal in changes.items():
        field = field_of(problem, [change])
        asked = proposal.asked if field and not isinstance(proposal, Correction) else {}
        for start, question in asked.items():
            if field and f"{field}.".startswith((f"{start}.", f"{start}[")):
                return next((asked.label for asked in form.questions if asked.id == question), None)
    return None
