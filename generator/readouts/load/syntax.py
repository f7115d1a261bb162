"""What a contributor got wrong where libyaml gave up."""

import re
from collections.abc import Callable
from typing import Any

from readouts.load.brackets import open_bracket, stray_sign, text_after_bracket
from readouts.load.characters import Fault, describe, span_at
from readouts.load.trouble import Advice, Trouble, goes_on

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= )", re.MULTILINE)
_CONFLICTS_MIDDLE = re.compile(r"^(?:={7}|\|{7})(?= |$)", re.MULTILINE)
_LEFT_BY_GIT = ("a conflict that git left here", "keep one of the two versions, and delete the marks")


def conflict_fault(source: str) -> Fault | None:
    """Return the fault of a file with git's marks of a conflict, which may stand in a text that YAML can read."""
    may_be = "<<<<<<< " in source or ">>>>>>> " in source  # which is quick to find out
    if not may_be or not (found := _CONFLICT.search(source)):
        return None
    message, help_ = _LEFT_BY_GIT
    return Fault(path=(), span=span_at(source, found.start()), code="syntax", message=message, help=help_)


def _conflict(trouble: Trouble) -> Advice | None:
    """Point at a mark of a conflict that stands alone, the others having been deleted."""
    if found := _CONFLICTS_MIDDLE.search(trouble.source, 0, trouble.index + 1):
        return found.start(), *_LEFT_BY_GIT
    return None


_ODD_SPACE = re.compile(r"(?:^ *|[:-])([^\S \t\r\n])")


def _odd_space(trouble: Trouble) -> Advice | None:
    for start, line in trouble.lines:
        if found := _ODD_SPACE.search(line):
            message = f"a space of another kind ({describe(found[1])}), which YAML takes for a letter"
            return start + found.start(1), message, "write an ordinary space in its place"
    return None


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
    if trouble.last_is_quoted and trouble.last.end_mark.line == trouble.line and goes_on(trouble):
        if trouble.source[trouble.index : trouble.index + 1] == ":":
            return trouble.index, "a colon without a space after it", "write `key: value`"
        if "flow" in trouble.context and trouble.source[trouble.index : trouble.index + 1] in ("'", '"'):
            return trouble.index, "a comma is missing before this", "write a comma between two items"
        help_ = "put the whole value in quotes, and write a mark inside it twice ('') or as \\\""
        return trouble.index, "text after the closing quotation mark", help_
    return None


def _tab(trouble: Trouble) -> Advice | None:
    before = trouble.source[trouble.line_start : trouble.index + 1]
    if "\t" in before and not before.strip():
        return trouble.line_start + before.index("\t"), "a tab where YAML wants spaces", "indent with spaces"
    if before.endswith("\t") and "cannot start" in trouble.problem:
        return trouble.index, "a tab where YAML wants a space", "write a space"
    return None


_NO_SPACE = re.compile(r"[ \t-]*[A-Za-z_]+(:)[^\s:]|[ \t-]*[A-Za-z_]+(\uff1a)")


def _colon_without_space(trouble: Trouble) -> Advice | None:
    """Look for `key:value` on the line of the trouble and on those of the value before it, which it was taken into."""
    for start, line in trouble.lines:
        if match := _NO_SPACE.match(line):
            if match[1]:
                return start + match.start(1), "a colon without a space after it", "write `key: value`"
            return start + match.start(2), "a full-width colon, which YAML does not know", "write `key: value`"
    return None


_DASHED_KEY = re.compile(r" *(-)[A-Za-z_]+: ")


def _dash_without_space(trouble: Trouble) -> Advice | None:
    """Look for `-key: value`, which YAML takes for a key that begins with a dash."""
    for start, line in trouble.lines:
        if match := _DASHED_KEY.match(line):
            return start + match.start(1), *_GLUED_DASH
    return None


_GLUED_DASH = ("a dash without a space after it", "write `- value`")
_KEY = re.compile(r"(?:- )*+[\w-]++")
_NO_COLON = ("a line without a colon", "write `key: value`, or indent the line to continue the value above")


def _second_colon(trouble: Trouble) -> Advice | None:
    if "mapping values are not allowed" not in trouble.problem:
        return None
    last = trouble.last
    if last is not None and last.start_mark.line < last.end_mark.line:
        key = trouble.source[trouble.line_start : trouble.index].lstrip()
        start = trouble.index - len(key)
        if last.start_mark.column == start - trouble.line_start:
            return last.start_mark.index, *_NO_COLON
        help_ = "align the keys; put a value that holds ': ' in quotes"
        if _KEY.fullmatch(key):
            return start, "a key that is indented otherwise than its neighbours", help_
        return (
            trouble.index,
            "a colon in a value without quotes, or a key indented otherwise than its neighbours",
            help_,
        )
    message = "a second colon on this line: ': ' begins the value of a mapping"
    return trouble.index, message, "put the value in quotes"


