"""A text escaped for Markdown is shown as its characters, wherever in a line it stands."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import html
from markdown import markdown
from markdown_it import MarkdownIt

from readouts.render.commonmark import escape
from tests.render.hostile import STRINGS

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What a file of content may hold: no control characters.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1)
MARKED = st.text("*_`~[]()<>&|#+-=:.1 aé中!\\{}$^\n", min_size=1)


def shown(line: str) -> str:
    return " ".join(html.fromstring(f"<div>{COMMONMARK.render(line)}</div>").text_content().split())


@pytest.mark.parametrize("before", ["", "- ", "> ", "- **", "[", "a "])
@given(raw=st.one_of(TEXTS, MARKED, st.sampled_from(STRINGS)))
@example(raw="1. first")
@example(raw="12) twelfth")
@example(raw="# no heading")
@example(raw="- no item")
@example(raw="--- no rule")
@example(raw="&amp; <b>")
def test_a_text_is_shown_as_its_characters(before: str, raw: str) -> None:
    after = {"- **": "**", "[": "](<http://a.example/>)"}.get(before, "")
    words = " ".join(raw.split())
    assume(words)
    expected = f"a {words}" if before == "a " else words
    assert shown(f"{before}{escape(raw.strip())}{after}") == expected


@pytest.mark.parametrize("raw", STRINGS)
def test_no_text_makes_an_element_to_the_markdown_of_this_site(raw: str) -> None:
    page = html.fromstring(f"<div>{markdown(f'> {escape(raw.strip())}')}</div>")
    assert {element.tag for element in page.iter()} <= {"div", "blockquote", "p"}


@pytest.mark.parametrize(
    ("raw", "escaped"),
    [
        ("see http://evil.example", r"see http\://evil.example"),
        ("see www.evil.example", r"see www\.evil.example"),
        (":smile: 10:30", r"\:smile: 10:30"),
        ("==marked== a = b", r"\==marked\== a = b"),
        ("%%hidden%% 50%", r"\%%hidden\%% 50%"),
        ("@someone", r"\@someone"),
        ("!!! note", r"\!\!! note"),
        (". foo", r"\. foo"),  # what stands before may be a number
    ],
)
def test_what_is_usually_added_to_markdown_reads_nothing_in_it_either(raw: str, escaped: str) -> None:
    assert escape(raw) == escaped


def test_a_title_may_end_in_what_closes_a_heading() -> None:
    assert shown(f"# {escape('We are #')}") == "We are #"


def test_plain_words_stay_as_they_are() -> None:
    words = "On 26 April 2024 (a Friday), “state-to-state” talks: 1.5 hours; 中方强调 — so it’s said."
    assert escape(words) == words


def test_a_space_that_does_not_break_stays() -> None:
    assert escape("«\u00a0oui\u00a0»") == "«\u00a0oui\u00a0»"
