"""One slip, one problem: what only follows from it is not told."""

import pytest

from tests.checks.test_rules import CALL, COURIER, HEDDA, TALKS, edit, places
from tests.conftest import TREE, Lay

MIRRORED = "speaker: mirror\n    topics: [harbour]\n    channel: written"
FOLLOWING = {
    # One slip, and nothing that only follows from it.
    "a party misspelt": edit(CALL, "    for: birchland", "    for: birchlnd"),
    "a party misspelt in readouts": edit(CALL, "  birchland: {none", "  birchlnd: {none"),
    "a participant misspelt": edit(TALKS, "person: hedda-brandt", "person: hedda-brant"),
    "participants misspelt": edit(TALKS, "participants:", "participant:"),
    "quotes misspelt": edit(TALKS, "quotes:", "qoutes:"),
    "quotes as a mapping": {
        TALKS: (TREE / TALKS).read_text().partition("quotes:")[0] + "quotes: {id: a}  # mirror-2019-05-12\n"
    },
    "the id of a quote": edit(TALKS, "id: open-door", "id: Open Door"),
    "the only mention of a person": edit(TALKS, "speaker: mirror\n", "speaker: miror\n"),
    "a file with a capital": {"topics/fish.yml": None, "topics/Fish.yml": "name: Fish\nbroader: harbour\n"},
    "a file of another ending": {"topics/fish.yml": None, "topics/fish.yaml": "name: Fish\nbroader: harbour\n"},
    "an id in a source's relays": edit(COURIER, "relays: [chancellery-2019-05-11]", "relays: [chancelery-2019-05-11]"),
    "the party of a quote": edit(TALKS, "    for: aldermark\n    to:", "    for: aldermrk\n    to:"),
    "the whole of an organization": edit("organizations/chancellery.yml", "part_of: aldermark", "part_of: aldermrk"),
    "a note's kind": {
        TALKS: (TREE / TALKS)
        .read_text()
        .replace("to: chancellery, as", "to: mirror, as")
        .replace("- on: door ,\n            sic: The", "- atribution: The"),
    },
    "the field of a text": edit(TALKS, "text: Fish know no quays.", "txt: Fish know no quays."),
    "the language of a form": edit("phrases/no-quays.yml", "en:", "eng:"),
    "a channel": edit(TALKS, MIRRORED, MIRRORED.replace("mirror", "hedda-brandt").replace("channel", "chanel")),
    "the id of a quote that holds another": {
        TALKS: (TREE / TALKS)
        .read_text()
        .replace("id: fish\n", "id: ''\n")
        .replace("id: relayed\n", "id: relayed\n    inside: fish\n"),
    },
    "a withdrawal": {"people/odo.yml": "name: Odo\nwithdraw: It was someone else.\n"},
    "emphasis at the beginning": edit("topics/harbour.yml", "gloss: ", "gloss: *All* "),
    "braces around a word": edit(CALL, "title: Call", "title: {Call}"),
    "braces around words": edit(CALL, "title: Call about the harbour", "title: {Call, about}"),
    "a bracket at the end": {"topics/fish.yml": "name: Fish\nbroader: [\n"},
    "a text that is not indented": edit(TALKS, "summary: |\n  The", "summary: |\nThe"),
    "a character hidden in a key": edit(CALL, "kind: call", '"ki\\u200bnd": call\nkind: call'),
    "an alias": edit(TALKS, "text: Fish know", "text: *Fish know"),
    "a tag before nothing": edit(CALL, "title: Call about the harbour", "title: !important"),
    "a folder misnamed": {
        "people/hedda-brandt.yml": None,
        "person/hedda-brandt.yml": (TREE / HEDDA).read_text(),
    },
    "a file outside its folder": {HEDDA: None, "hedda-brandt.yml": (TREE / HEDDA).read_text()},
    "a meeting outside its folder": {TALKS: None, "talks/2019-05-11-harbour-talks.yml": (TREE / TALKS).read_text()},
    "a publisher of another type": edit(COURIER, "publisher: courier", "publisher: hedda-brandt"),
    "a publisher unlike any": edit(COURIER, "publisher: courier", "publisher: the-gazette"),
    "two letters of two bytes each": {"topics/fish.yml": "name: Fish\nbroader: harbour\n".encode("utf-16-le")},
    "a key given twice for another": edit("places/linden.yml", "lon:", "lat:"),
    "a party given twice for another": edit(CALL, "  birchland: {none", "  aldermark: {none"),
    "a merge key for a field": edit(TALKS, "lang: en\n        text: It was", "<<: {lang: en}\n        text: It was"),
    "a field of an item at the margin": edit(CALL, "    for: birchland", "for: birchland"),
    "the parts of a field at the margin": edit(
        CALL,
        "  aldermark: {none: The Chancellery keeps no account of calls.}\n  birchland: {none",
        "aldermark: {none: The Chancellery keeps no account of calls.}\nbirchland: {none",
    ),
    "a field indented too far": edit(CALL, "summary:", "  summary:"),
    "what a source does not pass on, of an earlier day": {
        **edit(
            TALKS,
            "- source: mirror-2019-05-12\n        lang: en\n        text: It was",
            "- source: mirror-2019-05-12\n        relays: birchland-letter\n        lang: en\n        text: It was",
        ),
        "sources/birchland-letter.yml": "title: A letter\nkind: statement\npublisher: mirror\ndate: 2019-01-15\n",
    },
    "a quote's id given twice, and a quote inside it": edit(
        TALKS, "id: fish\n", "id: open-door\n    inside: open-door\n"
    ),
    "a merge key": edit(CALL, "kind: call", "kind: call\n<<: *common"),
}


@pytest.mark.parametrize("slip", FOLLOWING)
def test_what_only_follows_from_a_slip_is_not_told(slip: str, lay: Lay) -> None:
    assert len(places(lay, FOLLOWING[slip])) == 1


def test_an_empty_file_lacks_its_fields_and_nothing_else_is_said(lay: Lay) -> None:
    found = places(lay, {TALKS: "# to be written\n"})
    fields = [field for code, place, field, _ in found if place.startswith(TALKS)]
    assert fields == ["date", "kind", "title"]
    assert "unknown-reference" not in {code for code, *_ in found}


def test_a_file_that_cannot_be_read_hides_nothing_in_others(lay: Lay) -> None:
    # The person in it is named by others, and names a phrase's only place: neither may be reported.
    found = places(lay, {HEDDA: "name: [\n", **edit(CALL, "kind: call", "kind: cal")})
    assert {code for code, *_ in found} == {"syntax", "not-a-choice"}
