"""The kinds of value that fields hold."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

import langcodes
from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from readouts.model import notation
from readouts.model.countries import is_country, likely_country
from readouts.model.dates import Date, read_date
from readouts.model.languages import is_language, likely_language
from readouts.model.likely_dates import likely_date
from readouts.model.likely_values import likely_address, likely_colour, likely_degrees, likely_ordinal
from readouts.text import Prose, Text, near

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 100
# Lists that are looked through many times: no record needs as many.
MOST_OLD_IDS, MOST_NOTES, MOST_FORMS, MOST_LANGUAGES = 20, 100, 50, 40
# Characters of what stands in lists, or several times on a page: none may grow beyond 100 kB by it.
LONGEST_NAME, LONGEST_LINE, LONGEST_SENTENCE, LONGEST_WORDING, LONGEST_URL = 200, 300, 1000, 5000, 500
RESERVED_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]+"
)
_WORDS_SOUGHT = ":~:"
_UNSAFE_IN_URL = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]")


class Part(BaseModel):
    """A mapping in a record: its fields are fixed and its values never change.

    `AT_LEAST` names a field without which it is refused although none is required by itself.
    """

    AT_LEAST: ClassVar[str | None] = None

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, use_attribute_docstrings=True)


@dataclass(frozen=True)
class Link:
    """That a field names a record: of which types, and what the record named calls those that name it."""

    to: tuple[str, ...]
    reverse: str


Likely = Callable[[str], str | None]


def refuse(
    code: str, message: str, *, suggestion: str | None = None, likely: Likely | None = None, advice: str = ""
) -> PydanticCustomError:
    """Return the error of a value, whose message goes on after the value's name.

    `likely` finds what was probably meant, where that takes a while: only of the errors that are told.
    """
    context = {"message": message, "suggestion": suggestion, "likely": likely, "help": advice}
    return PydanticCustomError(code, "{message}", context)


def _string(value: object) -> str:
    if not isinstance(value, str):
        if isinstance(value, list):
            advice = "write one value, without dashes or brackets; if it begins with a bracket, put it in quotes"
            raise refuse("wrong-shape", "a list, where a single value belongs", advice=advice)
        advice = "put the value in quotes: in it ': ' makes `key: value` of the words, and so does a brace before them"
        raise refuse("wrong-shape", "a mapping, where a single value belongs", advice=advice)
    if all(c.isspace() or unicodedata.category(c) in ("Cf", "Mn") for c in value):
        raise refuse("empty-value", "is empty: write a value, or leave the field out")
    return value


class StandIn(str):
    """What takes the place of a faulty id, tag or reference; it is empty, and no rule asks about it."""

    __slots__ = ()


def _field(name: str, schema: dict[str, Any]) -> Callable[[Callable[[str], Any]], Any]:
    """Return a decorator that makes a reader of strings an annotation, described as `name` and by a JSON Schema."""

    def annotate(read: Callable[[str], Any]) -> tuple[PlainValidator, WithJsonSchema]:
        def validate(value: object) -> object:
            # Files hold strings, lists and mappings: anything else is a stand-in that was put in later.
            is_stand_in = isinstance(value, StandIn) or not isinstance(value, str | list | dict)
            return value if is_stand_in else read(_string(value))

        return PlainValidator(validate), WithJsonSchema({"title": name, **schema})

    return annotate


def _bounded(value: str, most: int, advice: str) -> str:
    if len(value) > most:
        raise refuse("too-long", f"has {len(value):,} characters, where at most {most:,} may be", advice=advice)
    return value


def _line(most: int) -> Callable[[str], Text]:
    """Return a reader of texts of one line with so many characters at most."""

    def read(value: str) -> Text:
        if "\n" in value.strip():
            raise refuse("several-lines", "has several lines, and takes one", advice="join them to one line")
        return Text(_bounded(value.strip(), most, "shorten it"))

    return read


def read_wording(value: str) -> Text:
    """Return the words of a quotation."""
    return Text(_bounded(value, LONGEST_WORDING, "divide a long text into several quotations"))


def likely_id(value: str) -> str | None:
    """Return the id that was probably meant by a name: its letters without accents, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", value.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    likely = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_ID].strip("-")
    return likely if likely and likely not in RESERVED_NAMES else None


def read_id(value: str) -> str:
    """Return an id as the content model allows it."""
    if value in RESERVED_NAMES:
        raise refuse("bad-id", "is no id: some systems reserve it for a device", advice="choose another")
    if not ID.fullmatch(value) or len(value) > LONGEST_ID:
        raise refuse(
            "bad-id",
            f"is no id: lower-case letters a to z, digits and single hyphens, at most {LONGEST_ID} characters",
            suggestion=likely_id(value),
            advice="write the name in letters from a to z, with a hyphen between words",
        )
    return value


def read_reference(value: str) -> str:
    """Return a record's id as it stands: whether it names one is asked of all records together."""
    return value


def read_edtf(value: str) -> Date:
    """Return a date of the EDTF subset."""
    try:
        return read_date(value)
    except ValueError as error:
        advice = "write the year, the month and the day, or as much of that as is certain; leave the rest out"
        raise refuse("bad-date", str(error), likely=likely_date, advice=advice) from None


