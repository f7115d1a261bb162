"""Pagefind: records in, the files of an index that a browser searches out."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import cbor2
from pagefind_bin import get_executable

from readouts.problem import ReadoutsError

LANGUAGE = "en"  # one index for all languages: its stems are English, and other words are cut before they come here
_MAGIC = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
# Of what it makes, what a search of ours loads; the rest are interfaces of its own.
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_KEPT = (_ENTRY, *_SCRIPTS, f"wasm.{LANGUAGE}.pagefind")
_CHUNK = 1 << 20
# What its scripts keep to themselves, each as a pattern and what takes its place.
_MENDS = (
    # That a part of the index did not load: it then finds nothing.
    (r"(?<=catch\(e\)\{)console\.error\(`Failed to load the index chunk", r"throw e;\g<0>"),
    # That it did not start: it says so again to whoever asks.
    (r"(this\.init\(options\d?\?\.language\));", r"\1.catch(()=>{});"),
    # That it needs no words where only filters are asked: it would load the whole index.
    (r"(?<=let index_array=)JSON\.parse\(index_resp\)", r"filter_only?[]:\g<0>"),
    # By which words it found a hit: where none begins with a term, it takes one that the term begins with.
    (r"this\.backend\.init_pagefind\(.*?\)\)(?=;)", r"this.backend.enter_playground_mode(\g<0>)"),
)

Files = dict[str, bytes]


def index(records: Sequence[Mapping[str, Any]]) -> Files:
    """Return the files of an index of some records, by path; raise ReadoutsError if it can't be made."""
    added = [{"type": "AddRecord", "index_id": 0, "language": LANGUAGE, **record} for record in records]
    *_, made = _answers([{"type": "NewIndex"}, *added, {"type": "GetFiles", "index_id": 0}])
    files = {file["path"]: base64.b64decode(file["content"]) for file in made["files"]}
    files.update({path: _mended(files[path]) for path in _SCRIPTS})
    return _settled({path: content for path, content in files.items() if path in _KEPT or ".pf_" in path})


def _mended(script: bytes) -> bytes:
    code = script.decode()
    for pattern, replacement in _MENDS:
        code, count = re.subn(pattern, replacement, code)
        if count != 1:
            raise ReadoutsError(f"no search index: Pagefind's scripts have {count} times what we mend: {pattern}")
    return code.encode()


def _answers(requests: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the answers of Pagefind's program, one to each request; raise ReadoutsError unless it answers all well."""
    with TemporaryDirectory(prefix="readouts-") as folder:  # it takes settings from the folder that it runs in
        log = Path(folder, "log")
        try:
            answers = _exchange(requests, log)
        except BrokenPipeError:
            answers = []
        except OSError as error:
            raise ReadoutsError(f"no search index: Pagefind does not run: {error}") from error
        said = log.read_text(encoding="utf-8", errors="replace").strip()
    for answer in answers:
        if answer["type"] == "Error":
            raise ReadoutsError(f"no search index: Pagefind says: {answer['message']}")
    if len(answers) < len(requests):
        raise ReadoutsError(f"no search index: Pagefind ended before it was done{said and f': {said}'}")
    return answers


def _exchange(requests: Sequence[Mapping[str, Any]], log: Path) -> list[Mapping[str, Any]]:
    """Send requests and return the answers; the program ends with its input, which stays open until it has answered.

    It gets no environment: it would take settings from there, too.
    """
    command, pipe = [get_executable(), "--service"], subprocess.PIPE
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=errors, cwd=log.parent, env={}) as program,  # noqa: S603  # a program that our dependencies brought
    ):
        if program.stdin is None or program.stdout is None:
            return []
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": request}).encode()
            program.stdin.write(base64.b64encode(message) + b",")
        program.stdin.flush()
        return list(islice(_received(program.stdout), len(requests)))


def _received(stream: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    rest: list[bytes] = []
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined] # a pipe is buffered
        first, *others = chunk.split(b",")
        rest.append(first)
        for following in others:
            yield json.loads(base64.b64decode(b"".join(rest)))["payload"]
            rest = [following]


def _unpacked(file: bytes) -> Any:
    return cbor2.loads(gzip.decompress(file)[len(_MAGIC) :])


def _packed(data: Any) -> bytes:
    return gzip.compress(_MAGIC + cbor2.dumps(data), mtime=0)


def _name(content: bytes, length: int) -> str:
    return f"{LANGUAGE}_{hashlib.sha256(content).hexdigest()[:length]}"


def _settled(files: Files) -> Files:
    """Return the files with the values of filters in order: Pagefind leaves that to chance, and with it their names."""
    settled = {path: file for path, file in files.items() if not path.endswith((".pf_filter", ".pf_meta"))}
    hashes = []
    for path in files:
        if path.endswith(".pf_filter"):
            name, values = _unpacked(files[path])
            content = _packed([name, sorted(values)])
            hashes.append([name, _name(content, 7)])
            settled[f"filter/{hashes[-1][1]}.pf_filter"] = content
    (meta,) = (path for path in files if path.endswith(".pf_meta"))
    version, pages, chunks, _, *others = _unpacked(files[meta])
    content = _packed([version, pages, chunks, sorted(hashes), *others])
    settled[f"pagefind.{_name(content, 10)}.pf_meta"] = content
    entry = json.loads(files[_ENTRY])
    entry["languages"][LANGUAGE]["hash"] = _name(content, 10)
    settled[_ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return settled
