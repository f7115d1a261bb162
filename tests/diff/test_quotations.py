"""Which quotations are added, changed or gone, and how their wordings and attributions differ."""

import re

import pytest

from readouts.diff.quotations import QuotationChange
from readouts.diff.sentence import in_a_sentence
from tests.conftest import TREE, changed
from tests.diff.conftest import CALL, TALKS, Differ, Files, edited, renamed

MEETING = "2019-05-11-harbour-talks"
SAID = """\
quotes:
  - id: come
    speaker: hedda-brandt
    for: aldermark
    topics: [harbour]
    renderings:
      - {source: courier-2019-05-12, lang: en, mode: direct, text: Come and see.}
"""


def only(differ: Differ, files: Files, since: Files | None = None) -> QuotationChange:
    (change,) = differ(files, since=since).quotations
    return change


def fields(change: QuotationChange) -> list[tuple[str, object, object]]:
    found = [*change.fields, *(field for rendering in change.renderings for field in rendering.fields)]
    return [(field.field, field.before, field.now) for field in found]


# fmt: off
CHANGES = [
    (("open door , and", "open door, and"), "text",
     "The harbour is an open door , and open doors want oil.", "The harbour is an open door, and open doors want oil."),
    (("speaker: mirror\n", "speaker: courier\n"), "speaker", "mirror", "courier"),
    (("        mode: indirect\n", "        mode: partial\n"), "mode", "indirect", "partial"),
    (("        via: our-translation\n", ""), "via", "our-translation", None),
    (("      - source: birchland-house-2019-05-11\n", "      - source: mirror-2019-05-12\n"), "source",
     "birchland-house-2019-05-11", "mirror-2019-05-12"),
    (("    topics: [fish]\n", "    topics: [fish, harbour]\n"), "topics", ["fish"], ["fish", "harbour"]),
    (("as: the Chancellery said", "as: her house said"), "credited",
     {"to": "chancellery", "as": "the Chancellery said"}, {"to": "chancellery", "as": "her house said"}),
]
# fmt: on


@pytest.mark.parametrize(("edit", "field", "before", "now"), CHANGES)
def test_a_changed_field_of_a_quotation_or_rendering_is_told_with_both_values(
    differ: Differ, edit: tuple[str, str], field: str, before: object, now: object
) -> None:
    change = only(differ, edited(TALKS, edit))
    assert (change.kind, fields(change)) == ("changed", [(field, before, now)])


def test_a_rendering_is_known_again_by_its_source_and_language_though_its_place_changed(differ: Differ) -> None:
    both = [f"      - source: birchland-house-2019-05-11\n        lang: {lang}\n" for lang in ("en", "de")]
    more = f"{both[1]}        text: Fische kennen keine Kais.\n        mode: direct\n{both[0]}"
    change = only(differ, edited(TALKS, (both[0], more)))
    (rendering,) = change.renderings
    assert (rendering.kind, rendering.lang, rendering.text) == ("added", "de", "Fische kennen keine Kais.")


def test_renderings_in_another_order_are_told_and_change_pages(differ: Differ) -> None:
    head, german, english, rest = re.split(r"(?m)^(?=      - source: )", (TREE / TALKS).read_text("utf-8"), maxsplit=3)
    difference = differ({TALKS: f"{head}{english}{german}      {rest.lstrip()}"})
    (change,) = difference.quotations
    one, other, last = "chancellery-2019-05-11 (de)", "courier-2019-05-12 (en)", "mirror-2019-05-12 (en)"
    assert fields(change) == [("renderings", [one, other, last], [other, one, last])]
    assert change.renderings == ()
    assert difference.pages is not None
    assert difference.pages.changed == ("phrases/open-door/",)
    assert in_a_sentence(difference).startswith("changes other fields of 1 quotation; ")


def test_other_words_from_another_source_are_another_rendering(differ: Differ) -> None:
    files = edited(
        TALKS,
        ("      - source: birchland-house-2019-05-11\n", "      - source: mirror-2019-05-12\n"),
        ("Fish know no quays.", "A fish knows no quay."),
    )
    assert [(r.kind, r.source) for r in only(differ, files).renderings] == [
        ("added", "mirror-2019-05-12"),
        ("removed", "birchland-house-2019-05-11"),
    ]


def test_added_and_removed_quotations_have_their_words(differ: Differ) -> None:
    files = changed(CALL, "summary:", f"{SAID}summary:")
    for kind, change in (("added", only(differ, files)), ("removed", only(differ, {}, files))):
        assert (change.kind, change.key) == (kind, ("quote", "2019-03-02-harbour-call/come"))
        assert [(r.kind, r.text) for r in change.renderings] == [(kind, "Come and see.")]


def test_quotations_go_and_come_back_with_their_meeting(differ: Differ) -> None:
    said, withdrawn = (changed(CALL, "summary:", f"{words}{SAID}summary:") for words in ("", "withdrawn: A slip.\n"))
    assert only(differ, withdrawn, said).kind == "withdrawn"
    assert only(differ, said, withdrawn).kind == "restored"


def test_a_quotation_with_another_id_is_the_same_if_it_says_so(differ: Differ) -> None:
    change = only(differ, edited(TALKS, ("  - id: fish\n", "  - id: quays\n    formerly: [fish]\n")))
    assert (change.kind, change.key[1], change.was) == ("changed", f"{MEETING}/quays", f"{MEETING}/fish")
    assert fields(change) == []


def test_quotations_of_a_renamed_meeting_are_the_same(differ: Differ) -> None:
    moved = renamed(CALL, "meetings/2019-03-call.yml", changed(CALL, "summary:", f"{SAID}summary:")[CALL])
    talks = edited(TALKS, ("follows: 2019-03-02-harbour-call", "follows: 2019-03-call"))[TALKS]
    talks = talks.replace("[2019-03-02-harbour-call]", "[2019-03-call]")
    found = differ({**moved, TALKS: talks}, since=changed(CALL, "summary:", f"{SAID}summary:"))
    assert [(change.kind, change.was) for change in found.quotations] == [("changed", "2019-03-02-harbour-call/come")]


def test_a_renamed_speaker_or_source_is_no_other_attribution(differ: Differ) -> None:
    moved = renamed("organizations/mirror.yml", "organizations/the-mirror.yml")
    mirror = "sources/mirror-2019-05-12.yml"
    files = {**moved, **edited(TALKS, ("speaker: mirror\n", "speaker: the-mirror\n"))}
    assert differ({**files, **edited(mirror, ("publisher: mirror", "publisher: the-mirror"))}).quotations == ()


def test_nothing_is_said_of_quotations_in_a_meeting_that_cannot_be_read_for_certain(differ: Differ) -> None:
    for old, new in (("kind: meeting", "kind: meting"), ("    speaker: mirror\n", ""), ("title: Talks", "title: [")):
        difference = differ(edited(TALKS, (old, new)))
        assert (difference.quotations, difference.phrases, difference.comparisons.removed) == ((), (), ())
