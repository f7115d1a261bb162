import pytest

from readouts.build import ALL_RULES, check
from readouts.load.history import History
from readouts.pages import Publication, plan_pages
from readouts.problem import ReadoutsError
from readouts.project import SHIPPED
from readouts.render import Renderer
from readouts.render.links import LinkCheck
from tests.conftest import TREE, Lay

TALKS = "meetings/2019-05-11-harbour-talks.yml"


@pytest.mark.parametrize(
    ("link", "is_broken"),
    [
        ("../b/", False),
        ("../b/#r-top", False),
        ("#r-here", False),
        ("&#35;r&#45;here", False),  # encoded, as words of ours are
        ("&#35;r&#45;nowhere", True),
        ("./", False),
        ("../", False),
        ("https&#58;&#47;&#47;example&#46;org&#47;", False),  # not ours to check
        ("../about/", False),  # a page of another origin
        ("../logo.png", False),
        ("../c/", True),
        ("../b", True),
        ("../b/#r-nowhere", True),
        ("#r-nowhere", True),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, is_broken: bool) -> None:
    check = LinkCheck()
    check.add("", "# Home { #r-top }\n")
    check.add("a/", f'# A {{ #r-top }}\n\n<p id="r-here"><a href="{link}">b</a></p>\n')
    check.add("b/", '# B { #r-top }\n\n<p data-id="r-nowhere">b</p>\n')
    broken = list(check.broken({"about/", "logo.png"}))
    assert broken == ([("a/", link)] if is_broken else [])


def test_an_id_that_is_used_twice_on_a_page_stops_the_build_and_is_named_with_the_page() -> None:
    with pytest.raises(ReadoutsError, match=r"/a/ has the id 'r-top' twice"):
        LinkCheck().add("a/", '# A { #r-top }\n\n<p id="r-top">b</p>\n')


def test_what_a_script_holds_is_no_anchor_and_no_link() -> None:
    check = LinkCheck()
    check.add(
        "", '# A { #r-top }\n\n<a href="#r-no">b</a>\n<script type="x">\n id="r-top" id="r-no" href="c/"\n</script>\n'
    )
    assert list(check.broken(())) == [("", "#r-no")]


def test_no_id_of_a_record_makes_an_id_of_ours(lay: Lay) -> None:
    talks = (TREE / TALKS).read_text(encoding="utf-8").replace("topics: [fish]", "topics: [other]", 1)
    talks = talks.replace("id: fish", "id: x-note-1").replace("id: third-visit", "id: q-x")
    without = (
        "  - {id: door, speaker: mirror, renderings: [{source: mirror-2019-05-12, lang: en, mode: direct, text: a}]}\n"
    )
    files = {"topics/other.yml": "name: Other\n", TALKS: f"{talks}{without}"}
    insight = check(lay(files)).insight
    renderer = Renderer(
        graph=insight.graph,
        templates=(SHIPPED / "templates",),
        history=History(prefix=""),
        publication=Publication(name="Readouts"),
    )
    address = TALKS.replace(".yml", "/")
    markdown = next(renderer.markdown(page) for page in plan_pages(insight, ALL_RULES).pages if page.address == address)
    for id_ in ("r-topic-other", "r-no-topic", "r-q-x-note-1", "r-note-q-x-1"):
        assert id_ in markdown
    LinkCheck().add(address, markdown)
