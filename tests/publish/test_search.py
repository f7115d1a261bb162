"""The search index, as its files have it."""

import base64
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from readouts.model import read_date
from readouts.pages import Entry
from readouts.pages.entries import Passage
from readouts.plugin import build_site
from readouts.problem import ReadoutsError
from readouts.project import find_project
from readouts.publish import pagefind, write_search
from readouts.publish.words import index_words
from readouts.text import Text
from tests.conftest import TREE
from tests.render.hostile import STRINGS


def entry(*texts: str, address: str = "meetings/a/b/") -> Entry:
    return Entry(
        address=address,
        kind="Quotation",
        title=Text("Talks"),
        date=read_date("2019-05-11"),
        passages=tuple(Passage(text=Text(text), anchor=f"r-rendering-{n}", says="She") for n, text in enumerate(texts)),
        filters={"speaker": ("Hedda Brandt",), "topic": ("Fish", "Harbour")},
    )


def fragments(site: Path) -> list[dict[str, Any]]:
    """Return what Pagefind hands to the browser of each hit."""
    files = sorted((site / "pagefind" / "fragment").iterdir())
    return [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    write_search([entry("Fish know no quays.", "鱼不认码头")], tmp_path)
    (found,) = fragments(tmp_path)
    card = json.loads(found["url"])
    assert card["to"] == "meetings/a/b/"
    assert [(p["at"], p["text"], p["start"]) for p in card["passages"]] == [
        ("r-rendering-0", "Fish know no quays.", 0),
        ("r-rendering-1", "鱼不认码头", 4),
    ]
    assert card["passages"][0]["says"] == "She · 11 May 2019 · Talks"
    assert found["content"].split()[4:] == ["鱼不", "不认", "认码", "码头", "头x"]
    assert found["filters"] == {"speaker": ["Hedda Brandt"], "topic": ["Fish", "Harbour"]}


def test_hostile_strings_come_back_to_the_letter_with_every_word_in_its_place(tmp_path: Path) -> None:
    write_search([entry(string, "last", address=f"{n}/") for n, string in enumerate(STRINGS)], tmp_path)
    found = {json.loads(fragment["url"])["to"]: fragment for fragment in fragments(tmp_path)}
    assert len(found) == len(STRINGS)
    for number, string in enumerate(STRINGS):
        fragment = found[f"{number}/"]
        shown = json.loads(fragment["url"])["passages"]
        assert shown[0]["text"] == string
        assert fragment["content"].split() == [*index_words(string), "last"]
        assert fragment["content"].split()[shown[1]["start"]] == "last"


def test_what_has_no_words_is_found_by_its_filters_all_the_same(tmp_path: Path) -> None:
    write_search([entry("…"), Entry(address="b/", kind="Place", title=Text("?"), date=None)], tmp_path)
    assert {json.loads(fragment["url"])["to"] for fragment in fragments(tmp_path)} == {"b/", "meetings/a/b/"}


def test_hostile_names_are_filters_to_the_letter(tmp_path: Path) -> None:
    names = {"speaker": tuple(dict.fromkeys(" ".join(string.split()) for string in STRINGS))}
    hostile = Entry(address="a/", kind="Person", title=Text("A"), date=None, filters=names)
    write_search([hostile], tmp_path)
    assert fragments(tmp_path)[0]["filters"]["speaker"] == list(names["speaker"])


def test_the_index_of_the_same_entries_is_the_same_to_the_byte(tmp_path: Path) -> None:
    topics = [f"Topic {n}" for n in range(50)]
    several = [
        Entry(
            address=topic, kind="Topic", title=Text(topic), date=None, filters={"topic": (topic,), "kind": ("Topic",)}
        )
        for topic in topics
    ]
    contents = []
    for name in ("one", "two"):
        write_search(several, tmp_path / name)
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        contents.append({path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in files})
    assert contents[0] == contents[1]


def test_only_what_a_search_loads_is_published(tmp_path: Path) -> None:
    write_search([entry("Fish")], tmp_path)
    top = {path.name.split(".")[0] for path in (tmp_path / "pagefind").iterdir()}
    assert top == {"filter", "fragment", "index", "pagefind", "pagefind-entry", "pagefind-worker", "wasm"}


def test_a_site_without_entries_has_no_index(tmp_path: Path) -> None:
    write_search([], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_site_is_not_published_without_its_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "get_executable", lambda: tmp_path / "no such program")
    with pytest.raises(ReadoutsError, match="no search index"):
        build_site(find_project(tmp_path, content=TREE, site=tmp_path / "site"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["folder", "environment"])
def test_settings_of_others_are_none_of_ours(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "pagefind.log"
    monkeypatch.chdir(tmp_path)
    if where == "folder":
        (tmp_path / "pagefind.yml").write_text(f"logfile: {log}\nkeep_index_url: true\n")
    else:
        monkeypatch.setenv("PAGEFIND_LOGFILE", str(log))
    write_search([entry("Fish")], tmp_path / "site")
    assert len(fragments(tmp_path / "site")) == 1
    assert not log.exists()


def test_scripts_of_another_pagefind_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "_MENDS", (("what no script has", ""),))
    with pytest.raises(ReadoutsError, match="what no script has"):
        write_search([entry("Fish")], tmp_path)


ERROR = base64.b64encode(b'{"payload": {"type": "Error", "message": "too many"}}').decode()


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("exit 1", "Pagefind ended before it was done"),
        (f"printf {ERROR},{ERROR},{ERROR},; cat > /dev/null", "Pagefind says: too many"),  # to each request
        ("echo no room >&2; exit 1", "Pagefind ended before it was done: no room"),
        (None, "Pagefind does not run: "),
    ],
)
def test_a_program_that_fails_is_told_in_a_sentence(
    program: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pagefind"
    if program:
        file.write_text(f"#!/bin/sh\n{program}\n")
        file.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: file)
    with pytest.raises(ReadoutsError, match=f"no search index: {said}"):
        write_search([entry("Fish")], tmp_path / "site")
