"""The command that turns what someone sent with a form into a record, and the workflow that runs it."""

import base64
import gzip
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
    many = "\n".join(f"{number} {'x' * 300}" for number in range(300))
    done = received(project, answered("meeting", {"title": "T", "date": "2024", "kind": "call", "participants": many}))
    assert done.returncode == 1
    assert re.search(r"^And \d+ more\.$", done.stdout, re.MULTILINE)
    assert len(done.stdout) < 65_536 // 2


MEETING = {
    "title": "Call on the ferry",
    "date": "2024-04-01",
    "kind": "call",
    "participants": "Ida Quill for Halsund\nnew: Mara Osk for new agency: Ferry Board",
    "place": "new: Osk Bay",
    "topics": "The ferry, new: Tides",
    "readouts": "Halsund: none, nothing came out\nnew agency: Ferry Board: https://ferry.example/1 The board calls",
}


def test_what_is_not_on_the_site_yet_can_be_added(project: Path) -> None:
    done = received(project, answered("meeting", MEETING))
    assert done.returncode == 0, done.stdout

    def record(name: str) -> object:
        return yaml.safe_load((project / "content" / f"{name}.yml").read_text(encoding="utf-8"))

    assert record("people/mara-osk") == {"name": "Mara Osk"}
    assert record("places/osk-bay") == {"name": "Osk Bay"}
    assert record("topics/tides") == {"name": "Tides"}
    assert record("organizations/ferry-board") == {"name": "Ferry Board", "kind": "agency"}
    assert record("sources/the-board-calls") == {
        "title": "The board calls", "kind": "readout", "publisher": "ferry-board", "url": "https://ferry.example/1",
    }  # fmt: skip
    meeting = record("meetings/2024-04-01-call-on-the-ferry")
    assert isinstance(meeting, dict)
    assert meeting["participants"][1] == {"person": "mara-osk", "for": "ferry-board"}
    assert meeting["readouts"]["ferry-board"] == "the-board-calls"
    assert run("check", cwd=project).returncode == 0


def test_how_to_add_it_is_told(project: Path) -> None:
    others = {"participants": "Mara Osk for Ferry Board", "readouts": "Halsund: https://halsund.example/2"}
    told = html.fromstring(received(project, answered("meeting", MEETING | others)).stdout).text_content()
    assert "no person 'Mara Osk': if it isn't on the site yet, write `new: ` before its name" in told
    assert "no organization 'Ferry Board': if it isn't on the site yet, write `new state: ` before its name" in told
    assert "'https://halsund.example/2' is not on the site yet: write its title behind it" in told


def test_two_that_are_new_under_one_id_are_told(project: Path) -> None:
    two = {"participants": "new: Mara Osk for Halsund\nnew: Mara  Osk! for Merrin", "readouts": "Merrin: none, nothing"}
    done = received(project, answered("meeting", MEETING | two))
    assert done.returncode == 1
    told = html.fromstring(done.stdout).text_content()
    assert "two that are new would get the id 'mara-osk': write both in the same way" in told


def test_whose_account_is_missing_is_told(project: Path) -> None:
    done = received(project, answered("meeting", MEETING | {"readouts": "Halsund: none, nothing came out"}))
    assert done.returncode == 1
    told = html.fromstring(done.stdout).text_content()
    assert (
        "**What each side says happened**: 'ferry-board' took part and has no entry in readouts: write a line" in told
    )


def test_all_that_is_wrong_is_told_at_once_and_by_its_question(project: Path) -> None:
    wrong = {"speaker": "Nobody", "lang": "English", "paragraph": "third", "source": "www.halsund.example/1"}
    told = html.fromstring(received(project, answered("quotation", QUOTATION | wrong)).stdout).text_content()
    for label in ("Who said it", "In which language", "In which paragraph", "In which document"):
        assert label in told
    assert "did you mean 'https://www.halsund.example/1'?" in told


def test_what_check_objects_to_is_told_by_its_question_and_no_warning_with_it(project: Path) -> None:
    gone = {key: QUOTATION[key] for key in QUOTATION if key not in ("topics", "text")}
    absent = gone | {"text": "A ferry.", "speaker": "new: Mara Osk", "for": "Halsund"}
    done = received(project, answered("quotation", absent))
    assert done.returncode == 1
    assert "- **Who said it**: &#39;mara" in done.stdout  # who doesn't take part, and no channel is said
    assert "quotes[" not in done.stdout
    assert "topic" not in done.stdout


def test_a_long_answer_is_told_of_in_short(project: Path) -> None:
    meeting = {"title": "T", "date": "2024", "kind": "call", "summary": f"[[{'*' * 60_000}]]"}
    done = received(project, answered("meeting", meeting))
    assert done.returncode == 1
    assert "no quote" in done.stdout
    assert len(done.stdout) < 65_536 // 2


def test_what_check_refuses_is_not_written(project: Path) -> None:
    done = received(project, answered("quotation", QUOTATION | {"lang": "english"}))
    assert done.returncode == 1
    assert "- **In which language**: &#39;english&#39; is no language tag" in done.stdout
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
    assert done.returncode == 0
    assert done.stdout.startswith("A person will read this: ")
    assert git(project, "diff", "--numstat") == "1\t1\tcontent/people/osric-tamm.yml\n"  # the first one's


@pytest.mark.parametrize("body", ["", "Hello!", "### Who said it\n\nme", "\x00\ud800"])
def test_a_text_of_no_form_is_left_to_a_person(body: str, project: Path) -> None:
    (project / "body").write_bytes(body.encode("utf-8", "surrogatepass"))
    done = run("receive", "body", cwd=project)
    assert (done.returncode, done.stdout) == (0, "")


