"""The ids that link fields take, with the names of the records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from readouts.graph import Graph, Node, Quotation
from readouts.schema.scalars import core_value

LONGEST = 120  # characters of what is said beside an id
Types = tuple[str, ...]


@dataclass(frozen=True)
class Ids:
    """What the records of a graph are called."""

    graph: Graph
    _by_types: dict[Types, dict[str, Any] | None] = field(default_factory=dict)

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for (type_, id_), node in self.graph.nodes.items():
            if not id_.endswith("/"):  # a quote whose own id is faulty
                found.setdefault(type_, []).append((id_, self._name(node)))
        return found

    def _name(self, node: Node) -> str:
        if isinstance(node, Quotation):
            speaker = next(self.graph.by_id(node.quote.speaker), None)
            name = f"{speaker.title_text.raw if speaker else node.quote.speaker}: {node.best.text.raw}"
        else:
            name = node.title_text.raw
        line = " ".join(name.split())
        return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"

    def _rows(self, types: Types) -> Iterator[tuple[Any, str]]:
        """Yield ids and names, and the id as well for which YAML takes one such as `2024` or `null`."""
        for type_ in types:
            for id_, name in self._names.get(type_, ()):
                yield id_, name
                if (taken := core_value(id_)) != id_:
                    yield taken, name

    def listed(self, types: Types) -> dict[str, Any] | None:
        """Return the JSON Schema of the ids of some types; None where there are none."""
        if types not in self._by_types:
            self._by_types[types] = _listed(" or ".join(types), list(self._rows(types)))
        return self._by_types[types]


def _listed(of_types: str, rows: list[tuple[Any, str]]) -> dict[str, Any] | None:
    if not rows:
        return None
    are_texts = all(isinstance(id_, str) for id_, _ in rows)
    return {
        "title": f"id of {of_types}",
        **({"type": "string"} if are_texts else {}),
        "enum": [id_ for id_, _ in rows],
        "enumDescriptions": [name for _, name in rows],
        "errorMessage": f"No {of_types} has this id. If the record is new, run `readouts schema`.",
    }
