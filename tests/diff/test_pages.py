"""Which pages are added, change or go, and which addresses lead nowhere any more."""

import pytest

from readouts.build import check
from readouts.diff import compare
from readouts.problem import ReadoutsError
from tests.conftest import TREE, Lay, changed
from tests.diff.conftest import TALKS, TEMPLATES, Differ, Files, edited, renamed

FISH, HERRING = "topics/fish.yml", "topics/herring.yml"
ABOUT_HERRING = edited(TALKS, ("topics: [fish]", "topics: [herring]"))
TALK = "meetings/2019-05-11-harbour-talks/"
WITHOUT_FISH = edited(TALKS, ("  - id: fish\n", "  - id: cod\n"))


def test_pages_that_show_a_changed_field_change_and_no_others(differ: Differ) -> None:
    pages = differ(changed("organizations/courier.yml", "The Linden Courier", "The Linden Chronicle")).pages
    assert pages is not None
    assert "organizations/courier/" in pages.changed  # its own
    assert "sources/courier-2019-05-12/" in pages.changed  # what it publishes
    assert f"{TALK}open-door/" in pages.changed  # who says so
    assert f"{TALK}third-visit/" not in pages.changed
    assert "topics/fish/" not in pages.changed


def test_a_field_that_no_page_shows_changes_none(differ: Differ) -> None:
    difference = differ(changed("people/hedda-brandt.yml", "sort: Brandt, Hedda", "sort: Brandt, H."))
    assert [change.kind for change in difference.records] == ["changed"]
    assert difference.pages is not None
    assert difference.pages.changed == ()


def test_a_new_record_has_a_page_and_shows_on_others(differ: Differ) -> None:
    pages = differ({"people/odo.yml": "name: Odo\n"}).pages
    assert pages is not None
    assert pages.added == ("people/odo/",)
    assert {"", "people/"} <= set(pages.changed)


def test_a_renamed_record_has_a_redirect_and_nothing_is_lost(differ: Differ) -> None:
    difference = differ({**renamed(FISH, HERRING), **ABOUT_HERRING})
    assert difference.pages is not None
    assert difference.pages.redirects_added == {"topics/fish/": "topics/herring/"}
    assert (difference.pages.added, difference.pages.removed) == (("topics/herring/",), ("topics/fish/",))
    assert difference.lost == ()


def test_a_withdrawn_record_keeps_its_address(differ: Differ) -> None:
    assert differ(changed(FISH, "name:", "withdrawn: A slip.\nname:")).lost == ()


# fmt: off
LOST = [
    # A record under another name that does not say so, which its name tells.
    ({FISH: None, HERRING: "name: Fish\nbroader: harbour\n", **ABOUT_HERRING},
     [("topics/fish/", "fish", ("topic", "herring"))]),
    # One of another name: nothing tells.
    ({FISH: None, HERRING: "name: Herring\nbroader: harbour\n", **ABOUT_HERRING}, [("topics/fish/", "fish", None)]),
    # A quotation under another name, which its words tell; it had an address in the former name of its meeting, too.
    (WITHOUT_FISH, [
        (f"{TALK}fish/", "fish", ("quote", "2019-05-11-harbour-talks/cod")),
        ("meetings/2019-05-harbour/fish/", "fish", ("quote", "2019-05-11-harbour-talks/cod")),
    ]),
    # A former id that is given up.
    (changed("topics/harbour.yml", "formerly: [port]\n", ""), [("topics/port/", "port", None)]),
]
# fmt: on


@pytest.mark.parametrize(("files", "expected"), LOST)
@pytest.mark.parametrize("is_faulty", [False, True])
def test_an_address_that_leads_nowhere_is_told_with_what_it_may_be_now(
    differ: Differ, files: Files, expected: list[tuple[str, str, tuple[str, str] | None]], *, is_faulty: bool
) -> None:
    # Of content with errors there are no pages, and the records tell.
    files = {**files, **({"people/odo.yml": "nam: Odo\n"} if is_faulty else {})}
    found = [(lost.address, lost.old_id, lost.meant) for lost in differ(files).lost]
    assert found == expected


def test_the_pages_of_a_party_that_is_gone_are_lost_too(differ: Differ) -> None:
    gone = {"people/odo.yml": "name: Odo\n"}
    assert [lost.address for lost in differ({}, since=gone).lost] == ["people/odo/"]
    talks: Files = {TALKS: None, "commitments/dredge-the-harbour.yml": None}
    lost = {lost.address for lost in differ(talks).lost}
    assert {TALK, f"{TALK}compare/", f"{TALK}open-door/", "meetings/2019-05-harbour/compare/"} <= lost


@pytest.mark.parametrize(
    "text", ["title: [", "title: Talks on the harbour\nkind: meeting\ndate: 2019-05-11\nquotes: x\n"]
)
def test_what_a_file_has_that_cannot_be_read_is_not_lost(differ: Differ, text: str) -> None:
    assert differ({TALKS: text}).lost == ()


@pytest.mark.parametrize("side", ["before", "now"])
def test_content_with_errors_on_either_side_has_no_pages_to_compare(differ: Differ, side: str) -> None:
    faulty = {FISH: "nam: Fish\n"}
    assert (differ({}, since=faulty) if side == "before" else differ(faulty)).pages is None


def test_the_same_records_are_not_rendered(lay: Lay) -> None:
    lay()
    before, now = check(TREE), check(lay({FISH: "# A comment\nbroader: harbour\nname: Fish\n"}))
    steps: list[None] = []

    class Counting:
        def begin(self, _: str, __: int = 0) -> None: ...
        def step(self) -> None:
            steps.append(None)

    assert compare(before, now, TEMPLATES, Counting()).pages is not None  # type: ignore[arg-type]
    assert steps == []


def test_a_template_that_fails_is_told_by_its_name(lay: Lay) -> None:
    own = lay().parent / "templates"
    own.mkdir()
    (own / "topic.md").write_text("{{ nothing.of.the.kind }}")
    with pytest.raises(ReadoutsError, match=r"template .*topic\.md, line 1"):
        compare(check(TREE), check(lay(changed(FISH, "Fish", "Cod"))), (own, *TEMPLATES))