ISSUE: Mapping[str, str] = {"ISSUE": "7", "BRANCH": "issue-7", "GH_TOKEN": "x", "GH_FAILS": ""}


def outputs(project: Path, body: str) -> Mapping[str, str]:
    """Return what the job that reads an issue hands over to the one with rights, by the names that it has there."""
    reading = Steps(project, "record-from-issue", "write")
    done = reading.run("Write the record", BODY=body)
    assert done.returncode == 0, done.stderr
    handed = dict(line.split("=", 1) for line in reading.written("output").splitlines())
    return {name.upper(): value for name, value in handed.items()}


def machine(project: Path) -> tuple[Path, Steps]:
    """Return a checkout on another machine, and the steps of the job with rights there."""
    checkout = project.parent / "other" / "ferry"
    git(project, "clone", "--quiet", "--branch", "main", project.parent / "origin", checkout)
    return checkout, Steps(checkout, "record-from-issue", "propose")


def test_the_workflow_proposes_a_record_on_a_branch_of_its_own(project: Path) -> None:
    handed = outputs(project, answered("quotation", QUOTATION))
    _, steps = machine(project)
    for name in ("Read what is told", "Propose the record"):
        done = steps.run(name, **ISSUE, **handed)
        assert done.returncode == 0, done.stderr
    setup, asked = steps.written("asked").splitlines()
    assert setup == "auth setup-git"
    assert asked.startswith("pr create --head issue-7 --title Record from issue #7 --body-file")
    assert steps.written("told.md").startswith("Made of the answers in the form")
    assert steps.written("told.md").endswith("Closes #7.\n")
    git(project, "fetch", "--quiet")
    assert git(project, "diff", "--name-only", "origin/main", "origin/issue-7").splitlines() == [TALKS]
    assert HOSTILE.splitlines()[0] in git(project, "show", f"origin/issue-7:{TALKS}")
    assert not list(project.parent.rglob("pwned"))


def test_the_job_with_rights_runs_nothing_of_ours_and_takes_records_alone(project: Path) -> None:
    for file in ("README.md", ".github/CODEOWNERS", TALKS):
        with (project / file).open("a") as opened:
            opened.write("# more\n")
    change = base64.b64encode(gzip.compress(git(project, "diff", "--binary").encode())).decode()
    checkout, steps = machine(project)
    done = steps.run("Propose the record", **ISSUE, CHANGE=change)
    assert done.returncode == 0, done.stderr
    assert git(checkout, "diff", "--name-only", "origin/main", "HEAD").splitlines() == [TALKS]
    jobs = yaml.safe_load((project / ".github/workflows/record-from-issue.yml").read_text(encoding="utf-8"))["jobs"]
    assert "readouts" not in str(jobs["propose"]["steps"])
    assert [step["uses"].partition("@")[0] for step in jobs["propose"]["steps"] if "uses" in step] == [
        "actions/checkout"
    ]


def test_the_workflow_leaves_a_branch_that_is_there_alone(project: Path) -> None:
    git(project, "push", "--quiet", "origin", "main:refs/heads/issue-7")
    handed = outputs(project, answered("quotation", QUOTATION))
    _, steps = machine(project)
    assert steps.run("Propose the record", **ISSUE, **handed).returncode == 0
    asked = steps.written("asked")
    assert asked.startswith(
        "auth setup-git\nissue comment 7 --edit-last --create-if-none --body The record is proposed"
    )
    assert "pr create" not in asked
    assert git(project, "ls-remote", "origin", "issue-7").split()[0] == git(project, "rev-parse", "main").strip()


def test_the_workflow_takes_its_branch_back_if_it_may_not_propose(project: Path) -> None:
    handed = outputs(project, answered("quotation", QUOTATION))
    _, steps = machine(project)
    assert steps.run("Propose the record", **{**ISSUE, **handed, "GH_FAILS": "pr create"}).returncode == 1
    assert steps.written("asked").splitlines()[-1].startswith("pr create")
    assert git(project, "ls-remote", "origin", "issue-7") == ""


def test_the_workflow_says_what_is_missing_in_one_comment(project: Path) -> None:
    handed = outputs(project, answered("quotation", {}))
    assert list(handed) == ["TOLD"]
    _, steps = machine(project)
    for name in ("Read what is told", "Answer on the issue"):
        assert steps.run(name, **ISSUE, **handed).returncode == 0
    assert re.fullmatch(
        r"issue comment 7 --edit-last --create-if-none --body-file \S+/told\.md\n", steps.written("asked")
    )
    assert steps.written("told.md").startswith(
        "This can't become a record yet:\n\n- **At which meeting**: an answer is missing\n"
    )


def test_the_workflow_does_nothing_for_a_text_of_no_form(project: Path) -> None:
    assert outputs(project, "### What do you think?") == {}
    assert git(project, "status", "--porcelain") == ""


def test_the_workflow_says_that_a_person_has_to_read_it(project: Path) -> None:
    same = {"record": "people/osric-tamm", "old": "Chair", "new": "Chair", "reason": "x"}
    handed = outputs(project, answered("correction", same))
    assert list(handed) == ["TOLD"]
    _, steps = machine(project)
    assert steps.run("Read what is told", **ISSUE, **handed).returncode == 0
    assert steps.written("told.md").startswith("A person will read this: ")


def test_the_workflow_fails_where_the_command_does(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    reading = Steps(project, "record-from-issue", "write")
    assert reading.run("Write the record", BODY=answered("quotation", QUOTATION)).returncode != 0
    assert reading.written("output") == ""
