"""A site served as its host will serve it: compressed, and with its own page for what is not there.

python -m tests.browser.host DIR
"""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".bib", ".ris", ".md", ".webmanifest")
AMONG_OTHERS = "/briefings/"  # a site that shares its host with others


@cache
def _compressed(file: Path, changed: int) -> bytes:  # noqa: ARG001  # a changed file is another
    return gzip.compress(file.read_bytes())


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Host"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = self._file(path)
        if file.is_dir() and not path.endswith("/"):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{path}/"})
            return
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self._send(HTTPStatus.OK, file)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.server.folder / "404.html")

    def _file(self, path: str) -> Path:
        prefix = self.server.prefix
        if not f"{path}/".startswith(prefix):
            return self.server.folder / "no such file"
        return Path(self.translate_path(f"/{path.removeprefix(prefix)}"))

    def _send(self, status: HTTPStatus, file: Path) -> None:
        headers = {"Content-Type": self.guess_type(file), "Vary": "Accept-Encoding"}
        body = file.read_bytes()
        if file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = _compressed(file, file.stat().st_mtime_ns)
            headers["Content-Encoding"] = "gzip"
        self._answer(status, body, headers)

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Cache-Control": "max-age=600"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host(ThreadingHTTPServer):
    """Serves a folder on a free port of this machine, under a prefix."""

    def __init__(self, folder: Path, prefix: str) -> None:
        """Take a port."""
        self.folder, self.prefix = folder, prefix
        super().__init__(("127.0.0.1", 0), lambda *given: _Handler(*given, directory=str(folder)))

    @property
    def address(self) -> str:
        """Return the address of the home page."""
        return f"http://127.0.0.1:{self.server_port}{self.prefix}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore that a browser hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve a folder, and give its address."""
    with Host(folder, prefix) as host:
        thread = Thread(target=host.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield host.address
        finally:
            host.shutdown()
            thread.join()


if __name__ == "__main__":
    with Host(Path(sys.argv[1]), "/") as shown:
        print(shown.address, flush=True)
        shown.serve_forever()
