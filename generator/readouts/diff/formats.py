"""A difference for a terminal, for the summary of a workflow and for scripts."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from readouts.diff import Difference
from readouts.diff.lines import Code, Edited, Line, Ours, Piece
from readouts.diff.sections import in_sections
from readouts.diff.sentence import in_a_sentence
from readouts.render.github import Budget, Summary, code
from readouts.report import shown
from readouts.text import Text

MOST_BYTES = 100_000  # of a summary: with the problems of the same content it stays under what GitHub takes
_MARKS = {"kept": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


def _shown(text: str) -> str:
    return shown(text.replace("\n", "⏎"))


def line_as_text(line: Line) -> str:
    """Return a line for a terminal; `[-…-]` is gone and `{+…+}` is new."""

    def words(piece: Piece) -> str:
        if isinstance(piece, Edited):
            return "".join(_shown(edit.text).join(_MARKS[edit.fate]) for edit in piece.edits)
        return _shown(piece.text)

    return "".join(map(words, line))


def as_text(difference: Difference) -> Iterator[str]:
    """Yield the lines for a terminal."""
    yield in_a_sentence(difference)
    for section in in_sections(difference):
        yield ""
        yield section.title
        for item in section.items:
            yield f"  {line_as_text(item.line)}"
            yield from (f"    {line_as_text(line)}" for line in item.below)


def _marked(line: Line) -> list[tuple[str, object]]:
    """Return a line for the template: words of ours as they are, all others to be encoded there."""
    return [_kind_and_value(piece) for piece in line]


def _kind_and_value(piece: Piece) -> tuple[str, object]:
    match piece:
        case Ours():
            return "ours", Markup(piece.text)  # noqa: S704  # words and marks that mean nothing to Markdown
        case Code():
            return "code", code(_shown(piece.text))
        case Edited():
            return "edited", [(edit.fate, Text(_shown(edit.text))) for edit in piece.edits]
        case _:
            return "theirs", Text(_shown(piece.text))


def as_markdown(difference: Difference, commit: str, templates: tuple[Path, ...]) -> Iterator[str]:
    """Yield the parts of a summary, of which no word of a contributor's forms Markdown."""
    summary, budget = Summary(templates, "diff.md"), Budget(MOST_BYTES)
    yield summary.part("head", Markup(in_a_sentence(difference)), code(commit[:12]))  # noqa: S704  # our own words
    for section in in_sections(difference):
        items = [summary.part("item", _marked(item.line), [*map(_marked, item.below)]) for item in section.items]
        kept = [item for item in items if budget.takes(item)]
        yield summary.part("opening", Markup(section.title), section.is_long)  # noqa: S704  # our own words
        yield from kept
        if len(kept) < len(items):
            yield summary.part("more", len(items) - len(kept))
        if section.is_long:
            yield summary.part("closing")
