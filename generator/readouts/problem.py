"""The one diagnostic for everything that can be wrong with content."""

import inspect
import re
from dataclasses import dataclass
from textwrap import dedent
from typing import Literal


class ReadoutsError(Exception):
    """What stops the program, apart from faults of content; its words are for the person at the terminal."""


Severity = Literal["error", "warning"]
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of a file: lines and columns count from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """A part of the line on which a span begins: its characters, the index of the first of them in the line.

    `byte_columns` are the columns of the span counted in bytes, the second None where it ends on another line.
    """

    text: str
    first: int
    byte_columns: tuple[int, int | None]


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
    excerpt: Excerpt | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Return what problems are sorted by."""
        return (self.path, self.span.line, self.span.column, self.code, self.field)


def field_name(path: FieldPath) -> str:
    """Return `quotes[0].text` for `("quotes", 0, "text")`."""
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return name.removeprefix(".")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """What a code stands for: the rule in words, an example of either side, and what to do.

    `group` is what it is asked of, in a word; `related` are the codes of rules that are often meant instead.
    """

    code: str
    severity: Severity
    group: str
    says: str
    wrong: str
    right: str
    advice: str = ""
    related: tuple[str, ...] = ()


_LABEL = re.compile(r"^(Wrong|Right|Do|See):\n", re.MULTILINE)


def read_rule(code: str, severity: Severity, text: str, *, group: str) -> Rule:
    """Return the rule that a text states, with what follows under `Wrong:`, `Right:`, `Do:` and `See:`, indented."""
    says, *labelled = _LABEL.split(inspect.cleandoc(text))
    parts = {label: dedent(part).rstrip() for label, part in zip(labelled[::2], labelled[1::2], strict=True)}
    return Rule(
        code=code,
        severity=severity,
        group=group,
        says=says.strip(),
        wrong=parts.get("Wrong", ""),
        right=parts.get("Right", ""),
        advice=" ".join(parts.get("Do", "").split()),
        related=tuple(parts.get("See", "").replace(",", " ").split()),
    )
