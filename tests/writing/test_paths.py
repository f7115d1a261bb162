import pytest

from readouts.model import Meeting, Phrase
from readouts.model.quotes import Quote
from readouts.problem import ReadoutsError, field_name
from readouts.writing.paths import data_of, read_path


@pytest.mark.parametrize(
    "path", [("title",), ("quotes", 0, "renderings", 12, "at", "paragraph"), ("readouts", "a-b", "none")]
)
def test_a_path_is_read_as_diagnostics_write_it(path: tuple[str | int, ...]) -> None:
    assert read_path(field_name(path)) == path


@pytest.mark.parametrize("name", ["", "[0]", "a..b", ".a", "a[", "a[x]", "a[-1]", "a[0]b", "a b", "a[99999]"])
def test_what_is_no_path_is_refused(name: str) -> None:
    with pytest.raises(ReadoutsError, match="names no field"):
        read_path(name)


def test_values_stand_where_their_paths_say() -> None:
    given = [
        ("title", "Talks"),
        ("participants[1].person", "b"),
        ("participants[0].person", "a"),
        ("readouts.x.none", "why"),
        ("readouts.y", "source"),
    ]
    assert data_of(Meeting, given) == {
        "title": "Talks",
        "participants": [{"person": "a"}, {"person": "b"}],
        "readouts": {"x": {"none": "why"}, "y": "source"},
    }


def test_a_list_takes_an_item_each_time_it_is_named() -> None:
    given = [("topics", "a,b"), ("topics", "c"), ("renderings[0].lang", "en")]
    assert data_of(Quote, given) == {"topics": ["a,b", "c"], "renderings": [{"lang": "en"}]}
    assert data_of(Phrase, [("forms.en", "open door*"), ("forms.en", "open, doors")]) == {
        "forms": {"en": ["open door*", "open, doors"]}
    }


def test_an_item_may_be_numbered_too() -> None:
    assert data_of(Quote, [("topics[1]", "b"), ("topics[0]", "a")]) == {"topics": ["a", "b"]}


def test_a_value_is_exactly_what_was_given() -> None:
    for value in ("[a, b]", "{a: b}", " x ", "yes", "'", "# no comment", "a: b", "=", "“a”\nb", "null"):
        assert data_of(Meeting, [("title", value)]) == {"title": value}


def test_lines_end_as_in_a_file() -> None:
    assert data_of(Meeting, [("summary", "a\r\nb")]) == {"summary": "a\nb"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["title", "title"], "title is given twice"),
        (["topics[0]", "topics[0]"], r"topics\[0\] is given twice"),
        (["title.en"], None),  # the model has no such field, which check says better
        (["readouts.x", "readouts.x.none"], "readouts.x is given a value, and fields of its own"),
        (["readouts.x.none", "readouts.x"], "readouts.x is given twice"),
        (["participants.person"], r"write participants\[0\].person for its first item"),
        (["participants[1].person"], r"participants\[0\] is missing"),
        (["topics[2]"], r"topics\[0\] is missing"),
        (["readouts[0]", "readouts.x"], "readouts is given both items, with numbers, and fields"),
    ],
)
def test_paths_that_contradict_each_other_are_refused(given: list[str], message: str | None) -> None:
    pairs = [(name, "x") for name in given]
    if message is None:
        data_of(Meeting, pairs)
    else:
        with pytest.raises(ReadoutsError, match=message):
            data_of(Meeting, pairs)


@pytest.mark.parametrize("value", ["a\u200bb", "a\rb", "a\x00", "\u202e", "e" + "\u0301" * 40, "\udcff"])
def test_what_no_file_may_hold_is_refused(value: str) -> None:
    with pytest.raises(ReadoutsError, match="title: "):
        data_of(Meeting, [("title", value)])
