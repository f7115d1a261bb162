"""What this repository has in common with every new project: `python -m tests.scaffold.own` writes it anew."""

from collections.abc import Mapping

from readouts.scaffold import Installation, render_project
from tests.conftest import ROOT

CHECKOUT = Installation(command=".venv/bin/readouts", install="make .venv/ready", requirements="requirements.lock")
_SHARED = (".github/ISSUE_TEMPLATE/", ".github/workflows/", ".github/PULL_REQUEST_TEMPLATE.md", ".gitattributes")


def shared_files() -> Mapping[str, str]:
    """Return the files, made for a repository that has the program itself."""
    files = render_project(CHECKOUT, name="Readouts", version="0")
    return {name: text for name, text in files.items() if name.startswith(_SHARED)}


if __name__ == "__main__":
    for name, text in shared_files().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
