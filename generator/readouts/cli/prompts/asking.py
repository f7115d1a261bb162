"""The questions of a record or a quotation, one after another, by the shapes of its fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from readouts.cli.prompts.completion import Offer
from readouts.cli.prompts.hints import Hints
from readouts.cli.prompts.known import MODELS, Created
from readouts.cli.prompts.question import NEEDED, Question
from readouts.cli.prompts.terminal import Terminal
from readouts.load.characters import Fault
from readouts.model import Meeting, Part, Quote, Record
from readouts.model.fields import ID
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, name_of, shapes
from readouts.writing.addition import quote_ids
from readouts.writing.ids import fault_of_id, proposed_id, proposed_quote_id
from readouts.writing.values import fault_of_text


class Asker:
    """Asks for records; those that they name and that don't exist are created with them."""

    def __init__(self, terminal: Terminal, hints: Hints) -> None:
        """Take whom to ask, and what is known."""
        self.terminal, self.hints, self.known = terminal, hints, hints.known

    def record(self, model: type[Record], data: dict[str, Any], id_: str | None) -> Created:
        """Ask for what a record lacks, and for its id."""
        self._fields(Question(model=model, path=()), model, data)
        new = Created(model=model, id=id_ or self._id(model, proposed_id(model, data) or ""), data=data)
        self.known.created.append(new)
        return new

    def quote(self, data: dict[str, Any]) -> None:
        """Ask for what a quote lacks."""
        self._fields(Question(model=Meeting, within=("quotes", 0), path=()), Quote, data)

    def quote_id(self, data: Mapping[str, Any], source: bytes) -> str:
        """Ask for the id of a quote, which is unique in its meeting."""
        taken = quote_ids(source)

        def objection(typed: str) -> str | None:
            return f"'{typed}' is taken in this meeting" if typed in taken else fault_of_id(typed)

        says = "Its id: its name within the meeting, and the end of its address."
        return self.terminal.ask("id: ", says, objection, default=proposed_quote_id(data, taken))

    def _id(self, model: type[Record], proposal: str) -> str:
        def objection(typed: str) -> str | None:
            return self.known.objection_to_id(model, typed) if typed else NEEDED

        says = f"Its id: the name of the file in {model.FOLDER}/, and the end of its address."
        return self.terminal.ask("id: ", says, objection, default=proposal)

    def _fields(
        self, holder: Question, part: type[Part], data: dict[str, Any], *, required_only: bool = False
    ) -> dict[str, Any]:
        """Ask for the fields of a part that `data` lacks, and put them into it."""
        for key, shape in self.hints.fields(part, data, required_only=required_only):
            question = replace(
                holder.at(key, says=_says(part, key), required=self.hints.is_required(part, key, data)),
                default=self.hints.default(part, key, data),
                first=self.hints.first(part, key, data),
            )
            found = self._ask(question, shape, data.get(key), self.hints.keys(part, key, data))
            if found not in (None, [], {}):
                data[key] = found
        return data

    def _ask(self, question: Question, shape: Shape, given: Any, keys: Sequence[str] | None) -> Any:
        """Return what is answered, or None for nothing; of what is given, what it lacks is asked for."""
        match shape:
            case Table() if given is None or (keys and isinstance(given, dict)):
                return self._table(question, shape, given or {}, keys)
            case Many(item=Fields(model=part)) if isinstance(given, list):
                return [self._completed(question.at(i), part, item) for i, item in enumerate(given)]
            case Fields(model=part) if given is not None:
                return self._completed(question, part, given)
            case _ if given is not None:
                return given
            case Value():
                return self._value(question, shape)
            case Many(item=item):
                return self._list(question, item)
            case Either(value=value, model=part):
                return self._either(question, value, part)
            case Fields(model=part):
                return self._part(question, part)

    def _completed(self, question: Question, part: type[Part], given: Any) -> Any:
        return self._fields(question, part, given, required_only=True) if isinstance(given, dict) else given

    def _list(self, question: Question, item: Shape) -> list[Any]:
        """Ask for items until one is left out."""
        found: list[Any] = []
        while (answer := self._ask(question.item(len(found)), item, None, None)) is not None:
            found.append(answer)
        return found

    def _part(self, question: Question, part: type[Part]) -> dict[str, Any] | None:
        """Ask for a part by its first field; without that one it is left out."""
        (key, shape), *_ = self.hints.fields(part, {}, required_only=False)
        says = f"{question.says} {_says(part, key)}"
        first = replace(question, path=(*question.path, key), says=says)
        answer = self._ask(replace(first, first=self.hints.first(part, key, {})), shape, None, None)
        return None if answer is None else self._fields(question, part, {key: answer})

    def _table(
        self, question: Question, shape: Table, given: dict[str, Any], keys: Sequence[str] | None
    ) -> dict[str, Any]:
        """Ask for the values of keys that are known, or for keys until one is left out."""
        for key in keys if keys is not None else self._keys(question, shape):
            if key not in given:
                given[key] = self._ask(question.at(key, required=True), shape.value, None, None)
        return given

    def _keys(self, question: Question, shape: Table) -> Any:
        """Yield keys that are asked for."""
        count = 0
        while True:
            says = f"{question.says} {'Which first?' if not count else 'Which else? An empty answer goes on.'}"
            asked = replace(question, says=says, required=question.required and not count)
            link = shape.key.link if isinstance(shape.key, Value) else None
            fault_of = fault_of_text if link else question.fault_of_key
            key = self._linked(asked, link.to) if link else self._typed(asked, fault_of, ())
            if not key:
                return
            yield key
            count += 1

    def _either(self, question: Question, value: Value, part: type[Part]) -> Any:
        """Ask for a value, or for the part in its place where its first field is named."""
        word = next(iter(shapes(part)))
        says = f"{question.says} Or `{word}`: {_says(part, word)}"
        answer = self._linked(replace(question, says=says), value.link.to if value.link else (), word)
        return (
            {word: self._value(question.at(word, says=_says(part, word), required=True), shapes(part)[word])}
            if answer == word
            else answer
        )

    def _value(self, question: Question, value: Value) -> str | None:
        if value.link:
            return self._linked(question, value.link.to)
        if value.title == "text":
            return self.terminal.ask_text(question.label, question.says, question.objecting(question.fault)) or None
        says = f"{question.says} One of {', '.join(value.choices)}." if value.choices else question.says
        words = value.choices or (("true", "false") if value.type is bool else ())
        return self._typed(replace(question, says=says), question.fault, words)

    def _typed(self, question: Question, fault_of: Callable[[str], Fault | None], words: Sequence[str]) -> str | None:
        offers = [Offer(word=word) for word in words]
        objection = question.objecting(fault_of)
        return self.terminal.ask(question.label, question.says, objection, offers, question.default) or None

    def _linked(self, question: Question, types: tuple[str, ...], *words: str) -> str | None:
        """Ask for the id of a record, until there is one of what is answered."""
        known = {offer.word: offer for offer in self.known.offers(types)}
        likely = [known.pop(id_) for id_ in question.first if id_ in known]
        offers = [*likely, *(Offer(word=word) for word in words), *known.values()]
        objection = question.objecting(fault_of_text)
        while typed := self.terminal.ask(question.label, question.says, objection, offers, question.default):
            if typed in words:
                return typed
            if found := self.known.find(types, typed) or self._settled(types, typed):
                if found != typed:
                    self.terminal.say(f"  → {found}")
                return found
        return None

    def _settled(self, types: tuple[str, ...], typed: str) -> str | None:
        """Return the record that was meant by what names none, or one that is created for it."""
        lost = f"no {' or '.join(types)} '{typed}'"
        meant = self.known.meant(types, typed)
        if meant and self.terminal.choose(f"{lost}: did you mean '{meant}'?", "yes", "no") == "yes":
            return meant
        can_be_created = [type_ for type_ in types if type_ in MODELS]
        if not can_be_created:
            self.terminal.say(f"{lost} is on record")
            return None
        if self.terminal.choose(f"{lost} is on record: create it?", "yes", "no") == "no":
            return None
        type_ = can_be_created[0] if len(can_be_created) == 1 else self.terminal.choose("which is it?", *can_be_created)
        return self._created(MODELS[type_], typed)

    def _created(self, model: type[Record], typed: str) -> str:
        """Ask for what is needed of a record that another one names; it is written together with that one."""
        self.terminal.say(f"The new {model.TYPE}:")
        is_id = bool(ID.fullmatch(typed))
        asker = Asker(self.terminal, replace(self.hints, meeting=None))
        data: dict[str, Any] = {}
        question = Question(model=model, path=(model.NAME,), says=_says(model, model.NAME), required=True)
        data[model.NAME] = asker._value(replace(question, default="" if is_id else typed), Value(str, "name"))
        asker._fields(Question(model=model, path=()), model, data, required_only=True)
        new = Created(model=model, id=asker._id(model, typed if is_id else proposed_id(model, data) or ""), data=data)
        self.known.created.append(new)
        self.terminal.say(f"Back to the {'quotation' if self.hints.meeting else 'record'} before it.")
        return new.id


def _says(part: type[Part], key: str) -> str:
    return " ".join((part.model_fields[name_of(part, key)].description or "").split())
