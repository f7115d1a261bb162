"""Languages as BCP-47 tags."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import langcodes
import pycountry
from langcodes.registry_parser import parse_registry

from readouts.text import VERY_NEAR, near, one_slip_away

LONGEST_TAG = 100
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# What ISO 639 does not call them.
_OTHER_NAMES = {
    "mandarin": "zh", "mandarin chinese": "zh", "putonghua": "zh", "中文": "zh", "汉语": "zh", "漢語": "zh",
    "simplified chinese": "zh-Hans", "chinese (simplified)": "zh-Hans", "简体中文": "zh-Hans", "cantonese": "yue",
    "traditional chinese": "zh-Hant", "chinese (traditional)": "zh-Hant", "繁體中文": "zh-Hant", "farsi": "fa",
    "american english": "en-US", "british english": "en-GB", "greek": "el", "deutsch": "de", "français": "fr",
    "español": "es", "italiano": "it", "português": "pt", "русский": "ru", "українська": "uk", "日本語": "ja",
    "한국어": "ko", "العربية": "ar", "עברית": "he", "فارسی": "fa", "हिन्दी": "hi", "türkçe": "tr", "polski": "pl",
}  # fmt: skip


@cache
def _registered() -> frozenset[tuple[str, str]]:
    """Return the subtags of IANA's registry, with the type of each."""
    return frozenset((entry["Type"], entry["Subtag"]) for entry in parse_registry() if "Subtag" in entry)  # type: ignore[no-untyped-call]  # typed in parts


@lru_cache(maxsize=1024)
def is_language(tag: str) -> bool:
    """Tell whether a tag is well formed and each part of it is registered."""
    if len(tag) > LONGEST_TAG or not _TAG.fullmatch(tag) or not langcodes.tag_is_valid(tag):
        return False
    read = langcodes.Language.get(tag, normalize=False)
    parts = [("language", read.language), ("script", read.script), ("region", read.territory)]
    parts += [("extlang", part) for part in read.extlangs or ()] + [("variant", part) for part in read.variants or ()]
    return all(part is None or part.startswith("x-") or (kind, part) in _registered() for kind, part in parts)


@cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tag of each language by its names and codes in ISO 639, and by other names."""
    found = dict(_OTHER_NAMES)
    for language in pycountry.languages:
        for name in ("alpha_2", "alpha_3", "bibliographic", "name", "common_name"):
            if known := getattr(language, name, None):
                found.setdefault(known.lower(), getattr(language, "alpha_2", language.alpha_3))
    return found


@cache
def _usual_names() -> tuple[str, ...]:
    """Return the names in which a slip is looked for: those of languages that have a code of two letters."""
    short = (language.name.lower() for language in pycountry.languages if hasattr(language, "alpha_2"))
    return (*_OTHER_NAMES, *short)


def _respelt(value: str) -> Iterator[str]:
    """Yield tags of the parts of a value: with hyphens, in the usual order, with the usual script of the language."""
    first, *others = re.split(r"[\s_.\u2010-\u2015-]+", value.strip(" \t_-"))
    yield "-".join((first, *others))
    # A script has four letters, and stands before the region.
    ordered = sorted(others, key=lambda part: len(part) != 4)  # noqa: PLR2004
    yield "-".join((first, *ordered))
    if is_language(first) and ordered:
        script = langcodes.Language.get(first).maximize().script or ""
        if one_slip_away(ordered[0].lower(), [script.lower()]):
            yield "-".join((first, script, *ordered[1:]))


@lru_cache(maxsize=1024)
def likely_language(value: str) -> str | None:
    """Return the tag that was probably meant by a name, or by a tag that is written otherwise."""
    if len(value) > LONGEST_TAG:
        return None
    for tag in _respelt(value):
        if langcodes.tag_is_valid(tag) and is_language(better := langcodes.standardize_tag(tag)):
            return str(better)
    names = _tags_by_name()
    if found := names.get(" ".join(value.lower().split())):
        return found
    if pycountry.countries.get(alpha_2=value.upper()):
        return langcodes.Language.get(f"und-{value.upper()}").maximize().language
    slip = near(value, _usual_names(), VERY_NEAR)
    return names[slip] if slip else None
