"""What this repository has in common with every new project: `python -m tests.scaffold.own` makes both the same."""

from collections.abc import Mapping
from pathlib import Path

from readouts.scaffold import Installation, render_project
from tests.conftest import ROOT

CHECKOUT = Installation(command=".venv/bin/readouts", install="make .venv/ready", requirements="requirements.lock")
_SHARED = (".github/ISSUE_TEMPLATE/", ".github/workflows/", ".github/PULL_REQUEST_TEMPLATE.md", ".gitattributes")


def shared_files() -> Mapping[Path, str]:
    """Return the files: settings of editors as they stand here, all others as a project with the program gets them."""
    files = render_project(CHECKOUT, name="Readouts", version="0")
    ours = {ROOT / name: text for name, text in files.items() if name.startswith(_SHARED)}
    theirs = {
        ROOT / "templates" / "project" / ".vscode" / path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / ".vscode").iterdir()
    }
    return ours | theirs


if __name__ == "__main__":
    for path, text in shared_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
