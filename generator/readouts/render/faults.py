"""What went wrong in a template, by its file and line: sites have templates of their own."""

import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError

from readouts.problem import ReadoutsError


def describe(error: Exception) -> str:
    """Return what an error says, or at least of what sort it is."""
    return str(error) or type(error).__name__


def fault_of_template(error: Exception) -> ReadoutsError | None:
    """Return the error that a template made, for the person who wrote it; None if it arose elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        return ReadoutsError(f"template {_from_here(error.filename or '')}, line {error.lineno}: {error.message}")
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_template(frame.filename)]
    if not frames:
        return None
    return ReadoutsError(f"template {_from_here(frames[-1].filename)}, line {frames[-1].lineno}: {describe(error)}")


def _from_here(filename: str) -> Path:
    """Return the path of a file as one would type it in the folder where one is."""
    path, here = Path(filename), Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _is_template(filename: str) -> bool:
    return Path(filename).suffix in (".md", ".html", ".xml")
