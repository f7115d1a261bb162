"""Countries as codes of ISO 3166-1."""

from collections.abc import Mapping
from functools import cache, lru_cache

import pycountry

from readouts.text import VERY_NEAR, near

# What ISO 3166 does not call them.
_OTHER_NAMES = {
    "uk": "GB", "britain": "GB", "great britain": "GB", "england": "GB", "america": "US", "u.s.": "US", "prc": "CN",
    "russia": "RU", "south korea": "KR", "north korea": "KP", "syria": "SY", "turkey": "TR", "laos": "LA",
    "brunei": "BN", "holland": "NL", "ivory coast": "CI", "burma": "MM", "palestine": "PS", "vatican": "VA",
}  # fmt: skip


def is_country(code: str) -> bool:
    """Tell whether a code is one of two capital letters that stands for a country."""
    return code.isascii() and code.isupper() and pycountry.countries.get(alpha_2=code) is not None


@cache
def _codes_by_name() -> Mapping[str, str]:
    """Return the code of each country by its names."""
    found = dict(_OTHER_NAMES)
    for country in pycountry.countries:
        for name in ("name", "official_name", "common_name"):
            if known := getattr(country, name, None):
                found.setdefault(known.lower(), country.alpha_2)
    return found


@lru_cache(maxsize=1024)
def likely_country(value: str) -> str | None:
    """Return the code that was probably meant by a name or another code."""
    names = _codes_by_name()
    if found := names.get(value.strip().lower()):
        return found
    try:
        return str(pycountry.countries.lookup(value.strip()).alpha_2)
    except LookupError:
        slip = near(value, names, VERY_NEAR) if 3 < len(value) < 100 else None  # noqa: PLR2004  # a name, not a code
        return names[slip] if slip else None
