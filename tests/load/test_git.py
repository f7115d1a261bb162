from pathlib import Path

import pytest

from readouts.load.git import GitError, ask_git
from tests.conftest import git


def test_what_git_says_against_it_is_the_error(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        ask_git(tmp_path, "rev-parse", "--show-toplevel")


def test_a_machine_without_git_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git can't be run: No such file"):
        ask_git(tmp_path, "--version")


def test_the_folder_is_asked_about_though_git_started_us_for_another_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        git(tmp_path / name, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "theirs" / ".git"))  # as git does for a hook
    found = ask_git(tmp_path / "ours", "rev-parse", "--absolute-git-dir").decode().strip()
    assert found == str((tmp_path / "ours" / ".git").resolve())
