"""How a file is called by whoever reads a report on it."""

import os
from dataclasses import replace
from pathlib import Path

from readouts.problem import Problem


def _repository(folder: Path) -> Path | None:
    """Return the folder of the repository that a folder lies in.

    A job in a container may have no git and a checkout without `.git`: it lies where GitHub says.
    """
    found = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)
    workspace = os.environ.get("GITHUB_WORKSPACE")
    return found or (Path(workspace).resolve() if workspace else None)


def _start(content: Path, format_: str) -> Path | None:
    """Return from where the reader of a format finds files: GitHub from the repository, reviewdog from here."""
    match format_:
        case "github" | "markdown":
            return _repository(content)
        case "rdjsonl":
            return Path.cwd()
        case _:
            return None


def as_found(problems: tuple[Problem, ...], content: Path, format_: str) -> tuple[Problem, ...]:
    """Return problems with the paths by which the reader of a format finds their files.

    Where that lies elsewhere, and for all other formats, they stay relative to the parent of the content folder.
    """
    start = _start(content, format_)
    if start is None or not content.is_relative_to(start):
        return problems
    return tuple(
        replace(problem, path=(content.parent / problem.path).relative_to(start).as_posix()) for problem in problems
    )
