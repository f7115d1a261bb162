"""Problems as text, workflow commands, Markdown or JSON."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import category

from markupsafe import Markup
from wcwidth import wcswidth

from readouts.problem import Excerpt, Problem, Span
from readouts.render.github import Budget, Summary, code, fenced
from readouts.text import Text

MOST_BYTES = 900_000  # of Markdown: the summary of a step takes 1 MiB, and may have a difference to tell as well


def shown(text: str) -> str:
    """Return a text without what a terminal or the log of a workflow would obey: control characters and `##[`."""
    return "".join(
        c if c.isprintable() or c in _JOINERS or category(c) == "Zs" else _SHOWN.get(c, "\N{REPLACEMENT CHARACTER}")
        for c in text
    ).replace("##[", "##⁅")


_JOINERS = "\u200c\u200d"  # records may have them: Persian words and families of emoji need them
_SHOWN = {"\t": " "}


def _width(text: str) -> int:
    """Return the number of columns that a text takes on a terminal."""
    return max(wcswidth(text), 0)


def parted(excerpt: Excerpt, span: Span) -> tuple[str, str, str]:
    """Return what an excerpt has before the span, in it, as far as it reaches, and after it, as it can be shown."""
    start = span.column - 1 - excerpt.first
    end = span.end_column - 1 - excerpt.first if span.end_line == span.line else len(excerpt.text)
    before, marked, after = shown(excerpt.text[:start]), shown(excerpt.text[start:end]), shown(excerpt.text[end:])
    return f"…{before}" if excerpt.first else before, marked, after


def _excerpt(excerpt: Excerpt, span: Span) -> Iterator[str]:
    """Yield an excerpt with carets under the span."""
    before, marked, after = parted(excerpt, span)
    gutter = " " * len(str(span.line))
    yield f"   {gutter} |"
    yield f"   {span.line} | {before}{marked}{after}".rstrip()
    yield f"   {gutter} | {' ' * _width(before)}{'^' * max(_width(marked.rstrip()), 1)}"


def as_text(problem: Problem) -> str:
    """Return a problem as a person reads it, with the line it is about."""
    place = f"{problem.path}:{problem.span.line}:{problem.span.column}"
    lines = [
        f"{problem.severity}[{problem.code}]: {shown(problem.message)}",
        f"  --> {shown(place)}  {shown(problem.field)}".rstrip(),
    ]
    gutter = " " * len(str(problem.span.line))
    if problem.excerpt:
        lines += _excerpt(problem.excerpt, problem.span)
    return "\n".join([*lines, f"   {gutter} = {_advice(problem)}"]) + "\n"


def as_answer(problem: Problem) -> str:
    """Return a problem of a value that stands in no file yet."""
    place = [f"  --> {shown(problem.field)}"] if problem.field else []
    return "\n".join(
        [f"{problem.severity}[{problem.code}]: {shown(problem.message)}", *place, f"   = {_advice(problem)}"]
    )


def _advice(problem: Problem) -> str:
    explain = f"(readouts explain {problem.code})"
    return f"help: {shown(problem.help)}   {explain}" if problem.help else explain


def _workflow_escaped(text: str, *, in_property: bool) -> str:
    escaped = shown(text.replace("\n", " ")).replace("%", "%25")
    return escaped.replace(":", "%3A").replace(",", "%2C") if in_property else escaped


def as_github(problem: Problem) -> str:
    """Return a problem as a workflow command, which GitHub shows at its line; it takes columns on one line only."""
    span = problem.span
    properties = {
        "file": problem.path,
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
        "title": problem.code,
    }
    if span.line != span.end_line:
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{key}={_workflow_escaped(value, in_property=True)}" for key, value in properties.items())
    return f"::{problem.severity} {listed}::{_workflow_escaped(_sentence(problem), in_property=False)}"


def _sentence(problem: Problem) -> str:
    return f"{problem.message}; {problem.help}" if problem.help else problem.message


def as_object(problem: Problem) -> dict[str, Any]:
    """Return a problem as JSON has it."""
    span = problem.span
    return {
        "path": problem.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": problem.code,
        "severity": problem.severity,
        "field": problem.field,
        "message": problem.message,
        "help": problem.help,
        "suggestion": problem.suggestion,
    }


def as_rdjson(problem: Problem) -> str:
    """Return a problem as a line of the Reviewdog Diagnostic Format, whose columns count bytes."""
    span = problem.span
    start, end = problem.excerpt.byte_columns if problem.excerpt else (span.column, None)
    place = {"start": {"line": span.line, "column": start}}
    if end is not None:
        place["end"] = {"line": span.line, "column": end}
    diagnostic = {
        "message": _sentence(problem),
        "location": {"path": problem.path, "range": place},
        "severity": problem.severity.upper(),
        "code": {"value": problem.code},
        "source": {"name": "readouts"},
    }
    return json.dumps(diagnostic)


def _as_markdown(problem: Problem, template: Summary) -> str:
    span = problem.span
    return template.part(
        "problem",
        problem.severity,
        Markup(f"line {span.line}, column {span.column}"),  # noqa: S704  # our own words
        code(shown(problem.field)) if problem.field else None,
        Text(shown(problem.message)),
        Text(shown(problem.help)) if problem.help else None,
        code(shown(problem.suggestion)) if problem.suggestion and problem.suggestion not in problem.help else None,
        fenced(_excerpt(problem.excerpt, span)) if problem.excerpt else None,
        code(f"readouts explain {problem.code}"),
    )


def _in_markdown(problems: tuple[Problem, ...], records: int, templates: tuple[Path, ...]) -> Iterator[str]:
    """Yield the parts of a summary by files, as many as there is room for."""
    template, budget, left_out = Summary(templates, "problems.md"), Budget(MOST_BYTES), 0
    yield template.part("head", Markup(summary(problems, records)))  # noqa: S704  # our own words
    for path, several in groupby(problems, lambda problem: problem.path):
        parts = [_as_markdown(problem, template) for problem in several]
        heading = template.part("file", code(shown(path)))
        kept = [part for part in parts if budget.takes(part)] if budget.takes(heading) else []
        left_out += len(parts) - len(kept)
        yield from [heading, *kept] if kept else []
    if left_out:
        yield template.part("more", left_out)


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def summary(problems: Iterable[Problem], records: int) -> str:
    """Return how many problems there are, in words."""
    severities = [problem.severity for problem in problems]
    if not severities:
        return f"{count(records, 'record')}, no problems"
    errors, warnings = severities.count("error"), severities.count("warning")
    return f"{count(records, 'record')}: {count(errors, 'error')}, {count(warnings, 'warning')}"


def report(
    problems: tuple[Problem, ...], records: int, format_: str, templates: tuple[Path, ...] = ()
) -> Iterator[str]:
    """Yield the lines of a report in one of the formats text, github, markdown, json and rdjsonl."""
    match format_:
        case "markdown":
            yield from _in_markdown(problems, records, templates)
        case "json":
            severities = [problem.severity for problem in problems]
            counts = {"errors": severities.count("error"), "warnings": severities.count("warning")}
            yield json.dumps(
                {"problems": [as_object(problem) for problem in problems], "records": records, **counts}, indent=1
            )
        case "rdjsonl":
            yield from (as_rdjson(problem) for problem in problems)
        case "github":
            yield from (as_github(problem) for problem in problems)
            yield summary(problems, records)
        case _:
            yield from (as_text(problem) for problem in problems)
            yield summary(problems, records)
