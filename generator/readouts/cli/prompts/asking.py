"""The questions of a record or a quotation, one after another, by the shapes of its fields."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readouts.cli.prompts.hints import Hints
from readouts.cli.prompts.known import Created
from readouts.cli.prompts.question import NEEDED, Question, meaning
from readouts.cli.prompts.terminal import Terminal
from readouts.cli.prompts.values import Values
from readouts.model import Part, Record
from readouts.model.fields import ID
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, shape_at, shapes
from readouts.problem import FieldPath
from readouts.writing.ids import proposed_id


class Asker:
    """Asks for the fields of records; those that they name and that don't exist are created with them."""

    def __init__(self, terminal: Terminal, hints: Hints) -> None:
        """Take whom to ask, and what is known."""
        self.terminal, self.hints = terminal, hints
        self.values = Values(terminal, hints.known, self._create)

    def record(self, model: type[Record], data: dict[str, Any], id_: str | None) -> Created:
        """Ask for what a record lacks, and for its id."""
        self.fields(Question(model=model), model, data)
        return self._named(model, data, id_, proposed_id(model, data))

    def fields(
        self, holder: Question, part: type[Part], data: dict[str, Any], *, required_only: bool = False
    ) -> dict[str, Any]:
        """Ask for the fields of a part that `data` lacks, and put them into it."""
        for key, shape in self.hints.fields(part, data, required_only=required_only):
            question = self._question(holder, part, key, data)
            found = self._ask(question, shape, data.get(key), self.hints.keys(part, key, data))
            if found not in (None, [], {}):
                data[key] = found
        return data

    def again(self, holder: Question, part: type[Part], data: dict[str, Any], path: FieldPath) -> None:
        """Ask once more for the value at a path; where it isn't a single one, for all of its field."""
        *steps, last = path
        shape, owner = shape_at(part, path), _found(data, steps)
        if not isinstance(shape, Value | Either) or not isinstance(owner, dict | list):
            data.pop(str(path[0]), None)
            self.fields(holder, part, data)
            return
        old = owner.pop(last, None) if isinstance(owner, dict) else owner[last]  # type: ignore[index] # an index of the list
        within = shape_at(part, tuple(steps))
        says = meaning(within.model, str(last)) if isinstance(within, Fields | Either) else meaning(part, str(path[0]))
        question = replace(holder, path=path, says=says, written=old if isinstance(old, str) else "")
        if answer := self._ask(question, shape, None, None):
            owner[last] = answer  # type: ignore[index] # see above

    def _question(self, holder: Question, part: type[Part], key: str, data: dict[str, Any]) -> Question:
        return replace(
            holder.at(key, meaning(part, key), required=self.hints.is_required(part, key, data)),
            default=self.hints.default(part, key, data),
            first=self.hints.first(part, key, data),
        )

    def _ask(self, question: Question, shape: Shape, given: Any, keys: Sequence[str] | None) -> Any:  # noqa: PLR0911  # one for each shape
        """Return what is answered, or None for nothing; of what is given, what it lacks is asked for."""
        match shape:
            case Table() if given is None or (keys and isinstance(given, dict)):
                return self._table(question, shape, given or {}, keys)
            case Many(item=Fields(model=part)) if isinstance(given, list):
                return [self._completed(question.at(index), part, item) for index, item in enumerate(given)]
            case Fields(model=part) if given is not None:
                return self._completed(question, part, given)
            case _ if given is not None:
                return given
            case Value():
                return self.values.value(question, shape)
            case Many(item=item):
                return self._list(question, item)
            case Either(value=value, model=part):
                return self._either(question, value, part)
            case Fields(model=part):
                return self._part(question, part)

    def _completed(self, question: Question, part: type[Part], given: Any) -> Any:
        return self.fields(question, part, given, required_only=True) if isinstance(given, dict) else given

    def _list(self, question: Question, item: Shape) -> list[Any]:
        """Ask for items until one is left out."""
        found: list[Any] = []
        while answer := self._ask(self._item(question, len(found)), item, None, None):
            found.append(answer)
        return found

    def _item(self, question: Question, index: int) -> Question:
        item = question.at(index, required=question.required).another(index, "One at a time.")
        return replace(item, first=question.first)

    def _part(self, question: Question, part: type[Part]) -> dict[str, Any] | None:
        """Ask for a part by its first field; without that one it is left out."""
        (key, shape), *_ = self.hints.fields(part, {}, required_only=False)
        asked = self._question(question, part, key, {})
        asked = replace(asked, says=f"{question.says} {asked.says}", required=question.required)
        answer = self._ask(asked, shape, None, None)
        return None if answer is None else self.fields(question, part, {key: answer})

    def _table(
        self, question: Question, table: Table, given: dict[str, Any], keys: Sequence[str] | None
    ) -> dict[str, Any]:
        """Ask for the values of keys that are known, or for keys until one is left out."""
        for key in self.values.keys(question, table) if keys is None else keys:
            if key not in given:
                given[key] = self._ask(question.at(key, required=True), table.value, None, None)
        return given

    def _either(self, question: Question, value: Value, part: type[Part]) -> Any:
        """Ask for a value, or for the part in its place if the name of its first field is answered."""
        word, shape = next(iter(shapes(part).items()))
        says = f"{question.says} Or `{word}`, and then: {meaning(part, word)}"
        answer = self.values.linked(replace(question, says=says), value.link.to if value.link else (), word)
        if answer != word:
            return answer
        return {word: self._ask(question.at(word, meaning(part, word), required=True), shape, None, None)}

    def _create(self, model: type[Record], typed: str) -> str:
        """Ask for what is needed of a record that another one names; it is written together with that one."""
        self.terminal.say(f"The {model.TYPE} to be created:")
        asker = Asker(self.terminal, replace(self.hints, meeting=None))
        is_id, data = bool(ID.fullmatch(typed)), dict[str, Any]()
        name = Question(model=model).at(model.NAME, meaning(model, model.NAME), required=True)
        asked = replace(name, default="" if is_id else typed)
        data[model.NAME] = asker._ask(asked, shapes(model)[model.NAME], None, None)
        asker.fields(Question(model=model), model, data, required_only=True)
        new = asker._named(model, data, None, typed if is_id else proposed_id(model, data))
        self.hints.known.created.append(new)
        self.terminal.say(f"Back from the {model.TYPE} '{new.id}', which is written at the end.")
        return new.id

    def _named(self, model: type[Record], data: dict[str, Any], id_: str | None, proposal: str | None) -> Created:
        """Return a record with its id, which is asked for where it isn't given."""

        def objection(typed: str) -> str | None:
            return self.hints.known.objection_to_id(model, typed) if typed else NEEDED

        says = f"Its id: the name of the file in {model.FOLDER}/, and the end of its address."
        question = Question(model=model, path=("id",), says=says, default=proposal or "")
        return Created(model=model, id=id_ or self.terminal.ask(question, objection), data=data)


def _found(data: Any, steps: Sequence[str | int]) -> Any:
    """Return what stands in plain data at a path, or None."""
    for step in steps:
        is_there = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        data = data[step] if is_there else None
    return data
