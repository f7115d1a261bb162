"""The scripts of a workflow, run in a repository as GitHub runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from readouts.scaffold import create_project


def git(project: Path, *arguments: str | Path) -> str:
    """Return what git prints."""
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", project, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a new project in a repository that has been pushed."""
    folder = tmp_path / "ferry"
    create_project(folder, "Ferry")
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "A new project")
    git(folder, "remote", "add", "origin", tmp_path / "origin")
    git(folder, "push", "--quiet", "--set-upstream", "origin", "main")
    return folder


class Steps:
    """The steps of a job; `readouts` is this checkout's, and what they ask of `gh` is written down."""

    def __init__(self, project: Path, workflow: str, job: str) -> None:
        """Read a workflow of a project, and prepare what its scripts find on a runner."""
        read = yaml.safe_load((project / ".github" / "workflows" / f"{workflow}.yml").read_text(encoding="utf-8"))
        self._steps = {step["name"]: step for step in read["jobs"][job]["steps"]}
        self._project, self._runner = project, project.parent / "runner"
        self._runner.mkdir()
        self._program("readouts", f'exec {sys.executable} -m readouts "$@"')
        self._program("gh", 'echo "$@" >> "$RUNNER_TEMP/asked"; test "$1 $2" != "$GH_FAILS"')

    def _program(self, name: str, script: str) -> None:
        path = self._runner / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script of a step."""
        given = {
            "RUNNER_TEMP": str(self._runner),
            "GITHUB_OUTPUT": str(self._runner / "output"),
            "GITHUB_STEP_SUMMARY": str(self._runner / "summary"),
            "PATH": f"{self._runner}:{os.environ['PATH']}",
        }
        command = ["bash", "-e", "-c", self._steps[name]["run"]]
        environment = {**os.environ, **given, **environment}
        return subprocess.run(
            command, cwd=self._project, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    def written(self, name: str) -> str:
        """Return what is in a file that the scripts may have written."""
        path = self._runner / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""
