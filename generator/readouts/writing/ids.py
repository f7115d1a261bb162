"""Ids proposed for what has none yet."""

from collections.abc import Collection, Mapping
from itertools import count
from typing import Any

from pydantic_core import PydanticCustomError

from readouts.model import Meeting, Quote, Record, Source
from readouts.model.fields import LONGEST_ID, likely_id, read_id

MOST_WORDS, MOST_CHARACTERS = 6, 40  # of an id made of the words of a quotation
RESERVED_QUOTE_IDS = ("compare",)


def fault_of_id(id_: str) -> str | None:
    """Return in words what is wrong with an id of a record, and what may have been meant."""
    if id_ == "index":
        return "'index' is reserved: the list of these records has this address"
    try:
        read_id(id_)
    except PydanticCustomError as error:
        meant = (error.context or {})["suggestion"]
        return f"'{id_}' {error.message()}" + (f": did you mean '{meant}'?" if meant else "")
    return None


def proposed_id(model: type[Record], data: Mapping[str, Any]) -> str | None:
    """Return the id that a record would have by its name: a meeting's and a source's begin otherwise, see below.

    A meeting is `<date>-<title>`; a source is `<who issued it>-<date>` where both are known.
    """
    name, date = _text(data.get(model.NAME)), _text(data.get("date")).partition("/")[0].strip("~?")
    if model is Meeting:
        return _cut(likely_id(f"{date} {name}"))
    issuer = _text(data.get("issued_by")) or _text(data.get("publisher"))
    if model is Source and date and issuer:
        return likely_id(f"{issuer} {date}")
    return _cut(likely_id(name))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _cut(id_: str | None) -> str | None:
    """Return an id without the part of a word at its end."""
    if id_ is None or len(id_) < LONGEST_ID:
        return id_
    return id_.rpartition("-")[0] or id_


def proposed_quote_id(quote: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return an id for a quote that its meeting doesn't have yet: its first words, or its speaker's id."""
    texts = [_text(rendering.get("text")) for rendering in quote.get("renderings", ()) if isinstance(rendering, dict)]
    of_words = next((likely for text in texts if (likely := likely_id(text))), None)
    base = _few_words(of_words or likely_id(_text(quote.get("speaker"))) or Quote.TYPE)
    numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(id_ for id_ in numbered if id_ not in (*taken, *RESERVED_QUOTE_IDS))


def _few_words(id_: str) -> str:
    words = id_.split("-")
    fitting = (
        words[:number] for number in range(MOST_WORDS, 1, -1) if len("-".join(words[:number])) <= MOST_CHARACTERS
    )
    return "-".join(next(fitting, words[:1]))[:MOST_CHARACTERS]
