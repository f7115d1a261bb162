"""What was probably meant by an address, a number or a colour that is written otherwise."""

import re

from readouts.text import near

_WRAPPED = re.compile(r"(?:\[[^\[\]]*\])?\((\S+)\)|<(\S+)>|[\"'“](\S+)[\"'”]")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z]{3,6})\s*(?:[:;]\s*[/\\]*|/+)\s*(?P<rest>.+)|//(?P<schemeless>.+)")
_ANOTHER = re.compile(r"[\s,;]https?:", re.IGNORECASE)
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_MINUTE, _SECOND = "['\N{PRIME}’]", '["\N{DOUBLE PRIME}”]?'
_DEGREES = re.compile(
    r"(?P<sign>[-+\u2212]?)(?P<whole>\d{1,3})(?:[.,](?P<part>\d{1,10}))?\s*°?"
    rf"(?:\s*(?P<minutes>\d\d?)\s*{_MINUTE}(?:\s*(?P<seconds>\d\d?)(?:[.,]\d+)?\s*{_SECOND})?)?"
    r"\s*(?P<towards>[NSEWnsew]?)",
    re.ASCII,
)


def likely_address(value: str) -> str | None:
    """Return the web address that was probably meant by one without its beginning, or with something around it."""
    wrapped = _WRAPPED.fullmatch(value.strip())
    bare = next(part for part in wrapped.groups() if part) if wrapped else value.strip()
    if match := _SCHEME.fullmatch(bare):
        scheme = near(match["scheme"], ("https", "http")) if match["scheme"] else "https"
        rest = (match["rest"] or match["schemeless"]).replace(" ", "%20")
        rest = rest if "/" in bare else rest.replace("\\", "/")
        if re.match(r"https?:", rest):  # twice the beginning
            return likely_address(rest)
        return f"{scheme}://{rest}" if scheme and not _ANOTHER.search(bare) else None
    return f"https://{bare}" if _BARE.fullmatch(bare) else None


def likely_ordinal(value: str) -> str | None:
    """Return the only number in a text such as `para. 3`."""
    numbers = re.findall(r"\d+", value, re.ASCII)
    return str(int(numbers[0])) if len(numbers) == 1 and len(numbers[0]) < 6 and int(numbers[0]) else None  # noqa: PLR2004  # as many as a paragraph may have


def likely_degrees(value: str) -> str | None:
    """Return the number of degrees that was probably meant by one such as `48,5`, `48.5° N` or `3°15'W`."""
    match = _DEGREES.fullmatch(value.strip())
    if not match:
        return None
    part = f".{match['part']}" if match["part"] else ""
    degrees = float(match["whole"] + part) + int(match["minutes"] or 0) / 60 + int(match["seconds"] or 0) / 3600
    below = (match["sign"] in ("-", "\u2212")) != (match["towards"].upper() in ("S", "W"))
    return f"{'-' if below else ''}{round(degrees, 5):g}"


def likely_colour(value: str) -> str | None:
    """Return the colour that was probably meant by `b3261e` or `#b32`."""
    match = re.fullmatch(r"#?([0-9a-f]{6}|[0-9a-f]{3})", value.strip().lower())
    if not match:
        return None
    digits = match[1]
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))  # noqa: PLR2004  # two for each
