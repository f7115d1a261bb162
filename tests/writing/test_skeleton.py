import re

import pytest

from readouts.load.binding import bind
from readouts.load.reader import Reading, read
from readouts.model import RECORD_TYPES, Meeting, Record, Topic
from readouts.model.shape import keys_in_order, shapes
from readouts.writing.skeleton import record_text

WRITTEN = "Talks: the “second” day # not the first"
OF_SHAPE = ("unknown-field", "wrong-shape", "missing-field", "several-lines", "note-kind", "empty-value")


def uncommented(text: str) -> str:
    return re.sub(r"^# (?=[a-z_]+: )", "", text, flags=re.MULTILINE)


def of_file(text: str) -> Reading:
    reading = read(text)
    assert not reading.faults, reading.faults
    return reading


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_a_record_says_what_it_was_given_and_nothing_else(model: type[Record]) -> None:
    assert of_file(record_text(model, {model.NAME: WRITTEN})).data == {model.NAME: WRITTEN}


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_its_first_line_names_its_schema(model: type[Record]) -> None:
    first = record_text(model, {model.NAME: WRITTEN}).splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../../.readouts/schema/{model.TYPE}.json"


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_comments_are_fields_in_the_order_of_the_model_once_their_sign_is_deleted(model: type[Record]) -> None:
    reading = of_file(uncommented(record_text(model, {model.NAME: WRITTEN})))
    assert list(reading.data) == [key for key in keys_in_order(model) if key not in ("formerly", "withdrawn")]
    assert not [fault for fault in bind(model, "x", reading).faults if fault.code in OF_SHAPE]


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_each_comment_can_become_a_field_alone(model: type[Record]) -> None:
    text = record_text(model, {model.NAME: WRITTEN})
    for key in shapes(model):
        of_file(re.sub(rf"^# (?={key}: )", "", text, flags=re.MULTILINE))


def test_comments_stand_between_the_fields_that_are_given() -> None:
    data = {"title": "Talks", "participants": [{"person": "a", "for": "b"}], "date": "2019", "called": {"b": ["T"]}}
    lines = record_text(Meeting, data).splitlines()
    places = [next(i for i, line in enumerate(lines) if line.lstrip("# ").startswith(f"{key}:")) for key in
              ("title", "kind", "date", "place", "participants", "topics", "called", "names")]  # fmt: skip
    assert places == sorted(places)


def test_a_comment_says_what_its_field_means() -> None:
    text = record_text(Topic, {"name": "Fish"})
    assert re.search(r"^# broader: … +# The larger topic\. The id of a topic\.$", text, re.MULTILINE)


def test_no_line_is_wider_than_a_screen() -> None:
    for model in RECORD_TYPES:
        required = {key: "x" for key in shapes(model) if key in (model.NAME, "kind")}
        assert max(map(len, record_text(model, required).splitlines())) <= 120
