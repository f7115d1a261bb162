"""Every field has an example, which is a value that it may have."""

import pytest

from readouts.graph import Graph
from readouts.load.reader import read
from readouts.model import RECORD_TYPES, Part, Quote, Record
from readouts.model.examples import example_of
from readouts.model.quotes import NOTE_KINDS, Note
from readouts.model.shape import shapes, walk
from readouts.pages.reference import part_models

# What is too long for an example in a line: the reference leads to its fields instead.
WITHOUT = {"renderings": "[{source: chancellery-2019-05-11, lang: de, text: Fische., mode: direct}]", "quotes": ""}
FIELDS = [
    (model, key)
    for model in (*RECORD_TYPES, *part_models())
    for key in shapes(model)
    if key not in WITHOUT and not (key == "id" and issubclass(model, Record))
]


def part_with(model: type[Part], key: str) -> Part:
    """Return a part of the fields that it must have, and of one more."""
    needed = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    needed = [] if model is Note and key in NOTE_KINDS else [model.AT_LEAST or key, *needed]
    keys = [name for name in dict.fromkeys((*needed, key)) if name != "id" or model is Quote]
    reading = read("".join(f"{name}: {WITHOUT.get(name) or example_of(model, name)}\n" for name in keys))
    assert reading.faults == []
    data: dict[str, object] = {"id": "a"} if issubclass(model, Record) else {}
    return model.model_validate(data | reading.data)


@pytest.mark.parametrize(("model", "key"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_an_example_may_stand_in_its_field_and_names_what_is_on_record(
    model: type[Part], key: str, graph: Graph
) -> None:
    for _, value, found in walk(part_with(model, key), lambda value: value.link is not None):
        assert any(graph.get(type_, found) for type_ in value.link.to), found
