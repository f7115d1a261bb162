"""The schema of each record type, no longer than an editor bears."""

import json
from collections.abc import Iterator

from readouts.graph import Graph
from readouts.model import RECORD_TYPES, Record
from readouts.schema.definitions import Definitions, Schema, Types
from readouts.schema.ids import Ids

MOST_BYTES = 1_000_000
MARK = "Written by `readouts schema`."


def schemas(graph: Graph, most_bytes: int = MOST_BYTES) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of the file of each record type's schema."""
    ids = Ids(graph)
    for model in RECORD_TYPES:
        yield f"{model.TYPE}.json", _within(most_bytes, model, ids)


def _within(most_bytes: int, model: type[Record], ids: Ids) -> bytes:
    """Return a schema that lists ids of as many types as there is room for: those that take most are left out first."""
    left_out: Types = ()
    while True:
        definitions = Definitions(lambda types: None if set(types) & set(left_out) else ids.listed(types))  # noqa: B023  # used up within the round
        encoded = _encoded(_document(definitions.of_model(model), definitions, left_out))
        if len(encoded) <= most_bytes or not definitions.linked:
            return encoded
        left_out = (*left_out, _largest(definitions.linked))


def _largest(linked: dict[Types, Schema]) -> str:
    """Return the type whose ids take most room."""
    taken: dict[str, int] = {}
    for types, schema in linked.items():
        for type_ in types:
            taken[type_] = taken.get(type_, 0) + len(_encoded(schema))
    return max(taken, key=lambda type_: taken[type_])


def _document(root: Schema, definitions: Definitions, left_out: Types) -> Schema:
    if left_out:
        root["description"] += f" There are too many to list here, so any id is accepted: {', '.join(left_out)}."
    return {
        "$comment": MARK,
        "$schema": "http://json-schema.org/draft-07/schema#",
        **root,
        "definitions": dict(sorted(definitions.found.items())),
    }


def _encoded(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
