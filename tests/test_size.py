"""No page grows with the content: what is long is cut, and goes on elsewhere."""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from readouts.build import ALL_RULES
from readouts.graph import Graph, build_graph
from readouts.insight import Insight
from readouts.load.history import History
from readouts.load.reader import read
from readouts.model import Meeting, Organization, Person, Phrase, Place, Record, Source, Topic
from readouts.model.fields import LONGEST_LINE, LONGEST_NAME, LONGEST_SENTENCE, LONGEST_URL, LONGEST_WORDING
from readouts.model.shape import KEY, walk
from readouts.pages import Publication, plan_pages
from readouts.problem import FieldPath
from readouts.project import SHIPPED
from readouts.render import Renderer
from readouts.text import Text
from tests.conftest import TREE, Lay, changed, run

TALKS = "meetings/2019-05-11-harbour-talks.yml"
LARGEST = 100_000
LARGEST_CHART = 55_000
LONG_ID = "a-long-name-of-a-meeting-at-a-place"
LONG = "1,234 words; (and more) of a name that goes on & on"
QUOTE = """\
  - id: more-{n}
    speaker: tomas-reyle
    for: birchland
    topics: [topic-{topic}]
    renderings:
      - source: birchland-house-2019-05-11
        lang: en
        text: "{n}, he said; {words}"
        mode: direct
"""


STEP = """\
  - {{date: 2019-06-{day:02d}, status: urged, by: [aldermark, birchland], source: courier-2019-05-12, note: {words}}}
"""


