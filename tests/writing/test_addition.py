"""Meetings before and after a quotation is added: what is there stays to the byte."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from readouts.load.characters import cleaned, decode
from readouts.load.reader import Reading, read
from readouts.problem import ReadoutsError
from readouts.writing.addition import quote_ids, with_quote
from tests.conftest import ROOT, TREE

MEETINGS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((TREE / "meetings").glob("*.yml"))}
TALKS = MEETINGS["2019-05-11-harbour-talks"]
CALL = MEETINGS["2019-03-02-harbour-call"]
QUOTE = {
    "id": "new",
    "speaker": "hedda-brandt",
    "renderings": [{"source": "courier-2019-05-12", "lang": "en", "text": "Doors: # “open”, 'all'", "mode": "direct"}],
}


def reading_of(source: bytes) -> Reading:
    decoded = decode(source)
    assert isinstance(decoded, tuple)
    return read(decoded[0])


def adds(source: str | bytes, quote: Mapping[str, Any] = QUOTE, deleted: str = "") -> str:
    """Return a meeting with a quote, after a look at all that may not have changed."""
    before = source.encode() if isinstance(source, str) else source
    after = with_quote(before, quote)
    old, new = reading_of(before), reading_of(after)
    assert new.data == {**old.data, "quotes": [*(old.data.get("quotes") or []), quote]}
    kept = before.replace(deleted.encode(), b"", 1) if deleted else before
    same = next((i for i, (a, b) in enumerate(zip(kept, after, strict=False)) if a != b), min(len(kept), len(after)))
    assert after.endswith(kept[same:]), "what stood after the new lines is not what it was"
    return after.decode()


def text_of(quote: str, text: str) -> dict[str, Any]:
    return {
        "id": quote,
        "speaker": "mirror",
        "renderings": [{"source": "s", "lang": "en", "text": text, "mode": "direct"}],
    }


@pytest.mark.parametrize("name", MEETINGS)
def test_every_meeting_takes_a_quotation(name: str) -> None:
    adds(MEETINGS[name])


@pytest.mark.parametrize("path", sorted((ROOT / "content" / "meetings").glob("*.yml")), ids=lambda path: path.stem)
def test_so_does_every_meeting_on_record(path: Any) -> None:
    adds(path.read_bytes())


def test_it_stands_at_the_end_of_the_quotes_indented_like_them() -> None:
    after = adds(TALKS)
    assert after.index("\n  - id: third-visit") < after.index("\n  - id: new") < after.index("\ncalled:")


def test_quotes_may_stand_without_indentation() -> None:
    before = "title: T\nquotes:\n- id: a\n  speaker: b\ncalled: {}\n"
    assert "\n- id: new\n  speaker: hedda-brandt\n" in adds(before)


def test_quotes_may_be_indented_deeper() -> None:
    before = "title: T\nquotes:\n     - id: a\n       speaker: b\ncalled: {}\n"
    assert "\n     - id: new\n       speaker: hedda-brandt\n" in adds(before)


def test_comments_inside_the_last_quote_stay_with_it_and_others_with_what_follows() -> None:
    before = "quotes:\n  - id: a\n    speaker: b\n    # of a\n\n    # of a, too\n\n# of what follows\ncalled: {}\n"
    after = adds(before)
    assert after.index("# of a, too") < after.index("- id: new") < after.index("# of what follows")


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n# last\n", "\n    # last", "\n...\n"])
@pytest.mark.parametrize(
    "style", ["b", "'b'", "|-\n      b", ">-\n      b\n      c", "|\n      b\n", "|+\n      b\n", "[b,\n c]"]
)
def test_whatever_the_file_ends_with(style: str, end: str) -> None:
    before = f"title: T\nquotes:\n  - id: a\n    text: {style}{end}"
    adds(before)


def test_a_text_that_would_get_a_line_end_keeps_none() -> None:
    with pytest.raises(ReadoutsError, match="the last line has no end"):
        adds("quotes:\n  - id: a\n    text: |\n      b")


def test_a_text_that_keeps_its_empty_lines_keeps_them() -> None:
    adds("quotes:\n  - id: a\n    text: |+\n      b\n\n\ncalled: {}\n")


@pytest.mark.parametrize("empty", ["quotes: []", "quotes:   [ ]", "quotes:\n  []", "quotes:"])
def test_an_empty_list_becomes_one_with_the_quotation(empty: str) -> None:
    before = f"title: T\n{empty}  # none yet\ncalled: {{}}\n"
    deleted = re.search(r"\s*\[ ?\]", empty)
    after = with_quote(before.encode(), QUOTE).decode()
    assert "  # none yet\n  - id: new\n" in after
    adds(before, deleted=deleted[0].lstrip("\n") if deleted else "")


def test_without_quotes_they_come_after_the_field_before_them() -> None:
    after = adds("# T\ntitle: T\ncalled: {}\n\n# other names\nnames: {de: [T]}\n  # of Ts\n\n# the end\n")
    assert after.index("# of Ts") < after.index("\nquotes:\n  - id: new") < after.index("# the end")


def test_a_comment_that_holds_their_place_is_where_they_come() -> None:
    after = adds("title: T\n# summary: …\n# quotes: []  # What was said.\n# called: {}\nnames: {de: [T]}\n")
    assert "# quotes: []  # What was said.\nquotes:\n  - id: new" in after


def test_quotes_in_brackets_take_one_there() -> None:
    after = adds("title: T\nquotes: [{id: a, speaker: b}, {id: c}]\ncalled: {}\n")
    assert after.startswith('title: T\nquotes: [{id: a, speaker: b}, {id: c}, {"id": "new"')
    adds("title: T\nquotes: [\n  {id: a},  # the first\n]\n")


def test_line_ends_and_byte_order_mark_stay() -> None:
    after = adds(b"\xef\xbb\xbf" + TALKS.replace("\n", "\r\n").encode())
    assert "\n" not in after.replace("\r\n", "")


def test_a_meeting_in_braces_is_refused_with_what_to_do() -> None:
    with pytest.raises(ReadoutsError, match="write `quotes:` as a list with dashes"):
        with_quote(b"{title: T, quotes: [{id: a}], kind: call}\n".replace(b"quotes: [{id: a}], ", b""), QUOTE)


@pytest.mark.parametrize("source", ["quotes: a\n", "quotes: {a: b}\n", "- a\n", "quotes: [a]\nquotes: [b]\n"])
def test_what_has_no_list_of_quotes_is_refused(source: str) -> None:
    with pytest.raises(ReadoutsError):
        with_quote(source.encode(), QUOTE)


@pytest.mark.parametrize("source", [b"title: 'T\n", b"\xff\xfe", b"a: [\n"])
def test_a_file_that_cannot_be_read_is_refused(source: bytes) -> None:
    with pytest.raises(ReadoutsError, match="can't be read"):
        with_quote(source, QUOTE)


def test_ids_that_quotes_have_or_had_are_taken() -> None:
    assert quote_ids(TALKS.encode()) == ("open-door", "door", "fish", "relayed", "third-visit")
    assert quote_ids(b"quotes: [a, {id: [b]}, {formerly: c}]\n") == ()
    assert quote_ids(b"title: T\n") == quote_ids(b"a: [") == ()


def of_a_file(text: str) -> bool:
    return cleaned(text)[0] == text


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80).filter(of_a_file)
odd = st.sampled_from(
    ["- a", "a: b", "# c", "'", '"', "“”", "|", ">-", "null", "~", "{", "]", "a\n\n b", " a ", "\n", "1_000", "…"]
)


@st.composite
def comments(draw: st.DrawFn) -> str:
    says = draw(st.sampled_from(["-", "quotes:", "a: b", "渔业", "- id: x"]))
    indent, blank = draw(st.integers(0, 14)), draw(st.integers(0, 2))
    return f"{' ' * indent}# {says}\n" + "\n" * blank


@st.composite
def commented(draw: st.DrawFn) -> str:
    """Return a meeting with comments and empty lines strewn into it, some of which become part of a text."""
    lines = draw(st.sampled_from(sorted(MEETINGS.values()))).splitlines(keepends=True)
    for place in draw(st.lists(st.integers(0, len(lines)), max_size=6)):
        lines.insert(place, draw(comments()))
    source = "".join(lines)
    source = source if draw(st.booleans()) else source.rstrip("\n")
    return source if draw(st.booleans()) else source.replace("\n", "\r\n")


@given(source=commented(), text=words | odd)
@example(source=TALKS.partition("called:")[0], text="a")
@settings(max_examples=300)
def test_nothing_else_changes_whatever_comments_there_are(source: str, text: str) -> None:
    assume(reading_of(source.encode()).data is not None)
    adds(source, text_of("new", text))
