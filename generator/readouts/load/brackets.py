"""What a contributor got wrong with brackets."""

import re

from readouts.load.trouble import Advice, Trouble, goes_on

_VALUE_IN_BRACKETS = re.compile(r"(?: |- )*+(?:[\w-]++: ++)?+([\[{])")


def text_after_bracket(trouble: Trouble) -> Advice | None:
    """Point at a bracket that begins a value which goes on after it is closed."""
    opened = _VALUE_IN_BRACKETS.match(trouble.source, trouble.line_start, trouble.index)
    if opened and goes_on(trouble) and "flow" not in trouble.context:
        help_ = "put the whole value in quotes, or delete what follows the closing bracket"
        return opened.start(1), f"a value that begins with {opened[1]} goes on after its closing bracket", help_
    return None


_COMMENT = re.compile(r" #.*")


def _unclosed(trouble: Trouble, index: int) -> Advice:
    """Tell that the bracket at an index is not closed, or that a comment hides what closes it."""
    line_end = trouble.source.find("\n", index, trouble.index)
    if comment := _COMMENT.search(trouble.source, index, max(line_end, index)):
        message = "a comment begins here, inside brackets: what closes them is part of it"
        return comment.start() + 1, message, "put the value that holds # in quotes"
    help_ = "close it, or put a value that begins with a bracket in quotes"
    return index, f"a bracket opens here ({trouble.source[index]}) that is not closed", help_


def open_bracket(trouble: Trouble) -> Advice | None:
    """Point at a bracket that is not closed."""
    if "flow sequence" in trouble.context or "flow mapping" in trouble.context:
        within = trouble.source[trouble.context_index : trouble.index + 1]
        if within.endswith(":") and "\n" not in within:
            message = "a second colon in this value: ': ' begins the value of a mapping"
            return trouble.index, message, "put the value in quotes"
        return _unclosed(trouble, trouble.context_index)
    if "flow node" not in trouble.context or trouble.source[trouble.index : trouble.index + 1] == ",":
        return None
    opened = max(trouble.source.rfind(bracket, 0, trouble.index) for bracket in "[{")
    # What follows on a line below it was to follow what closes it.
    goes_on_below = "\n" in trouble.source[max(opened, 0) : trouble.index].rstrip() or trouble.at_end
    return _unclosed(trouble, opened) if opened >= 0 and goes_on_below else None


def stray_sign(trouble: Trouble) -> Advice | None:
    """Point at a comma, a colon or another sign that stands alone in brackets, or at a bracket that closes none."""
    if "unexpected ':'" in trouble.problem:
        return trouble.index, "a colon without a space after it", "write `key: value`"
    if "expected node content" not in trouble.problem:
        return None
    sign = trouble.source[trouble.index : trouble.index + 1]
    if sign == ",":
        return trouble.index, "a comma too many", "delete it"
    if sign in ("]", "}"):
        return trouble.index, f"a bracket ({sign}) that closes none", "delete it, or put the value in quotes"
    return trouble.index, f"a {sign} with nothing before it, in brackets", "delete it, or put the value in quotes"
