"""Where new records lie before they are written: held against all that is there."""

import re
from collections.abc import Sequence
from dataclasses import replace

import click

from readouts.build import check
from readouts.checks.near_misses import NearMisses
from readouts.load.characters import Fault
from readouts.load.files import read_bytes
from readouts.model import Meeting
from readouts.problem import Problem, ReadoutsError
from readouts.project import Project
from readouts.report import as_answer, as_text, count, shown
from readouts.writing.changes import Change, new_problems, with_changes
from readouts.writing.files import carry_out

LACKING = ("missing-field", "missing-readout")
_OF_QUOTE = re.compile(r"quotes\[\d+\]\.?")


class Desk:
    """The content of a project, and what is to be written into it."""

    def __init__(self, project: Project) -> None:
        """Read all that is there."""
        self.content, self.checked = project.content, check(project.content)

    def problems(self, changes: Sequence[Change]) -> tuple[Problem, ...]:
        """Return what `check` would find because of some changes."""
        after = with_changes(self.checked.content, self.content.name, changes)
        return new_problems(self.checked.problems, after)

    def errors(self, changes: Sequence[Change]) -> tuple[Problem, ...]:
        """Return those of the problems that are errors."""
        return tuple(problem for problem in self.problems(changes) if problem.severity == "error")

    def write(self, changes: Sequence[Change]) -> None:
        """Write some changes; tell where, and what `check` finds because of them."""
        problems = self.problems(changes)
        for path in carry_out(self.content, changes):
            click.echo(path)
        for problem in problems:
            click.echo(f"\n{as_text(problem)}".rstrip(), err=True)
        self.checked = check(self.content)

    def refuse_existing(self, change: Change) -> None:
        """Refuse a new record in the place of one that is there."""
        if (self.content / change.name).exists():
            raise ReadoutsError(f"{change.name} exists already: give another id, or change the record there")

    def source_of(self, meeting: str) -> bytes:
        """Return what the file of a meeting holds."""
        if not any(
            (document.model, document.stem) == (Meeting, meeting) for document in self.checked.content.documents
        ):
            guess = NearMisses(self.checked.insight.graph).of((Meeting.TYPE,), meeting)
            raise ReadoutsError(f"no meeting '{shown(meeting)}'" + (f": did you mean '{guess}'?" if guess else ""))
        source = read_bytes(self.content / Meeting.FOLDER / f"{meeting}.yml")
        if isinstance(source, Fault):
            raise ReadoutsError(f"{Meeting.FOLDER}/{meeting}.yml: {source.message}; {source.help}")
        return source


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
    """Tell what is wrong with some values, and return the error of it."""
    for problem in errors:
        click.echo(told(problem, changes), err=True)
    return ReadoutsError(f"nothing was written: {count(len(errors), 'error')}")
