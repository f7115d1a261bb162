"""How to cite a page: in words, and in the formats that programs for references read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from readouts.graph import Graph, Node, Quotation
from readouts.insight.attribution import attribute
from readouts.model import Date, Meeting, Organization, Source
from readouts.pages.addresses import address_of
from readouts.pages.attributions import how_in_words, in_words, told
from readouts.pages.dates import words_for_date
from readouts.pages.page import Publication
from readouts.pages.titles import shortened
from readouts.text import Text

# What means something to LaTeX; other letters stand as they are, as in every BibTeX of this century. Braces are spelled
# out, since BibTeX counts them whatever stands before them.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "$&#_%"},
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
    """What the formats have in common: a document, where it is, which of its words are meant, what there is to say.

    The note begins with words of ours: to programs that read CSL-JSON it may begin with a field.
    """

    key: str
    type: str = "webpage"
    title: str
    author: str
    date: Date | None = None
    url: str = ""
    archive: str = ""
    accessed: Date | None = None
    language: str = ""
    words: str = ""
    note: str

    @property
    def archived(self) -> str:
        """Return where the lasting copy is, where that isn't the address itself."""
        return self.archive if self.archive != self.url else ""


def cite_quotation(graph: Graph, quotation: Quotation, publication: Publication) -> Citation:
    """Return the citation of the document in which the words stand, with who says so and where they are on this site.

    The author is whose document it is, never the speaker: that is said in words, with the whole chain.
    """
    rendering = quotation.best
    source = graph.record(Source, rendering.source)
    attribution = attribute(graph, quotation, rendering)
    mode, here = how_in_words(attribution, rendering), _here(publication, quotation)
    item = _Item(
        key=quotation.id.replace("/", "--"),
        type=_CSL_TYPES.get(source.kind, "webpage"),
        title=source.title.raw,
        author=graph.record(Organization, source.publisher).name.raw,
        date=source.date,
        url=_raw(source.url or source.archive) or _page(publication, quotation),
        archive=_raw(source.archive),
        accessed=source.accessed,
        language=source.lang or "",
        words=shortened(rendering.text, LONGEST_CITED).raw,
        note=f"{mode.capitalize()}: {in_words(attribution)}. {here}",
    )
    date = words_for_date(source.date) if source.date else ""
    where = ", ".join(filter(None, (item.author, f"“{item.title}”", date, _raw(source.url or source.archive))))
    return _formats(item, f"{told(attribution, rendering, LONGEST_CITED)} ({where}). {here}")


def cite_meeting(meeting: Meeting, publication: Publication) -> Citation:
    """Return the citation of the page of a meeting; it has no date, since nobody knows that of the page."""
    when = words_for_date(meeting.date)
    item = _Item(
        key=meeting.id,
        title=meeting.title.raw,
        author=publication.name,
        url=_page(publication, meeting),
        note=f"Meeting of {when}",
    )
    return _formats(item, f"“{item.title}” ({when}). {_here(publication, meeting)}")


def _raw(text: Text | None) -> str:
    return text.raw if text else ""


def _page(publication: Publication, node: Node) -> str:
    """Return the address of a page of ours; empty where it isn't known where the site is."""
    return f"{publication.url}{address_of(node)}" if publication.url else ""


def _here(publication: Publication, node: Node) -> str:
    return ", ".join(filter(None, (publication.name, _page(publication, node))))


def _formats(item: _Item, plain: str) -> Citation:
    return Citation(
        plain=Text(_line(plain)),
        bibtex=Text(_bibtex(item)),
        ris=Text("\n".join(_ris(item))),
        csl_json=Text(json.dumps([_csl(item)], ensure_ascii=False)),
    )


def _line(words: str) -> str:
    return " ".join(words.split())


def _parts(written: str) -> list[str]:
    return written.rstrip("~?").split("-")


def _known(date: Date | None) -> list[str]:
    """Return year, month and day as far as they are certain, which of an interval is what both its ends share."""
    if date is None or not date.certain:
        return []
    first, _, last = date.raw.partition("/")
    both = zip(_parts(first), _parts(last or first), strict=False)
    return [one for one, _ in takewhile(lambda parts: parts[0] == parts[1], both)]


def _noted(item: _Item) -> str:
    """Return the note, with the date in words where the fields of a format don't say it whole."""
    date = item.date
    if date is None or _known(date) == _parts(date.raw):
        return item.note
    return f"{item.note}; dated {words_for_date(date)}"


def _csl_date(date: Date) -> dict[str, Any]:
    ends = [[int(part) for part in _parts(end)] for end in date.raw.split("/")]
    return {"date-parts": ends} | ({} if date.certain else {"circa": True})


def _csl(item: _Item) -> dict[str, Any]:
    """Return an item of CSL-JSON, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html.

    Its readers look for fields in the note: between `{:` and `}`, and on lines of `name: value`.
    """
    found: dict[str, Any] = {"id": item.key, "type": item.type, "title": _line(item.title)}
    found["author"] = [{"literal": _line(item.author)}]
    dates = {"issued": item.date, "accessed": item.accessed}
    found |= {name: _csl_date(date) for name, date in dates.items() if date}
    more = {"URL": item.url, "archive_location": item.archived, "language": item.language, "abstract": item.words}
    return (
        found | {name: value for name, value in more.items() if value} | {"note": _line(item.note).replace("{:", "{ :")}
    )


def _ris(item: _Item) -> Iterator[str]:
    """Yield the lines of a RIS record; a value is one line, since a line may begin a field."""
    known = _known(item.date)
    fields = [
        ("TY", _RIS_TYPES[item.type]),
        ("ID", item.key),
        ("TI", item.title),
        ("AU", item.author),
        ("PY", "".join(known[:1])),
        ("DA", "/".join(known)),
        ("UR", item.url),
        ("AV", item.archived),
        ("Y2", "/".join(_known(item.accessed))),
        ("LA", item.language),
        ("AB", item.words),
        ("N1", _noted(item)),
    ]
    yield from (f"{tag}  - {_line(value)}" for tag, value in fields if value)
    yield "ER  - "


def _bibtex(item: _Item) -> str:
    """Return a BibTeX entry; its key is ASCII as ids are, and addresses stand unescaped, as their fields do."""
    archived = f"{_noted(item)}; archived at {item.archived}" if item.archived else _noted(item)
    fields = [
        ("title", f"{{{_latex(item.title)}}}"),
        ("author", f"{{{_latex(item.author)}}}"),
        *zip(_PARTS_OF_DATE, _known(item.date), strict=False),
        ("url", item.url.replace("{", "%7B").replace("}", "%7D")),
        ("urldate", "-".join(_known(item.accessed))),
        ("language", item.language),
        ("abstract", _latex(item.words)),
        ("note", _latex(archived)),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    return "\n".join([f"@misc{{{item.key},", *lines, "}"])


def _latex(raw: str) -> str:
    return _line(raw).translate(_LATEX)