def test_a_meeting_of_two_thousand_quotations_has_pages_of_bounded_size(lay: Lay, tmp_path: Path) -> None:
    words = " ".join(f"word-{n}," for n in range(30))
    more = "".join(QUOTE.format(n=n, topic=n % 80, words=words) for n in range(2000))
    files = changed(TALKS, "quotes:\n", f"quotes:\n{more}")
    gloss = "See [[2019-05-11-harbour-talks/open-door]]."
    files |= {f"topics/topic-{n}.yml": f"name: Topic number {n} of eighty\ngloss: {gloss}\n" for n in range(80)}
    files |= {f"people/guest-{n}.yml": f"name: Guest number {n} of the talks\n" for n in range(300)}
    guests = "".join(f"  - {{person: guest-{n}, for: birchland, as: a guest of the talks}}\n" for n in range(300))
    files[TALKS] = files[TALKS].replace("participants:\n", f"participants:\n{guests}")
    steps = "".join(STEP.format(day=n // 20 + 1, words=words.replace(",", "")) for n in range(400))
    files["commitments/dredge-the-harbour.yml"] = (TREE / "commitments" / "dredge-the-harbour.yml").read_text() + steps
    words_of_many = [f"word-{n}, word-{n + 1}" for n in range(0, 29, 3)]
    files |= {
        f"phrases/phrase-{n}.yml": f'name: Phrase {n}\nforms: {{en: ["{w}"]}}\n' for n, w in enumerate(words_of_many)
    }
    done = run("build", "--content", lay(files), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    sizes = {path.relative_to(tmp_path).as_posix(): path.stat().st_size for path in tmp_path.rglob("*.html")}
    assert len(sizes) > 2000
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    compared = [html.fromstring(path.read_bytes()) for path in tmp_path.rglob("compare/**/index.html")]
    assert len(compared) > 1
    documents = [html.fromstring(path.read_bytes()) for path in tmp_path.rglob("index.html")]
    titles = Counter(d.xpath("string(//title)") for d in documents if not d.xpath("//meta[@http-equiv='refresh']"))
    assert {title: count for title, count in titles.items() if count > 1} == {}
    told = Counter(
        link for page in compared for link in page.xpath("//table//td//a[contains(@class, 'r-quoted')]/@href")
    )
    named = Counter(posixpath.basename(link.rstrip("/")) for link in told.elements())
    assert {f"more-{n}": named[f"more-{n}"] for n in range(2000)} == {f"more-{n}": 1 for n in range(2000)}


LONGEST = {"name": LONGEST_NAME, "one line of text": LONGEST_LINE, "sentence": LONGEST_SENTENCE}
CHINESE = "关于港口,双方同意继续保持沟通。"
TWO_LONG = """\
  - id: long
    speaker: tomas-reyle
    topics: [fish]
    renderings:
      - {source: birchland-house-2019-05-11, lang: zh, mode: direct, text: "%s"}
      - {source: mirror-2019-05-12, lang: zh-Hant, mode: direct, text: "%s"}
"""


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


def longest(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each file of the tree with every line, quotation and address in it as long as it may be."""
    for number, record in enumerate(graph.records):
        data = read((TREE / record.FOLDER / f"{record.id}.yml").read_text(encoding="utf-8")).data
        for path, value, _ in walk(record, lambda value: issubclass(value.type, Text)):
            holder = at(data, path[:-1])
            if value.title == "web address":
                holder[path[-1]] = f"https://a.example/{number}/{'x-' * LONGEST_URL}"[:LONGEST_URL]
            elif path[-1] == "text" or (value.title in LONGEST and path[-1] != KEY):
                notes = holder.get("notes", ()) if isinstance(holder, dict) else ()
                kept = "".join(note.get("on", "") for note in notes)
                most = LONGEST_WORDING if path[-1] == "text" else LONGEST[value.title]
                holder[path[-1]] = f"{number}{kept}{LONG * 200}"[:most]
        yield f"{record.FOLDER}/{record.id}.yml", json.dumps(data, ensure_ascii=False, indent=1)


def test_records_with_the_longest_values_make_no_page_too_large(graph: Graph, lay: Lay, tmp_path: Path) -> None:
    done = run("build", "--content", lay(dict(longest(graph))), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    sizes = {path.relative_to(tmp_path).as_posix(): path.stat().st_size for path in tmp_path.rglob("*.html")}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert max(sizes.values()) > LARGEST / 2


def test_two_renderings_as_long_as_they_may_be_make_no_page_too_large(lay: Lay, tmp_path: Path) -> None:
    said = CHINESE * (LONGEST_WORDING // len(CHINESE))
    files = changed(TALKS, "quotes:\n", f"quotes:\n{TWO_LONG % (f'甲{said}', f'乙{said}')}")
    done = run("build", "--content", lay(files), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    size = (tmp_path / "site" / TALKS.removesuffix(".yml") / "long" / "index.html").stat().st_size
    assert LARGEST / 2 < size < LARGEST


def meetings(count: int) -> Iterator[Meeting]:
    """Yield meetings of two parties in sixty years, those of the first two few enough to be drawn one by one."""
    for n in range(count):
        one, other = (0, 1) if n < 115 else (2 + n % 9, 11 + n % 7)
        people = [{"person": f"person-{party:03d}", "for": f"organization-{party:03d}"} for party in (one, other)]
        quote = {
            "id": "words",
            "speaker": f"person-{one:03d}",
            "topics": [f"topic-{n % 80:03d}"],
            "renderings": [{"source": f"source-{one:03d}", "lang": "en", "mode": "direct", "text": "An open door."}],
        }
        yield Meeting.model_validate(
            {
                "id": f"{1965 + n % 60}-{LONG_ID}-{n:05d}",
                "title": f"{LONG} {n}",
                "kind": "meeting",
                "date": f"{1965 + n % 60}-03-02",
                "place": f"place-{n % 900:03d}",
                "participants": people,
                "quotes": [quote],
            }
        )


def named(model: type[Record], count: int, **fields: object) -> list[Record]:
    ids = [f"{model.TYPE}-{n:03d}" for n in range(count)]
    return [model.model_validate({"id": id_, "name": f"{LONG} {id_}", **fields}) for id_ in ids]


@pytest.fixture(scope="module")
def crowd() -> Callable[[str], str]:
    """Return the pages of three thousand meetings of twenty parties at nine hundred places, by address."""
    places = [
        Place.model_validate({"id": f"place-{n:03d}", "name": f"{LONG} {n}", "at": at})
        for n in range(900)
        for at in [{"lat": f"{n * 7 % 160 - 80}", "lon": f"{n * 13 % 360 - 180}"}]
    ]
    sources = [
        {"id": f"source-{n:03d}", "title": LONG, "kind": "readout", "publisher": f"organization-{n:03d}"}
        for n in range(20)
    ]
    phrase = Phrase.model_validate({"id": "phrase", "name": "Open door", "forms": {"en": ["open door"]}})
    roles = [{"organization": "organization-000", "title": LONG, "from": str(1900 + n)} for n in range(100)]
    others = [
        *named(Organization, 20, kind="state"),
        *named(Person, 20, roles=roles),
        *named(Topic, 80),
        phrase,
        *map(Source.model_validate, sources),
        *places,
    ]
    insight = Insight(build_graph([*others, *meetings(3000)]))
    renderer = Renderer(
        graph=insight.graph,
        templates=(SHIPPED / "templates",),
        history=History(prefix=""),
        publication=Publication(name="Readouts"),
    )
    pages = {page.address: page for page in plan_pages(insight, ALL_RULES).pages}
    return lambda address: renderer.markdown(pages[address])


@pytest.mark.parametrize(
    ("address", "charts"),
    [
        ("", 1),
        ("topics/", 1),
        ("places/", 1),
        ("pairs/", 1),
        ("topics/topic-000/", 2),
        ("phrases/phrase/", 1),
        ("people/person-000/", 2),
        ("people/person-002/", 3),
        ("organizations/organization-002/", 1),
        ("pairs/organization-000--organization-001/", 2),
        ("pairs/organization-002--organization-011/", 2),
        ("places/place-000/", 1),
    ],
)
def test_charts_of_thousands_of_meetings_are_small(crowd: Callable[[str], str], address: str, charts: int) -> None:
    figures = re.findall(r"^<figure class=\"r-chart\".*?^</figure>$", crowd(address), re.MULTILINE | re.DOTALL)
    assert len(figures) == charts
    assert all(len(figure.encode()) < LARGEST_CHART for figure in figures)
