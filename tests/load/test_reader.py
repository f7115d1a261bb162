import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.load.reader import Reading, read


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("iso: NO", {"iso": "NO"}),
        ("a: on\nb: Null\nc: ~", {"a": "on", "b": "Null", "c": "~"}),
        (
            "a: 12:30\nb: 1_000\nc: 010\nd: 0x1F\ne: 1e3",
            {"a": "12:30", "b": "1_000", "c": "010", "d": "0x1F", "e": "1e3"},
        ),
        ("date: 2024-04-26", {"date": "2024-04-26"}),
        ("a: =", {"a": "="}),
        ("a: [x, 'y', \"z\"]", {"a": ["x", "y", "z"]}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("", {}),
        ("# only a comment", {}),
        ("a: |\n  one\n# a comment\nb: [two] # and one\n", {"a": "one\n", "b": ["two"]}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("---\n", {}),
        ("a: |\n  <<<<<<< HEAD\n  =======\n  ...\n", {"a": "<<<<<<< HEAD\n=======\n...\n"}),  # not at the margin
    ],
)
def test_yaml_1_2_core_is_plain_text_and_nesting(source: str, data: object) -> None:
    reading = read(source)
    assert reading.faults == []
    assert reading.data == data


def code_and_place(reading: Reading) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in reading.faults]


@pytest.mark.parametrize(
    ("source", "line", "column", "word"),
    [
        ("a: 'one\nb: two\nc: three\n", 1, 4, "quotation mark"),  # where it opens, not where the file ends
        ("a: 'one\nb: 'two'\nc: three\n", 1, 4, "quotation mark"),
        ('a: "one" two\n', 1, 10, "closing quotation mark"),
        ("a: b: c\n", 1, 5, "colon"),
        ("a:\n\t- b\n", 2, 1, "tab"),
        ("a: [b, c\nd: e\n", 1, 4, "bracket"),
        ("a: b\n c: d\n", 2, 2, "indented"),
        ("a: b\n  goes on: here\n", 2, 10, "without quotes"),
        ("a:\n  - b\n  c\nd: e\n", 3, 3, "without a dash"),
        ("a:\n  - b: c\n  d: e\n", 3, 3, "without a dash"),
        ("a:\n  - b\n  -c\nd: e\n", 3, 3, "dash without a space"),
        ('a: "b"#c\n', 1, 7, "without a space before it"),
        ("a: [{b: c}, d]#e\n", 1, 15, "without a space before it"),
        ("a:\n  -b: c\n   d: e\n", 2, 3, "dash without a space"),
        ("a:\n  * b\n", 2, 3, "asterisk"),
        ('{"a": "b" "c": "d"}\n', 1, 11, "comma is missing"),
        ("%a: b\n", 1, 1, "begins with %"),
        ("a: @b\n", 1, 4, "begin with @"),
        ("a: `b`\n", 1, 4, "begin with `"),
        ("a: b\njust words\nc: d\n", 2, 1, "colon"),
        ('a: "\\q"\n', 1, 5, "backslash"),
        (" a: b\nc: d\n", 1, 2, "indented otherwise"),  # the first line alone
        ("# c\n\n  a: b\n  c: d\ne: f\n", 5, 1, "indented otherwise"),
        ("a\n: b\n", 2, 1, "without a colon"),
        ("a: ]b\n", 1, 4, "closes none"),
        ("a: {b: , : c}\n", 1, 10, "nothing before it"),
        ("a: [b,\n  , c]\n", 2, 3, "comma too many"),
        ("a: [b\nc:\n  - d: e\n", 1, 4, "bracket"),
        ("a: [b #c]\nd:\n  - e\n", 1, 7, "comment"),
        ("a: {b:, c: d}\n", 1, 6, "space after it"),
        ("a: !b[c]\n", 1, 4, "begin with !"),
        ("渔: '北\n", 1, 4, "quotation mark"),  # columns count characters
        ("a:b\nc: d\n", 1, 2, "space after it"),
        ("a: b\nc:d\ne: f\n", 2, 2, "space after it"),
        ("a: b\nc\uff1ad\ne: f\n", 2, 2, "full-width"),
        ("a: b\n>>>>>>> main\nc: d\n", 2, 1, "git"),
        ('a: "b\n<<<<<<< HEAD\nc"\n', 2, 1, "git"),  # YAML can read it
        ("a: |\n  b\n=======\nc: d\n", 3, 1, "git"),
        ("a: b\n... and so on\n", 2, 1, "three dots"),
        ("a: b\n...\nc: d\n", 2, 1, "three dots"),
        ("a: {b: c: d}\n", 1, 9, "second colon"),
    ],
)
def test_what_is_no_yaml_is_told_in_words_at_its_place(source: str, line: int, column: int, word: str) -> None:
    (fault,) = read(source).faults
    assert (fault.code, fault.span.line, fault.span.column) == ("syntax", line, column)
    assert word in fault.message


def test_every_value_and_key_has_its_place() -> None:
    reading = read("title: 北京 talks\nquotes:\n  - id: a\n    text: |\n      one\n      two\n")
    assert (reading.values["title",].line, reading.values["title",].column) == (1, 8)
    assert (reading.keys["quotes", 0, "text"].line, reading.keys["quotes", 0, "text"].column) == (4, 5)
    assert (reading.values["quotes", 0, "id"].line, reading.values["quotes", 0, "id"].column) == (3, 9)


@pytest.mark.parametrize(
    "source",
    [
        "a: &x b\nc: *x\n",
        "a: &x [*x]\n",
        "a: !!python/object/apply:os.system [ls]\n",
        "? [a]\n: b\n",
        "? {a: b}\n: c\n",
        "%TAG ! tag:x,2000:\n---\na: !y b\n",
        "a: b\n---\na: c\n",
        "<<: {a: b}\n",
        "a: b\na: c\n",
    ],
)
def test_features_beyond_the_core_are_refused(source: str) -> None:
    assert read(source).faults


@given(st.text(max_size=200))
@settings(max_examples=500)
def test_no_text_makes_a_traceback(source: str) -> None:
    read(source.replace("\r", ""))


@given(
    st.lists(st.sampled_from([*"-:[]{},'\"|>&*!#?%@` \n\t", "a", "é", "北", "  ", "a: ", "- "]), max_size=60).map(
        "".join
    )
)
@settings(max_examples=1000)
def test_no_mixture_of_marks_makes_a_traceback(source: str) -> None:
    reading = read(source)
    assert reading.data is not None or reading.faults
