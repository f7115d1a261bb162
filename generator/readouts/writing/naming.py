"""Records as people name them: by an id, by the address of a page, or by a name."""

from collections.abc import Iterator

from readouts.checks.near_misses import NearMisses, names_of
from readouts.graph import FOLDER_OF_TYPE, Graph
from readouts.model import Record, Source


def named(graph: Graph, types: tuple[str, ...], words: str) -> tuple[str, ...]:
    """Return the ids of the records that some words may name: the one of an id or address, or all of a name."""
    id_ = _id_in_address(types, words) or words
    if any(graph.get(type_, id_) for type_ in types):
        return (id_,)
    return tuple(dict.fromkeys(record.id for record in _of_types(graph, types) if _is_called(record, words)))


def likely(graph: Graph, types: tuple[str, ...], words: str) -> str | None:
    """Return the id that was probably meant by words that name no record."""
    return NearMisses(graph).of(types, words)


def _id_in_address(types: tuple[str, ...], words: str) -> str | None:
    """Return the id in an address such as `https://example.org/people/ida-quill/`, or in a path such as `people/x.yml`."""
    parts = [part for part in words.partition("#")[0].partition("?")[0].split("/") if part]
    folders = {FOLDER_OF_TYPE[type_] for type_ in types}
    places = [place for place, part in enumerate(parts[:-1]) if part in folders]
    return parts[places[-1] + 1].removesuffix(".yml") if places else None


def _of_types(graph: Graph, types: tuple[str, ...]) -> Iterator[Record]:
    return (record for record in graph.records if record.TYPE in types)


def _is_called(record: Record, words: str) -> bool:
    if isinstance(record, Source) and record.url and record.url.raw.rstrip("/") == words.rstrip("/"):
        return True
    return words.casefold() in (name.raw.casefold() for name in names_of(record))
