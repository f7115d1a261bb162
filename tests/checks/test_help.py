"""What a contributor is told to write."""

import pytest

from readouts.build import check
from tests.checks.test_rules import CALL, COURIER, DREDGE, TALKS, edit
from tests.conftest import Lay

HELP = {
    # What stands there is in what to write.
    "write [harbour], or each item on a line of its own after a dash and a space": edit(CALL, "[harbour]", "harbour"),
    "begin each item on a line of its own, with a dash and a space: `- person: …`": edit(
        CALL,
        "  - person: hedda-brandt\n    for: aldermark\n  - person: tomas-reyle\n    for: birchland\n",
        "  person: hedda-brandt\n",
    ),
    "write a line for each of its fields: `lat: …`, `lon: …`": edit(
        "places/linden.yml", "{lat: -49.25, lon: 69.5}", "49 S"
    ),
    "write a line for each language: `en: […]`": edit(
        "phrases/no-quays.yml", "\n  en: [know no quays]", " know no quays"
    ),
    "add `publisher: …` here, the id of an organization": edit(COURIER, "publisher: courier\n", ""),
    "add `lang: …` here, a language tag such as en or zh-Hans": edit(
        TALKS, "lang: en\n        text: It was his third visit", "text: It was his third visit"
    ),
    "delete it: the name of the file is the id": edit(CALL, "kind: call", "kind: call\nid: a-call"),
    "write a value, indent the lines below that belong to it, or delete the field": edit(
        CALL, "kind: call", "kind: call\nvenue:"
    ),
    "name one of its quotes: 2019-05-11-harbour-talks/open-door, …": edit(
        DREDGE, "2019-05-11-harbour-talks/open-door", "2019-05-11-harbour-talks"
    ),
    "write in `readouts` the id of its source, `birchland: …`, or `birchland: {none: why there is none}`": edit(
        CALL, "  birchland: {none: Nothing was published.}\n", ""
    ),
    "write [a, b], or each item on a line of its own after a dash and a space": edit(
        TALKS, "topics: [fish]", "topics:\n      -fish\n      -harbour"
    ),
    "put the value that holds the comma in quotes": edit(CALL, "Nothing was published.", "Nothing, as usual."),
    "it is a field of a meeting, so look at the indentation": edit(CALL, "summary:", "  summary:"),
    "write each item on a line of its own, its dash under the one above": edit(
        TALKS, "topics: [fish]", "topics:\n      - fish\n        - harbour"
    ),
    "write {none: why there is none}": edit(CALL, "{none: Nothing was published.}", "nothing published"),
}


@pytest.mark.parametrize("help_", HELP)
def test_help_says_what_to_write(help_: str, lay: Lay) -> None:
    assert help_ in [problem.help for problem in check(lay(HELP[help_])).problems]


def test_a_field_in_the_wrong_mapping_is_told_whose_it_is(lay: Lay) -> None:
    problems = check(
        lay(edit(TALKS, "lang: en\n        text: It was", "lang: en\n        speaker: mirror\n        text: It was"))
    ).errors
    assert [p.help.partition(";")[0] for p in problems] == ["it is a field of a quote, so look at the indentation"]
