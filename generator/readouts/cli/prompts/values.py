"""Single values that are asked for: words, texts, and the ids of records, which may be created for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from readouts.checks.habits import STOPS, is_marked
from readouts.cli.prompts.completion import Offer
from readouts.cli.prompts.known import MODELS, Known
from readouts.cli.prompts.question import Question
from readouts.cli.prompts.terminal import Terminal
from readouts.load.characters import Fault
from readouts.model import Record
from readouts.model.fields import ID
from readouts.model.shape import Table, Value
from readouts.text import Text
from readouts.writing.values import fault_of_text

Creation = Callable[[type[Record], str], str]


class Values:
    """Asks for values; `create` makes the record that an answer names and that doesn't exist."""

    def __init__(self, terminal: Terminal, known: Known, create: Creation) -> None:
        """Take whom to ask, and what may be named."""
        self.terminal, self.known, self.create = terminal, known, create

    def value(self, question: Question, value: Value) -> str | None:
        """Return an answer of the kind that a field takes; None where it is left out."""
        if value.link:
            return self.linked(question, value.link.to)
        if value.title == "wording":
            return self._words(question) or None
        says = f"{question.says} One of {', '.join(value.choices)}." if value.choices else question.says
        words = value.choices or (("true", "false") if value.type is bool else ())
        return self._typed(replace(question, says=says), question.fault, words)

    def _words(self, question: Question) -> str:
        """Return the words of a source, without the marks around them if these were typed too."""
        words = self.terminal.ask_text(question, question.objecting(question.fault))
        if is_marked(Text(words)) and words[-1] not in STOPS:
            ask = f"The marks {words[0]} {words[-1]} around it are the page's to set: leave them out?"
            return words[1:-1] if self.terminal.choose(ask, "yes", "no") == "yes" else words
        return words

    def keys(self, question: Question, table: Table) -> Iterator[str]:
        """Yield keys of a mapping until one is left out."""
        count = 0
        while key := self._key(question.another(count, "Which?"), table):
            yield key
            count += 1

    def _key(self, question: Question, table: Table) -> str | None:
        link = table.key.link if isinstance(table.key, Value) else None
        return self.linked(question, link.to) if link else self._typed(question, question.fault_of_key, ())

    def _typed(self, question: Question, fault_of: Callable[[str], Fault | None], words: Sequence[str]) -> str | None:
        offers = [Offer(word=word) for word in words]
        return self.terminal.ask(question, question.objecting(fault_of), offers) or None

    def linked(self, question: Question, types: tuple[str, ...], *words: str) -> str | None:
        """Return the id of a record of some types, or one of some words; None where it is left out."""
        known = {offer.word: offer for offer in self.known.offers(types)}
        likely = [known.pop(id_) for id_ in question.first if id_ in known]
        offers = [*likely, *(Offer(word=word) for word in words), *known.values()]
        while typed := self.terminal.ask(question, question.objecting(fault_of_text), offers):
            if typed in words:
                return typed
            if found := self._by_name(types, typed) or self._settled(types, typed):
                return found
        return None

    def _by_name(self, types: tuple[str, ...], typed: str) -> str | None:
        """Return the id of what is named, and show it where it was named otherwise."""
        found = self.known.find(types, typed)
        if found and found != typed:
            self.terminal.say(f"→ {found}")
        return found

    def _settled(self, types: tuple[str, ...], typed: str) -> str | None:
        """Return the record that was meant by what names none, or one that is created for it.

        Names are alike of which one word tells them apart, so for a name nothing is taken for granted.
        """
        lost = f"no {' or '.join(types)} '{typed}'"
        likely = ("yes", "no") if ID.fullmatch(typed) else ("no", "yes")
        meant = self.known.meant(types, typed)
        if meant and self.terminal.choose(f"{lost}: did you mean '{meant}'?", *likely) == "yes":
            return meant
        possible = [type_ for type_ in types if type_ in MODELS]
        if not possible:
            self.terminal.say(f"{lost} is on record")
        elif self.terminal.choose(f"{lost} is on record: create it?", "no", "yes") == "yes":
            type_ = possible[0] if len(possible) == 1 else self.terminal.choose("Which is it?", *possible)
            return self.create(MODELS[type_], typed)
        return None
