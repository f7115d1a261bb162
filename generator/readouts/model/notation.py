"""How each kind of value is written, in JSON Schema."""

import re
from collections.abc import Sequence
from typing import Any

Notation = dict[str, Any]

# YAML takes some texts for numbers, for true, false or null: what they are to us is for the field to say. How long a
# text may be stands in its pattern: editors count a rare character as two, and the line end after a block as one.
_SCALAR = {"type": ["string", "number", "boolean", "null"]}


def _written(pattern: str, message: str, *examples: str) -> Notation:
    """Return what is asked of strings, what to say of others, and examples."""
    asked: Notation = {"pattern": pattern, "patternErrorMessage": message}
    return {**asked, "examples": list(examples)} if examples else asked


def line(most: int) -> Notation:
    """Return the notation of one line."""
    return _SCALAR | _written(
        rf"^\s*\S([^\n]{{0,{most - 2}}}\S)?\s*$", f"Write one line of at most {most:,} characters."
    )


def text(most: int) -> Notation:
    """Return the notation of a text of any number of lines."""
    return _SCALAR | _written(rf"^(?=[\s\S]{{1,{most}}}$)\s*\S", f"Write a text of at most {most:,} characters.")


def identifier(pattern: re.Pattern[str], most: int) -> Notation:
    """Return the notation of an id."""
    message = f"Write lower-case letters a to z, digits and single hyphens, at most {most} characters."
    return _SCALAR | _written(f"^(?=.{{1,{most}}}$){pattern.pattern}$", message)


def reference(pattern: re.Pattern[str]) -> Notation:
    """Return the notation of what names a record, or a quote as `meeting/quote`."""
    return _SCALAR | _written(
        f"^{pattern.pattern}(?:/{pattern.pattern})?$", "Write the id of a record, as its file is named."
    )


def degrees(limit: int, *examples: str) -> Notation:
    """Return the notation of degrees, up to a limit on both sides of zero."""
    message = f"Write degrees from -{limit} to {limit}."
    asked = _written(r"^[-+]?[0-9]{1,3}(\.[0-9]{1,40})?$", message, *examples)
    return {"type": ["number", "string"], "minimum": -limit, "maximum": limit, **asked}


def address(most: int) -> Notation:
    """Return the notation of a web address."""
    pattern = rf'^(?=.{{1,{most}}}$)[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"\\^`{{|}}]+$'
    message = f"Write a whole address with http:// or https://, without spaces, of at most {most} characters."
    return {"type": "string", **_written(pattern, message)}


def at_most_one(fields: Sequence[str], message: str) -> Notation:
    """Return what is asked of a mapping of which no two of some fields may be given."""
    others = {field: [other for other in fields if other != field] for field in fields}
    return {
        "dependencies": {
            field: {"properties": dict.fromkeys(rest, False), "errorMessage": message} for field, rest in others.items()
        }
    }


def exactly_one(fields: Sequence[str], message: str) -> Notation:
    """Return what is asked of a mapping of which one of some fields is to be given."""
    return {
        "anyOf": [{"required": [field], "errorMessage": message} for field in fields],
        **at_most_one(fields, message),
    }


WORDS = _SCALAR | _written(r"\S", "Write something, or leave the field out.")
_ONE_DATE = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?]?"
DATE = {"type": ["string", "integer"], "minimum": 1, "maximum": 9999} | _written(
    f"^{_ONE_DATE}(/{_ONE_DATE})?$",
    "Write 2024, 2024-04, 2024-04-26 or 2024-04-26/2024-04-28, with ~ or ? after it where it is not certain.",
    *("2024-04-26", "2024-04", "2024", "2024-04-26/2024-04-28", "2024-04~"),
)
LANGUAGE = {"type": "string"} | _written(
    "^[A-Za-z]{1,3}(-[A-Za-z0-9]{1,8})*$", "Write a language tag (BCP-47).", "en", "zh-Hans", "pt-BR"
)
COUNTRY = {"type": "string"} | _written("^[A-Z]{2}$", "Write the two capital letters of a country (ISO 3166-1).")
COLOUR = {"type": "string"} | _written(
    "^#[0-9a-fA-F]{6}$", "Write # and six hexadecimal digits, in quotes.", "#b3261e", "#1e66b3"
)
FLAG = {"type": ["boolean", "string"]} | _written("^(true|false)$", "Write true or false.")
ORDINAL = {"type": ["integer", "string"], "minimum": 1, "maximum": 999_999} | _written(
    "^[1-9][0-9]{0,5}$", "Write a whole number from 1."
)
