"""Editors on a project, with our own settings."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, TREE, run
from tests.editor.client import Editor
from tests.editor.server import NoServerError, command

Start = Callable[..., Editor]


@pytest.fixture(scope="session")
def settings() -> dict[str, Any]:
    """Return the settings that the repository has for VS Code."""
    found: dict[str, Any] = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def start(settings: Mapping[str, Any]) -> Iterator[Start]:
    """Return what starts an editor on a folder; all are closed at the end."""
    try:
        language_server = command()
    except NoServerError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None
    with ExitStack() as stack:

        def started(folder: Path, own: Mapping[str, Any] = settings) -> Editor:
            editor = Editor(language_server, folder, own)
            stack.callback(editor.close)
            return editor

        yield started


def project(folder: Path, content: Path = TREE) -> Path:
    """Make a folder a project with schemas."""
    shutil.copytree(content, folder / "content")
    (folder / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    write_schemas_of(folder)
    return folder


def write_schemas_of(folder: Path) -> None:
    """Write the schemas of a project as a contributor does."""
    done = run("schema", "-C", folder)
    assert (done.returncode, done.stdout) == (0, f"{folder / '.readouts' / 'schema'}\n")


@pytest.fixture(scope="session")
def editor(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Editor:
    """Return an editor on the invented content."""
    return start(project(tmp_path_factory.mktemp("edited")))
