"""What is wrong with the records, on top of each page while they are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment

from readouts.problem import Problem
from readouts.project import SHIPPED
from readouts.render.environment import make_environment
from readouts.report import count, parted, shown
from readouts.text import Text

MOST_SHOWN = 20
_BODY = re.compile(r"<body[^>]*>")


@dataclass(frozen=True, kw_only=True)
class _Excerpt:
    before: Text
    marked: Text
    after: Text


@dataclass(frozen=True, kw_only=True)
class _Shown:
    severity: str
    message: Text
    place: Text
    field: Text | None
    help: Text | None
    excerpt: _Excerpt | None


@cache
def _environment() -> Environment:
    # Never a template of the project's own: it may be what is wrong.
    return make_environment((SHIPPED / "templates",))


def _text(words: str) -> Text | None:
    return Text(shown(words)) if words else None


def _excerpt(problem: Problem) -> _Excerpt | None:
    if problem.excerpt is None:
        return None
    before, marked, after = parted(problem.excerpt, problem.span)
    return _Excerpt(before=Text(before.lstrip()), marked=Text(marked), after=Text(after))


def _shown(problem: Problem) -> _Shown:
    place = f"{problem.path}:{problem.span.line}:{problem.span.column}"
    return _Shown(
        severity=problem.severity,
        message=Text(shown(problem.message)),
        place=Text(shown(place)),
        field=_text(problem.field),
        help=_text(problem.help),
        excerpt=_excerpt(problem),
    )


def _summary(problems: Sequence[Problem]) -> str:
    severities = [problem.severity for problem in problems]
    counts = ((severities.count(severity), severity) for severity in ("error", "warning"))
    return ", ".join(count(number, severity) for number, severity in counts if number)


def notice(problems: Sequence[Problem], path: str = "", *, fault: str = "", is_stale: bool = False) -> str:
    """Return the problems as HTML, those of the file of a path first; nothing where nothing is wrong.

    `fault` is what stops a build beside them. Warnings of other files alone are shown folded.
    """
    if not problems and not fault:
        return ""
    own = sorted(problems, key=lambda problem: (problem.path != path, problem.severity != "error"))
    is_open = bool(fault) or any(problem.path == path or problem.severity == "error" for problem in problems)
    return (
        _environment()
        .get_template("desk/notice.html")
        .render(
            summary="The site can't be built" if fault else _summary(problems),
            fault=fault and shown(fault),
            problems=[_shown(problem) for problem in own[:MOST_SHOWN]],
            more=max(len(own) - MOST_SHOWN, 0),
            is_open=is_open,
            is_stale=is_stale,
        )
    )


def blank_page(title: str) -> str:
    """Return a page that has nothing but a title, for a notice to stand on."""
    return _environment().get_template("desk/blank.html").render(title=title)


def on_desk(html: str, above: str, version: int) -> str:
    """Return a page with a notice on top, and what loads it again when there is a new version."""
    head = '<link rel="stylesheet" href="/-/desk.css">'
    script = f'<script src="/-/desk.js" data-version="{version}"></script>'
    with_notice = _BODY.sub(lambda match: f"{match[0]}{above}", html, count=1)
    return with_notice.replace("</head>", f"{head}\n</head>", 1).replace("</body>", f"{script}\n</body>", 1)
