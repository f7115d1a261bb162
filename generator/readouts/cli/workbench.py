"""Where new records lie before they are written: held against all that is there."""

import re
from collections.abc import Sequence
from dataclasses import replace

import click

from readouts.build import check
from readouts.checks.near_misses import NearMisses
from readouts.load import Document
from readouts.model import Meeting, Quote
from readouts.model.shape import shapes
from readouts.problem import Problem, ReadoutsError
from readouts.project import Project
from readouts.report import as_answer, as_text, count, shown
from readouts.schema import keep_fresh
from readouts.writing.changes import Change, new_problems, with_changes
from readouts.writing.files import carry_out, source_of

LACKING = ("missing-field", "missing-readout")
NOT_YET = ("uncited-source", "unnamed-party")  # of what was written a moment ago: it is to be named next
_OF_QUOTE = re.compile(r"quotes\[\d+\]\.?")


class Workbench:
    """The content of a project, and what is to be written into it."""

    def __init__(self, project: Project) -> None:
        """Read all that is there."""
        self.project, self.content, self.checked = project, project.content, check(project.content)

    def problems(self, changes: Sequence[Change]) -> tuple[Problem, ...]:
        """Return what `check` would find because of some changes."""
        after = with_changes(self.checked.content, self.content.name, changes)
        return new_problems(self.checked.problems, after)

    def errors(self, changes: Sequence[Change]) -> tuple[Problem, ...]:
        """Return those of the problems that are errors."""
        return tuple(problem for problem in self.problems(changes) if problem.severity == "error")

    def write(self, changes: Sequence[Change]) -> None:
        """Write some changes; tell where, and what `check` finds because of them, but that nobody names them yet."""
        problems = [problem for problem in self.problems(changes) if problem.code not in NOT_YET]
        for path in carry_out(self.content, changes):
            click.echo(path)
        for problem in problems:
            click.echo(f"\n{as_text(problem)}".rstrip(), err=True)
        self.checked = check(self.content)
        if fault := keep_fresh(self.checked.insight.graph, self.project):
            click.echo(f"readouts: editors are not told of it: {fault}", err=True)

    def refuse_existing(self, change: Change) -> None:
        """Refuse a new record in the place of one that is there."""
        if (self.content / change.name).exists():
            raise ReadoutsError(f"{change.name} exists already: give another id, or change the record there")

    def source_of(self, meeting: str) -> bytes:
        """Return what the file of a meeting holds."""
        if self._document(meeting) is None:
            guess = NearMisses(self.checked.insight.graph).of((Meeting.TYPE,), meeting)
            raise ReadoutsError(f"no meeting '{shown(meeting)}'" + (f": did you mean '{guess}'?" if guess else ""))
        return source_of(self.content, Meeting, meeting)

    def shows_why_unreadable(self, meeting: str) -> bool:
        """Tell whether the file of a meeting can't be read, and show why."""
        document = self._document(meeting)
        if document is None or document.record is not None:
            return False
        for problem in self.checked.problems:
            if problem.path == document.path:
                click.echo(as_text(problem), err=True)
        return True

    def _document(self, meeting: str) -> Document | None:
        documents = self.checked.content.documents
        return next((d for d in documents if (d.model, d.stem) == (Meeting, meeting)), None)


def field_of(problem: Problem, changes: Sequence[Change]) -> str | None:
    """Return the field of a new record or quotation that a problem is about, by the name that `--set` takes."""
    change = next((change for change in changes if problem.path.endswith(f"/{change.name}")), None)
    if change is None or change.before is None:
        return problem.field if change else None
    inside = _OF_QUOTE.match(problem.field)
    return problem.field[inside.end() :] if inside else None


def told(problem: Problem, changes: Sequence[Change]) -> str:
    """Return a problem in words: by its field, where it is one of values that are in no file yet."""
    field = field_of(problem, changes)
    if field is None:
        return as_text(problem)
    help_ = problem.help.replace(f"add `{field.rpartition('.')[2]}: …` here", f"give it with --set {field}=…")
    return as_answer(replace(problem, field=field, help=help_))


def refused(errors: Sequence[Problem], changes: Sequence[Change]) -> ReadoutsError:
    """Tell what is wrong with some values, in the order of their fields, and return the error of it."""
    for problem in sorted(errors, key=lambda problem: _place(problem, changes)):
        click.echo(told(problem, changes), err=True)
    return ReadoutsError(f"nothing was written: {count(len(errors), 'error')}")


def _place(problem: Problem, changes: Sequence[Change]) -> int:
    """Return which field of the model a problem is about."""
    model = Quote if any(change.before for change in changes) else changes[0].model
    name = re.split(r"[.\[]", field_of(problem, changes) or "")[0]
    return [*shapes(model), name].index(name)
