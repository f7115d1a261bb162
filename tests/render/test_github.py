"""A text encoded for GitHub is shown as its characters, and is nothing to it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readouts.problem import ReadoutsError
from readouts.project import SHIPPED
from readouts.render.github import Budget, Summary, code, encode_for_github, fenced
from tests.render.github import OURS, rendered, triggers
from tests.render.hostile import STRINGS

# What a file of content may hold: no control characters.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1)
MARKED = st.text("*_`~[]()<>&|#+-=:.19 aé中!\\{}$^@/\n", min_size=1)
ANY = st.one_of(TEXTS, MARKED, st.sampled_from(STRINGS))


@pytest.mark.parametrize("before", ["", "- ", "## ", "**error**: ", "- <code>"])
@given(raw=ANY)
@example(raw="@someone @a-team/of-us me@example.org")
@example(raw="#1 GH-1 us/it#1 us/it@0123456 0123456789abcdef0123456789abcdef01234567")
@example(raw=":tada: https://evil.example www.evil.example $x$ ```math```")
@example(raw="&#64;someone &commat;someone &#35;1")
def test_a_text_is_shown_as_its_characters_and_nothing_else(before: str, raw: str) -> None:
    page = rendered(f"{before}{encode_for_github(raw)}")
    mark = {"**error**: ": "error: "}.get(before, "")
    assert page.text_content().replace("\n", " ").strip() == f"{mark}{raw}".replace("\n", " ").strip()
    assert {element.tag for element in page.iter()} <= OURS
    assert triggers(page) == []


@given(raw=ANY)
@example(raw="`")
@example(raw="a` b")
@example(raw="https://evil.example/")
@example(raw=" x ")
@example(raw="/topics/fish/")
@example(raw="@someone")
def test_code_is_one_piece_of_code(raw: str) -> None:
    page = rendered(f"- {code(raw)}, and on")
    (element,) = page.iter("code")
    assert element.text_content() == raw
    assert triggers(page) == []


@given(lines=st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from("`~ >"))))
@example(lines=["```", "````text", "~~~", "</code></pre>"])
@example(lines=["`" * 50])
@example(lines=["    ```", "> ```", "- ```"])
def test_no_line_ends_a_block_of_code(lines: list[str]) -> None:
    tokens = MarkdownIt("commonmark").parse(f"before\n\n{fenced(lines)}\n\nafter")
    assert [token.type for token in tokens[3:-3]] == ["fence"]
    assert tokens[3].content == "".join(f"{line}\n" for line in lines or [""])


def test_a_budget_takes_what_fits_and_nothing_after_what_does_not() -> None:
    budget = Budget(10)
    assert [budget.takes(part) for part in ("abc", "äöü", "", "a")] == [True, False, False, False]
    assert [Budget(4).takes(part) for part in ("abc", "abcd", "ää")] == [True, False, False]


def test_a_fault_in_a_template_is_told_by_its_name() -> None:
    with pytest.raises(ReadoutsError, match=r"template .*problems\.md, line \d+|template problems\.md"):
        Summary((SHIPPED / "templates",), "problems.md").part("more", object())
