"""`readouts diff` as a contributor or a workflow runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Lay, changed, git, run

FISH = "topics/fish.yml"
CONFIG = "site_name: Mine\nplugins: [readouts]\n"


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "All")


@pytest.fixture
def content(lay: Lay, tmp_path: Path) -> Path:
    """Return the content folder of a project in a repository."""
    content = lay()
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    return content


def test_nothing_changed_is_said_in_a_line(content: Path) -> None:
    done = run("diff", "main", cwd=content)
    assert (done.returncode, done.stdout, done.stderr) == (0, "changes nothing on the site\n", "")


def test_what_is_not_committed_counts_as_it_is(content: Path) -> None:
    (content / "people" / "odo.yml").write_text("name: Odo\n")
    (content / FISH).write_text("name: Herring\nbroader: harbour\n")
    done = run("diff", "HEAD", cwd=content)
    assert done.returncode == 0
    assert done.stdout.startswith("adds 1 person; changes 1 topic; 1 page is new; ")
    assert "    name: [-Fish-]{+Herring+}\n" in done.stdout


def test_two_commits_are_compared_by_standing_at_the_later_one(content: Path) -> None:
    (content / FISH).write_text("name: Herring\nbroader: harbour\n")
    commit(content.parent)
    assert "changes 1 topic;" in run("diff", "HEAD~1", cwd=content).stdout
    assert run("diff", "HEAD", cwd=content).stdout == "changes nothing on the site\n"


def test_days_from_the_history_change_no_page(content: Path) -> None:
    (content / FISH).write_text("# Again\nname: Fish\nbroader: harbour\n")
    git(content, "commit", "-qam", "Later", day="2024-05-06")
    assert run("diff", "HEAD~1", cwd=content).stdout == "changes nothing on the site\n"


def test_scripts_get_one_object(content: Path) -> None:
    (content / "people" / "odo.yml").write_text("name: Odo\n")
    found = json.loads(run("diff", "HEAD", "--format", "json", cwd=content).stdout)
    assert found["revision"] == {"name": "HEAD", "commit": git(content, "rev-parse", "HEAD").strip()}
    assert found["summary"].startswith("adds 1 person; ")
    assert found["pages"]["added"] == ["/people/odo/"]
    assert (found["errors"], found["warnings"]) == (0, 1)


def test_a_summary_is_markdown_with_paths_from_the_repository(lay: Lay, tmp_path: Path) -> None:
    content = lay()
    (tmp_path / "sub").mkdir()
    content = content.rename(tmp_path / "sub" / "content")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    (content / "people" / "odo.yml").write_text("name: Odo\n")
    summary = run("diff", "HEAD", "--content", content, "--format", "markdown").stdout
    assert summary.startswith("## What this does to the site\n\nCompared with `")
    assert "new warning at `sub/content/people/odo.yml:1:1`" in summary


def test_errors_are_told_and_what_can_be_compared_is(content: Path) -> None:
    (content / FISH).write_text("name: [\n")
    (content / "people" / "odo.yml").write_text("name: Odo\n")
    done = run("diff", "HEAD", cwd=content)
    assert done.returncode == 1
    assert "The content has 1 error, so pages can't be compared" in done.stdout
    assert "changed topic /topics/fish/ (1 error) (not compared: its file has errors)" in done.stdout
    assert "added person /people/odo/ “Odo”" in done.stdout


def test_errors_that_were_there_before_and_are_fixed_are_no_failure(content: Path) -> None:
    (content / FISH).write_text("name: [\n")
    commit(content.parent)
    (content / FISH).write_text("name: Fish\nbroader: harbour\n")
    done = run("diff", "HEAD", cwd=content)
    assert done.returncode == 0
    assert "1 problem fixed" in done.stdout.splitlines()[0]
    assert "The content had 1 error, so pages can't be compared" in done.stdout


def test_a_revision_without_the_content_folder_makes_everything_new(lay: Lay, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    commit(tmp_path)
    content = lay()
    done = run("diff", "HEAD", cwd=content)
    assert (done.returncode, done.stderr) == (0, "readouts: content is not in HEAD: everything is new\n")
    assert done.stdout.startswith("adds 4 meetings, 2 people, ")


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nonsense", "readouts: git knows no commit 'nonsense'\n"),
        ("HEAD..main", "readouts: git knows no commit 'HEAD..main'\n"),
        ("", "readouts: git knows no commit ''\n"),
    ],
)
def test_a_revision_that_git_does_not_know_exits_2(content: Path, revision: str, says: str) -> None:
    done = run("diff", revision, cwd=content)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", says)


def test_outside_a_repository_it_exits_2(lay: Lay) -> None:
    done = run("diff", "HEAD", "--content", lay())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("readouts: what ")


def test_without_a_revision_it_exits_2(content: Path) -> None:
    done = run("diff", cwd=content)
    assert done.returncode == 2
    assert "Missing argument 'REV'" in done.stderr


def test_a_hook_of_git_may_run_it(content: Path) -> None:
    hook = content.parent / ".git" / "hooks" / "pre-commit"
    hook.write_text('#!/bin/sh\n"$PYTHON" -m readouts diff HEAD\n')
    hook.chmod(0o755)
    (content / FISH).write_text("name: Herring\nbroader: harbour\n")
    environment = {**os.environ, "PYTHON": sys.executable, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@t.example", "commit", "-am", "Herring"]
    done = subprocess.run(command, cwd=content.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "changes 1 topic;" in done.stdout + done.stderr


def test_the_way_in_is_the_same_for_a_linked_work_tree(content: Path, tmp_path: Path) -> None:
    git(content, "worktree", "add", "-q", str(tmp_path / "other"), "-b", "other")
    there = tmp_path / "other" / "content"
    (there / FISH).write_text(changed(FISH, "Fish", "Cod")[FISH])
    assert "changes 1 topic;" in run("diff", "main", cwd=there).stdout
