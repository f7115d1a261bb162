import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from readouts.build import ALL_RULES
from tests.conftest import TREE, Lay, changed, run

TALKS = "meetings/2019-05-11-harbour-talks.yml"
CALL = "meetings/2019-03-02-harbour-call.yml"
FAULT = changed(CALL, "person: hedda-brandt", "person: hedda-brand")
WARNING = {"people/odo.yml": "name: Odo\n"}


def test_content_without_problems_exits_0() -> None:
    done = run("check", "--content", TREE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "21 records, no problems\n", "")


def test_a_problem_is_shown_with_its_line_and_what_to_do(lay: Lay) -> None:
    done = run("check", "--content", lay(FAULT))
    assert done.returncode == 1
    assert done.stdout == (
        "error[unknown-reference]: no person 'hedda-brand'\n"
        "  --> content/meetings/2019-03-02-harbour-call.yml:5:13  participants[0].person\n"
        "     |\n"
        "   5 |   - person: hedda-brand\n"
        "     |             ^^^^^^^^^^^\n"
        "     = help: did you mean 'hedda-brandt'?   (readouts explain unknown-reference)\n"
        "\n"
        "21 records: 1 error, 0 warnings\n"
    )


def test_carets_stand_under_the_place_behind_wide_characters(lay: Lay) -> None:
    files = changed("topics/fish.yml", "name: Fish", "name: Fish\nalso: [渔业, 渔业, '']")
    done = run("check", "--content", lay(files))
    shown = done.stdout.splitlines()
    assert shown[3] == "   2 | also: [渔业, 渔业, '']"
    # Each Chinese character takes two columns of a terminal.
    assert shown[4].index("^") == len("   2 | also: [") + 4 + 2 + 4 + 2


def test_warnings_fail_only_where_asked(lay: Lay) -> None:
    content = lay(WARNING)
    assert run("check", "--content", content).returncode == 0
    strict = run("check", "--content", content, "--strict")
    assert strict.returncode == 1
    assert "0 errors, 1 warning" in strict.stdout


def test_json_has_everything_a_tool_needs(lay: Lay) -> None:
    done = run("check", "--content", lay({**FAULT, **WARNING}), "--format", "json")
    report = json.loads(done.stdout)
    assert (report["records"], report["errors"], report["warnings"]) == (22, 1, 1)
    assert report["problems"][0] == {
        "path": "content/meetings/2019-03-02-harbour-call.yml",
        "line": 5,
        "column": 13,
        "end_line": 5,
        "end_column": 24,
        "code": "unknown-reference",
        "severity": "error",
        "field": "participants[0].person",
        "message": "no person 'hedda-brand'",
        "help": "did you mean 'hedda-brandt'?",
        "suggestion": "hedda-brandt",
    }


def test_github_gets_a_command_for_each_problem_with_its_marks_escaped(lay: Lay) -> None:
    files = changed(CALL, "kind: call", "kind: 'a%b,c::d'")
    line = run("check", "--content", lay(files), "--format", "github").stdout.splitlines()[0]
    assert line.startswith("::error file=content/meetings/2019-03-02-harbour-call.yml,line=2,col=7,")
    assert line.count("::") == 3  # two of its own, one in the message
    assert "'a%25b,c::d'" in line


@pytest.mark.parametrize("command", ["check", "diff"])
def test_help_lists_formats_one_a_line(command: str) -> None:
    lines = run(command, "--help").stdout.splitlines()
    assert {"text", "markdown", "json"} <= {line.split()[0] for line in lines if line.split()}


def test_a_file_gets_utf_8_whatever_the_locale(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    content = lay(changed("topics/fish.yml", "broader: ", "broader: Ü渔"))
    done = subprocess.run(
        [sys.executable, "-m", "readouts", "check", "--content", content, "--format", "github"],
        capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert "Ü渔" in done.stdout.decode("utf-8")


def test_reviewdog_gets_columns_in_bytes(lay: Lay) -> None:
    files = changed("topics/fish.yml", "name: Fish", "name: Fish\nalso: [渔业, '']")
    done = run("check", "--content", lay(files), "--format", "rdjsonl")
    diagnostic = json.loads(done.stdout)
    start = diagnostic["location"]["range"]["start"]
    assert start == {"line": 2, "column": len("also: [渔业, ".encode()) + 1}
    assert (diagnostic["severity"], diagnostic["code"]["value"]) == ("ERROR", "empty-value")


def test_a_terminal_gets_no_control_characters_from_content(lay: Lay) -> None:
    done = run("check", "--content", lay({"topics/fish.yml": "name: Fi\x1b[31msh\u202e\n", "topics/\x1b[2J.yml": "x"}))
    assert done.returncode == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.stdout)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_code_is_explained(rule: object, capsys: pytest.CaptureFixture[str]) -> None:
    from readouts.cli import commands  # noqa: PLC0415  # in-process: there are many codes

    commands.main(["explain", rule.code], standalone_mode=False)  # type: ignore[attr-defined]
    said = capsys.readouterr().out
    assert rule.says in said  # type: ignore[attr-defined]
    assert "Wrong:" in said
    assert "Right:" in said


def test_an_unknown_code_is_answered_with_the_near_one() -> None:
    done = run("explain", "unknown-referense")
    assert done.returncode == 2
    assert done.stderr == "readouts: no rule 'unknown-referense': did you mean 'unknown-reference'?\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--content", "/nowhere/at/all"],
        ["check", "--format", "xml"],
        ["check", "--no-such-option"],
        ["no-such-command"],
        ["build", "--content", "/nowhere/at/all"],
        ["serve", "--port", "99999"],
        ["explain"],
    ],
)
def test_wrong_usage_exits_2_without_a_traceback(arguments: list[str], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_folder_without_records_has_none(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = run("check", "--content", tmp_path / "content")
    assert (done.returncode, done.stdout) == (0, "0 records, no problems\n")


def test_outside_a_project_it_says_so(tmp_path: Path) -> None:
    done = run("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "no project here" in done.stderr


def test_a_project_is_found_from_a_folder_inside_it(lay: Lay, tmp_path: Path) -> None:
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    assert run("check", cwd=tmp_path / "content" / "people").stdout == "21 records, no problems\n"


def test_a_project_is_named_before_the_command_or_after_it(lay: Lay, tmp_path: Path) -> None:
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    inside = str(tmp_path / "content" / "topics")
    for arguments in (["check", "-C", inside], ["-C", inside, "check"], ["-C", "nowhere", "check", "-C", inside]):
        assert run(*arguments).stdout == "21 records, no problems\n"
