"""Servers under test, read as a browser does."""

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Server:
    """A server under test, read as a browser does."""

    def __init__(self, command: list[str], cwd: Path, port: int) -> None:
        self.process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.PIPE, text=True)
        self.address = f"http://127.0.0.1:{port}/"
        assert self.process.stderr is not None
        for line in self.process.stderr:
            if "Serving on" in line:
                break
        else:
            pytest.fail("the server ended")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:  # noqa: S310  # our own server
            found: str = answer.read().decode()
        return found

    def wait_for_rebuild(self, page: str) -> None:
        """Wait as the browser does: it asks for what comes after the page that it has."""
        ours, theirs = re.search(r'data-version="(\d+)"', page), re.search(r"livereload\((\d+)", page)
        if ours:
            assert int(self.get(f"-/news?version={ours[1]}")) > int(ours[1])
        else:
            assert theirs
            assert int(self.get(f"livereload/{theirs[1]}/1")) > int(theirs[1])


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(tool: str, project: Path) -> Iterator[Server]:
    port = free_port()
    options = {"readouts": ["--port", str(port)], "mkdocs": ["--dev-addr", f"127.0.0.1:{port}"]}[tool]
    started = Server([sys.executable, "-m", tool, "serve", *options], project, port)
    yield started
    started.process.terminate()
    started.process.communicate(timeout=30)
