import pytest
from pydantic import TypeAdapter

from readouts.graph import Graph
from readouts.model import RECORD_TYPES, Meeting, Part, Record
from readouts.model.shape import KEY, Fields, Value, shapes, stand_in, walk
from readouts.text import Text


@pytest.mark.parametrize("model", RECORD_TYPES)
def test_a_record_of_stand_ins_is_accepted_by_its_model(model: type[Record]) -> None:
    record = stand_in(Fields(model))
    assert isinstance(record, model)
    values = {key: getattr(record, key) for key in model.model_fields if key in record.model_fields_set}
    TypeAdapter(model).validate_python({**values, "id": "any"})


def test_a_walk_finds_every_text_of_a_meeting(graph: Graph) -> None:
    meeting = graph.record(Meeting, "2019-05-11-harbour-talks")
    found = {path: text.raw for path, _, text in walk(meeting, lambda value: issubclass(value.type, Text))}
    assert found["quotes", 0, "renderings", 1, "credited", "as"] == "the Chancellery said"
    assert found["called", "birchland", 1] == "the May talks"
    assert found["quotes", 3, "renderings", 0, "notes", 0, "dispute"] == "Only one visit is on record."


def test_a_walk_yields_keys_that_name_records(graph: Graph) -> None:
    meeting = graph.record(Meeting, "2019-05-11-harbour-talks")
    links = [(path, found) for path, value, found in walk(meeting, lambda value: value.link is not None)]
    assert (("readouts", "aldermark", KEY), "aldermark") in links
    assert (("readouts", "aldermark"), "chancellery-2019-05-11") in links


def _links(model: type[Part]) -> list[Value]:
    found: list[Value] = []

    def visit(shape: object) -> None:
        if isinstance(shape, Value):
            found.extend([shape] if shape.link else [])
        for name in ("item", "key", "value"):
            if hasattr(shape, name):
                visit(getattr(shape, name))
        if hasattr(shape, "model"):
            for inner in shapes(shape.model).values():
                visit(inner)

    for shape in shapes(model).values():
        visit(shape)
    return found


def test_every_link_says_what_it_is_called_from_the_other_side() -> None:
    types = {model.TYPE for model in RECORD_TYPES} | {"quote"}
    links = [value.link for model in RECORD_TYPES for value in _links(model) if value.link]
    assert len(links) > 40
    for link in links:
        assert set(link.to) <= types
        assert link.reverse[0].isupper()
