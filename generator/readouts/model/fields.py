"""The kinds of value that fields hold."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

import langcodes
import pycountry
from langcodes.registry_parser import parse_registry
from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from readouts.model import notation
from readouts.model.dates import Date, likely_date, read_date
from readouts.text import Prose, Text

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 100
# Lists that are looked through many times: no record needs as many.
MOST_OLD_IDS, MOST_NOTES, MOST_FORMS, MOST_LANGUAGES, LONGEST_TAG = 20, 100, 50, 40, 100
# Characters of what stands in lists, or several times on a page: none may grow beyond 100 kB by it.
LONGEST_NAME, LONGEST_LINE, LONGEST_SENTENCE, LONGEST_WORDING, LONGEST_URL = 200, 300, 1000, 5000, 500
RESERVED_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)))
)
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]+"
)
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


def refuse(code: str, message: str, *, suggestion: str | None = None, advice: str = "") -> PydanticCustomError:
    """Return the error of a value, whose message goes on after the value's name."""
    return PydanticCustomError(code, "{message}", {"message": message, "suggestion": suggestion, "help": advice})


def _string(value: object) -> str:
    if not isinstance(value, str):
        if isinstance(value, list):
            advice = "write one value, without dashes; if it begins with a bracket, put it in quotes"
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
            raise refuse("several-lines", "has several lines, and takes one")
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
        raise refuse("bad-date", str(error), suggestion=likely_date(value)) from None


@cache
def _registered() -> frozenset[tuple[str, str]]:
    """Return the subtags of IANA's registry, with the type of each."""
    return frozenset((entry["Type"], entry["Subtag"]) for entry in parse_registry() if "Subtag" in entry)  # type: ignore[no-untyped-call]  # typed in parts


_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


@lru_cache(maxsize=1024)
def _is_language(tag: str) -> bool:
    """Tell whether a tag is well formed and each part of it is registered."""
    if len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag) or not langcodes.tag_is_valid(tag):
        return False
    read = langcodes.Language.get(tag, normalize=False)
    parts = [("language", read.language), ("script", read.script), ("region", read.territory)]
    parts += [("extlang", part) for part in read.extlangs or ()] + [("variant", part) for part in read.variants or ()]
    return all(part is None or part.startswith("x-") or (kind, part) in _registered() for kind, part in parts)


@cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tag of each language by its names and codes in ISO 639."""
    found: dict[str, str] = {}
    for language in pycountry.languages:
        for name in ("alpha_2", "alpha_3", "bibliographic", "name", "common_name"):
            if known := getattr(language, name, None):
                found.setdefault(known.lower(), getattr(language, "alpha_2", language.alpha_3))
    return found


@lru_cache(maxsize=1024)
def _likely_language(value: str) -> str | None:
    if len(value) > LONGEST_TAG:
        return None
    hyphened = value.replace("_", "-")
    if langcodes.tag_is_valid(hyphened) and _is_language(better := langcodes.standardize_tag(hyphened)):
        return better
    if (found := _tags_by_name().get(value.lower())) or not pycountry.countries.get(alpha_2=value.upper()):
        return found
    return langcodes.Language.get(f"und-{value.upper()}").maximize().language


def read_language(value: str) -> str:
    """Return a well-formed BCP-47 tag with registered subtags, in its usual letter case."""
    if not _is_language(value):
        raise refuse(
            "bad-language",
            "is no language tag (BCP-47): such as en, zh-Hans or pt-BR",
            suggestion=_likely_language(value),
        )
    return str(langcodes.Language.get(value, normalize=False).to_tag())


def read_country(value: str) -> str:
    """Return an ISO 3166-1 alpha-2 code."""
    if not (value.isascii() and value.isupper() and pycountry.countries.get(alpha_2=value)):
        try:
            likely = pycountry.countries.lookup("GB" if value.upper() == "UK" else value)
        except LookupError:
            likely = None
        raise refuse(
            "bad-country",
            "is no country code (ISO 3166-1, two capital letters)",
            suggestion=str(likely.alpha_2) if likely else None,
        )
    return value


def read_url(value: str) -> Text:
    """Return an http or https address without user information and without words to be looked for at it."""
    if ":~:" in value:
        advice = "delete what begins with :~: there: the page makes its links to the words itself"
        raise refuse("bad-url", "leads to words of its own choice", advice=advice)
    _bounded(value, LONGEST_URL, "find a shorter one, without what only tells where a reader came from")
    try:
        parts = urlsplit(value)
        good = (
            parts.scheme in ("http", "https")
            and "@" not in parts.netloc
            and bool(_HOST.fullmatch(parts.hostname or ""))
            and not _UNSAFE_IN_URL.search(value)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        good = False
    if not good:
        raise refuse(
            "bad-url",
            "is no web address",
            advice="write it whole, with http:// or https://, without a user's name, spaces or marks such as < > | ^",
        )
    return Text(value)


def read_colour(value: str) -> str:
    """Return a colour written `#rrggbb`."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise refuse("bad-colour", "is no colour: write # and six hexadecimal digits, such as #b3261e")
    return value.lower()


def read_flag(value: str) -> bool:
    """Return a boolean written true or false."""
    if value not in ("true", "false"):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(value.lower(), value.lower())
        likely = meant if meant in ("true", "false") else None
        raise refuse("bad-boolean", "is neither true nor false", suggestion=likely)
    return value == "true"


def read_ordinal(value: str) -> int:
    """Return a whole number from 1."""
    if not re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        raise refuse("bad-number", "is no whole number from 1")
    return int(value)


def _degrees(limit: int) -> Callable[[str], float]:
    def read(value: str) -> float:
        if not re.fullmatch(r"[-+]?\d{1,3}(\.\d{1,40})?", value, re.ASCII) or abs(float(value)) > limit:
            raise refuse("bad-number", f"is no number of degrees from -{limit} to {limit}")
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
