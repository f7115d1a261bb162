"""What follows from changed records: uses of phrases, standing of commitments, comparisons and pairs."""

import pytest

from tests.conftest import changed
from tests.diff.conftest import CALL, TALKS, Differ, Files, edited, renamed

TALK = "2019-05-11-harbour-talks"
DREDGE = "commitments/dredge-the-harbour.yml"
# A quotation of the call, two months before the talks.
EARLIER = changed(
    CALL,
    "summary:",
    """\
quotes:
  - id: come
    speaker: hedda-brandt
    for: aldermark
    topics: [harbour]
    renderings:
      - {source: chancellery-2019-05-11, lang: en, mode: direct, text: It was an open door.}
summary:""",
)


def test_an_earlier_use_is_the_first(differ: Differ) -> None:
    (change,) = differ(EARLIER).phrases
    assert (change.id, change.first, change.gained, change.lost) == (
        "open-door",
        "2019-03-02-harbour-call/come",
        ("2019-03-02-harbour-call/come",),
        (),
    )


def test_a_later_use_is_not(differ: Differ) -> None:
    (change,) = differ(edited(TALKS, ("It was his third visit to Linden", "An open door to Linden"))).phrases
    assert (change.first, change.gained) == (None, (f"{TALK}/third-visit",))


def test_a_use_that_went_leaves_an_old_one_the_first(differ: Differ) -> None:
    (change,) = differ({}, since=EARLIER).phrases
    assert (change.first, change.gained, change.lost) == (None, (), ("2019-03-02-harbour-call/come",))


def test_a_new_phrase_has_its_uses(differ: Differ) -> None:
    (change,) = differ({"phrases/oil.yml": "name: Oil\nforms: {en: [oil]}\n"}).phrases
    assert (change.name.raw, change.first, change.gained) == ("Oil", f"{TALK}/open-door", (f"{TALK}/open-door",))


def test_a_phrase_that_is_gone_has_lost_its_uses(differ: Differ) -> None:
    (change,) = differ(
        {"phrases/no-quays.yml": None, **edited("phrases/open-door.yml", ("contrasts_with: [no-quays]\n", ""))}
    ).phrases
    assert (change.name.raw, change.first, change.lost) == ("No quays", None, (f"{TALK}/fish",))


def test_a_renamed_phrase_or_quotation_has_the_uses_that_it_had(differ: Differ) -> None:
    moved = renamed("phrases/no-quays.yml", "phrases/quays.yml")
    files = {**moved, **edited("phrases/open-door.yml", ("[no-quays]", "[quays]"))}
    assert differ({**files, **edited(TALKS, ("  - id: fish\n", "  - id: cod\n    formerly: [fish]\n"))}).phrases == ()


@pytest.mark.parametrize(
    ("edit", "before", "now"),
    [
        (("status: reaffirmed", "status: stalled"), ("reaffirmed",), ("stalled",)),
        (("  - date: 2019-05-12\n", "  - date: 2019-05-11\n"), ("reaffirmed",), ("made", "reaffirmed")),
    ],
)
def test_a_commitment_with_another_latest_word_is_told(
    differ: Differ, edit: tuple[str, str], before: tuple[str, ...], now: tuple[str, ...]
) -> None:
    (change,) = differ(edited(DREDGE, edit)).commitments
    assert (change.id, change.before, change.now) == ("dredge-the-harbour", before, now)


@pytest.mark.parametrize("edit", [("status: made", "status: urged"), ("The paper names no date.", "No date is named.")])
def test_a_commitment_of_the_same_standing_is_not(differ: Differ, edit: tuple[str, str]) -> None:
    assert differ(edited(DREDGE, edit)).commitments == ()


def test_the_first_quotation_of_a_meeting_makes_a_comparison(differ: Differ) -> None:
    address = "meetings/2019-03-02-harbour-call/compare/"
    assert differ(EARLIER).comparisons.added == (address,)
    assert differ({}, since=EARLIER).comparisons.removed == (address,)


CARLAND = {
    "organizations/carland.yml": "name: Carland\nkind: state\n",
    "people/ada-quist.yml": "name: Ada Quist\n",
    **changed(
        CALL,
        "topics: [harbour]\nreadouts:\n",
        "  - {person: ada-quist, for: carland, as: Envoy}\ntopics: [harbour]\nreadouts:\n  carland: {none: None.}\n",
    ),
}


def test_a_third_party_at_the_table_makes_two_pairs(differ: Differ) -> None:
    pairs = ("pairs/aldermark--carland/", "pairs/birchland--carland/")
    assert differ(CARLAND).pairs.added == pairs
    assert differ({}, since=CARLAND).pairs.removed == pairs


def test_what_has_another_name_is_no_other_comparison_or_pair(differ: Differ) -> None:
    party = renamed("organizations/carland.yml", "organizations/land.yml", CARLAND["organizations/carland.yml"])
    call = (
        CARLAND[CALL]
        .replace("carland", "land")
        .replace("kind: call\n", "kind: call\nformerly: [2019-03-02-harbour-call]\n")
    )
    talks = edited(TALKS, ("follows: 2019-03-02-harbour-call", "follows: call"))[TALKS]
    files: Files = {
        "people/ada-quist.yml": CARLAND["people/ada-quist.yml"],
        "organizations/land.yml": party["organizations/land.yml"],
        CALL: None,
        "meetings/call.yml": call,
        TALKS: talks.replace("[2019-03-02-harbour-call]", "[call]"),
    }
    found = differ(files, since=CARLAND)
    assert [change.kind for change in found.records] == ["renamed", "renamed"]
    assert (found.pairs.added, found.pairs.removed, found.comparisons.added) == ((), (), ())
