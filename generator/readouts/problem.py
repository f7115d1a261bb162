"""The one diagnostic for everything that can be wrong with content."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of a file: lines and columns count from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(line=1, column=1, end_line=1, end_column=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something wrong at a place: what it is, and what to do about it.

    `path` is relative to the parent of the content folder; `field` reads `quotes[0].text`;
    `suggestion` is the near miss alone.
    """

    path: str
    span: Span
    code: str
    severity: Severity
    field: str
    message: str
    help: str = ""
    suggestion: str | None = None
    source: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Return what problems are sorted by."""
        return (self.path, self.span.line, self.span.column, self.code, self.field)


def field_name(path: Path) -> str:
    """Return `quotes[0].text` for `("quotes", 0, "text")`."""
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return name.removeprefix(".")
