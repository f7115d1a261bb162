"""The scripts that a pull request is checked with."""

from pathlib import Path

import pytest

from tests.scaffold.steps import Steps, git, project

__all__ = ["project"]  # a fixture

TALKS = "content/meetings/2024-03-08-ferry-talks.yml"


@pytest.fixture
def proposed(project: Path) -> Path:
    """Return a project as a pull request is checked out: merged into a branch that has gone on."""
    git(project, "switch", "--quiet", "--create", "proposal")
    git(project, "mv", "content/topics/ferry.yml", "content/topics/crossing.yml")
    for name in (TALKS, "content/topics/crossing.yml"):
        text = (project / name).read_text(encoding="utf-8")
        (project / name).write_text(text.replace("[ferry]", "[crossing]").replace("The ferry", "The crossing"))
    git(project, "commit", "--quiet", "--all", "--message", "Another topic")
    git(project, "switch", "--quiet", "main")
    (project / "content" / "topics" / "fares.yml").write_text("name: Fares\n")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "Meanwhile")
    git(project, "merge", "--quiet", "--no-edit", "proposal")
    return project


def test_a_sound_proposal_passes_and_its_effect_is_told(proposed: Path) -> None:
    steps = Steps(proposed, "check", "check")
    for name in ("Check the records", "Build the site", "Say what changes"):
        done = steps.run(name)
        assert done.returncode == 0, done.stderr
    preview = steps.run("Say where the preview is", PREVIEW="https://example.org/artifacts/1")
    assert preview.returncode == 0
    summary = steps.written("summary")
    assert summary.startswith("## 9 records, no problems\n")
    assert "## What this does to the site" in summary
    assert "crossing" in summary
    assert "fares" not in summary.lower()  # the branch had it already
    assert summary.endswith(
        "(https://example.org/artifacts/1): unpack it, and run 'python -m http.server' in its folder\n"
    )
    assert (proposed / "site" / "topics" / "crossing" / "index.html").is_file()


def test_a_fault_fails_the_check_and_stands_on_its_line_and_in_the_summary(proposed: Path) -> None:
    talks = (proposed / TALKS).read_text(encoding="utf-8")
    (proposed / TALKS).write_text(talks.replace("person: ida-quill", "person: ida-quil", 1))
    steps = Steps(proposed, "check", "check")
    done = steps.run("Check the records")
    assert done.returncode == 1
    line = talks.splitlines().index("  - person: ida-quill") + 1
    assert done.stdout.startswith(f"::error file={TALKS},line={line},")
    assert "did you mean" in steps.written("summary")
    assert steps.run("Build the site").returncode != 0
