"""The examples that explain a rule are true: each is put into the tree, in the place of what it is an example of."""

from dataclasses import dataclass, field

import pytest

from readouts.build import ALL_RULES, check
from readouts.problem import Rule
from tests.conftest import TREE, Lay, changed

TALKS = "meetings/2019-05-11-harbour-talks.yml"
CALL = "meetings/2019-03-02-harbour-call.yml"
HEDDA = "people/hedda-brandt.yml"
COURIER = "sources/courier-2019-05-12.yml"
DREDGE = "commitments/dredge-the-harbour.yml"
FISH = "topics/fish.yml"
Files = dict[str, str | bytes | None]
ATLAS: Files = {"sources/atlas.yml": "title: Atlas\nkind: dataset\npublisher: mirror\n"}
ODO: Files = {"people/odo-lintz.yml": "name: Odo Lintz\n"}
OFFICE = "roles: [{organization: birchland, title: Harbour Master, to: 2018}]\n"
SUMMARY = """\
summary: |
  The Chancellor and [[people/tomas-reyle|the First Minister]] spoke of the
  *shared* harbour; see [[2019-05-11-harbour-talks/open-door]].
"""


@dataclass(frozen=True)
class Place:
    """A passage of a file, what it becomes with an example in it, and what else is in the tree then."""

    file: str
    passage: str
    becomes: str = "{}"
    besides: Files = field(default_factory=dict)

    def with_example(self, example: str) -> Files:
        """Return the files with an example in its place, indented as what was there."""
        text = self.besides.get(self.file) or (TREE / self.file).read_text(encoding="utf-8")
        before, passage, after = str(text).partition(self.passage)
        assert passage, f"{self.passage!r} is not in {self.file}"
        indent = " " * len(before.rpartition("\n")[2])
        shown = self.becomes.replace("{}", example).replace("\n", f"\n{indent}")
        return {**self.besides, self.file: f"{before}{shown}{after}"}


VISIT, DOORS = "It was his third visit to Linden in two years.", "The harbour is an open door, and we oil such doors."
FISH_TEXT = Place(TALKS, "text: Fish know no quays.")
TERMS = """\
- organization: aldermark
    title: Chancellor
    from: 2015-10-01
    to: 2021-11-30
  - organization: chancellery
    title: Deputy head
    from: 2010
    to: 2015-09"""
MADE = """\
- date: 2019-05-11
    status: made
    by: [aldermark]
    quote: 2019-05-11-harbour-talks/open-door"""
LOG = f"""\
{MADE}
  - date: 2019-05-12
    status: reaffirmed
    source: courier-2019-05-12
    note: The paper names no date."""
TEXT = """\
text: The harbour is an open door , and open doors want oil.
        mode: direct
        via: our-translation"""
NOTE = """\
- on: door ,
            sic: The stray space is in the paper."""
CREDIT = f"""\
credited: {{to: chancellery, as: the Chancellery said}}
        at: {{paragraph: 4}}
        notes:
          {NOTE}"""