def _indicator(trouble: Trouble) -> Advice | None:
    if trouble.source[trouble.context_index : trouble.context_index + 2] == "* " and "alias" in trouble.context:
        return trouble.context_index, "an asterisk before an item of a list", "write a dash and a space: `- value`"
    if "scanning a directive" in trouble.context:
        return trouble.context_index, "a line that begins with %", "delete the %"
    if any(f"scanning {what}" in trouble.context for what in ("an alias", "an anchor", "a tag")):
        first = trouble.source[trouble.context_index : trouble.context_index + 1]
        return trouble.context_index, f"a value can't begin with {first}", "put the value in quotes"
    if "cannot start any token" in trouble.problem or "not allowed in this context" in trouble.problem:
        first = trouble.source[trouble.index : trouble.index + 1]
        return trouble.index, f"a value can't begin with {first}", "put the value in quotes"
    return None


def _block_text(trouble: Trouble) -> Advice | None:
    if "expected comment or line break" in trouble.problem:
        sign = trouble.source[trouble.context_index : trouble.context_index + 1]
        help_ = "begin the text on the next line, indented; or put the value in quotes"
        return trouble.context_index, f"text on the line of {sign}, which announces a text on the lines below", help_
    return None


def _no_colon(trouble: Trouble) -> Advice | None:
    if "could not find expected ':'" in trouble.problem:
        return _no_dash(trouble, trouble.context_index) or (trouble.context_index, *_NO_COLON)
    return None


_LACKS_DASH = (
    "a line without a dash, among lines that have one",
    "write `- ` before it; if it continues the item above, indent it as far as that item's words",
)


def _no_dash(trouble: Trouble, index: int) -> Advice | None:
    """Tell that a line lacks the dash, or the space after it, that those above it have."""
    if re.compile(r"-\S").match(trouble.source, index):
        return index, *_GLUED_DASH
    column = trouble.column_of(index)
    above = trouble.source[: index - column].rstrip("\n").rpartition("\n")[2]
    return (index, *_LACKS_DASH) if above.startswith(" " * column + "- ") else None


def _escape(trouble: Trouble) -> Advice | None:
    if any(word in trouble.problem for word in ("unknown escape", "hexdecimal", "escape code")):
        message = "a backslash in double quotes that begins no escape"
        return trouble.index, message, "write it twice (\\\\), or use single quotes"
    return None


def _indentation(trouble: Trouble) -> Advice | None:
    if "'-' indicator" in trouble.problem:
        if advice := _no_dash(trouble, trouble.index):
            return advice
        if trouble.column_of(trouble.index) == trouble.column_of(trouble.context_index):
            return trouble.index, *_LACKS_DASH
    if "expected key" in trouble.problem or "indicator" in trouble.problem:
        message = "a line that is indented otherwise than its neighbours"
        return trouble.index, message, "align keys with keys and dashes with dashes"
    return None


_RECORDS_END = re.compile(r"^\.{3}(?=\s)", re.MULTILINE)


def _after_end(trouble: Trouble) -> Advice | None:
    """Point at three dots at the margin: to YAML they end the record."""
    if "expected <document start>" not in trouble.problem:
        return None
    ends = [found.start() for found in _RECORDS_END.finditer(trouble.source, 0, trouble.index + 4)]
    help_ = "delete them; if they belong to a text, indent their line as far as the others of it"
    return (ends[-1], "three dots (...) at the start of a line, which end the record", help_) if ends else None


_FIRST_LINE = re.compile(r"(?:[ \t]*(?:#.*)?\n|---.*\n)*+( +)\S")


def _outside(trouble: Trouble) -> Advice | None:
    """Point at what stands farther left than the first line; at the first line, where it alone is indented."""
    if "expected <document start>" not in trouble.problem:
        return None
    first = _FIRST_LINE.match(trouble.source)
    if first is None:
        return trouble.line_start, *_NO_COLON
    alike = re.compile(rf"^{first[1]}\S", re.MULTILINE).findall(trouble.source, first.start(1), trouble.index)
    message, help_ = "a line that is indented otherwise than its neighbours", "align keys with keys"
    return first.end(1) if len(alike) == 1 else trouble.index, message, help_


_RECOGNIZERS: tuple[Callable[[Trouble], Advice | None], ...] = (
    _conflict,
    _odd_space,
    _open_quote,
    _text_after_quote,
    text_after_bracket,
    _tab,
    _colon_without_space,
    _dash_without_space,
    _second_colon,
    _indicator,
    _block_text,
    open_bracket,
    stray_sign,
    _after_end,
    _outside,
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
