"""How a file is called by whoever reads a report on it."""

import json
from pathlib import Path

import pytest

from readouts.cli.places import as_found
from readouts.problem import START, Problem
from tests.conftest import Lay, changed, git, run

PATH = "content/topics/fish.yml"
PROBLEM = Problem(path=PATH, span=START, code="x", severity="error", field="", message="x")


@pytest.fixture(autouse=True)
def outside_of_workflows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def found(content: Path, format_: str) -> str:
    (problem,) = as_found((PROBLEM,), content, format_)
    return problem.path


@pytest.mark.parametrize("format_", ["github", "markdown"])
def test_github_finds_files_from_the_top_of_the_repository(tmp_path: Path, format_: str) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "sites" / "one" / "content").mkdir(parents=True)
    assert found(tmp_path / "sites" / "one" / "content", format_) == f"sites/one/{PATH}"


def test_in_a_linked_work_tree_or_a_submodule_git_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "sub" / "content").mkdir(parents=True)
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    assert found(tmp_path / "sub" / "content", "github") == f"sub/{PATH}"


def test_a_content_folder_that_is_the_repository_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "content" / ".git").mkdir(parents=True)
    assert found(tmp_path / "content", "github") == "topics/fish.yml"


def test_a_checkout_without_git_lies_where_github_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert found(tmp_path / "sub" / "content", "github") == f"sub/{PATH}"


def test_a_repository_checked_out_beside_others_counts_from_its_own_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    (tmp_path / "records" / ".git").mkdir(parents=True)
    assert found(tmp_path / "records" / "content", "github") == PATH


def test_outside_of_all_that_paths_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    assert found(tmp_path / "content", "github") == PATH


def test_reviewdog_finds_files_from_where_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub" / "content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert found(tmp_path / "sub" / "content", "rdjsonl") == f"sub/{PATH}"
    monkeypatch.chdir(tmp_path / "sub")
    assert found(tmp_path / "sub" / "content", "rdjsonl") == PATH


@pytest.mark.parametrize("format_", ["json", "text"])
def test_other_formats_count_from_the_parent_of_the_content_folder(tmp_path: Path, format_: str) -> None:
    git(tmp_path, "init", "-q")
    assert found(tmp_path / "sub" / "content", format_) == PATH


def test_a_project_in_a_folder_of_a_repository_is_annotated_where_its_files_are(lay: Lay, tmp_path: Path) -> None:
    content = lay(changed("topics/fish.yml", "name: Fish", "nam: Fish"))
    (tmp_path / "sub").mkdir()
    content = content.rename(tmp_path / "sub" / "content")
    (tmp_path / "sub" / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    git(tmp_path, "init", "-q")

    def first(format_: str) -> str:
        return run("check", "-C", "sub", "--format", format_, cwd=tmp_path).stdout.splitlines()[0]

    assert first("github").startswith("::error file=sub/content/topics/fish.yml,line=1,")
    assert json.loads(first("rdjsonl"))["location"]["path"] == "sub/content/topics/fish.yml"
    whole = run("check", "-C", "sub", "--format", "json", cwd=tmp_path).stdout
    assert json.loads(whole)["problems"][0]["path"] == "content/topics/fish.yml"
