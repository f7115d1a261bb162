"""Markdown for the summaries of a forge's workflows, which is read on GitHub and by those who do as it does."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import Markup

from readouts.problem import ReadoutsError
from readouts.render.environment import finalize, make_environment
from readouts.render.faults import describe, fault_of_template
from readouts.text import Text, encode

_MARK, _DIGIT = (re.compile(f"&#({'|'.join(str(ord(c)) for c in several)});") for several in ("@#:./$-", "0123456789"))
_APART = "<b></b>"
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_/.:,()\[\] -]*|/[a-z0-9/-]*")
_FENCE = re.compile(r"`{3,}")


def encode_for_github(raw: str) -> str:
    """Return a text encoded for Markdown on GitHub, to be shown as its characters and nothing else.

    GitHub looks for names (`@someone`), issues (`#1`, `GH-1`), commits, emoji, formulas and addresses in the text that
    Markdown has become, where a numeric reference is a character again. An empty element keeps it apart from the rest.
    """
    return _DIGIT.sub(rf"{_APART}\g<0>{_APART}", _MARK.sub(rf"\g<0>{_APART}", encode(raw)))


def _finalize(value: Any) -> Any:
    found = finalize(value)
    return Markup(encode_for_github(found.raw)) if isinstance(found, Text) else found  # noqa: S704  # encoded to the last mark


def code(raw: str) -> Markup:
    """Return an id, an address or the like as code; GitHub looks for nothing in that."""
    if _PLAIN.fullmatch(raw) and raw == raw.strip():
        return Markup(f"`{raw}`")  # noqa: S704  # letters, digits and marks that can't end it
    return Markup("<code>{}</code>").format(Markup(encode_for_github(raw)))  # noqa: S704  # encoded to the last mark


def fenced(lines: Iterable[str]) -> Markup:
    """Return lines as a block of code, which none of them can end: its fence is longer than any run of backticks."""
    block = "\n".join(lines)
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(block)), default=0))
    return Markup(f"{fence}text\n{block}\n{fence}")  # noqa: S704  # no line leaves the block


class Summary:
    """A template whose macros make the parts of a summary."""

    def __init__(self, templates: tuple[Path, ...], name: str) -> None:
        """Prepare a template; a site may have one of its own."""
        self._name = name
        self._environment = make_environment(templates, _finalize)

    def part(self, macro: str, *arguments: object) -> str:
        """Return the lines that a macro makes of its arguments."""
        try:
            made = getattr(self._environment.get_template(self._name).module, macro)(*arguments)
            return str(made).removesuffix("\n")
        except Exception as error:
            raise fault_of_template(error) or ReadoutsError(f"template {self._name}: {describe(error)}") from error


class Budget:
    """How many bytes a summary may still take."""

    def __init__(self, most: int) -> None:
        """Begin with so many."""
        self._left = most

    def takes(self, part: str) -> bool:
        """Tell whether a part and the end of its line still fit, and count them; after one that doesn't none does."""
        self._left -= len(part.encode()) + 1
        return self._left >= 0
