"""How to cite a page: in words, and in the formats that programs for references read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readouts.graph import Graph, Quotation
from readouts.insight.attribution import attribute
from readouts.model import Date, Meeting, Organization, Source
from readouts.pages.addresses import address_of
from readouts.pages.attributions import MODES, in_words, mode_in_words
from readouts.pages.page import Publication
from readouts.pages.titles import shortened
from readouts.text import Text

# What means something to LaTeX; other letters stand as they are, as in every BibTeX of this century.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "{}$&#_%"},
    }
)
_CSL_TYPES = {"news": "article-newspaper", "dataset": "dataset", "analysis": "article"}  # else a page of the web
_RIS_TYPES = {"article-newspaper": "NEWS", "dataset": "DATA", "article": "JOUR", "webpage": "ELEC"}
LONGEST_CITED = 400  # characters of a quotation
_PARTS_OF_DATE = ("year", "month", "day")


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One thing cited, in each format."""

    plain: Text
    bibtex: Text
    ris: Text
    csl_json: Text


@dataclass(frozen=True, kw_only=True)
class _Item:
    """What the formats have in common: a document, where it is, and what there is to say on it."""

    key: str
    type: str = "webpage"
    title: str
    author: str
    date: Date | None
    url: str
    note: str = ""


def cite_quotation(graph: Graph, quotation: Quotation, publication: Publication) -> Citation:
    """Return the citation of the document in which the words stand, with who says so and where they are on this site.

    The author is whose document it is, never the speaker: that is said in words, with the whole chain.
    """
    rendering = quotation.best
    source = graph.record(Source, rendering.source)
    attribution = attribute(graph, quotation, rendering)
    said, mode = in_words(attribution), mode_in_words(attribution, rendering)
    words, page = shortened(rendering.text, LONGEST_CITED).raw, f"{publication.url}{address_of(quotation)}"
    found = source.url or source.archive
    address = found.raw if found else ""
    item = _Item(
        key=quotation.id.replace("/", "-"),
        type=_CSL_TYPES.get(source.kind, "webpage"),
        title=source.title.raw,
        author=graph.record(Organization, source.publisher).name.raw,
        date=source.date,
        url=address or (page if publication.url else ""),
        note=f"{said} ({mode}). {publication.name}, {page}",
    )
    date = source.date.raw if source.date else ""
    where = ", ".join(filter(None, (item.author, f"“{item.title}”", date, address)))
    told = f"“{words}”" if rendering.mode == "direct" else words
    how = "" if mode == MODES["direct"] else f", {mode}"
    return _formats(item, f"{said}{how}: {told} ({where}). {publication.name}, {page}")


def cite_meeting(meeting: Meeting, publication: Publication) -> Citation:
    """Return the citation of the page of a meeting."""
    page = f"{publication.url}{address_of(meeting)}"
    when = meeting.date.raw
    item = _Item(
        key=meeting.id,
        title=meeting.title.raw,
        author=publication.name,
        date=None,  # that of the page, which nobody knows
        url=page,
        note=f"Meeting of {when}",
    )
    return _formats(item, f"“{item.title}” ({when}). {publication.name}, {page}")


def _formats(item: _Item, plain: str) -> Citation:
    return Citation(
        plain=Text(plain),
        bibtex=Text(_bibtex(item)),
        ris=Text("\n".join(_ris(item))),
        csl_json=Text(json.dumps([_csl(item)], ensure_ascii=False)),
    )


def _date_parts(date: Date | None) -> list[int]:
    """Return the year, month and day of the beginning of a date, as far as it is known."""
    return [int(part) for part in date.raw.partition("/")[0].rstrip("~?").split("-")] if date else []


def _csl(item: _Item) -> dict[str, Any]:
    """Return an item of CSL-JSON, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html."""
    found: dict[str, Any] = {"id": item.key, "type": item.type, "title": item.title}
    found["author"] = [{"literal": item.author}]
    if item.date:
        found["issued"] = {"date-parts": [_date_parts(item.date)]}
    return found | {key: value for key, value in (("URL", item.url), ("note", item.note)) if value}


def _ris(item: _Item) -> Iterator[str]:
    """Yield the lines of a RIS record; a value is one line, since a line may begin a field."""
    fields = [("TY", _RIS_TYPES[item.type]), ("ID", item.key), ("TI", item.title), ("AU", item.author)]
    if item.date:
        fields.append(("DA", "/".join(f"{part:02d}" for part in _date_parts(item.date))))
    fields += [(tag, value) for tag, value in (("UR", item.url), ("N1", item.note)) if value]
    for tag, value in [*fields, ("ER", "")]:
        yield f"{tag}  - {' '.join(value.split())}"


def _bibtex(item: _Item) -> str:
    """Return a BibTeX entry; its key is ASCII as ids are, and the address stands unescaped, as its field does."""
    fields = [("title", f"{{{_latex(item.title)}}}"), ("author", f"{{{_latex(item.author)}}}")]
    fields += [(name, f"{part:02d}") for name, part in zip(_PARTS_OF_DATE, _date_parts(item.date), strict=False)]
    fields += [("url", item.url.replace("{", "%7B").replace("}", "%7D")), ("note", _latex(item.note))]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    return "\n".join([f"@misc{{{item.key},", *lines, "}"])


def _latex(raw: str) -> str:
    return " ".join(raw.split()).translate(_LATEX)
