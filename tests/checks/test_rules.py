"""Every rule, on both sides: the tree itself is right, and each row breaks one thing in it."""

from dataclasses import dataclass

import pytest

from readouts.build import ALL_RULES, check
from readouts.checks import RULES
from readouts.load.rules import FILE_RULES
from tests.conftest import TREE, Lay, changed

TALKS = "meetings/2019-05-11-harbour-talks.yml"
CALL = "meetings/2019-03-02-harbour-call.yml"
VISIT = "meetings/2019-05-10-reyle-linden.yml"
HEDDA = "people/hedda-brandt.yml"
COURIER = "sources/courier-2019-05-12.yml"
DREDGE = "commitments/dredge-the-harbour.yml"


@dataclass(frozen=True)
class Wrong:
    """A fault, and the one problem that it is to make: where, in which field, with which near miss."""

    code: str
    files: dict[str, str | bytes | None]
    place: str
    field: str = ""
    suggestion: str | None = None
    also: frozenset[str] = frozenset()  # codes that follow from it


def edit(name: str, old: str, new: str) -> dict[str, str | bytes | None]:
    return {**changed(name, old, new)}


WRONG = [
    # Files
    Wrong("syntax", edit(CALL, "title: Call", "title: Call: one"), f"{CALL}:1:12"),
    Wrong("not-utf-8", {"topics/fish.yml": b"name: F\xefsh\n"}, "topics/fish.yml:1:8"),
    Wrong("hidden-character", edit(HEDDA, "Hedda", "Hed\u200bda"), f"{HEDDA}:1:10", "name"),
    Wrong("hidden-character", edit(HEDDA, "name:", "na\u2060me:"), f"{HEDDA}:1:3", "name"),  # in a key
    Wrong("hidden-character", edit(HEDDA, "name: Hedda Brandt", r'name: "Hed\u202Eda"'), f"{HEDDA}:1:7", "name"),
    Wrong("anchor", edit(CALL, "title: Call", "title: &t Call"), f"{CALL}:1:8", "title"),
    Wrong("alias", edit(CALL, "kind: call", "kind: *t"), f"{CALL}:2:7", "kind"),
    Wrong("tag", edit(CALL, "title: Call", "title: !x Call"), f"{CALL}:1:8", "title"),
    Wrong("merge-key", edit(CALL, "kind: call", "kind: call\n<<: {a: b}"), f"{CALL}:3:1", "<<"),
    Wrong("duplicate-key", edit(CALL, "kind: call", "kind: call\nkind: visit"), f"{CALL}:3:1", "kind"),
    Wrong("bad-key", edit(CALL, "kind: call", "[a]: b\nkind: call"), f"{CALL}:2:1"),
    Wrong("second-document", edit(CALL, "kind: call", "kind: call\n---"), f"{CALL}:3:1"),
    Wrong("too-deep", edit(CALL, "topics: [harbour]", f"topics: {'[' * 40}{']' * 40}"), f"{CALL}:9:40", "topics" + "[0]" * 31),
    Wrong("too-long", {"topics/fish.yml": f"name: {'f' * 1024 * 1024}"}, "topics/fish.yml:1:1"),
    Wrong("stray-file", {"topics/fish.yaml": "name: Fish\n"}, "topics/fish.yaml:1:1", suggestion="fish.yml"),
    Wrong("stray-file", {"topics/cod.YML": "name: Cod\n"}, "topics/cod.YML:1:1", suggestion="cod.yml"),
    Wrong("stray-file", {"topics/fish.docx": "PK"}, "topics/fish.docx:1:1"),
    Wrong("stray-file", {"person/odo.yml": "name: Odo\n"}, "person:1:1", suggestion="people"),
    Wrong("stray-file", {"topic/fish.yml": "name: Fish\n"}, "topic:1:1", suggestion="topics"),
    Wrong("bad-id", {"topics/Salt_Fish.yml": "name: Salt\n"}, "topics/Salt_Fish.yml:1:1", suggestion="salt-fish"),
    Wrong("bad-id", {"topics/index.yml": "name: Salt\n"}, "topics/index.yml:1:1"),
    Wrong("too-many-marks", edit(HEDDA, "Hedda", "He" + "\u0301\u0323" * 16 + "dda"), f"{HEDDA}:1:39", "name"),
    Wrong("too-many-marks", edit(HEDDA, "name: Hedda Brandt", 'name: "He' + r"\u0301" * 31 + 'dda"'), f"{HEDDA}:1:7", "name"),
    Wrong("bad-key", edit(CALL, "kind: call", f"kind: call\n{'k' * 201}: v"), f"{CALL}:3:1"),
    Wrong("hidden-character", {**edit(HEDDA, "Hedda", "Hed\u200bda"), **edit("topics/fish.yml", "broader: harbour", "broader: harbor\ngloss: a\uffff")}, "topics/fish.yml:3:9", "gloss", also=frozenset({"unknown-reference"})),  # and hides nothing
    Wrong("too-long", edit("topics/fish.yml", "name: Fish", f"name: Fish\ngloss: {'g' * 100_001}"), "topics/fish.yml:2:8", "gloss"),
    Wrong("too-long", edit("topics/fish.yml", "name: Fish", f"name: Fish\nformerly: [{', '.join(f'f{n}' for n in range(21))}]"), "topics/fish.yml:2:11", "formerly"),
    Wrong("too-long", edit("topics/fish.yml", "name: Fish", f"name: {'f' * 201}"), "topics/fish.yml:1:7", "name"),
    Wrong("too-long", edit(COURIER, "title: An open door, oiled", f"title: {'f' * 201}"), f"{COURIER}:1:8", "title", also=frozenset({"uncited-source"})),
    Wrong("too-long", edit(TALKS, "  - Only Birchland", f"  - {'O' * 981} Birchland"), f"{TALKS}:23:5", "takeaways[1]"),
    Wrong("too-long", edit(CALL, "Nothing was published.", "N" * 301), f"{CALL}:12:21", "readouts.birchland.none"),
    Wrong("too-long", edit(TALKS, "text: Fish know no quays.", f"text: {'F' * 5001}"), f"{TALKS}:76:15", "quotes[1].renderings[0].text", also=frozenset({"phrase-without-occurrence"})),
    Wrong("too-long", edit(TALKS, "paragraph: 2", f"prefix: {'p' * 301}"), f"{TALKS}:51:22", "quotes[0].renderings[0].at.prefix"),
    Wrong("too-long", edit(COURIER, "https://courier.example/2019/05/12/door", f"https://courier.example/{'d' * 477}"), f"{COURIER}:6:6", "url"),
    Wrong("bad-url", edit(COURIER, "https://courier.example/2019/05/12/door", "https://courier.example/#:~:text=oil"), f"{COURIER}:6:6", "url", "https://courier.example/"),
    Wrong("several-lines", edit(TALKS, "as: the Chancellery said", 'as: "the\\nChancellery"'), f"{TALKS}:58:41", "quotes[0].renderings[1].credited.as"),
    Wrong("bad-language", edit(COURIER, "lang: en", f"lang: en{'-abcde' * 3000}"), f"{COURIER}:5:7", "lang"),
    # Shapes
    Wrong("missing-field", edit(CALL, "kind: call\n", ""), f"{CALL}:1:1", "kind"),
    Wrong("missing-field", edit(CALL, "    for: birchland\n", ""), f"{CALL}:7:5", "participants[1].for"),
    Wrong("unknown-field", edit(CALL, "summary", "sumary"), f"{CALL}:13:1", "sumary", "summary"),
    Wrong("unknown-field", edit(TALKS, "summary:", "sumary:"), f"{TALKS}:18:1", "sumary", "summary"),  # and no summary missing
    Wrong("unknown-field", edit(CALL, "kind", "id: a-call\nkind"), f"{CALL}:2:1", "id"),
    Wrong("wrong-shape", edit(CALL, "[harbour]", "harbour"), f"{CALL}:9:9", "topics"),
    Wrong("wrong-shape", edit(CALL, "kind: call", "kind: [call]"), f"{CALL}:2:7", "kind"),
    Wrong("empty-value", edit(CALL, "kind: call", "kind: call\nvenue:"), f"{CALL}:3:1", "venue"),
    Wrong("empty-value", edit("organizations/aldermark.yml", '"#b3261e"', "#b3261e"), "organizations/aldermark.yml:5:1", "colour"),  # a comment
    Wrong("empty-value", edit(TALKS, "  - Only Birchland", "  -\n  - Only Birchland"), f"{TALKS}:23:3", "takeaways[1]"),  # at the dash
    Wrong("empty-value", edit(CALL, "{none: Nothing was published.}", "{none: Nothing, as usual.}"), f"{CALL}:12:30", "readouts.birchland.as usual."),
    Wrong("empty-value", edit(CALL, "kind: call", "kind: call\nvenue: \u00a0"), f"{CALL}:3:8", "venue"),
    Wrong("empty-value", edit(CALL, "kind: call", "kind: call\nvenue: '  '"), f"{CALL}:3:8", "venue"),
    Wrong("empty-value", edit(DREDGE, "by: [aldermark, birchland]", "by: []"), f"{DREDGE}:3:5", "by"),
    Wrong("several-lines", edit(CALL, "title: Call", "title: |\n  Two\n  lines\nvenue: Call"), f"{CALL}:1:8", "title"),
    Wrong("not-a-choice", edit(CALL, "kind: call", "kind: cal"), f"{CALL}:2:7", "kind", "call"),
    Wrong("not-a-choice", edit(CALL, "kind: call", "kind: call#by radio"), f"{CALL}:2:7", "kind", "call"),
    Wrong("not-a-choice", edit(CALL, "kind: call", "kind: phone call"), f"{CALL}:2:7", "kind", "call"),
    Wrong("not-a-choice", edit(COURIER, "kind: news", "kind: release"), f"{COURIER}:2:7", "kind", "press-release"),
    Wrong("not-a-choice", edit(COURIER, "kind: news", "kind: sonnet"), f"{COURIER}:2:7", "kind"),
    Wrong("bad-id", edit(TALKS, "id: fish", "id: Fish"), f"{TALKS}:69:9", "quotes[1].id", "fish"),
    Wrong("bad-date", edit(CALL, "2019-03-02", "2019-3-2"), f"{CALL}:3:7", "date", "2019-03-02"),
    Wrong("bad-date", edit(CALL, "2019-03-02", "March 2nd, 2019"), f"{CALL}:3:7", "date", "2019-03-02"),
    Wrong("bad-date", edit(CALL, "2019-03-02", "02/03/2019"), f"{CALL}:3:7", "date"),  # which of two days
    Wrong("bad-date", edit(CALL, "2019-03-02", "2019-02-29"), f"{CALL}:3:7", "date"),
    Wrong("bad-language", edit(COURIER, "lang: en", "lang: english"), f"{COURIER}:5:7", "lang", "en"),
    Wrong("bad-country", edit("organizations/birchland.yml", "GS", "gs"), "organizations/birchland.yml:4:6", "iso", "GS"),
    Wrong("bad-url", edit(COURIER, "https://courier", "courier"), f"{COURIER}:6:6", "url", "https://courier.example/2019/05/12/door"),
    Wrong("bad-colour", edit("organizations/aldermark.yml", '"#b3261e"', "b3261e"), "organizations/aldermark.yml:5:9", "colour", "#b3261e"),
    Wrong("bad-colour", edit("organizations/aldermark.yml", "#b3261e", "red"), "organizations/aldermark.yml:5:9", "colour"),
    Wrong("bad-boolean", edit(TALKS, "original: true", "original: 1"), f"{TALKS}:50:19", "quotes[0].renderings[0].original", "true"),
    Wrong("bad-boolean", edit(TALKS, "original: true", "original: yes"), f"{TALKS}:50:19", "quotes[0].renderings[0].original", "true"),
    Wrong("bad-boolean", edit(TALKS, "original: true", "original: ture"), f"{TALKS}:50:19", "quotes[0].renderings[0].original", "true"),
    Wrong("bad-number", edit(TALKS, "paragraph: 2", "paragraph: 0"), f"{TALKS}:51:25", "quotes[0].renderings[0].at.paragraph"),
    Wrong("bad-number", edit("places/linden.yml", "-49.25", "49°15'S"), "places/linden.yml:3:11", "at.lat", "-49.25"),
    Wrong("bad-number", edit("places/linden.yml", "-49.25", "-94.25"), "places/linden.yml:3:11", "at.lat"),
    Wrong("note-kind", edit(TALKS, "sic: The stray", "gloss: A gloss.\n            sic: The stray"), f"{TALKS}:61:13", "quotes[0].renderings[1].notes[0]"),
    Wrong("two-proofs", edit(DREDGE, "    quote: 2019-05-11-harbour-talks/open-door", "    quote: 2019-05-11-harbour-talks/open-door\n    source: courier-2019-05-12"), f"{DREDGE}:7:5", "log[0]"),
    Wrong("syntax", edit(CALL, "title: Call", "title: [Call]"), f"{CALL}:1:8"),  # a bracket begins a list
    Wrong("syntax", edit(TALKS, "  - Both sides want", '  - "Both" sides want'), f"{TALKS}:22:12"),
    Wrong("syntax", edit("places/linden.yml", "lat: ", "lat:"), "places/linden.yml:3:9", "at.lat"),
    Wrong("wrong-shape", edit(TALKS, "  - Only Birchland", "  - Only: Birchland"), f"{TALKS}:23:5", "takeaways[1]"),
    # Links
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[people/hedda-brandt]] and [[people/hedda]]."), "topics/fish.yml:3:40", "gloss", "people/hedda-brandt"),  # the second link
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: >\n  See [[people/\n  hedda-brand]]."), "topics/fish.yml:4:7", "gloss", "people/hedda-brandt"),  # across lines
    Wrong("wrong-type", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[hedda-brandt]]."), "topics/fish.yml:3:12", "gloss", "people/hedda-brandt"),
    Wrong("wrong-type", edit("places/linden.yml", "in: aldermark", "in: mirror"), "places/linden.yml:2:5", "in"),  # a newspaper
    Wrong("unknown-reference", edit(CALL, "person: hedda-brandt", "person: hedda-brand"), f"{CALL}:5:13", "participants[0].person", "hedda-brandt"),
    Wrong("unknown-reference", edit(CALL, "    for: birchland", "    for: GS"), f"{CALL}:8:10", "participants[1].for", "birchland"),  # by its code
    Wrong("unknown-reference", {TALKS: (TREE / TALKS).read_text().replace("source: courier-2019-05-12", "source: https://courier.example/2019/05/12/door", 1)}, f"{TALKS}:52:17", "quotes[0].renderings[1].source", "courier-2019-05-12"),  # by its address
    Wrong("unknown-reference", edit(TALKS, "topics: [fish]", "topics:\n      - fish\n        - harbour"), f"{TALKS}:73:9", "quotes[1].topics[0]"),  # two items in one
    Wrong("unknown-reference", edit(CALL, "person: hedda-brandt", "person: Frau Brandt"), f"{CALL}:5:13", "participants[0].person", "hedda-brandt"),  # by `also`
    Wrong("unknown-reference", edit(CALL, "person: hedda-brandt", "person: Chancellor Brandt"), f"{CALL}:5:13", "participants[0].person", "hedda-brandt"),  # by the family name
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[Hedda Brandt]]."), "topics/fish.yml:3:12", "gloss", "people/hedda-brandt"),
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[hedda-brand]]."), "topics/fish.yml:3:12", "gloss", "people/hedda-brandt"),
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[third-visit]]."), "topics/fish.yml:3:12", "gloss", "2019-05-11-harbour-talks/third-visit"),
    Wrong("unknown-reference", {**edit(CALL, "person: hedda-brandt", "person: hedda-brand"), HEDDA: "name: [\n"}, f"{CALL}:5:13", "participants[0].person", "hedda-brandt", also=frozenset({"syntax"})),  # whose file can't be read
    Wrong("unknown-reference", edit(CALL, "[harbour]", "[port]"), f"{CALL}:9:10", "topics[0]", "harbour"),  # a former id
    Wrong("unknown-reference", edit(CALL, "[harbour]", "[zeppelins]"), f"{CALL}:9:10", "topics[0]"),  # nothing near
    Wrong("unknown-reference", edit(TALKS, "[[people/tomas-reyle|", "[[people/tomas-reyl|"), f"{TALKS}:19:22", "summary", "people/tomas-reyle"),
    Wrong("unknown-reference", edit(TALKS, "talks/open-door]]", "talks/open-dor]]"), f"{TALKS}:20:25", "summary", "2019-05-11-harbour-talks/open-door"),
    Wrong("unknown-reference", edit(TALKS, "  birchland: birchland-house", "  birkland: {none: x}\n  birchland: birchland-house"), f"{TALKS}:16:3", "readouts.birkland", "birchland"),
    Wrong("unknown-reference", edit(TALKS, "  birchland: birchland-house", "  '[key]': chancellery-2019-05-11\n  birchland: birchland-house"), f"{TALKS}:16:3", "readouts.[key]"),  # pydantic's own name for a key
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[meetings/2019-05-11-harbour-talks/open-door]]."), "topics/fish.yml:3:12", "gloss", "2019-05-11-harbour-talks/open-door"),
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", 'broader: harbour\ngloss: "A\u200b [[people/hedda]]."'), "topics/fish.yml:3:12", "gloss", "people/hedda-brandt", also=frozenset({"hidden-character"})),
    Wrong("unknown-reference", edit(DREDGE, "talks/open-door", "talks/opendoor"), f"{DREDGE}:10:12", "log[0].quote", "2019-05-11-harbour-talks/open-door"),
    Wrong("unknown-reference", edit(TALKS, "id: fish", "id: fish\n    inside: open-dor"), f"{TALKS}:70:13", "quotes[1].inside", "open-door"),
    Wrong("unknown-reference", edit(CALL, "person: hedda-brandt", "person: people/hedda-brandt"), f"{CALL}:5:13", "participants[0].person", "hedda-brandt"),
    Wrong("unknown-reference", edit(CALL, "person: hedda-brandt", "person: hedda-brandt.yml"), f"{CALL}:5:13", "participants[0].person", "hedda-brandt"),
    Wrong("unknown-reference", edit(DREDGE, "2019-05-11-harbour-talks/open-door", "third-visit"), f"{DREDGE}:10:12", "log[0].quote", "2019-05-11-harbour-talks/third-visit"),
    Wrong("unknown-reference", edit(TALKS, "[[people/tomas-reyle|", "[[person/tomas-reyle|"), f"{TALKS}:19:22", "summary", "people/tomas-reyle"),
    Wrong("unknown-reference", edit(TALKS, "talks/open-door]]", "talks/door]]"), f"{TALKS}:20:25", "summary", "2019-05-11-harbour-talks/open-door"),  # a former one
    Wrong("unknown-reference", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [[topics/port]]."), "topics/fish.yml:3:12", "gloss", "topics/harbour"),
    Wrong("broken-link", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: Of [[people/hedda-brandt]] and [[people/hedda-brandt]."), "topics/fish.yml:3:39", "gloss"),
    Wrong("broken-link", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: >\n  See [[people/hedda-\n  brandt for more."), "topics/fish.yml:4:7", "gloss"),
    Wrong("broken-link", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [a page](javascript:alert(1))."), "topics/fish.yml:3:21", "gloss"),
    Wrong("broken-link", edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: 'See [her](../people/hedda-brandt.yml \"Hedda\").'"), "topics/fish.yml:3:19", "gloss"),
    Wrong("wrong-type", edit(TALKS, "place: linden", "place: aldermark"), f"{TALKS}:4:8", "place"),
    Wrong("self-reference", edit(CALL, "topics:", "refers_to: [2019-03-02-harbour-call]\ntopics:"), f"{CALL}:9:13", "refers_to[0]"),
    Wrong("self-reference", edit(TALKS, "id: fish", "id: fish\n    inside: fish"), f"{TALKS}:70:13", "quotes[1].inside"),
    Wrong("cycle", edit(CALL, "topics:", "follows: 2019-05-11-harbour-talks\ntopics:"), f"{TALKS}:7:10", "follows"),
    Wrong("cycle", edit(VISIT, "kind: visit", f"kind: visit\npart_of: {TALKS[9:-4]}"), f"{TALKS}:6:10", "part_of", also=frozenset({"unnamed-party"})),
    Wrong("cycle", {"places/quay.yml": "name: Quay\nin: linden\n", **edit("places/linden.yml", "in: aldermark", "in: quay")}, "places/quay.yml:2:5", "in"),
    Wrong("cycle", edit("topics/harbour.yml", "gloss", "broader: fish\ngloss"), "topics/harbour.yml:2:10", "broader"),
    Wrong(
        "cycle",
        edit("sources/chancellery-2019-05-11.yml", "lang: de", "relays: [courier-2019-05-12]\nlang: de"),
        f"{COURIER}:8:10",
        "relays[0]",
        also=frozenset({"said-after-source"}),
    ),
    # Names and addresses
    Wrong("same-name", {"topics/sole.yml": "name: fish\n"}, "topics/sole.yml:1:7", "name"),
    Wrong("same-name", {"topics/aal.yml": "name: Fіsh\n"}, "topics/aal.yml:1:7", "name"),  # a Ukrainian і
    Wrong("name-forges-credit", edit(HEDDA, "name: Hedda Brandt", "name: Hedda Brandt‚ acco\u0301rding to Reuters"), f"{HEDDA}:1:7", "name"),  # a mark like a comma, a letter with an accent
    Wrong("name-forges-credit", edit(HEDDA, "name: Hedda Brandt", "name: Hedda Brandt (as reported by Reuters)"), f"{HEDDA}:1:7", "name"),
    Wrong("name-forges-credit", edit(HEDDA, "name: Hedda Brandt", "name: Hedda Brandt, according to the Chancellery, as reported by Reuters"), f"{HEDDA}:1:7", "name"),
    Wrong("name-forges-credit", edit(HEDDA, "name: Hedda Brandt", "name: Hedda Brandt，  as reported  by Reuters"), f"{HEDDA}:1:7", "name"),  # full width
    Wrong("name-forges-credit", edit("organizations/courier.yml", "kind: press", "kind: press\nshort: Courier, credited there to Reuters"), "organizations/courier.yml:3:8", "short"),
    Wrong("name-forges-credit", edit("organizations/courier.yml", "kind: press", "kind: press\nshort: Courier relаys the words"), "organizations/courier.yml:3:8", "short"),  # Cyrillic а
    Wrong("iso-of-no-state", edit("organizations/chancellery.yml", "kind: ministry", "kind: ministry\niso: GS"), "organizations/chancellery.yml:3:6", "iso"),
    Wrong("address-taken", edit("topics/harbour.yml", "[port]", "[fish]"), "topics/harbour.yml:3:12", "formerly[0]"),
    Wrong("address-taken", edit("topics/fish.yml", "name: Fish", "name: Fish\nformerly: [port]"), "topics/harbour.yml:3:12", "formerly[0]"),
    Wrong("address-taken", edit(TALKS, "id: fish", "id: open-door"), f"{TALKS}:69:9", "quotes[1].id"),
    Wrong("address-taken", {"people/mirror.yml": "name: A Mirror\n"}, "organizations/mirror.yml:1:1", also=frozenset({"unnamed-party"})),
    Wrong("address-taken", edit("topics/harbour.yml", "[port]", "[index]"), "topics/harbour.yml:3:12", "formerly[0]"),
    Wrong("reserved-quote-id", edit(TALKS, "id: fish", "id: compare"), f"{TALKS}:69:9", "quotes[1].id"),
    # Quotations
    Wrong("absent-speaker", {**edit(TALKS, "  - person: hedda-brandt\n    for: aldermark\n", "")}, f"{TALKS}:37:14", "quotes[0].speaker"),
    Wrong("missing-readout", edit(CALL, "  birchland: {none: Nothing was published.}\n", ""), f"{CALL}:11:3", "readouts.birchland"),
    Wrong("missing-readout", edit(VISIT, "readouts:\n  birchland: {none: Each day had its own account.}\n", ""), f"{VISIT}:1:1", "readouts"),
    Wrong("relay-unknown", edit(TALKS, "relays: chancellery", "relays: birchland-house"), f"{TALKS}:53:17", "quotes[0].renderings[1].relays"),
    Wrong("note-astray", edit(TALKS, "on: door ,", "on: door,"), f"{TALKS}:61:17", "quotes[0].renderings[1].notes[0].on", "door ,"),
    Wrong("note-astray", edit(TALKS, "on: door ,", "on: An\u00a0OPEN door"), f"{TALKS}:61:17", "quotes[0].renderings[1].notes[0].on", "an open door"),
    Wrong("note-astray", edit(TALKS, "on: door ,", "on: an opne door"), f"{TALKS}:61:17", "quotes[0].renderings[1].notes[0].on", "an open door"),
    Wrong("note-astray", edit(TALKS, "on: door ,", "on: a closed window"), f"{TALKS}:61:17", "quotes[0].renderings[1].notes[0].on"),
    Wrong("note-astray", edit(TALKS, "on: Rope Hall", "on: Rope House"), f"{TALKS}:33:9", "notes[0].on"),
    Wrong("credit-unexplained", edit(TALKS, "credited: {to: chancellery,", "credited: {to: mirror,"), f"{TALKS}:58:24", "quotes[0].renderings[1].credited.to"),
    Wrong("credit-unexplained", edit(TALKS, "credited: {to: chancellery,", "credited: {to: tomas-reyle,"), f"{TALKS}:58:24", "quotes[0].renderings[1].credited.to"),  # a person
    Wrong("two-originals", edit(TALKS, "via: our-translation", "original: true"), f"{TALKS}:57:19", "quotes[0].renderings[1].original"),
    # Order in time
    Wrong("said-after-source", edit("sources/mirror-2019-05-12.yml", "2019-05-12", "2019-05-10"), f"{TALKS}:3:7", "date"),
    Wrong("said-after-source", edit(TALKS, "id: fish", "id: fish\n    said: 2019-05-13"), f"{TALKS}:70:11", "quotes[1].said"),
    Wrong("role-ends-first", edit(HEDDA, "2021-11-30", "2014-11-30"), f"{HEDDA}:7:9", "roles[0].to"),
    Wrong("roles-overlap", edit(HEDDA, "organization: chancellery\n    title: Deputy head\n    from: 2010\n    to: 2015-09", "organization: aldermark\n    title: chancellor\n    from: 2010\n    to: 2016"), f"{HEDDA}:8:5", "roles[1]"),
    Wrong(
        "roles-overlap",  # although the longest term has a date that is not certain
        edit(HEDDA, "    from: 2010\n    to: 2015-09", "    from: 2000\n    to: 2040~\n  - {organization: mirror, title: Editor, from: 2001, to: 2010}\n  - {organization: mirror, title: Editor, from: 2003, to: 2012}\n  - {organization: mirror, title: Editor, from: 2000, to: 2040~}"),
        f"{HEDDA}:13:5",
        "roles[3]",
    ),
    Wrong("role-gap", edit(TALKS, "id: fish", "id: fish\n    said: 2012"), f"{TALKS}:71:14", "quotes[1].speaker"),  # said before the office
    Wrong("log-order", edit(DREDGE, "date: 2019-05-12", "date: 2019-05-10"), f"{DREDGE}:11:11", "log[1].date"),
    Wrong("log-order", edit(DREDGE, "date: 2019-05-11\n    status: made", "date: 2019-05-09\n    status: made"), f"{DREDGE}:7:11", "log[0].date"),
    # Warnings
    Wrong("uncited-source", {"sources/atlas.yml": "title: Atlas\nkind: dataset\npublisher: mirror\n"}, "sources/atlas.yml:1:1"),
    Wrong("unnamed-party", {"people/odo.yml": "name: Odo\n"}, "people/odo.yml:1:1"),
    Wrong("role-gap", edit("people/tomas-reyle.yml", "2017-06", "2019-04"), f"{CALL}:7:13", "participants[1].person"),
    Wrong("quote-without-topic", edit(TALKS, "    topics: [fish]\n", ""), f"{TALKS}:69:5", "quotes[1].topics"),
    Wrong("phrase-without-occurrence", edit("phrases/no-quays.yml", "know no quays", "know few quays"), "phrases/no-quays.yml:2:1", "forms"),
    Wrong("near-duplicate", edit(TALKS, "text: It was his third visit to Linden in two years.", "text: The harbour is an open door, and we oil such doors."), f"{TALKS}:97:15", "quotes[3].renderings[0].text", also=frozenset({"note-astray"})),
    Wrong("typed-marks", edit(TALKS, "text: Fish know no quays.", "text: “Fish know no quays.”"), f"{TALKS}:76:15", "quotes[1].renderings[0].text"),
    Wrong("closes-its-marks", edit(TALKS, "text: Fish know no quays.", "text: Fish know no quays” — Hedda Brandt. “Nor do we."), f"{TALKS}:76:15", "quotes[1].renderings[0].text", also=frozenset({"phrase-without-occurrence"})),
    Wrong("missing-summary", edit(TALKS, "summary: |\n  The Chancellor and [[people/tomas-reyle|the First Minister]] spoke of the\n  *shared* harbour; see [[2019-05-11-harbour-talks/open-door]].\n", ""), f"{TALKS}:1:1", "summary"),
    Wrong("comment-after-text", edit(TALKS, "text: Fish know no quays.", "text: Fish know no quays. # 1"), f"{TALKS}:76:15", "quotes[1].renderings[0].text"),
]  # fmt: skip

RIGHT = [
    # What looks odd and is allowed.
    edit(CALL, "title: Call about the harbour", "title: 12:30"),
    edit(CALL, "title: Call about the harbour", "title: No"),
    edit(CALL, "title: Call about the harbour", "title: 2019"),
    edit(CALL, "title: Call about the harbour", "title: '\U0001f468\u200d\U0001f469\u200d\U0001f467 call'"),  # joiners
    edit(CALL, "title: Call about the harbour", "title: 'می\u200cخواهم क्\u200dष ᠠ\u180bᠠ 葛\U000e0100 ❤\ufe0f 1\ufe0f\u20e3'"),  # which scripts and signs need
    edit(CALL, "title: Call about the harbour", "title: Auf\u200clage, I ❤\ufe0fRails"),  # letters beside them
    edit(CALL, "date: 2019-03-02", "date: 2019~"),
    edit(CALL, "topics: [harbour]", "topics: []"),
    {CALL: b"\xef\xbb\xbf" + (TREE / CALL).read_bytes().replace(b"\n", b"\r\n")},
    edit(TALKS, "original: true", "original: 'true'"),
    edit(TALKS, "id: fish\n    speaker: tomas-reyle", "id: fish\n    speaker: hedda-brandt\n    said: 2019-05-10"),
    edit(HEDDA, "organization: chancellery\n    title: Deputy head", "organization: aldermark\n    title: Chancellor"),  # touching
    edit(HEDDA, "to: 2021-11-30", "to: 2014~"),  # marked as uncertain, so not compared
    edit(DREDGE, "date: 2019-05-12", "date: 2019-05"),  # may be later
    edit("sources/mirror-2019-05-12.yml", "date: 2019-05-12", "date: 2019-05"),
    edit("topics/fish.yml", "broader: harbour", "broader: harbour\ngloss: See [a page](https://courier.example/a_(b) 'A') [sic](i.e. so), [1] (p. 3/4), a[b](c)."),
    edit(TALKS, "text: Fish know no quays.", "text: Fish know no quays [[or [so](./it.html)."),  # of a rendering, which has no links
    edit(TALKS, "*shared* harbour;", "*shared* harbour: “fish\n  know no quays”, “the Chancellery said,” “few quays”;"),  # of a rendering, or short
    edit(TALKS, "text: Fish know no quays.", "text: “Fish” know no quays, “no quays”"),  # marks within
    edit(TALKS, "text: Fish know no quays.", "text: Fish know no quays, the guilds’ quays. „So” and „so“, “in two paragraphs."),
    edit(TALKS, "lang: en\n        text: It was his third visit", "lang: sv\n        text: It was his third visit, ”sa de”,"),
    edit(TALKS, "text: Fish know no quays.", "text: 'Fish know no quays. # 1'"),
    {"sources/atlas.yml": "title: Atlas\nkind: dataset\npublisher: mirror\nwithdrawn: It never was.\n"},
    {"people/odo.yml": "name: Odo\nwithdrawn: It was someone else.\n"},
    {"topics/sole.yml": "name: Fish\nwithdrawn: There is one already.\n"},  # of the same name
    {**edit("people/tomas-reyle.yml", "2017-06", "2019-04"), **edit(CALL, "    for: birchland", "    for: birchland\n    as: a guest")},
{
        # A quote's own note explains whom its renderings credit.
        TALKS: (TREE / TALKS).read_text().replace("to: chancellery, as", "to: mirror, as").replace("    commitments: [dredge", "    notes: [{attribution: The paper heard it itself.}]\n    commitments: [dredge"),
    },
    edit(HEDDA, "name: Hedda Brandt", "name: Hedda “the Quay” Brandt, Chancellor"),
    {"topics/.draft.yml": "name: [", "README.md": "Read me.", "people/README.md": "Me too."},
]  # fmt: skip


def places(lay: Lay, files: dict[str, str | bytes | None]) -> list[tuple[str, str, str, str | None]]:
    return [
        (p.code, f"{p.path.removeprefix('content/')}:{p.span.line}:{p.span.column}", p.field, p.suggestion)
        for p in check(lay(files)).problems
    ]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.code}-{wrong.place.rpartition('/')[2]}")
def test_a_fault_is_reported_at_its_place_with_its_near_miss(wrong: Wrong, lay: Lay) -> None:
    found = places(lay, wrong.files)
    assert (wrong.code, wrong.place, wrong.field, wrong.suggestion) in found
    assert {code for code, *_ in found} - {wrong.code} <= wrong.also


@pytest.mark.parametrize("files", RIGHT, ids=range(len(RIGHT)))
def test_what_only_looks_odd_is_allowed(files: dict[str, str | bytes | None], lay: Lay) -> None:
    assert places(lay, files) == []


def test_the_tree_is_without_a_problem(lay: Lay) -> None:
    assert places(lay, {}) == []


def test_every_rule_is_in_the_table() -> None:
    untested = {"unreadable-file"}  # needs a file that its owner can't read; tested in load
    assert {rule.code for rule in ALL_RULES} == {wrong.code for wrong in WRONG} | untested


@pytest.mark.parametrize("rule", [*FILE_RULES, *RULES], ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_both_examples(rule: object) -> None:
    for part in ("says", "wrong", "right"):
        assert len(getattr(rule, part)) > 5, part


def test_all_problems_of_all_files_come_in_one_run(lay: Lay) -> None:
    files = {
        **edit(CALL, "kind: call", "kind: cal"),
        **edit(TALKS, "place: linden", "place: lindn"),
        **edit(HEDDA, "name:", "nam:"),
        "topics/fish.yml": "name: [\n",
    }
    assert {code for code, *_ in places(lay, files)} == {"not-a-choice", "unknown-reference", "unknown-field", "syntax"}


def test_a_bare_none_is_told_how_to_say_it(lay: Lay) -> None:
    (problem,) = check(lay(edit(CALL, "{none: Nothing was published.}", "none"))).problems
    assert (problem.code, problem.help) == ("unknown-reference", "write {none: why there is none}")


def test_a_text_that_is_too_long_is_told_how_to_go_on(lay: Lay) -> None:
    problems = check(lay(edit(TALKS, "text: Fish know no quays.", f"text: {'F' * 5001}"))).errors
    assert [(p.message, p.help) for p in problems] == [
        (
            f"'{'F' * 59}…' has 5,001 characters, where at most 5,000 may be",
            "divide a long text into several quotations",
        )
    ]
