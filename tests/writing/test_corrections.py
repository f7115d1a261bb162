from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readouts.load.reader import read
from readouts.writing.corrections import correct
from tests.conftest import TREE

TALKS = (TREE / "meetings" / "2019-05-11-harbour-talks.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "field", "line"),
    [
        ("Rope Hall", "Hemp Hall", "venue", "venue: Hemp Hall\n"),
        ("know no", "know: no", None, '        text: "Fish know: no quays."\n'),  # plain no longer
        ("A warehouse", "# A warehouse", None, '    gloss: "# A warehouse since 1740."\n'),
        ("one on the north quay", "one: on the *north* quay", None, "  - one: on the *north* quay\n"),  # in a block
        ("2019-05-11", "2019-05-12", "date", "date: 2019-05-12\n"),
        ("spoke of the\n*shared* harbour", "spoke of it", None, "the First Minister]] spoke of it; see"),
        ("*shared*", "two\n\nparagraphs of", None, "  two\n\n  paragraphs of harbour; see"),
    ],
)
def test_only_the_words_change(old: str, new: str, field: str | None, line: str) -> None:
    corrected = correct(TALKS, old, new, field)
    assert corrected is not None
    assert line in corrected
    assert sum(one != other for one, other in zip(TALKS.splitlines(), corrected.splitlines(), strict=False)) > 0
    untouched = [line for line in TALKS.splitlines() if "Tür" in line or "#" in line]
    assert all(line in corrected for line in untouched)


@pytest.mark.parametrize(
    ("old", "field"),
    [
        ("Rope Hall", None),  # the venue, a note and a name
        ("door", None),  # many
        ("Fish know no quays", "title"),  # another field's
        ("nowhere in the file", None),
        ("harbour", "title: Talks on the harbour"),  # no field
        ("venue", None),  # a key
    ],
)
def test_what_is_not_certain_is_left_alone(old: str, field: str | None) -> None:
    assert correct(TALKS, old, "x", field) is None


def test_a_quotation_is_enough_to_tell_words_apart() -> None:
    assert correct(TALKS, "[harbour]", "x") is None
    assert correct(TALKS, "tomas-reyle", "hedda-brandt", within=("quotes", 0)) is not None
    assert correct(TALKS, "tomas-reyle", "hedda-brandt") is None


@pytest.mark.parametrize("new", ["a\u202eb", "a\x00b", "a\u2028b"])
def test_hidden_characters_are_not_written(new: str) -> None:
    assert correct(TALKS, "Fish know no quays", new) is None


def test_a_file_with_faults_is_left_alone() -> None:
    assert correct("name: Fish\nname: Fish too\n", "too", "x") is None
    assert correct("name: [\n", "name", "x") is None
    assert correct("", "name", "x") is None


def replaced(data: Any, new: str) -> Any:
    if isinstance(data, dict):
        return {key: replaced(value, new) for key, value in data.items()}
    return [replaced(value, new) for value in data] if isinstance(data, list) else data.replace("words", new)


STYLES = ("{}", "'{}'", '"{}"', "|\n  {}", ">-\n  {}", "[{}]", "{{en: {}}}")


@given(st.sampled_from(STYLES), st.text(min_size=1))
def test_what_is_written_says_what_was_asked_and_nothing_more(style: str, new: str) -> None:
    source = f"# before\na: {style.format('some words')} # after\nb: other\n"
    assume(not read(source).faults)
    corrected = correct(source, "words", new)
    if corrected is None:
        return
    after = read(corrected)
    assert (after.data, after.faults) == (replaced(read(source).data, new), [])
    assert corrected.startswith("# before\na: ")
    assert corrected.endswith("b: other\n")
