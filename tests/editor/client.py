"""An editor without a screen: it talks to a language server over its standard input and output."""

import json
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, Any

PATIENCE = 60  # seconds for an answer
Message = dict[str, Any]
Position = tuple[int, int]  # line and column as `readouts check` tells them, from 1

CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
}


def _read(stream: IO[bytes]) -> Message | None:
    """Return the next message, or None at the end."""
    length = 0
    while (line := stream.readline().strip()) or not length:
        if not line:
            return None
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    message: Message = json.loads(stream.read(length))
    return message


def setting(settings: Mapping[str, Any], section: str) -> Any:
    """Return a section of settings whose keys are dotted, as VS Code keeps them."""
    if section in settings:
        return settings[section]
    found: dict[str, Any] = {}
    for key, value in settings.items():
        if key.startswith(f"{section}."):
            *holders, last = key.removeprefix(f"{section}.").split(".")
            inner = found
            for holder in holders:
                inner = inner.setdefault(holder, {})
            inner[last] = value
    return found


class Editor:
    """One session with a server, in one folder."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self.folder, self.settings = folder, settings
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.inbox: queue.Queue[Message | None] = queue.Queue()
        self.published: dict[str, list[Message]] = {}
        self.configured = False
        self.sent, self.opened = count(1), count(1)
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        root = folder.as_uri()
        self.request(
            "initialize",
            processId=None, rootUri=root, capabilities=CAPABILITIES,
            workspaceFolders=[{"uri": root, "name": folder.name}],
        )  # fmt: skip
        self.notify("initialized")
        self._until(lambda: self.configured)

    def close(self) -> None:
        """End the session."""
        with self.process:  # which closes its streams
            self.request("shutdown")
            self.notify("exit")
            self.listener.join(PATIENCE)

    def _listen(self) -> None:
        assert self.process.stdout
        while (message := _read(self.process.stdout)) is not None:
            self.inbox.put(message)
        self.inbox.put(None)

    def _send(self, message: Message) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method: str, **parameters: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": parameters})

    def request(self, method: str, **parameters: Any) -> Any:
        """Ask the server, and return its answer."""
        number = next(self.sent)
        self._send({"id": number, "method": method, "params": parameters})
        answers: list[Message] = []
        self._until(lambda: bool(answers), lambda message: answers.append(message) if message["id"] == number else None)
        assert "error" not in answers[0], answers[0]
        return answers[0]["result"]

    def _until(self, done: Callable[[], bool], answer: Callable[[Message], None] = lambda _: None) -> None:
        """Take in messages until something is so."""
        while not done():
            message = self.inbox.get(timeout=PATIENCE)
            assert message, "the server has gone"
            if "method" not in message:
                answer(message)
            elif "id" in message:
                self._send({"id": message["id"], "result": self._result(message)})
            elif message["method"] == "textDocument/publishDiagnostics":
                self.published[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _result(self, message: Message) -> Any:
        """Return what a server's own request is answered with."""
        if message["method"] != "workspace/configuration":
            return None
        sections = [item["section"] for item in message["params"]["items"]]
        self.configured = self.configured or "yaml" in sections
        return [setting(self.settings, section) for section in sections]

    def open(self, name: str, text: str | None = None) -> "Page":
        """Open a file of the folder, or a text as if it were one: each time as a file of its own beside it."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8") if text is None else text
        page = Page(self, path.with_name(f"{next(self.opened)}-{path.name}").as_uri(), text)
        self.notify(
            "textDocument/didOpen",
            textDocument={"uri": page.uri, "languageId": "yaml", "version": 1, "text": page.text},
        )
        return page

    def diagnostics(self, uri: str) -> list[Message]:
        """Return what the server says of a file since it was opened or changed."""
        self._until(lambda: uri in self.published)
        return self.published[uri]

    def tell_changed(self, path: Path) -> None:
        """Tell the server that a file has changed, as editors do that watch them."""
        self.published.clear()
        self.notify("workspace/didChangeWatchedFiles", changes=[{"uri": path.as_uri(), "type": 2}])


@dataclass(frozen=True)
class Page:
    """An open file."""

    editor: Editor
    uri: str
    text: str

    def diagnostics(self) -> list[tuple[Position, str]]:
        """Return what the server says is wrong, and where."""
        found = self.editor.diagnostics(self.uri)
        return [(_counted(item["range"]["start"]), item["message"]) for item in found]

    def after(self, words: str) -> dict[str, int]:
        """Return the place right behind the first occurrence of some words."""
        before = self.text[: self.text.index(words) + len(words)]
        return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}

    def completions(self, words: str) -> dict[str, Message]:
        """Return what the server offers right behind some words, by label."""
        answer = self.editor.request(
            "textDocument/completion", textDocument={"uri": self.uri}, position=self.after(words)
        )
        return {item["label"]: item for item in answer["items"]}

    def hover(self, words: str) -> str:
        """Return what the server says where some words end."""
        place = self.after(words)
        answer = self.editor.request(
            "textDocument/hover",
            textDocument={"uri": self.uri},
            position={"line": place["line"], "character": place["character"] - 1},
        )
        said: str = answer["contents"]["value"] if answer else ""
        return said


def _counted(place: Mapping[str, int]) -> Position:
    return place["line"] + 1, place["character"] + 1
