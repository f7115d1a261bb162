"""Records as people name them: by an id, by the address of a page, or by a name."""

from itertools import pairwise

from readouts.checks.near_misses import all_names
from readouts.graph import TYPE_OF_FOLDER, Graph, Key, key_of
from readouts.model import Record, Source


def named(graph: Graph, types: tuple[str, ...], words: str) -> tuple[Key, ...]:
    """Return what some words may name: the record of an address, those of an id, or all of a name."""
    address = _key_in_address(types, words)
    if address and graph.get(*address):
        return (address,)
    keys = tuple((type_, words) for type_ in types if graph.get(type_, words))
    return keys or tuple(
        key_of(record) for record in graph.records if record.TYPE in types and _is_called(record, words)
    )


def parts_of(address: str) -> list[str]:
    """Return the names between the slashes of an address."""
    return [part for part in address.partition("#")[0].partition("?")[0].split("/") if part]


def _key_in_address(types: tuple[str, ...], words: str) -> Key | None:
    """Return what an address such as `https://example.org/people/ida-quill/` leads to, or a path such as `people/x`."""
    found = [(TYPE_OF_FOLDER.get(folder, ""), id_.removesuffix(".yml")) for folder, id_ in pairwise(parts_of(words))]
    return next((key for key in reversed(found) if key[0] in types), None)


def _is_called(record: Record, words: str) -> bool:
    if isinstance(record, Source) and record.url and record.url.raw.rstrip("/") == words.rstrip("/"):
        return True
    return words.casefold() in (name.raw.casefold() for name in all_names(record))
