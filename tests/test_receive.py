"""The command that turns what someone sent with a form into a record, and the workflow that runs it."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from lxml import html

from tests.conftest import run
from tests.scaffold.steps import Steps, git, project
from tests.writing.answered import answered

__all__ = ["project"]  # a fixture

HOSTILE = """It's "so": `touch pwned` $(touch pwned); touch pwned # and
  @everyone ${{ github.token }} <!-- --> \\n %0A::error::x"""
QUOTATION = {
    "meeting": "Talks on the ferry",
    "speaker": "Ida Quill",
    "text": HOSTILE,
    "lang": "en",
    "mode": "direct",
    "topics": "The ferry",
    "source": "halsund-2024-03-08",
}
TALKS = "content/meetings/2024-03-08-ferry-talks.yml"


def received(project: Path, body: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "readouts", "receive", "-"]
    return subprocess.run(command, input=body, capture_output=True, text=True, cwd=project, check=False, timeout=60)


def test_a_quotation_is_written_word_for_word(project: Path) -> None:
    done = received(project, answered("quotation", QUOTATION).replace("\n", "\r\n"))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"- `{TALKS}`\n" in done.stdout
    quote = yaml.safe_load((project / TALKS).read_text(encoding="utf-8"))["quotes"][-1]
    assert quote["renderings"][0]["text"] == HOSTILE
    assert git(project, "diff", "--numstat").split()[1] == "0"  # nothing that was there is gone
    assert run("check", "--strict", cwd=project).returncode == 0


def test_what_is_wrong_is_told_in_words_that_do_nothing(project: Path) -> None:
    done = received(project, answered("quotation", QUOTATION | {"speaker": "@everyone [x](y) `#1"}))
    assert done.returncode == 1
    assert "@everyone" not in done.stdout  # nobody is told
    (told,) = re.findall(r"- \*\*Who said it\*\*: (.*)", done.stdout)
    words = html.fromstring(f"<p>{told}</p>").text_content()
    assert words.startswith("no person or organization '@everyone [x](y) `#1': ")
    assert git(project, "status", "--porcelain") == ""


def test_what_is_told_is_short_whatever_was_typed(project: Path) -> None:
    many = "\n".join(f"{'x' * 300} {number}" for number in range(300))
    done = received(project, answered("meeting", {"title": "T", "date": "2024", "kind": "call", "participants": many}))
    assert done.returncode == 1
    assert "And 51 more.\n" in done.stdout
    assert len(done.stdout) < 65_536 // 2


def test_what_check_refuses_is_not_written(project: Path) -> None:
    done = received(project, answered("quotation", QUOTATION | {"lang": "english"}))
    assert done.returncode == 1
    assert "- **`quotes[2].renderings[0].lang`**: &#39;english&#39; is no language tag" in done.stdout
    assert "did you mean &#39;en&#39;" in done.stdout
    assert git(project, "status", "--porcelain") == ""


@pytest.mark.parametrize("form", ["quotation", "correction"])
def test_who_sends_a_hidden_character_is_told(form: str, project: Path) -> None:
    correction = {"record": "people/osric-tamm", "old": "Chair", "new": "He\u202ead", "reason": "x"}
    done = received(project, answered(form, {"quotation": QUOTATION | {"text": "A\u202e b"}}.get(form, correction)))
    assert done.returncode == 1
    assert "hidden character U+202E right-to-left override; delete it" in html.fromstring(done.stdout).text_content()
    assert git(project, "status", "--porcelain") == ""


@pytest.mark.parametrize("path", ["../../../etc/passwd", "people/../../x", "x/\x00", "CON", "a" * 300])
def test_no_answer_becomes_the_name_of_a_file_elsewhere(path: str, project: Path) -> None:
    new = {"source": f"https://x.example/{path}", "source-kind": "news", "source-title": path}
    answers = QUOTATION | new | {"source-publisher": "Halsund", "source-date": path, "meeting": path}
    done = received(project, answered("quotation", answers))
    assert done.returncode == 1
    meeting = {"title": path, "kind": "call", "date": path, "place": path}
    assert received(project, answered("meeting", meeting)).returncode == 1
    assert git(project, "status", "--porcelain") == ""


def test_a_correction_that_is_certain_is_carried_out_and_another_left(project: Path) -> None:
    certain = {"record": "people/osric-tamm", "old": "Chair", "new": "Head", "reason": "The town says so."}
    done = received(project, answered("correction", certain))
    assert (done.returncode, done.stderr) == (0, "")
    assert "    title: Head of the council\n" in (project / "content/people/osric-tamm.yml").read_text()
    done = received(project, answered("correction", certain | {"old": "amm"}))
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing was written" in done.stderr


@pytest.mark.parametrize("body", ["", "Hello!", "### Who said it\n\nme", "\x00\ud800"])
def test_a_text_of_no_form_is_left_to_a_person(body: str, project: Path) -> None:
    (project / "body").write_bytes(body.encode("utf-8", "surrogatepass"))
    done = run("receive", "body", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")


ISSUE: Mapping[str, str] = {"ISSUE": "7", "BRANCH": "issue-7", "GH_TOKEN": "x", "GH_FAILS": ""}


def test_the_workflow_proposes_a_record_on_a_branch_of_its_own(project: Path) -> None:
    workflow = Steps(project, "record-from-issue", "propose")
    assert workflow.run("Write the record", BODY=answered("quotation", QUOTATION)).returncode == 0
    assert workflow.run("Propose the record", **ISSUE).returncode == 0
    assert workflow.written("asked").splitlines()[0] == "auth setup-git"
    assert (
        workflow.written("asked")
        .splitlines()[1]
        .startswith("pr create --head issue-7 --title Record from issue #7 --body-file")
    )
    assert workflow.written("told.md").endswith("Closes #7.\n")
    assert git(project, "diff", "--name-only", "origin/main", "origin/issue-7").splitlines() == [TALKS]
    assert not list(project.parent.rglob("pwned"))


def test_the_workflow_leaves_a_branch_that_is_there_alone(project: Path) -> None:
    git(project, "push", "--quiet", "origin", "main:refs/heads/issue-7")
    git(project, "fetch", "--quiet")
    workflow = Steps(project, "record-from-issue", "propose")
    assert workflow.run("Write the record", BODY=answered("quotation", QUOTATION)).returncode == 0
    assert workflow.run("Propose the record", **ISSUE).returncode == 0
    assert workflow.written("asked") == ""
    assert git(project, "diff", "--name-only", "origin/main", "origin/issue-7") == ""


def test_the_workflow_takes_its_branch_back_if_it_may_not_propose(project: Path) -> None:
    workflow = Steps(project, "record-from-issue", "propose")
    assert workflow.run("Write the record", BODY=answered("quotation", QUOTATION)).returncode == 0
    assert workflow.run("Propose the record", **{**ISSUE, "GH_FAILS": "pr create"}).returncode == 1
    assert git(project, "ls-remote", "origin", "issue-7") == ""


def test_the_workflow_says_what_is_missing_in_one_comment(project: Path) -> None:
    workflow = Steps(project, "record-from-issue", "propose")
    assert workflow.run("Write the record", BODY=answered("quotation", {})).returncode == 1
    assert workflow.run("Say what is missing", **ISSUE).returncode == 0
    assert re.fullmatch(
        r"issue comment 7 --edit-last --create-if-none --body-file \S+/told\.md\n", workflow.written("asked")
    )
    assert workflow.written("told.md").startswith(
        "This can't become a record yet:\n\n- **At which meeting**: an answer is missing\n"
    )


def test_the_workflow_does_nothing_for_what_a_person_has_to_read(project: Path) -> None:
    workflow = Steps(project, "record-from-issue", "propose")
    assert workflow.run("Write the record", BODY="### What do you think?").returncode == 0
    assert workflow.run("Propose the record", **ISSUE).returncode == 0
    assert workflow.written("asked") == ""
    assert git(project, "status", "--porcelain") == ""
