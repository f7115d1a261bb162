"""The server of the writing desk, on this machine alone."""

import mimetypes
import sys
import tempfile
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import click
from watchfiles import watch

from readouts.graph import TYPE_OF_FOLDER
from readouts.plugin.desk import Answer, Desk
from readouts.plugin.watching import watched
from readouts.problem import ReadoutsError
from readouts.project import SHIPPED, Project

HOST = "127.0.0.1"
PATIENCE = 25.0  # seconds that a browser waits for news before it asks again
QUIET = 50  # milliseconds after which nothing more is being saved
OWN = "/-/"  # where the desk keeps what is no part of a site
_TYPES = {".js": "text/javascript", ".ics": "text/calendar", ".jsonl": "application/jsonl", ".md": "text/markdown"}


class _Handler(BaseHTTPRequestHandler):
    """Answers a browser from the desk."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, desk: Desk) -> None:
        self.desk = desk
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Answer with a page, another file of the site, a file of the desk, or news."""
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path == f"{OWN}news":
            (version, *_) = parse_qs(address.query).get("version", ["0"])
            news = self.desk.news(int(version) if version.isdecimal() else 0, PATIENCE)
            self._send(Answer(status=HTTPStatus.OK, name="news.txt", content=str(news).encode()))
        elif path.startswith(OWN):
            self._send(_own(path.removeprefix(OWN)))
        elif not path.endswith("/") and self.desk.has_folder(path):
            self._redirect(f"{address.path}/")
        else:
            self._send(self.desk.answer(f"{path}index.html" if path.endswith("/") else path))

    def _send(self, answer: Answer) -> None:
        suffix = Path(answer.name).suffix
        kind = _TYPES.get(suffix) or mimetypes.guess_type(answer.name)[0] or "application/octet-stream"
        self.send_response(answer.status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer.content)

    def _redirect(self, to: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  # the name that it overrides
        """Say nothing of requests: the terminal is for what is wrong with the records."""


def _own(name: str) -> Answer:
    """Return one of the files that the desk adds to pages."""
    if name not in ("desk.css", "desk.js"):
        return Answer(status=HTTPStatus.NOT_FOUND, name="none.txt", content=b"")
    return Answer(status=HTTPStatus.OK, name=name, content=(SHIPPED / "templates" / "desk" / name).read_bytes())


def _shown_at(file: Path, project: Project) -> str | None:
    """Return the address of the page that shows the record of a file."""
    is_record = file.suffix == ".yml" and file.parent.parent == project.content and file.parent.name in TYPE_OF_FOLDER
    return f"{file.parent.name}/{file.stem}/" if is_record and file.exists() else None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone before it had its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _server(desk: Desk, port: int) -> _Server:
    try:
        return _Server((HOST, port), partial(_Handler, desk=desk))
    except OSError as error:
        message = f"can't serve on port {port}: {error.strerror}; name another with --port"
        raise ReadoutsError(message) from None


def serve_site(project: Project, port: int) -> None:
    """Serve a project's site on localhost, and show it anew when something that it is made of is saved."""
    with tempfile.TemporaryDirectory(prefix="readouts-") as folder:
        desk = Desk(project, Path(folder))
        with _server(desk, port) as server:
            desk.refresh()
            Thread(target=server.serve_forever, daemon=True).start()
            click.echo(f"Serving on http://{HOST}:{port}/ until you press Ctrl+C", err=True)
            try:
                for changes in watch(*watched(project), debounce=QUIET, step=QUIET, raise_interrupt=True):
                    desk.refresh()
                    for address in sorted(filter(None, (_shown_at(Path(path), project) for _, path in changes))):
                        click.echo(f"http://{HOST}:{port}/{address}", err=True)
            except KeyboardInterrupt:
                click.echo("Stopped", err=True)
            finally:
                server.shutdown()
