"""The search index of a site."""

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from readouts.pages import Entry
from readouts.pages.attributions import MODES
from readouts.pages.dates import words_for_date
from readouts.pages.entries import Passage
from readouts.publish.pagefind import index
from readouts.publish.words import index_words
from readouts.text import Text

SEARCH = "pagefind"  # its folder in a site
_UNNAMED = ("Quotation", "Source")  # they are found by what they say more than by what they are called
_NO_WORDS = Passage(text=Text(""))
_TITLED = ("Meeting", "Commitment")  # what they are called says what they are, with names of others in it


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _when(entry: Entry) -> str:
    return words_for_date(entry.date) if entry.date else ""


def _shown(entry: Entry, passage: Passage, place: tuple[int, int]) -> dict[str, Any]:
    """Return a passage as the list of hits shows it, with the place of its words in the content."""
    shown = {"text": passage.text.raw, "lang": passage.lang, "at": passage.anchor, "start": place[0], "end": place[1]}
    if not entry.is_quotation:
        return {**shown, "quoted": False, "says": _line(entry.kind, _when(entry))}
    how = passage.how if passage.how != MODES["direct"] else ""  # quotation marks tell it
    says = _line(passage.says, how, _when(entry), entry.title.raw)
    return {**shown, "quoted": passage.is_quoted, "says": says}


def _card(entry: Entry, passages: Sequence[Passage], ends: Sequence[int]) -> dict[str, Any]:
    """Return what the list of hits shows of an entry, and where it leads."""
    return {
        "to": entry.address,
        "title": "" if entry.is_quotation else entry.title.raw,
        "translated": [(name.raw, here.raw) for name, here in entry.translated],
        "passages": [_shown(entry, *placed) for placed in zip(passages, pairwise(ends), strict=True)],
    }


def _beside(entry: Entry) -> dict[str, Iterable[str]]:
    """Return what an entry is found by beside its passages: names; who says so, at what, when; names in translation.

    What weighs how much is said in `search.js`.
    """
    names = (entry.title.raw, *(name.text.raw for name in entry.names))
    about = (*dict.fromkeys(passage.says for passage in entry.passages), _when(entry))
    translated = [name.raw for name, _ in entry.translated]
    if entry.kind in _UNNAMED:
        return {"said": (*names, *about), "translated": translated}
    return {"title" if entry.kind in _TITLED else "name": names, "said": about, "translated": translated}


def _words(texts: Iterable[str]) -> str:
    return " ".join(word for text in texts for word in index_words(text))


def record_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as Pagefind takes it.

    What it knows as the address is the one thing that it hands on as it is and does not search: here it is the card.
    It leaves out what has no words: such an entry has that of its kind, to be found by filters.
    """
    passages = (*entry.passages, *entry.names) or (_NO_WORDS,)
    title = [] if entry.kind in _UNNAMED else index_words(entry.title.raw)
    texts = [title, *(index_words(passage.text.raw) for passage in passages)]
    ends = list(accumulate(len(words) for words in texts))
    return {
        "url": json.dumps(_card(entry, passages, ends), ensure_ascii=False, separators=(",", ":")),
        "content": " ".join(word for words in texts for word in words) or entry.kind,
        "meta": {name: words for name, texts in _beside(entry).items() if (words := _words(texts))},
        "filters": {name: list(values) for name, values in entry.filters.items()},
    }


def write_search(entries: Sequence[Entry], site: Path) -> None:
    """Write the search index of a site; raise ReadoutsError if it can't be made."""
    if not entries:
        return
    for path, content in index([record_of(entry) for entry in entries]).items():
        file = site / SEARCH / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
