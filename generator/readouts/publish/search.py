"""The search index of a site."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from readouts.pages import Entry
from readouts.pages.entries import Passage
from readouts.publish.pagefind import index
from readouts.publish.words import index_words
from readouts.render.environment import words_for_date

FOLDER = "pagefind"


def _said(entry: Entry) -> Iterator[str]:
    """Yield what is found of a quotation beside its words: who says so, at what, when."""
    yield from dict.fromkeys(passage.says for passage in entry.passages)
    yield entry.title.raw
    if entry.date:
        yield words_for_date(entry.date)


def _shown(passage: Passage, start: int) -> dict[str, Any]:
    known = {"at": passage.anchor, "mode": passage.mode, "says": passage.says, "start": start}
    return {"text": passage.text.raw, "lang": passage.lang, **{key: value for key, value in known.items() if value}}


def _record(entry: Entry) -> dict[str, Any]:
    """Return an entry as Pagefind takes it.

    Its address is the one thing that Pagefind hands on as it is and doesn't search: it has what the list of hits shows,
    with the word of the content at which each passage begins.
    """
    passages = (*entry.passages, *entry.names)
    words = [index_words(passage.text.raw) for passage in passages]
    starts = accumulate((len(part) for part in words), initial=0)
    card = {
        "to": entry.address,
        "kind": entry.kind,
        "title": entry.title.raw,
        "date": words_for_date(entry.date) if entry.date else "",
        "passages": [_shown(passage, start) for passage, start in zip(passages, starts, strict=False)],
    }
    if entry.kind == "Quotation":
        meta = {"said": " ".join(_said(entry))}
    else:
        meta = {"title": " ".join((entry.title.raw, *(name.text.raw for name in entry.names)))}
    return {
        "url": json.dumps(card, ensure_ascii=False, separators=(",", ":")),
        "content": " ".join(word for part in words for word in part),
        "meta": {name: " ".join(index_words(text)) for name, text in meta.items()},
        "filters": {name: list(values) for name, values in entry.filters.items()},
    }


def write_search(entries: Sequence[Entry], site: Path) -> None:
    """Write the search index of a site; raise ReadoutsError if it can't be made."""
    if not entries:
        return
    for path, content in index([_record(entry) for entry in entries]).items():
        file = site / FOLDER / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
