import posixpath
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.build import ALL_RULES
from readouts.graph import Graph, Quotation
from readouts.insight import Insight
from readouts.insight.wording import difference
from readouts.load.history import History
from readouts.model import Meeting, Phrase
from readouts.pages import Publication, plan_pages
from readouts.pages.addresses import pair_address, relative
from readouts.pages.lists import PER_PAGE, SHOWN, Listing, Pager, paged
from readouts.pages.marking import mark, number_notes
from readouts.pages.page import Page
from readouts.pages.prose import plain, read_prose
from readouts.pages.titles import shortened
from readouts.project import SHIPPED
from readouts.render import Renderer
from readouts.text import Prose, Text

ADDRESS = st.lists(st.sampled_from(["a", "b", "c", "index"]), max_size=4).map(
    lambda steps: "".join(f"{s}/" for s in steps)
)


@given(ADDRESS, ADDRESS)
def test_a_relative_reference_leads_from_one_page_to_the_other(start: str, to: str) -> None:
    joined = posixpath.normpath(posixpath.join("/", start, relative(to, start=start)))
    assert joined == posixpath.normpath(posixpath.join("/", to))
    assert relative(to, start=start).endswith("/")


def test_a_pair_has_one_address_whichever_comes_first() -> None:
    assert pair_address("b", "a") == pair_address("a", "b") == "pairs/a--b/"


def test_no_two_pages_share_an_address(insight: Insight) -> None:
    plan = plan_pages(insight, ALL_RULES)
    addresses = [page.address for page in plan.pages] + [redirect.address for redirect in plan.redirects]
    assert len(addresses) == len(set(addresses))
    assert all(address == "" or address.endswith("/") for address in addresses)


def test_pages_can_be_made_in_any_order(graph: Graph) -> None:
    forward, backward = (plan_pages(Insight(graph), ALL_RULES).pages for _ in range(2))
    renderer = Renderer(
        graph=graph,
        templates=(SHIPPED / "templates",),
        history=History(prefix=""),
        publication=Publication(name="Readouts"),
    )
    made = {page.address: renderer.markdown(page) for page in forward}
    again = {page.address: renderer.markdown(page) for page in reversed(backward)}
    assert made == again


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (PER_PAGE, 1), (PER_PAGE + 1, 2), (3 * PER_PAGE, 3)])
def test_a_long_list_is_paged_and_loses_nothing(count: int, pages: int) -> None:
    listing = Listing(title="All", items=list(range(count)), address="all/")
    page = Page(address="all/", template="list.md", title="All", description="All")
    made = list(paged(listing, page, later="all/index/"))
    assert [found.address for found in made] == ["all/", *(f"all/index/{n}/" for n in range(2, pages + 1))]
    contexts = [found.context() for found in made]
    assert [item for context in contexts for item in context["items"]] == list(range(count))  # type: ignore[attr-defined]
    pagers = [context["pager"] for context in contexts]
    assert [pager.number for pager in pagers if isinstance(pager, Pager)] == list(range(1, pages + 1))


def test_cuts_have_exactly_the_characters_of_the_text(insight: Insight, graph: Graph) -> None:
    for quotation in graph.quotations:
        first = quotation.quote.renderings[0].text.raw
        for rendering in quotation.quote.renderings:
            both = difference(rendering.text.raw, first)
            found = [o for o in insight.occurrences_by_quotation.get(quotation.id, ()) if o.rendering is rendering]
            notes = number_notes(rendering.text, rendering.notes)
            cuts = mark(rendering.text, occurrences=found, notes=notes, stretches=both[0] if both else ())
            assert "".join(cut.text.raw for cut in cuts) == rendering.text.raw
            assert all(cut.text.raw for cut in cuts)


def test_a_note_stands_after_its_words(graph: Graph) -> None:
    rendering = graph.record(Meeting, "2019-05-11-harbour-talks").quotes[0].renderings[1]
    cuts = mark(rendering.text, notes=number_notes(rendering.text, rendering.notes))
    assert [(cut.text.raw, cut.notes) for cut in cuts] == [
        ("The harbour is an open door ,", (1,)),
        (" and open doors want oil.", ()),
    ]


