"""The charts of a built site: each says what it shows, and its table has the same numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from readouts.build import ALL_RULES, check
from readouts.load.history import History
from readouts.pages import Publication, plan_pages
from readouts.project import SHIPPED
from readouts.render import Renderer
from tests.conftest import run
from tests.rounds import write_rounds

FIGURE = re.compile(r"^<figure class=\"r-chart\".*?^</figure>$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the tree with thirty rounds of talks between three parties at four places."""
    folder = tmp_path_factory.mktemp("rounds")
    write_rounds(folder / "content", 30)
    done = run("build", "--content", folder / "content", "--site", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def charts(site: Path, address: str) -> dict[str, html.HtmlElement]:
    """Return the charts of a page by their kind."""
    document = html.fromstring((site / address / "index.html").read_bytes())
    found = {}
    for figure in document.xpath("//figure[@class='r-chart']"):
        kind = re.fullmatch(r"r-chart-(\w+)-name", figure.get("aria-labelledby"))
        assert kind is not None
        found[kind[1]] = figure
    return found


def every_chart(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        yield from ((f"{address}#{kind}", figure) for kind, figure in charts(site, address).items())


def table(figure: html.HtmlElement) -> list[list[str]]:
    return [[words(cell) for cell in row.xpath("./th|./td")] for row in figure.xpath(".//table/tbody/tr")]


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("", {"time"}),
        ("topics", {"heat"}),
        ("topics/harbour", {"time", "most"}),
        ("phrases/open-door", {"time"}),
        ("phrases/no-quays", set()),  # used once
        ("people/ada-quist", {"time", "most", "offices"}),
        ("organizations/aldermark", {"most"}),
        ("organizations/mirror", set()),
        ("pairs", {"heat"}),
        ("pairs/aldermark--birchland", {"time", "heat"}),
        ("places", {"map"}),
        ("places/far", {"map"}),
        ("meetings/round-001", set()),
    ],
)
def test_a_page_has_the_charts_that_answer_its_question(rounds: Path, address: str, kinds: set[str]) -> None:
    assert charts(rounds, address).keys() == kinds


def test_every_chart_says_what_it_is_and_has_a_table(rounds: Path) -> None:
    count = 0
    for where, figure in every_chart(rounds):
        count += 1
        (drawing,) = figure.xpath("./div/svg | ./svg")
        ids = set(figure.xpath(".//@id"))
        assert {id_ for ids_ in figure.xpath(".//@aria-labelledby") for id_ in ids_.split()} <= ids, where
        assert words(drawing.xpath("./title")[0]), where
        assert words(drawing.xpath("./desc")[0]), where
        width, height = drawing.get("width"), drawing.get("height")
        assert drawing.get("viewbox") == f"0 0 {width} {height}", where
        assert drawing.get("role") == ("group" if drawing.xpath(".//a") else "img"), where
        assert all(words(link) for link in drawing.xpath(".//a")), where
        assert figure.xpath("./details/summary"), where
        rows = figure.xpath("./details//table/tbody/tr")
        assert rows, where
        assert all(row.xpath("./th[@scope='row']") for row in rows), where
        assert figure.xpath("./details//table/thead/tr/th[@scope='col']"), where
    assert count > 20


def test_what_is_scrolled_can_be_reached_and_has_a_name(rounds: Path) -> None:
    for where, figure in every_chart(rounds):
        for scrolled in figure.xpath(".//div"):
            found = [scrolled.get(name) for name in ("class", "tabindex", "role")]
            assert found == ["r-scroll", "0", "region"], where
            assert figure.get("aria-labelledby") in scrolled.get("aria-labelledby").split(), where
        names = [scrolled.get("aria-labelledby") for scrolled in figure.xpath(".//div")]
        assert len(set(names)) == len(names), where
        for inside in figure.xpath(".//table | .//svg[@class='r-wide'] | .//svg[@class='r-own']"):
            assert inside.xpath("ancestor::div[@class='r-scroll']"), where


def test_no_chart_has_a_style_of_its_own_or_a_colour(rounds: Path) -> None:
    for where, figure in every_chart(rounds):
        assert figure.xpath(".//@style | .//style | .//script | .//@stroke | .//@fill") == [], where


@pytest.mark.parametrize(
    "address", ["", "topics/harbour", "people/ada-quist", "pairs/aldermark--birchland", "phrases/open-door"]
)
def test_a_timeline_has_a_mark_for_each_event_and_a_table_of_as_many(rounds: Path, address: str) -> None:
    figure = charts(rounds, address)["time"]
    marks = figure.xpath("./div/svg/a")
    assert len(marks) == len({mark.get("href") for mark in marks}) >= 3
    drawn = Counter(mark.xpath("./use/@href")[0] for mark in marks)
    rows = table(figure)
    assert sorted(drawn.values()) == sorted(sum(int(row[n]) for row in rows) for n in range(1, len(rows[0])))
    columns = Counter(mark.xpath("./use/@x")[0] for mark in marks)
    assert [columns[x] for x in sorted(columns, key=int)] == [sum(map(int, row[1:])) for row in rows]


