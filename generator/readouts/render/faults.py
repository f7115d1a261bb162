"""What went wrong in a template, by its name and line: sites have templates of their own."""

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
        return ReadoutsError(f"template {error.name}, line {error.lineno}: {error.message}")
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_template(frame.filename)]
    if not frames:
        return None
    return ReadoutsError(f"template {Path(frames[-1].filename).name}, line {frames[-1].lineno}: {describe(error)}")


def _is_template(filename: str) -> bool:
    return Path(filename).suffix in (".md", ".html", ".xml")
