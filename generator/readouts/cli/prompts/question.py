"""A value that is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from readouts.cli.prompts.terminal import Objection
from readouts.load.characters import Fault
from readouts.model import Record
from readouts.problem import FieldPath, field_name
from readouts.writing.values import fault_of_key, fault_of_value

NEEDED = "this one is needed"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A value that is asked for: in which record, where in what is asked for, what it means, what it likely is."""

    model: type[Record]
    within: FieldPath = ()
    path: FieldPath
    says: str = ""
    required: bool = False
    default: str = ""
    first: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the path of the field, as `--set` and `check` have it."""
        return f"{field_name(self.path)}: "

    def at(self, *steps: str | int, says: str = "", required: bool = False) -> "Question":
        """Return the question for what stands inside."""
        return replace(self, path=(*self.path, *steps), says=says or self.says, required=required, default="", first=())

    def item(self, index: int) -> "Question":
        """Return the question for an item of this list: the first is needed if the list is."""
        says = f"{self.says} One at a time." if index == 0 else "Another one; an empty answer goes on."
        return replace(self, path=(*self.path, index), says=says, required=self.required and index == 0)

    def fault(self, typed: str) -> Fault | None:
        """Return what `check` would say of an answer."""
        return fault_of_value(self.model, (*self.within, *self.path), typed)

    def fault_of_key(self, typed: str) -> Fault | None:
        """Return what `check` would say of a key of this mapping."""
        return fault_of_key(self.model, (*self.within, *self.path), typed)

    def objecting(self, fault_of: Callable[[str], Fault | None]) -> Objection:
        """Return what says why an answer isn't accepted."""

        def objection(typed: str) -> str | None:
            if not typed:
                return NEEDED if self.required else None
            fault = fault_of(typed)
            return None if fault is None else f"{fault.message}; {fault.help}".removesuffix("; ")

        return objection