def test_all_meetings_are_on_the_home_page_each_with_its_title(rounds: Path) -> None:
    marks = {words(mark) for mark in charts(rounds, "")["time"].xpath("./div/svg/a")}
    assert len(marks) == 33
    assert {"about 1989: Round 0", "11 May 2019: Talks on the harbour"} <= marks
    vague = charts(rounds, "")["time"].xpath("./div/svg/a[use[@class='r-vague']]")
    assert {words(mark) for mark in vague} == {f"about {1989 + n}: Round {n}" for n in range(0, 30, 7)}


@pytest.mark.parametrize("address", ["topics", "pairs", "pairs/aldermark--birchland"])
def test_a_heatmap_has_the_numbers_of_its_table(rounds: Path, address: str) -> None:
    figure = charts(rounds, address)["heat"]
    rows = table(figure)
    cells = figure.xpath("./div/svg//rect")
    assert len(cells) == sum(len(row) - 1 for row in rows)
    numbers = [
        words(text) for text in figure.xpath("./div/svg//text") if words(text).isdigit() and not text.xpath("./a")
    ]
    years = {cell.text_content() for cell in figure.xpath(".//thead//th")}
    assert sorted(n for n in numbers if n not in years) == sorted(n for row in rows for n in row[1:] if n != "0")


def test_who_met_whom_is_the_same_either_way_and_links_to_the_pair(rounds: Path) -> None:
    figure = charts(rounds, "pairs")["heat"]
    rows = {row[0]: row[1:] for row in table(figure)}
    assert rows == {"Birchland": ["0", "17", "8"], "Aldermark": ["17", "0", "7"], "Carland": ["8", "7", "0"]}
    assert list(rows) == ["Birchland", "Aldermark", "Carland"]  # who met most comes first
    links = Counter(figure.xpath("./div/svg/a[rect]/@href"))
    assert links == {f"{pair}/": 2 for pair in ("aldermark--birchland", "aldermark--carland", "birchland--carland")}


@pytest.mark.parametrize("address", ["topics/harbour", "people/ada-quist", "organizations/aldermark"])
def test_bars_have_the_numbers_of_their_table(rounds: Path, address: str) -> None:
    figure = charts(rounds, address)["most"]
    drawn = [words(text) for text in figure.xpath("./div/svg/text[not(a)]")]
    assert drawn == [row[1] for row in table(figure)]
    lengths = [int(width) for width in figure.xpath("./div/svg/rect/@width")]
    assert lengths == sorted(lengths, reverse=True)


def test_offices_stand_in_the_drawing_and_in_the_table(rounds: Path) -> None:
    figure = charts(rounds, "people/ada-quist")["offices"]
    assert table(figure) == [
        ["Envoy", "Carland", "about 1988", "June 1999"],
        ["Speaker", "Carland", "1 July 1999", "open"],
        ["Member of the board", "Carland", "not on record", "open"],
    ]
    assert words(figure.xpath("./figcaption")[0]).endswith("; 1 more in the table")
    assert words(figure.xpath(".//desc")[0]).endswith("Speaker, 1 July 1999 – open; Envoy, about 1988 – June 1999.")
    assert [len(figure.xpath(f".//svg/{shape}")) for shape in ("rect[@class='r-maybe']", "rect[@class='r-bar']")] == [
        2,
        1,
    ]
    assert len(figure.xpath(".//svg/path[@class='r-bar']")) == 1  # the arrow of what is open


def test_the_map_has_a_mark_for_each_row_and_links_what_is_gathered_to_it(rounds: Path) -> None:
    figure = charts(rounds, "places")["map"]
    marks = figure.xpath("./div/svg/a")
    assert table(figure) == [["Linden and The Quay", "18"], ["Far", "7"], ["The Isle", "7"]]
    assert [mark.get("href") for mark in marks] == ["#r-spot-1", "far/", "isle/"]
    assert [words(mark.xpath("./title")[0]) for mark in marks] == [
        "Linden and 1 more: 18 meetings",
        "Far: 7 meetings",
        "The Isle: 7 meetings",
    ]
    assert len(figure.xpath(".//circle")) == 3


def test_a_party_is_drawn_in_its_own_hue_or_in_one_of_the_palette(rounds: Path) -> None:
    rules = (rounds / "assets" / "parties.css").read_text(encoding="utf-8")
    assert ".r-of-aldermark { --r-own: #b3261e; }" in rules
    assert ".r-of-birchland { --r-own: #0b6e99; }" in rules
    assert ".r-of-carland { --r-own: #fff3a0; }" in rules
    assert "mirror" not in rules
    document = html.fromstring((rounds / "index.html").read_bytes())
    assert "assets/parties.css" in document.xpath("//link[@rel='stylesheet']/@href")


def test_a_chart_is_one_block_of_html_to_every_reader_of_markdown(tmp_path: Path) -> None:
    write_rounds(tmp_path / "content", 150)
    insight = check(tmp_path / "content").insight
    renderer = Renderer(
        graph=insight.graph,
        templates=(SHIPPED / "templates",),
        history=History(prefix=""),
        publication=Publication(name="Readouts"),
    )
    count = 0
    for page in plan_pages(insight, ALL_RULES).pages:
        for block in re.findall(
            r"^<figure class=\"r-chart\".*?^</figure>$", renderer.markdown(page), re.MULTILINE | re.DOTALL
        ):
            count += 1
            assert not re.search(r"\n[ \t]*\n|^[ \t]", block, re.MULTILINE), page.address
    assert count > 20
