"""Problems in Markdown, for the summary of a workflow."""

import re
from dataclasses import replace

import pytest

from readouts import report as reports
from readouts.build import check
from readouts.problem import Excerpt, Problem, Span
from readouts.project import SHIPPED
from readouts.report import as_github, report, shown
from tests.conftest import Lay, changed
from tests.render.github import OURS, rendered, triggers
from tests.render.hostile import STRINGS

TEMPLATES = (SHIPPED / "templates",)
CALL = "meetings/2019-03-02-harbour-call.yml"
PROBLEM = Problem(
    path="content/topics/fish.yml",
    span=Span(line=2, column=7, end_line=2, end_column=11),
    code="bad-id",
    severity="error",
    field="name",
    message="it is wrong",
    help="mend it",
    excerpt=Excerpt(text="name: Fish", first=0, byte_columns=(7, 11)),
)


def markdown(*problems: Problem) -> str:
    return "\n".join(report(problems, 21, "markdown", TEMPLATES))


def test_a_problem_has_all_that_helps_to_mend_it(lay: Lay) -> None:
    files = changed(CALL, "person: hedda-brandt", "person: hedda-brand")
    checked = check(lay({**files, "people/odo.yml": "name: Odo\n"}))
    assert markdown(*checked.problems) == (
        "## 21 records: 1 error, 1 warning\n"
        "\n"
        "### `content/meetings/2019-03-02-harbour-call.yml`\n"
        "\n"
        "**error** at line 5, column 13, `participants[0].person`: no person &#39;hedda&#45;<b></b>brand&#39;\n"
        "\n"
        "```text\n"
        "     |\n"
        "   5 |   - person: hedda-brand\n"
        "     |             ^^^^^^^^^^^\n"
        "```\n"
        "\n"
        "did you mean &#39;hedda&#45;<b></b>brandt&#39;&#63; · `readouts explain unknown-reference`\n"
        "\n"
        "### `content/people/odo.yml`\n"
        "\n"
        "**warning** at line 1, column 1: nobody refers to this person\n"
        "\n"
        "```text\n"
        "     |\n"
        "   1 | name: Odo\n"
        "     | ^\n"
        "```\n"
        "\n"
        "name it in a record&#44; or delete the file · `readouts explain unnamed-party`"
    )


def test_content_without_problems_is_a_heading() -> None:
    assert markdown() == "## 21 records, no problems"


def test_a_near_miss_that_the_help_does_not_name_is_named() -> None:
    assert "\nmend it (`fish`) · " in markdown(replace(PROBLEM, suggestion="fish"))
    assert "\nmend fish · " in markdown(replace(PROBLEM, help="mend fish", suggestion="fish"))
    assert "\nProbably meant: `fish` · " in markdown(replace(PROBLEM, help="", suggestion="fish"))


@pytest.mark.parametrize(
    "text", [*STRINGS, "@someone #1 GH-1", "```\n# Out\n```", "\x1b[31m", "\u202eback", "##[error]"]
)
def test_no_text_forms_anything(text: str) -> None:
    hostile = replace(
        PROBLEM,
        path=text,
        field=text,
        message=text,
        help=text,
        suggestion="@another",
        excerpt=Excerpt(text=text.replace("\n", " "), first=0, byte_columns=(7, 11)),
    )
    written = markdown(hostile, PROBLEM)
    page = rendered(written)
    assert {element.tag for element in page.iter()} <= OURS
    assert [heading.text_content() for heading in page.iter("h3")] == [shown(text), PROBLEM.path]
    assert len(list(page.iter("pre"))) == 2
    assert triggers(page) == []
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##\[", written)


def test_a_report_stops_before_it_is_too_large_and_says_how_many_are_left_out() -> None:
    problems = [replace(PROBLEM, path=f"content/topics/t{n // 3}.yml") for n in range(9000)]
    written = markdown(*problems)
    assert 800_000 < len(written.encode()) < 1024 * 1024
    told = written.count("**error**")
    assert written.endswith(f"\n**{9000 - told} more**, for which there is no room here: `readouts check` has all.")
    assert written.count("### ") in (told // 3, told // 3 + 1)


def test_the_limit_counts_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "MOST_BYTES", 1000)
    latin, chinese = (markdown(*[replace(PROBLEM, message=letter * 100)] * 20) for letter in ("a", "门"))
    assert latin.count("**error**") > chinese.count("**error**") > 0


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    across = replace(PROBLEM, span=Span(line=2, column=7, end_line=4, end_column=1))
    assert as_github(across).startswith("::error file=content/topics/fish.yml,line=2,endLine=4,title=bad-id::")
    assert ",line=2,col=7,endLine=2,endColumn=11," in as_github(PROBLEM)


def test_spaces_of_any_width_are_shown() -> None:
    assert shown("a\u00a0b\u3000c\u2009d") == "a\u00a0b\u3000c\u2009d"
    assert shown("a\u2028b\u200bc") == "a�b�c"
