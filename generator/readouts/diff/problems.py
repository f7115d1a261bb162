"""Which problems are new, and which are fixed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readouts.diff.sides import Sides
from readouts.problem import Problem


@dataclass(frozen=True, kw_only=True)
class ProblemChanges:
    """The problems that there were not before, and those that there are no longer."""

    new: tuple[Problem, ...]
    fixed: tuple[Problem, ...]


_Likeness = tuple[str, str, str]


def _likeness(problem: Problem, paths: dict[str, str]) -> _Likeness:
    """Return by what a problem is known again, wherever in its file, and whatever that is called."""
    return paths.get(problem.path, problem.path), problem.code, problem.message


def _without(problems: tuple[Problem, ...], others: list[_Likeness], paths: dict[str, str]) -> Iterator[Problem]:
    known = Counter(others)
    for problem in problems:
        likeness = _likeness(problem, paths)
        known[likeness] -= 1
        if known[likeness] < 0:
            yield problem


def compare_problems(sides: Sides) -> ProblemChanges:
    """Return the problems that are new, and those that are fixed."""
    old, new = sides.documents_before, sides.documents_now
    renamed = ((document, new.get(sides.present(key))) for key, document in old.items())
    paths = {document.path: present.path for document, present in renamed if present}
    before = [_likeness(problem, paths) for problem in sides.before.problems]
    now = [_likeness(problem, {}) for problem in sides.now.problems]
    return ProblemChanges(
        new=tuple(_without(sides.now.problems, before, {})),
        fixed=tuple(_without(sides.before.problems, now, paths)),
    )
