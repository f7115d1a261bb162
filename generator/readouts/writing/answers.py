"""The answers to a form, and the records that they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from readouts.checks.near_misses import NearMisses
from readouts.graph import Graph
from readouts.load.characters import Fault
from readouts.model import Organization, Person, Place, Record, Topic
from readouts.model.shape import Value, shapes
from readouts.problem import FieldPath
from readouts.text import shortened
from readouts.writing.forms import Form, Objection
from readouts.writing.ids import proposed_id
from readouts.writing.naming import named
from readouts.writing.proposals import NewRecord
from readouts.writing.values import fault_of_value

MOST_ITEMS = 100  # of a list: nobody types as many, and each is looked for among all names
_NEW = re.compile(r"new(?: ([a-z]+))?:\s*(.+)", re.IGNORECASE)
_BY_NAME = (Person, Place, Topic)  # a name is enough for these; an organization has a kind, too


@dataclass(kw_only=True)
class Answers:
    """The answers to a form, with the records that they name; what is wrong with them is noted on the way."""

    form: Form
    given: Mapping[str, str]
    graph: Graph
    objections: list[Objection] = field(default_factory=list)
    created: list[NewRecord] = field(default_factory=list)

    def object(self, question: str, message: str) -> None:
        """Note what is wrong with the answer to a question."""
        label = next((asked.label for asked in self.form.questions if asked.id == question), question)
        objection = Objection(label=label, message=message)
        self.objections += [] if objection in self.objections else [objection]

    def object_to(self, question: str, fault: Fault | None) -> None:
        """Note the fault that an answer has, if it has one."""
        if fault:
            self.object(question, f"{fault.message}; {fault.help}".removesuffix("; "))

    def value(self, question: str, model: type[Record], path: FieldPath) -> str | None:
        """Return an answer that is the value at a path of a record."""
        answer = self.given.get(question)
        if answer is not None:
            self.object_to(question, fault_of_value(model, path, answer))
        return answer

    def record(self, question: str, *models: type[Record]) -> str | None:
        """Return the id of the record that an answer names."""
        return self.named(question, self.given[question], *models) if question in self.given else None

    def records(self, question: str, *models: type[Record]) -> list[str] | None:
        """Return the ids of the records that an answer names with commas between them."""
        found = [self.named(question, name, *models) for name in self._few(question, ",")]
        return [id_ for id_ in found if id_] or None

    def named(self, question: str, words: str, *models: type[Record]) -> str | None:
        """Return the id of the record that some words name, or of a new one that is to be written."""
        words = words.strip()
        if new := _NEW.fullmatch(words):
            return self._added(question, new[1], new[2].strip(), models)
        types = tuple(model.TYPE for model in models)
        found = named(self.graph, types, words)
        if len(found) == 1:
            return found[0][1]
        if found:
            self.object(question, f"'{shortened(words)}' may be {' or '.join(id_ for _, id_ in found)}: write which")
        else:
            guess = self._near_misses.of(types, words)
            meant = f"did you mean '{guess}'? " if guess else ""
            self.object(question, f"no {' or '.join(types)} '{shortened(words)}': {meant}{_how_to_add(models)}")
        return None

    def _added(self, question: str, kind: str | None, name: str, models: tuple[type[Record], ...]) -> str | None:
        """Return the id of a new record; the same one may be named again."""
        new = _new_record(kind, name, models)
        if new is None:
            self.object(question, f"'{shortened(name)}' can't be added like this: {_how_to_add(models)}")
        elif self.graph.get(new.model.TYPE, new.id):
            self.object(question, f"a {new.model.TYPE} '{new.id}' is on the site already: write this")
        elif any((other.model, other.id) == (new.model, new.id) and other != new for other in self.created):
            self.object(question, f"two that are new would get the id '{new.id}': write both in the same way")
        else:
            self.created += [] if new in self.created else [new]
            return new.id
        return None

    def lines(self, question: str) -> Iterator[str]:
        """Yield the lines of an answer, without the dashes of a list."""
        for line in self._few(question, "\n"):
            yield re.sub(r"^[-*]\s+", "", line)

    def _few(self, question: str, separator: str) -> list[str]:
        items = [item.strip() for item in self.given.get(question, "").split(separator) if item.strip()]
        if len(items) > MOST_ITEMS:
            self.object(question, f"{len(items)} of them, where at most {MOST_ITEMS} can be read")
        return items[:MOST_ITEMS]

    @cached_property
    def _near_misses(self) -> NearMisses:
        return NearMisses(self.graph)


def _kinds() -> tuple[str, ...]:
    shape = shapes(Organization)["kind"]
    return shape.choices if isinstance(shape, Value) else ()


def _new_record(kind: str | None, name: str, models: tuple[type[Record], ...]) -> NewRecord | None:
    """Return a record of one of some types that has no more than a name, if there can be one."""
    model: type[Record] | None
    if kind is None:
        model, values = next((model for model in models if model in _BY_NAME), None), {"name": name}
    else:
        is_kind = Organization in models and kind.lower() in _kinds()
        model, values = (Organization if is_kind else None), {"name": name, "kind": kind.lower()}
    return NewRecord(model=model, values=values, id=proposed_id(model, values) or model.TYPE) if model else None


def _how_to_add(models: tuple[type[Record], ...]) -> str:
    """Return what to write for a record that isn't there."""
    ways = ["`new: ` before its name"] if set(models) & set(_BY_NAME) else []
    if Organization in models:
        ways.append(f"`new state: ` before its name, or another of {', '.join(_kinds()[1:])}")
    return (
        f"if it isn't on the site yet, write {'; or '.join(ways)}" if ways else "only what is on the site can be named"
    )
