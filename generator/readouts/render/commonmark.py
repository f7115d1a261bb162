"""Contributor text in Markdown that people read as it is."""

import re
from typing import Any

from markupsafe import Markup

from readouts.render.environment import finalize
from readouts.text import Text

# What means something to CommonMark or to what is usually added to it: signs, doubled ones, names of signs, addresses.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|${}^#@]|=(?==)|%(?=%)|!(?=!)|(?<!\w):(?=\w)|:(?=//)|(?<=\bwww)\.")
# What would begin a list or a rule at the beginning of a line, which may be the end of a number.
_FIRST = re.compile(r"^( ?)([0-9]*)([.)]|(?<![0-9])[-+=:!])")
_SPACE = re.compile(r"[\t\n\v\f\r ]+")  # one that does not break stays what it is


def escape(raw: str) -> str:
    """Return a text as one line of Markdown: programs show it as those characters, people see nearly those.

    White space is one space each time, as it is to programs that read Markdown.
    """
    return _FIRST.sub(r"\1\2\\\3", _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", raw)))


def finalize_for_reading(value: Any) -> Any:
    """Let pass what may stand on a page; a text as Markdown."""
    found = finalize(value)
    return Markup(escape(found.raw)) if isinstance(found, Text) else found  # noqa: S704  # escaped for what it goes into
