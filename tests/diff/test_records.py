"""Which records are added, changed, renamed, withdrawn or gone."""

import pytest

from tests.conftest import TREE, changed
from tests.diff.conftest import CALL, TALKS, Differ, Files, edited, renamed

FISH = "topics/fish.yml"
ABOUT_HERRING = edited(TALKS, ("topics: [fish]", "topics: [herring]"))
ODO = {"people/odo.yml": "name: Odo\n"}


def told(differ: Differ, files: Files, since: Files | None = None) -> list[tuple[str, str, str]]:
    return [(change.kind, *change.key) for change in differ(files, since=since).records]


# fmt: off
CASES = [
    ({}, None, []),
    (ODO, None, [("added", "person", "odo")]),
    ({}, ODO, [("removed", "person", "odo")]),
    (changed(FISH, "Fish", "Cod"), None, [("changed", "topic", "fish")]),
    # Comments, order of fields and ways to quote say nothing to a reader.
    ({FISH: "# A comment\nbroader: 'harbour'\nname: \"Fish\"\n"}, None, []),
    (changed(FISH, "name:", "withdrawn: A slip.\nname:"), None, [("withdrawn", "topic", "fish")]),
    ({}, changed(FISH, "name:", "withdrawn: A slip.\nname:"), [("restored", "topic", "fish")]),
    # The meeting names the topic by its new id, which is no change of the meeting.
    ({**renamed(FISH, "topics/herring.yml"), **ABOUT_HERRING}, None, [("renamed", "topic", "herring")]),
    # Without `formerly` it is another record.
    ({FISH: None, "topics/herring.yml": "name: Fish\nbroader: harbour\n", **ABOUT_HERRING}, None,
     [("removed", "topic", "fish"), ("added", "topic", "herring")]),
    # Two records become one: the one that stays says so.
    ({FISH: None, **changed("topics/harbour.yml", "[port]", "[port, fish]"), **edited(TALKS, ("[fish]", "[harbour]"))},
     None, [("merged", "topic", "fish"), ("changed", "topic", "harbour")]),
    # What is said at a meeting has changes of its own.
    (edited(TALKS, ("Fish know no quays.", "Fish know no borders.")), None, []),
]
# fmt: on


@pytest.mark.parametrize(("files", "since", "expected"), CASES)
def test_each_record_to_which_anything_happened_is_told(
    differ: Differ, files: Files, since: Files | None, expected: list[tuple[str, str, str]]
) -> None:
    assert told(differ, files, since) == expected


def test_a_changed_record_says_which_fields_were_what(differ: Differ) -> None:
    (change,) = differ(changed("people/tomas-reyle.yml", "    from: 2017-06\n", "    from: 2017\n")).records
    (field,) = change.fields
    role = {"organization": "birchland", "title": "First Minister"}
    assert (field.field, field.before, field.now) == ("roles", [role | {"from": "2017-06"}], [role | {"from": "2017"}])


def test_a_renamed_record_keeps_its_old_id_and_tells_other_changes(differ: Differ) -> None:
    files = renamed(FISH, "topics/herring.yml", "name: Herring\nbroader: harbour\n")
    (change,) = differ({**files, **ABOUT_HERRING}).records
    assert (change.kind, change.was, [field.field for field in change.fields]) == ("renamed", "fish", ["name"])


def test_a_merged_record_says_what_it_became(differ: Differ) -> None:
    files = {FISH: None, **changed("topics/harbour.yml", "[port]", "[port, fish]")}
    merged, _ = differ({**files, **edited(TALKS, ("[fish]", "[harbour]"))}).records
    assert merged.into == ("topic", "harbour")


def test_quotations_in_another_order_change_their_meeting(differ: Differ) -> None:
    head, first, *others = (TREE / TALKS).read_text(encoding="utf-8").split("  - id: ")
    text = "  - id: ".join([head, *others, first])
    (change,) = differ({TALKS: text}).records
    (field,) = change.fields
    assert (field.field, field.before, field.now) == (
        "quotes",
        ["open-door", "fish", "relayed", "third-visit"],
        ["fish", "relayed", "third-visit", "open-door"],
    )


def test_readouts_in_another_order_change_their_meeting_and_its_pages(differ: Differ) -> None:
    aldermark = "  aldermark: chancellery-2019-05-11\n"
    birchland = "  birchland: birchland-house-2019-05-11\n"
    difference = differ(edited(TALKS, (aldermark + birchland, birchland + aldermark)))
    (change,) = difference.records
    (field,) = change.fields
    assert (field.field, [*field.before], [*field.now]) == (
        "readouts", ["aldermark", "birchland"], ["birchland", "aldermark"]
    )  # fmt: skip
    assert difference.pages is not None
    assert "meetings/2019-05-11-harbour-talks/" in difference.pages.changed


def test_a_record_with_an_error_of_the_rules_is_compared_and_marked(differ: Differ) -> None:
    (change,) = differ(changed(CALL, "person: hedda-brandt", "person: hedda-brand")).records
    assert (change.errors, change.is_clear, [field.field for field in change.fields]) == (1, True, ["participants"])


@pytest.mark.parametrize("text", ["name: [\n", "name: Fish\nbroad: harbour\n", "", "\x00"])
def test_a_record_that_cannot_be_read_for_certain_is_marked_and_not_compared(differ: Differ, text: str) -> None:
    (change,) = differ({FISH: text}).records
    assert (change.kind, change.is_clear, change.fields) == ("changed", False, ())
    assert change.errors > 0


def test_an_error_that_was_there_before_is_no_change(differ: Differ) -> None:
    assert told(differ, {FISH: "name: [\n"}, {FISH: "name: [\n"}) == []