def read_language(value: str) -> str:
    """Return a well-formed BCP-47 tag with registered subtags, in its usual letter case."""
    if not is_language(value):
        raise refuse(
            "bad-language",
            "is no language tag (BCP-47): such as en, zh-Hans or pt-BR",
            likely=likely_language,
            advice="write the code of the language: two or three letters, and where it matters its script or country",
        )
    return str(langcodes.Language.get(value, normalize=False).to_tag())


def read_country(value: str) -> str:
    """Return an ISO 3166-1 alpha-2 code."""
    if not is_country(value):
        raise refuse(
            "bad-country",
            "is no country code (ISO 3166-1, two capital letters)",
            likely=likely_country,
            advice="look it up in ISO 3166-1, or leave it out where the state has none",
        )
    return value


def _is_address(value: str) -> bool:
    """Tell whether a value is an http or https address, without user information."""
    try:
        parts = urlsplit(value)
        return (
            parts.scheme in ("http", "https")
            and "@" not in parts.netloc
            and bool(_HOST.fullmatch(parts.hostname or ""))
            and not _UNSAFE_IN_URL.search(value)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        return False


def read_url(value: str) -> Text:
    """Return an http or https address without user information and without words to be looked for at it."""
    if _WORDS_SOUGHT in value:
        page = value.partition(_WORDS_SOUGHT)[0].rstrip("#")
        advice = "delete what begins with :~: there: the page makes its links to the words itself"
        suggestion = page if _is_address(page) else None
        raise refuse("bad-url", "leads to words of its own choice", advice=advice, suggestion=suggestion)
    _bounded(value, LONGEST_URL, "find a shorter one, without what only tells where a reader came from")
    if not _is_address(value):
        likely = likely_address(value)
        raise refuse(
            "bad-url",
            "is no web address that begins with http:// or https://",
            suggestion=likely if likely and _is_address(likely) else None,
            advice="copy it whole, without a user's name, spaces or marks such as < > | ^",
        )
    return Text(value)


def read_colour(value: str) -> str:
    """Return a colour written `#rrggbb`."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        message = "is no colour: write # and six hexadecimal digits, in quotes, such as '#b3261e'"
        raise refuse("bad-colour", message, suggestion=likely_colour(value))
    return value.lower()


def read_flag(value: str) -> bool:
    """Return a boolean written true or false."""
    if value not in ("true", "false"):
        others = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
        likely = others.get(value.lower()) or near(value, ("true", "false"))
        advice = "write true, or leave the field out"
        raise refuse("bad-boolean", "is neither true nor false", suggestion=likely, advice=advice)
    return value == "true"


def read_ordinal(value: str) -> int:
    """Return a whole number from 1."""
    if not re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        raise refuse("bad-number", "is no whole number from 1", suggestion=likely_ordinal(value), advice="count from 1")
    return int(value)


def _degrees(limit: int) -> Callable[[str], float]:
    def is_degrees(value: str) -> bool:
        return bool(re.fullmatch(r"[-+]?\d{1,3}(\.\d{1,40})?", value, re.ASCII)) and abs(float(value)) <= limit

    def read(value: str) -> float:
        if not is_degrees(value):
            likely = likely_degrees(value)
            raise refuse(
                "bad-number",
                f"is no number of degrees from -{limit} to {limit}",
                suggestion=likely if likely and is_degrees(likely) else None,
                advice="write a decimal number, with a minus for south and west",
            )
        return float(value)

    return read


Name = Annotated[Text, *_field("name", notation.line(LONGEST_NAME))(_line(LONGEST_NAME))]
Line = Annotated[Text, *_field("one line of text", notation.line(LONGEST_LINE))(_line(LONGEST_LINE))]
Sentence = Annotated[Text, *_field("sentence", notation.line(LONGEST_SENTENCE))(_line(LONGEST_SENTENCE))]
Wording = Annotated[Text, *_field("wording", notation.text(LONGEST_WORDING))(read_wording)]
Words = Annotated[Text, *_field("text", notation.WORDS)(Text)]
Markdown = Annotated[Prose, *_field("prose", notation.WORDS)(Prose)]
Id = Annotated[str, *_field("id", notation.identifier(ID, LONGEST_ID))(read_id)]
Reference = Annotated[str, *_field("id of a record", notation.reference(ID))(read_reference)]
QuoteId = Annotated[str, *_field("id of a quote of the same meeting", notation.reference(ID))(read_reference)]
Edtf = Annotated[Date, *_field("date", notation.DATE)(read_edtf)]
Language = Annotated[str, *_field("language tag", notation.LANGUAGE)(read_language)]
Country = Annotated[str, *_field("country code", notation.COUNTRY)(read_country)]
Url = Annotated[Text, *_field("web address", notation.address(LONGEST_URL))(read_url)]
Colour = Annotated[str, *_field("colour", notation.COLOUR)(read_colour)]
Flag = Annotated[bool, *_field("true or false", notation.FLAG)(read_flag)]
Ordinal = Annotated[int, *_field("whole number from 1", notation.ORDINAL)(read_ordinal)]
Latitude = Annotated[float, *_field("degrees north", notation.degrees(90, "39.91", "-49.25"))(_degrees(90))]
Longitude = Annotated[float, *_field("degrees east", notation.degrees(180, "116.39", "-69.5"))(_degrees(180))]
