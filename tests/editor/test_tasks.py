"""The editor's own command for `readouts check` finds each problem in what it prints."""

import json
import re
from typing import Any

import pytest

from tests.conftest import ROOT, Lay, changed, run

CALL = "meetings/2019-03-02-harbour-call.yml"


@pytest.fixture(scope="module")
def task() -> dict[str, Any]:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    assert len(tasks) == 1
    return dict(tasks[0])


def matched(pattern: dict[str, Any], line: str) -> dict[str, str] | None:
    """Return the parts of a line, by what the editor takes them for."""
    found = re.search(pattern["regexp"], line, re.ASCII)
    return {name: found[group] for name, group in pattern.items() if name != "regexp"} if found else None


def test_every_problem_is_found_in_its_lines_and_nothing_else(task: dict[str, Any], lay: Lay) -> None:
    content = lay(
        {
            **changed(CALL, "kind: call", "kind: 'a,b::c title=d::e'"),
            "people/odo.yml": "name: Odo\n",  # a warning: nobody names him
            "topics/fish.yml": "name: Fish\nalso: [渔业, '']\nbroader: fihs\n",
            "topics/a, b.yml": "name: A\n",
        }
    )
    lines = run(*task["args"], "--content", content).stdout.splitlines()
    wanted = json.loads(run("check", "--format", "json", "--content", content).stdout)["problems"]
    found = [match for line in lines if (match := matched(task["problemMatcher"]["pattern"], line))]
    assert len(lines) == len(found) + 1  # the last counts them
    assert {problem["severity"] for problem in wanted} == {"error", "warning"}
    for match, problem in zip(found, wanted, strict=True):
        assert (match["severity"], match["code"]) == (problem["severity"], problem["code"])
        assert match["file"].replace("%2C", ",") == problem["path"]
        assert (int(match["line"]), int(match["column"])) == (problem["line"], problem["column"])
        assert (int(match["endLine"]), int(match["endColumn"])) == (problem["end_line"], problem["end_column"])
        assert match["message"].startswith(problem["message"])


def test_it_runs_what_make_installs(task: dict[str, Any]) -> None:
    assert task["command"] == "${workspaceFolder}/.venv/bin/readouts"
    assert task["problemMatcher"]["fileLocation"] == ["relative", "${workspaceFolder}"]
