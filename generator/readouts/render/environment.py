"""The Jinja environment, and its one rule: nothing a contributor wrote reaches a page but encoded."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import langcodes
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from readouts.graph import Quotation
from readouts.insight.attribution import Attribution, attribute
from readouts.model import Date, Meeting, Person, Record, Rendering, Source
from readouts.pages.addresses import comparison_address, relative
from readouts.pages.attributions import how_in_words, in_words, sentence
from readouts.pages.citations import Citation, cite_meeting, cite_quotation
from readouts.pages.dates import words_for_date, words_for_day
from readouts.pages.deep_links import at_words
from readouts.pages.facets import facet_value
from readouts.pages.page import Address
from readouts.pages.prose import Piece, read_prose
from readouts.pages.titles import article_of, short_title_of, shortened, title_of
from readouts.text import Prose, Text

_IDENTIFIER = re.compile(r"[A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
# What is left can't turn a text into a string, nor declare one safe.
_FILTERS = ("first", "last", "length", "selectattr")
_RIGHT_TO_LEFT = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))


class UnencodedError(TypeError):
    """A template put something on a page that is neither a text, a number, an identifier nor markup of ours."""


def finalize(value: Any) -> Any:
    """Let pass what encodes itself: a text, markup, a number, or an identifier, which needs no encoding."""
    if isinstance(value, Text | Markup | Undefined):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        return value
    raise UnencodedError(f"{type(value).__name__} on a page: {repr(value)[:60]}")


def _date(when: Date | date) -> Markup:
    words = words_for_date(when) if isinstance(when, Date) else words_for_day(when)
    return Markup(words)  # noqa: S704  # our own words for numbers


def _iso(when: Date | date) -> Markup:
    """Return the beginning of a date for machines, as exactly as it is known."""
    day = when.raw.partition("/")[0].rstrip("~?") if isinstance(when, Date) else when.isoformat()
    return Markup(day)  # noqa: S704  # digits and hyphens


@pass_context
def _json(context: Context, value: Mapping[str, Any]) -> Markup:
    """Return JSON that can stand in a script element, its addresses as they are reached from the page."""

    def reached(address: Address) -> str:
        return relative(address.to, start=context["page"].address)

    escaped = (
        json.dumps(value, ensure_ascii=True, indent=1, default=reached)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return Markup(escaped)  # noqa: S704  # see above


@pass_context
def _prose(context: Context, prose: Prose) -> tuple[Piece, ...]:
    return read_prose(context["graph"], prose)


@pass_context
def _attribution(context: Context, quotation: Quotation, rendering: Rendering | None = None) -> Attribution:
    """Return who says so, for a rendering or for the one that lists show."""
    return attribute(context["graph"], quotation, rendering or quotation.best)


def _rendering_in(quotation: Quotation, record: Record | None) -> Rendering:
    """Return the rendering to show on the page of a record: on that of a source the one that stands in it."""
    own = (r for r in quotation.renderings if isinstance(record, Source) and record.id in (r.source, r.relays))
    return next(own, quotation.best)


def _in_words(attribution: Attribution) -> Text:
    return Text(in_words(attribution))


@pass_context
def _citation(context: Context, node: Meeting | Quotation) -> Citation:
    if isinstance(node, Meeting):
        return cite_meeting(node, context["publication"])
    return cite_quotation(context["graph"], node, context["publication"])


@pass_context
def _in_source(context: Context, rendering: Rendering) -> Text | None:
    """Return the address of a rendering's source at its words."""
    return at_words(context["graph"].record(Source, rendering.source), rendering)


def _how(rendering: Rendering, attribution: Attribution) -> Text:
    return Text(how_in_words(attribution, rendering))


def _search_for(speaker: Person) -> Markup:
    """Return the address, on any page, that opens the search with all quotations of a speaker."""
    return Markup(f"?{urlencode({'speaker': facet_value(speaker.name.raw)})}")  # noqa: S704  # percent-encoded


def _spaced(identifier: str) -> Text:
    return Text(identifier.replace("-", " ").replace("_", " "))


def _anchor(title: str) -> Markup:
    """Return the id of a section of ours."""
    return Markup("r-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-"))  # noqa: S704  # letters, digits, hyphens


@lru_cache(maxsize=1024)
def _is_right_to_left(tag: str) -> bool:
    return langcodes.Language.get(tag).maximize().script in _RIGHT_TO_LEFT


@lru_cache(maxsize=1024)
def _in_lang(tag: str) -> Markup:
    """Return the attributes of an element whose words are in a language."""
    return Markup('lang="{}"{}').format(tag, Markup(' dir="rtl"') if _is_right_to_left(tag) else "")


@lru_cache(maxsize=1024)
def _language(tag: str) -> Text:
    """Return the English name of a language."""
    return Text(langcodes.Language.get(tag).display_name())


def _spans(words: str) -> tuple[tuple[bool, Text], ...]:
    """Return words of ours in stretches, with whether each stands between backticks as code."""
    return tuple((bool(i % 2), Text(part)) for i, part in enumerate(words.split("`")) if part)


def _autolink(address: Text) -> Markup:
    """Return a web address as Markdown that leads there; it holds no space and no angle bracket."""
    return Markup(f"<{address.raw}>")  # noqa: S704  # see above


def _verbatim(written: Markup) -> Text:
    """Return what a template has between two of its tags, to stand on a page as those characters."""
    return Text(written.unescape().strip("\n"))


def _lines(text: Text) -> tuple[Text, ...]:
    return tuple(Text(line) for line in text.raw.splitlines() if line.strip())


def _pairs(mapping: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(mapping.items())


def make_environment(templates: tuple[Path, ...], finalize: Callable[[Any], Any] = finalize) -> Environment:
    """Return the environment; of templates with one name, that of the first folder counts.

    `finalize` encodes what a template puts out, for the language that it is written in.
    """
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = {
        **{name: FILTERS[name] for name in _FILTERS},
        "anchor": _anchor,
        "article_of": article_of,
        "attribution": _attribution,
        "autolink": _autolink,
        "citation": _citation,
        "comparison": comparison_address,
        "date": _date,
        "how": _how,
        "in_lang": _in_lang,
        "in_source": _in_source,
        "in_words": _in_words,
        "iso": _iso,
        "json": _json,
        "is_right_to_left": _is_right_to_left,
        "language": _language,
        "lines": _lines,
        "pairs": _pairs,
        "prose": _prose,
        "rendering_in": _rendering_in,
        "search_for": _search_for,
        "sentence": sentence,
        "short": shortened,
        "short_title_of": short_title_of,
        "spaced": _spaced,
        "spans": _spans,
        "title_of": title_of,
        "verbatim": _verbatim,
        "words": Text,  # words of ours: they too stand on the page as those characters
    }
    return environment
