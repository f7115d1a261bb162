"""A value that is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from readouts.load.characters import Fault
from readouts.model import Part, Record
from readouts.model.shape import name_of
from readouts.problem import FieldPath, field_name
from readouts.writing.values import fault_of_key, fault_of_value

NEEDED = "this one is needed"
Objection = Callable[[str], str | None]


@dataclass(frozen=True, kw_only=True)
class Question:
    """Where a value will stand, what it means, what it likely is, and which ids are likelier than others.

    `path` is its path as it is shown; in the file of the record it lies `within` another. `written` is what it was
    answered with, to be corrected.
    """

    model: type[Record]
    within: FieldPath = ()
    path: FieldPath = ()
    says: str = ""
    required: bool = False
    default: str = ""
    written: str = ""
    first: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the path of the field, as `--set` and `check` have it."""
        return field_name(self.path)

    def at(self, step: str | int, says: str = "", *, required: bool = False) -> "Question":
        """Return the question for what stands inside."""
        return replace(
            self, path=(*self.path, step), says=says or self.says, required=required, default="", first=self.first
        )

    def another(self, count: int, first: str) -> "Question":
        """Return the question for one more of several: only the first may be needed."""
        says = f"{self.says} {first}" if count == 0 else "Another one; an empty answer goes on."
        return replace(self, says=says, required=self.required and count == 0)

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
            if fault is None:
                return None
            # A terminal may have no room for all of it.
            said = (fault.help, fault.message) if fault.suggestion else (fault.message, fault.help)
            return "; ".join(filter(None, said))

        return objection


def meaning(part: type[Part], key: str) -> str:
    """Return what the model says of a field."""
    return " ".join((part.model_fields[name_of(part, key)].description or "").split())
