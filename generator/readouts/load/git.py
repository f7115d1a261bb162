"""Questions to git about the repository of a folder."""

import os
import subprocess
from pathlib import Path

from readouts.problem import ReadoutsError


class GitError(ReadoutsError):
    """Git can't answer; its words are git's own, or say that there is no git."""


def _environment() -> dict[str, str]:
    """Return an environment that asks about the folder at hand, though git itself may have started us for another."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    # GIT_NO_REPLACE_OBJECTS: what a revision holds is what was committed, whatever someone put in its place since.
    return {**kept, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


# Those that `git rev-parse --local-env-vars` names and that lead elsewhere.
_OF_A_REPOSITORY = frozenset(
    """
    GIT_DIR GIT_WORK_TREE GIT_IMPLICIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_COMMON_DIR GIT_GRAFT_FILE
    GIT_SHALLOW_FILE GIT_NAMESPACE GIT_INTERNAL_SUPER_PREFIX
    """.split()  # noqa: SIM905  # as a list of strings it would be ten lines
)


def ask_git(folder: Path, *arguments: str, told: bytes = b"") -> bytes:
    """Return what git answers about the repository of a folder; raise GitError where it can't."""
    # No program that the repository's settings name is run: no watcher of files, no check of signatures.
    settings = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
    command = ["git", "-C", str(folder), *settings, *arguments]
    try:
        done = subprocess.run(command, input=told, capture_output=True, check=True, env=_environment())  # noqa: S603  # no shell
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise GitError(said.removeprefix("fatal: ") or f"git exits with {error.returncode}") from error
    except OSError as error:
        raise GitError(f"git can't be run: {error.strerror}") from error
    return done.stdout
