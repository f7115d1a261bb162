"""What a contributor got wrong where libyaml gave up."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from readouts.load.characters import Fault, span_at

Advice = tuple[int, str, str]  # where in the source, what is wrong, what to do


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """What libyaml says, at which characters, and the scalar that it read last."""

    source: str
    problem: str
    context: str
    index: int
    line: int
    context_index: int
    last: Any

    @property
    def line_start(self) -> int:
        """Return the index of the first character of the line."""
        return self.source.rfind("\n", 0, self.index) + 1

    @property
    def last_is_quoted(self) -> bool:
        """Tell whether the last scalar stands in quotation marks."""
        return self.last is not None and self.last.style in ("'", '"')


def _open_quote(trouble: Trouble) -> Advice | None:
    """Point at where a quotation mark opens: libyaml notices only where the next one closes, or at the end."""
    last = trouble.last
    if trouble.last_is_quoted and last.start_mark.line < last.end_mark.line == trouble.line:
        index = int(last.start_mark.index)
    elif "quoted scalar" in trouble.context and "unexpected" in trouble.problem:
        index = trouble.context_index
    else:
        return None
    mark = trouble.source[index : index + 1]
    return (
        index,
        "a quotation mark opens here that is not closed",
        f"close it with the same mark, {mark}, after the value",
    )


def _text_after_quote(trouble: Trouble) -> Advice | None:
    if trouble.last_is_quoted and trouble.last.end_mark.line == trouble.line and "expected key" in trouble.problem:
        help_ = "put the whole value in quotes, and write a mark inside it twice ('') or as \\\""
        return trouble.index, "text after the closing quotation mark", help_
    return None


def _tab(trouble: Trouble) -> Advice | None:
    before = trouble.source[trouble.line_start : trouble.index + 1]
    if "\t" in before and not before.strip():
        return trouble.line_start + before.index("\t"), "a tab where YAML wants spaces", "indent with spaces"
    return None


_NO_SPACE = re.compile(r"[ \t-]*[A-Za-z_]+(:)[^\s:]|[ \t-]*[A-Za-z_]+(\uff1a)")


def _colon_without_space(trouble: Trouble) -> Advice | None:
    """Look for `key:value` on the line of the trouble and on those of the value before it, which it was taken into."""
    first = trouble.last.start_mark.index if trouble.last is not None else trouble.context_index
    start = trouble.source.rfind("\n", 0, min(first, trouble.context_index, trouble.index)) + 1
    for line in trouble.source[start : trouble.index + 1].split("\n"):
        if match := _NO_SPACE.match(line):
            if match[1]:
                return start + match.start(1), "a colon without a space after it", "write `key: value`"
            return start + match.start(2), "a full-width colon, which YAML does not know", "write `key: value`"
        start += len(line) + 1
    return None


def _second_colon(trouble: Trouble) -> Advice | None:
    if "mapping values are not allowed" not in trouble.problem:
        return None
    if trouble.last is not None and trouble.last.start_mark.line < trouble.last.end_mark.line:
        message = "a key that is indented otherwise than its neighbours, or a value without quotes"
        return trouble.index, message, "align the keys; put a value that holds ': ' in quotes"
    message = "a second colon on this line: ': ' begins the value of a mapping"
    return trouble.index, message, "put the value in quotes"


def _indicator(trouble: Trouble) -> Advice | None:
    if "cannot start any token" in trouble.problem:
        first = trouble.source[trouble.index : trouble.index + 1]
        return trouble.index, f"a value can't begin with {first}", "put the value in quotes"
    return None


def _open_bracket(trouble: Trouble) -> Advice | None:
    if "flow sequence" in trouble.context or "flow mapping" in trouble.context:
        bracket = trouble.source[trouble.context_index : trouble.context_index + 1]
        help_ = "close it, or put a value that begins with a bracket in quotes"
        return trouble.context_index, f"a bracket opens here ({bracket}) that is not closed", help_
    return None


def _no_colon(trouble: Trouble) -> Advice | None:
    if "could not find expected ':'" in trouble.problem:
        help_ = "write `key: value`, or indent the line to continue the value above"
        return trouble.context_index, "a line without a colon", help_
    return None


def _escape(trouble: Trouble) -> Advice | None:
    if "unknown escape" in trouble.problem:
        message = "a backslash in double quotes that begins no escape"
        return trouble.index, message, "write it twice (\\\\), or use single quotes"
    return None


def _indentation(trouble: Trouble) -> Advice | None:
    if "expected key" in trouble.problem or "indicator" in trouble.problem:
        message = "a line that is indented otherwise than its neighbours"
        return trouble.index, message, "align keys with keys and dashes with dashes"
    return None


_RECOGNIZERS: tuple[Callable[[Trouble], Advice | None], ...] = (
    _open_quote,
    _text_after_quote,
    _tab,
    _colon_without_space,
    _second_colon,
    _indicator,
    _open_bracket,
    _no_colon,
    _escape,
    _indentation,
)


def syntax_fault(error: Any, source: str, last: Any) -> Fault:
    """Return the fault of a file that is not YAML, given libyaml's error and the scalar that it read last."""
    mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    index = min(mark.index if mark else 0, len(source))
    trouble = Trouble(
        source=source,
        problem=str(getattr(error, "problem", None) or error),
        context=str(getattr(error, "context", None) or ""),
        index=index,
        line=mark.line if mark else -1,
        context_index=min(context_mark.index, len(source)) if context_mark else index,
        last=last,
    )
    unknown = (
        index,
        f"this is not YAML: {trouble.problem} {trouble.context}".strip(),
        "compare with a record that works",
    )
    where, message, help_ = next((advice for recognize in _RECOGNIZERS if (advice := recognize(trouble))), unknown)
    return Fault(path=(), span=span_at(source, where), code="syntax", message=message, help=help_)
