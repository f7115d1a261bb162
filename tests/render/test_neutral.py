"""Whatever a contributor writes stands on the page as those characters, and makes nothing else there."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemBytecodeCache
from lxml import html
from selectolax.lexbor import LexborHTMLParser

from readouts.graph import Graph
from readouts.load.reader import read
from readouts.model import Record
from readouts.model.shape import KEY, walk
from readouts.plugin import build_site
from readouts.problem import FieldPath
from readouts.project import find_project
from readouts.text import Prose, Text
from tests.conftest import TREE
from tests.render.hostile import REFUSED, STRINGS


@pytest.fixture(scope="module", autouse=True)
def _templates_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates: compiling them takes nearly as long as building the small tree."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("compiled")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "__init__", partialmethod(Environment.__init__, bytecode_cache=cache))
        yield


Skeleton = Counter[tuple[str, tuple[tuple[str, str], ...]]]
# Prose has a Markdown of its own, of which these may make use.
PROSE_MARKS = re.compile(r"[*_\[\]]|^\s*(?:[-+*]|\d+[.)])\s|\n|^\s|\s$| {2}")
# Attributes that hold contributor text by design.
TEXT_ATTRIBUTES = {("meta", "content")}


def text_fields(record: Record) -> Iterator[tuple[FieldPath, type[Text]]]:
    for path, value, _ in walk(record, lambda value: issubclass(value.type, Text)):
        # The name to sort by gives an order, and is shown nowhere.
        if path[-1] not in (KEY, "on", "sort") and value.title != "web address":
            yield path, value.type


def put(data: Any, path: FieldPath, value: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def lay_strings(graph: Graph, content: Path, strings: tuple[str, ...], shift: int) -> dict[str, list[str]]:
    """Write the tree with a string in every text field; return the strings by the file that they stand in.

    A number at the end keeps names different from each other. Words that a note is on stay in the text.
    """
    placed: dict[str, list[str]] = {}
    count = shift
    for record in graph.records:
        name = f"{record.FOLDER}/{record.id}.yml"
        data = read((TREE / name).read_text(encoding="utf-8")).data
        for path, kind in text_fields(record):
            count += 1
            hostile = strings[count % len(strings)]
            line = hostile if kind is not Text or path[-1] == "text" or "notes" in path else hostile.replace("\n", " ")
            value = f"{line.strip()} n{count}"
            if kind is Prose and PROSE_MARKS.search(value):
                value = f"plain n{count}"
            if path[-1] == "text" or path == ("venue",):
                value = f"{value} {' '.join(words_noted(data, path))}"
            put(data, path, value)
            placed.setdefault(name, []).append(value)
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return placed


def words_noted(data: Any, path: FieldPath) -> list[str]:
    notes = at(data, path[:-1]).get("notes", [])
    return [note["on"] for note in notes if "on" in note]


ENCODED = re.compile(r"(:~:text=|\?speaker=)[A-Za-z0-9%.,_~+-]*$")


def skeleton(elements: Iterable[tuple[str, Mapping[str, str]]]) -> Skeleton:
    """Return how often each tag with its attributes stands on a page; lists are in the order of names, which vary.

    Of the marks of words that differ there are as many as words that differ. Words in an address are percent-encoded.
    """
    return Counter(
        (
            tag,
            tuple(sorted((k, ENCODED.sub(r"\1", v)) for k, v in own.items() if (tag, k) not in TEXT_ATTRIBUTES)),
        )
        for tag, own in elements
        if (tag, own) != ("mark", {"class": "r-differs"})
    )


def lxml_skeleton(source: bytes) -> Skeleton:
    return skeleton((e.tag, dict(e.attrib)) for e in html.fromstring(source).iter() if isinstance(e.tag, str))


def html5_skeleton(source: bytes) -> Skeleton:
    nodes = LexborHTMLParser(source).root.traverse()
    return skeleton((node.tag, {k: v or "" for k, v in node.attributes.items()}) for node in nodes)


def built(content: Path) -> Path:
    site = content.parent / "site"
    build_site(find_project(content.parent, content=content, site=site))
    return site


def html_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def harmless(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Skeleton, Skeleton]]:
    """Return the structure of each page where every text field holds a plain word."""
    content = tmp_path_factory.mktemp("harmless") / "content"
    lay_strings(graph, content, ("plain",), 0)
    return {name: (lxml_skeleton(page), html5_skeleton(page)) for name, page in html_of(built(content)).items()}


def own_text(source: bytes) -> str:
    """Return the text of a page's article and title, with what scripts hold left out."""
    document = html.fromstring(source)
    for element in document.xpath("//script | //style | //*[@data-note]"):
        element.drop_tree()
    return str(document.text_content())


# Each string comes to stand in each field once.
@pytest.mark.parametrize("shift", range(len(STRINGS)))
def test_hostile_strings_change_nothing_but_the_text(
    shift: int, graph: Graph, harmless: dict[str, tuple[Skeleton, Skeleton]], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    placed = lay_strings(graph, content, STRINGS, shift)
    pages = html_of(built(content))
    assert set(pages) == set(harmless)
    for name, page in pages.items():
        for read_page, expected in zip((lxml_skeleton, html5_skeleton), harmless[name], strict=True):
            found = read_page(page)
            assert (found - expected, expected - found) == (Counter(), Counter()), name
    everything = "\n".join(own_text(page) for page in pages.values())
    missing = [value for values in placed.values() for value in values if value not in everything]
    assert missing == []
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("characters", REFUSED, ids=ascii)
@pytest.mark.parametrize("escaped", [False, True])
def test_hidden_characters_are_refused_written_out_or_escaped(characters: str, escaped: bool, tmp_path: Path) -> None:
    from readouts.build import check  # noqa: PLC0415  # beside its one use

    content = tmp_path / "content"
    shutil.copytree(TREE, content)
    written = "".join(f"\\U{ord(c):08X}" for c in characters) if escaped else characters
    (content / "topics" / "fish.yml").write_bytes(f'name: "Fi{written}sh"\nbroader: harbour\n'.encode())
    codes = {problem.code for problem in check(content).errors}
    assert "hidden-character" in codes


def test_prose_makes_only_what_its_markdown_allows(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(TREE, content)
    # Links to records that aren't there, and to what is no web address, are refused: that is for other tests.
    allowed = [string for string in STRINGS if "[[" not in string and "](java" not in string]
    everything = "\n\n".join(allowed)
    file = content / "topics" / "harbour.yml"
    record = {"name": "Harbour", "gloss": everything, "formerly": ["port"]}
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    page = html.fromstring((built(content) / "topics" / "harbour" / "index.html").read_bytes())
    prose = page.xpath("//div[@class='r-prose']")[0]
    assert {element.tag for element in prose.iter()} <= {"div", "p", "ul", "ol", "li", "em", "strong", "a", "br"}
    assert {key for element in prose.iterdescendants() for key in element.attrib} <= {"href", "rel"}
    assert set(prose.xpath(".//a/@href")) == {"https://evil.example/", "https://evil.example/x.png"}