def test_phrases_are_linked_in_place(insight: Insight, graph: Graph) -> None:
    quotation = graph.nodes["quote", "2019-05-11-harbour-talks/open-door"]
    assert isinstance(quotation, Quotation)
    rendering = quotation.quote.renderings[1]
    found = [o for o in insight.occurrences_by_quotation[quotation.id] if o.rendering is rendering]
    linked = [cut.text.raw for cut in mark(rendering.text, occurrences=found) if cut.phrase]
    assert linked == ["open door", "open doors"]


def test_of_phrases_that_overlap_the_first_is_linked(insight: Insight, graph: Graph) -> None:
    quotation = graph.nodes["quote", "2019-05-11-harbour-talks/fish"]
    assert isinstance(quotation, Quotation)
    (found,) = insight.occurrences_by_quotation[quotation.id]
    other = replace(found, phrase=graph.record(Phrase, "open-door"), start=found.end - 5, end=found.end + 1)
    cuts = mark(quotation.best.text, occurrences=[found, other])
    assert [(cut.text.raw, cut.phrase and cut.phrase.id) for cut in cuts] == [
        ("Fish ", None),
        ("know no quays", "no-quays"),
        (".", None),
    ]


def test_a_page_shows_the_beginning_of_a_long_list() -> None:
    listing = Listing(title="All", items=list(range(SHOWN + 1)), address="all/")
    assert list(listing.shown) == list(range(SHOWN))
    assert listing.is_cut
    assert not Listing(title="All", items=list(range(SHOWN)), address="all/").is_cut


def kinds(graph: Graph, prose: str) -> list[str]:
    def flat(pieces: object) -> list[str]:
        return [kind for piece in pieces for kind in (piece.kind, *flat(piece.children))]  # type: ignore[attr-defined]

    return [kind for kind in flat(read_prose(graph, Prose(prose))) if kind not in ("inline", "text", "paragraph")]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("*a* and **b**", ["emphasis", "strong"]),
        ("- a\n- b", ["list", "item", "item"]),
        ("1. a\n2. b", ["numbered", "item", "item"]),
        ("[a](https://example.org/)", ["link"]),
        ("[[people/hedda-brandt]]", ["record"]),
        ("[](https://example.org/)", ["link"]),
        ("# a", []),
        ("> a", []),
        ("`a`", []),
        ("<b>a</b>", []),
        ("![a](https://example.org/a.png)", ["link"]),
        ("[a](javascript:b)", []),
        ("[a](//example.org)", []),
        ("    a", []),
        ("***", []),
        ("<https://example.org/>", []),
    ],
)
def test_prose_is_a_small_markdown(graph: Graph, prose: str, expected: list[str]) -> None:
    assert kinds(graph, prose) == expected


@pytest.mark.parametrize(
    "prose", ["**" * 3000 + "a" + "**" * 3000, "- " * 500 + "a", "[" * 3000, "[[" * 3000, "*a_" * 3000]
)
def test_deep_prose_keeps_its_words(graph: Graph, prose: str) -> None:
    words = "".join(plain(read_prose(graph, Prose(prose))))
    assert words.count("a") == prose.count("a")
    assert words.strip()


def test_a_list_counts_from_where_it_was_written_to_and_a_link_keeps_its_hint(graph: Graph) -> None:
    (numbered,) = read_prose(graph, Prose("1972. In that year\n1973. In the next"))
    assert (numbered.kind, numbered.start) == ("numbered", 1972)
    (paragraph,) = read_prose(graph, Prose("[a](https://example.org/ 'the hint') [](https://example.org/b)"))
    first, _, second = paragraph.children[0].children
    assert (first.hint and first.hint.raw, second.children[0].text) == ("the hint", Text("https://example.org/b"))


def test_what_links_to_no_web_address_stays_to_the_letter(graph: Graph) -> None:
    raw = "see [this](javascript:alert(1)) & <b>that</b> \\*"
    assert "".join(plain(read_prose(graph, Prose(raw)))).strip() == raw


@given(st.text(max_size=300), st.integers(10, 200))
def test_a_shortened_text_is_the_beginning_of_its_words(raw: str, length: int) -> None:
    short, whole = shortened(Text(raw), length).raw, " ".join(raw.split())
    assert whole.startswith(short.removesuffix("…"))
    assert len(short) <= length + 1