PLACES = {
    "syntax": Place(CALL, "title: Call about the harbour"),
    "hidden-character": Place(HEDDA, "name: Hedda Brandt"),
    "alias": Place(TALKS, "to: [tomas-reyle]"),
    "anchor": Place(DREDGE, "by: [aldermark, birchland]"),
    "tag": Place(DREDGE, "due: 2019-11"),
    "merge-key": Place(CALL, "kind: call"),
    "duplicate-key": Place(CALL, "kind: call"),
    "bad-key": Place(CALL, "kind: call"),
    "second-document": Place(FISH, "name: Fish"),
    "too-deep": Place(CALL, "topics: [harbour]"),
    "missing-field": Place(CALL, "- person: hedda-brandt\n    for: aldermark"),
    "unknown-field": Place(CALL, "summary: A call that led to the visit."),
    "wrong-shape": Place(CALL, "topics: [harbour]"),
    "empty-value": Place(TALKS, "venue: Rope Hall"),
    "several-lines": Place(CALL, "title: Call about the harbour"),
    "not-a-choice": Place(CALL, "kind: call"),
    "bad-id": Place(TALKS, "id: open-door"),
    "bad-date": Place(CALL, "date: 2019-03-02"),
    "bad-language": Place(COURIER, "lang: en"),
    "bad-country": Place("organizations/aldermark.yml", "iso: TF"),
    "bad-url": Place(COURIER, "url: https://courier.example/2019/05/12/door"),
    "bad-colour": Place("organizations/aldermark.yml", 'colour: "#b3261e"'),
    "bad-boolean": Place(TALKS, "original: true"),
    "bad-number": Place("places/linden.yml", "at: {lat: -49.25, lon: 69.5}"),
    "two-proofs": Place(DREDGE, MADE),
    "note-kind": Place(TALKS, NOTE),
    "unknown-reference": Place(CALL, "- person: hedda-brandt"),
    "broken-link": Place(FISH, "broader: harbour", "broader: harbour\n{}"),
    "wrong-type": Place(TALKS, "place: linden"),
    "self-reference": Place(TALKS, "- id: fish"),
    "cycle": Place(
        CALL,
        "topics:",
        "{}\ntopics:",
        {"meetings/2019-01-15-harbour-letter.yml": "title: A letter\nkind: statement\ndate: 2019-01-15\n"},
    ),
    "same-name": Place("topics/sole.yml", "name: Flatfish", besides={"topics/sole.yml": "name: Flatfish\n"}),
    "name-forges-credit": Place(HEDDA, "name: Hedda Brandt"),
    "iso-of-no-state": Place("organizations/chancellery.yml", "kind: ministry"),
    "address-taken": Place("topics/harbour.yml", "formerly: [port]"),
    "absent-speaker": Place(TALKS, "speaker: tomas-reyle", besides=ODO),
    "missing-readout": Place(
        TALKS, "readouts:\n  aldermark: chancellery-2019-05-11\n  birchland: birchland-house-2019-05-11"
    ),
    "relay-unknown": Place(TALKS, "source: courier-2019-05-12\n        relays: chancellery-2019-05-11"),
    "note-astray": Place(TALKS, f"{TEXT}\n        {CREDIT}", "{}\nmode: direct"),
    "credit-unexplained": Place(TALKS, CREDIT),
    "two-originals": Place(TALKS, TEXT),
    "reserved-quote-id": Place(TALKS, "- id: fish"),
    "said-after-source": Place(TALKS, "date: 2019-05-11"),
    "role-ends-first": Place(HEDDA, "from: 2015-10-01\n    to: 2021-11-30"),
    "roles-overlap": Place(HEDDA, TERMS),
    "log-order": Place(DREDGE, LOG),
    "unnamed-party": Place(CALL, "- person: tomas-reyle\n    for: birchland", besides=ODO),
    "uncited-source": Place(TALKS, "see: courier-2019-05-12", besides=ATLAS),
    "role-gap": Place(
        CALL,
        "- person: tomas-reyle\n    for: birchland",
        besides={"people/odo-lintz.yml": f"name: Odo Lintz\n{OFFICE}"},
    ),
    "quote-without-topic": Place(TALKS, "- id: fish\n    speaker: tomas-reyle\n    for: birchland\n    topics: [fish]"),
    "phrase-without-occurrence": Place("phrases/no-quays.yml", "forms:\n  en: [know no quays]"),
    "typed-marks": FISH_TEXT,
    "closes-its-marks": FISH_TEXT,
    "missing-summary": Place(TALKS, "kind: meeting", besides={**changed(TALKS, SUMMARY, "")}),
    "comment-after-text": FISH_TEXT,
}
# What an example says in words, as files.
WRONG: dict[str, Files] = {
    "not-utf-8": {FISH: "name: Fïsh\n".encode("latin-1")},
    "too-many-marks": {**changed(HEDDA, "Hedda", "H\u0301" + "\u0301" * 99 + "edda")},
    "too-long": {CALL: "".join(f"# {day}\n" for day in range(300_000))},
    "stray-file": {"meeting/talks.yaml": "title: Talks\n"},
    "uncited-source": ATLAS,
    "unnamed-party": ODO,
    "near-duplicate": {**changed(TALKS, VISIT, DOORS)},
}
RIGHT: dict[str, Files] = {
    "not-utf-8": {FISH: "name: Fïsh\n"},
    "too-long": {CALL: "title: A day\nkind: call\ndate: 2019-03-02\npart_of: 2019-05-10-reyle-linden\n"},
    "stray-file": {"meetings/2019-01-15-talks.yml": "title: Talks\nkind: meeting\ndate: 2019-01-15\n"},
    "too-many-marks": {**changed(HEDDA, "name: Hedda Brandt", "name: Hèdda Brandt")},
    "near-duplicate": {},  # the tree has such quotes
}
EXPLAINED = [rule for rule in ALL_RULES if rule.code != "unreadable-file"]  # tested in load, where a file is made so


def codes(lay: Lay, files: Files) -> set[str]:
    return {problem.code for problem in check(lay(files)).problems}


def files_with(rule: Rule, example: str, in_words: dict[str, Files]) -> Files:
    return in_words[rule.code] if rule.code in in_words else PLACES[rule.code].with_example(example)


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.code)
def test_the_wrong_example_breaks_the_rule(rule: Rule, lay: Lay) -> None:
    assert rule.code in codes(lay, files_with(rule, rule.wrong, WRONG))


@pytest.mark.parametrize("rule", EXPLAINED, ids=lambda rule: rule.code)
def test_the_right_example_has_no_problem(rule: Rule, lay: Lay) -> None:
    assert codes(lay, files_with(rule, rule.right, RIGHT)) == set()


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_to_do_and_which_rules_are_near_it(rule: Rule) -> None:
    known = {other.code for other in ALL_RULES} - {rule.code}
    assert rule.advice.endswith(".")
    assert rule.related
    assert set(rule.related) <= known
