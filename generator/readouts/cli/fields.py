"""The fields that a command takes values for, listed in its help."""

from collections.abc import Iterator
from typing import Any

import click

from readouts.cli.prompts.question import meaning
from readouts.model import Part, Quote
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, keys_in_order, name_of, shapes


class FieldsCommand(click.Command):
    """A command whose help ends with the fields of a part."""

    def __init__(self, name: str, part: type[Part], **settings: Any) -> None:
        """Take the part that the command asks for."""
        super().__init__(name, **settings)
        self.part = part

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the fields, each with what it means."""
        with formatter.section("Fields (* is needed)"):
            formatter.write_dl(list(_fields(self.part)), col_max=36)
        super().format_epilog(ctx, formatter)


def _fields(part: type[Part], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key in keys_in_order(part):
        shape = shapes(part)[key]
        needed = "*" if part.model_fields[name_of(part, key)].is_required() else ""
        for path, says in _within(shape, f"{prefix}{key}", meaning(part, key)):
            yield path + (needed if path == f"{prefix}{key}" else ""), says


def _within(shape: Shape, path: str, says: str) -> Iterator[tuple[str, str]]:
    """Yield the paths of the values that a field may hold."""
    match shape:
        case Value(choices=choices):
            yield path, f"{says} One of {', '.join(choices)}." if choices else says
        case Many(item=Fields(model=model)) if model is not Quote:
            yield from _fields(model, f"{path}[0].")
        case Many(item=Value()):
            yield path, f"{says} Repeat it for each."
        case Table(key=Value(title=title), value=value):
            yield from _within(value, f"{path}.<{title}>", says)
        case Either(model=model):
            yield path, says
            yield from _fields(model, f"{path}.")
        case Fields(model=model):
            yield from _fields(model, f"{path}.")
