"""The answers to a form, and the records that they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from readouts.checks.near_misses import NearMisses
from readouts.graph import Graph
from readouts.model import Record
from readouts.text import shortened
from readouts.writing.forms import Form, Objection
from readouts.writing.naming import named

MOST_ITEMS = 100  # of a list: nobody types as many, and each is looked for among all names


@dataclass(kw_only=True)
class Answers:
    """The answers to a form, with the records that they name; what is wrong with them is noted on the way."""

    form: Form
    given: Mapping[str, str]
    graph: Graph
    objections: list[Objection] = field(default_factory=list)

    def object(self, question: str, message: str) -> None:
        """Note what is wrong with the answer to a question."""
        label = next((asked.label for asked in self.form.questions if asked.id == question), question)
        self.objections.append(Objection(label=label, message=message))

    def record(self, question: str, *models: type[Record]) -> str | None:
        """Return the id of the record that an answer names."""
        return self.named(question, self.given[question], *models) if question in self.given else None

    def records(self, question: str, *models: type[Record]) -> list[str] | None:
        """Return the ids of the records that an answer names with commas between them."""
        found = [self.named(question, name, *models) for name in self._few(question, ",")]
        return [id_ for id_ in found if id_] or None

    def named(self, question: str, words: str, *models: type[Record]) -> str | None:
        """Return the id of the record that some words name."""
        types = tuple(model.TYPE for model in models)
        found = named(self.graph, types, words.strip())
        if len(found) == 1:
            return found[0][1]
        if found:
            self.object(question, f"'{shortened(words)}' may be {' or '.join(id_ for _, id_ in found)}: write which")
        else:
            guess = self._near_misses.of(types, words.strip())
            help_ = f"did you mean '{guess}'?" if guess else "only what is on the site can be named"
            self.object(question, f"no {' or '.join(types)} '{shortened(words)}': {help_}")
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
