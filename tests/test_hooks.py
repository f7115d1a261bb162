"""What a project of records may run before each commit, run by pre-commit itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, Lay, git

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def repository(lay: Lay, tmp_path: Path) -> Path:
    """Return a project under git whose hooks are ours, run with the command that is installed here."""
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: material\nplugins: [readouts]\n")
    hooks = [{**hook, "language": "system", "entry": f"{sys.executable} -m {hook['entry']}"} for hook in HOOKS]
    settings = {"repos": [{"repo": "local", "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "All")
    return tmp_path


def run_hooks(repository: Path) -> subprocess.CompletedProcess[str]:
    git(repository, "add", "--all")
    command = [sys.executable, "-m", "pre_commit", "run"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(repository / ".git" / "pre-commit")}
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)


def test_a_record_in_form_passes(repository: Path) -> None:
    (repository / "content" / "topics" / "bait.yml").write_text("name: Bait\nbroader: fish\n")
    done = run_hooks(repository)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == len(HOOKS)


def test_a_record_out_of_form_is_put_into_form_and_the_commit_stopped(repository: Path) -> None:
    bait = repository / "content" / "topics" / "bait.yml"
    bait.write_text("broader: 'fish'\nname: Bait\n")
    done = run_hooks(repository)
    assert done.returncode == 1
    assert "content/topics/bait.yml" in done.stdout
    assert bait.read_text() == "name: Bait\nbroader: fish\n"
    assert run_hooks(repository).returncode == 0


def test_a_problem_stops_the_commit_and_is_shown(repository: Path) -> None:
    (repository / "content" / "topics" / "bait.yml").write_text("name: Bait\nbroader: fisch\n")
    done = run_hooks(repository)
    assert done.returncode == 1
    assert "did you mean 'fish'?" in done.stdout


def test_what_is_no_record_runs_nothing(repository: Path) -> None:
    (repository / "notes.yml").write_text("a: [b\n")
    assert run_hooks(repository).stdout.count("Skipped") == len(HOOKS)
