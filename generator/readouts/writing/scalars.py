"""A text as YAML writes it: the plainest way that our reader reads back as that very text."""

import json
import re
import textwrap
from functools import lru_cache
from typing import Literal

from readouts.load.characters import HIDDEN
from readouts.load.reader import read

Style = Literal["plain", "quoted", "block"]
NARROWEST = 40  # columns that a text has at least, however deep it stands

# Words and single spaces between them: plain everywhere, without asking the reader.
_WORDS = re.compile(r"\w[\w./()'’“”–-]*(?: [\w./()'’“”–-]+)*")
_ESCAPES = {"x": 2, "u": 4, "U": 8}


def _is(written: str, text: str) -> bool:
    """Tell whether our reader finds a text, and nothing wrong, in a value written so."""
    reading = read(written)
    return reading.data == {"k": text} and not reading.faults


def _escaped(match: re.Match[str]) -> str:
    code = f"{ord(match[0]):x}"
    letter, digits = next((letter, digits) for letter, digits in _ESCAPES.items() if len(code) <= digits)
    return f"\\{letter}{code:0>{digits}}"


def quoted(text: str) -> str:
    """Return a text in double quotes, or in single ones where they save it escapes."""
    double = HIDDEN.sub(_escaped, json.dumps(text, ensure_ascii=False))
    single = "'" + text.replace("'", "''") + "'"
    return single if len(single) < len(double) and _is(f"k: {single}", text) else double


@lru_cache(maxsize=4096)
def in_line(text: str, *, in_brackets: bool = False) -> str:
    """Return a text on one line, in quotes where our reader needs them: in brackets more often than outside."""
    if _WORDS.fullmatch(text):
        return text
    plain = f"{{k: {text}}}" if in_brackets else f"k: {text}"
    hidden = "\n" in text or "\t" in text or HIDDEN.search(text)
    return text if not hidden and _is(plain, text) else quoted(text)


def as_key(text: str, *, in_brackets: bool = False) -> str:
    """Return a text as the key of a mapping."""
    plain = f"{{{text}: v}}" if in_brackets else f"{text}: v"
    if in_line(text, in_brackets=in_brackets) == text and (_WORDS.fullmatch(text) or read(plain).data == {text: "v"}):
        return text
    return quoted(text)


def _wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines, broken where a single space stands between words: those breaks are read as that space."""
    lines = [""]
    for piece in re.split(r"(?<=[^ \t]) (?=[^ \t])", text):
        longer = f"{lines[-1]} {piece}" if lines[-1] else piece
        if lines[-1] and len(longer) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines


def _block(text: str, width: int, *, even_short: bool) -> list[str] | None:
    """Return a text below a `|` or a `>`, the first line being that sign; None where it is better in quotes."""
    body = text.removesuffix("\n")
    end = "" if body != text else "-"
    if not body or body[0] in " \n\t" or body[-1] in " \n\t" or HIDDEN.search(body):
        return None
    if "\n" in body:
        lines = [f"|{end}", *body.split("\n")]
    else:
        lines = [f">{end}", *_wrapped(body, width)]
        _, first, *rest = lines
        if end and not rest and len(first) > width and not even_short:
            return None  # too long for a line of its own as well: nothing is won
    below = textwrap.indent("\n".join(lines[1:]), "  ")
    return lines if _is(f"k: {lines[0]}\n{below}\n", text) else None


def written(text: str, *, room: int, width: int, style: Style | None = None) -> list[str]:
    """Return the lines of a text, of which the first has less room; a style that is given is kept where it can be."""
    short = in_line(text)
    if style == "plain":
        return [text if _is(f"k: {text}", text) else short]
    if style == "quoted":
        return [quoted(text)]
    if style is None and len(short) <= room and "\n" not in text:
        return [short]
    return _block(text, max(width, NARROWEST), even_short=style == "block") or [short]
