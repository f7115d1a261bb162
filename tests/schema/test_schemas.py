import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from readouts.build import check
from readouts.graph import Graph, build_graph
from readouts.model import RECORD_TYPES, Meeting, Note, Person, Place, Quote, Record, Source, Topic
from readouts.model.shape import Fields, name_of, shapes, stand_in
from readouts.schema import MOST_BYTES, schemas
from readouts.text import Text
from tests.conftest import ROOT, TREE
from tests.schema.yaml_core import read_core


def schema_of(model: type[Record], graph: Graph, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dict(schemas(graph, most_bytes))[f"{model.TYPE}.json"])
    return found


def a_record(model: type[Record], id_: str, name: str = "A name") -> Record:
    record = stand_in(Fields(model))
    changed: Record = record.model_copy(update={"id": id_, model.NAME: Text(name)})
    return changed


@pytest.mark.parametrize("model", RECORD_TYPES)
def test_a_schema_is_valid_as_a_schema(model: type[Record], graph: Graph) -> None:
    Draft7Validator.check_schema(schema_of(model, graph))


@pytest.mark.parametrize("content", [TREE, ROOT / "content"], ids=["tree", "seed"])
def test_every_record_follows_its_schema(content: Path) -> None:
    graph = check(content).insight.graph
    for model in RECORD_TYPES:
        validator = Draft7Validator(schema_of(model, graph))
        for file in (content / model.FOLDER).glob("*.yml"):
            found = [error.message for error in validator.iter_errors(read_core(file.read_text(encoding="utf-8")))]
            assert found == [], file


@pytest.mark.parametrize("model", RECORD_TYPES)
def test_a_record_has_the_fields_of_its_model_and_no_other(model: type[Record], graph: Graph) -> None:
    schema = schema_of(model, graph)
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(shapes(model)) - {"id"}  # the file's name
    for key, described in schema["properties"].items():
        field = model.model_fields[name_of(model, key)]
        assert described["description"] == " ".join((field.description or "").split())
        assert (key in schema["required"]) == field.is_required()


def test_parts_stand_among_the_definitions_each_once(graph: Graph) -> None:
    definitions = schema_of(Meeting, graph)["definitions"]
    assert set(definitions["quote"]["properties"]) == set(shapes(Quote))
    assert set(definitions["note"]["properties"]) == set(shapes(Note))
    assert definitions["quote"]["properties"]["notes"]["items"] == {"$ref": "#/definitions/note"}


def test_choices_have_the_meaning_that_the_model_tells(graph: Graph) -> None:
    mode = schema_of(Meeting, graph)["definitions"]["rendering"]["properties"]["mode"]
    assert dict(zip(mode["enum"], mode["enumDescriptions"], strict=True)) == {
        "direct": "in the source's quotation marks or a transcript",
        "partial": "some words quoted inside a paraphrase",
        "indirect": "reported speech",
    }


def test_a_link_takes_the_ids_of_its_types_with_their_names(graph: Graph) -> None:
    definitions = schema_of(Meeting, graph)["definitions"]
    speakers = definitions["id-of-person-or-organization"]
    named = dict(zip(speakers["enum"], speakers["enumDescriptions"], strict=True))
    assert named["hedda-brandt"] == "Hedda Brandt"
    assert named["courier"] == "The Linden Courier"
    assert "linden" not in named
    assert definitions["quote"]["properties"]["speaker"]["$ref"] == "#/definitions/id-of-person-or-organization"


def test_quotes_are_named_by_who_says_what(graph: Graph) -> None:
    log = schema_of(next(model for model in RECORD_TYPES if model.TYPE == "commitment"), graph)["definitions"]
    quotes = dict(zip(log["id-of-quote"]["enum"], log["id-of-quote"]["enumDescriptions"], strict=True))
    assert quotes["2019-05-11-harbour-talks/fish"] == "Tomas Reyle: Fish know no quays."


def refusals(schema: dict[str, Any], source: str) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(read_core(source))]


ODD_IDS = ["null", "true", "2024", "007", "1e3", "1e999", "0x10", "0o7", "no", "y"]


@pytest.mark.parametrize("id_", ODD_IDS)
def test_an_id_that_yaml_takes_for_something_else_is_an_id(id_: str) -> None:
    schema = schema_of(Meeting, build_graph([a_record(Topic, odd) for odd in ODD_IDS]))
    for written in (id_, f'"{id_}"'):
        assert refusals(schema, f"title: Talks\nkind: call\ndate: 2019\ntopics: [{written}]\n") == []
    assert refusals(schema, "title: Talks\nkind: call\ndate: 2019\ntopics: [other]\n") != []


@pytest.mark.parametrize("value", ["NO", "2024", "12:30", "Null", "~", "true", "1e3", "0x1F", ".inf", "on", "1_000"])
def test_a_value_is_text_whatever_yaml_takes_it_for(value: str, graph: Graph) -> None:
    assert refusals(schema_of(Topic, graph), f"name: {value}\nalso: [{value}]\nnames: {{no: [{value}]}}\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "date: 2019-13",
        "date: 20191",
        "date: May 2019",
        "date: 2019/2020/2021",
        "date: [2019]",
        "lang: english",
        "url: ftp://example.org",
        "url: https://example.org/a b",
        "complete: yes",
        "licence: {}",
        'licence: " "',
        "licence: |\n  two\n  lines",
        f"licence: {'x' * 301}",
    ],
)
def test_a_value_that_its_kind_does_not_allow_is_refused(line: str, graph: Graph) -> None:
    source = "title: A\nkind: news\npublisher: mirror\n"
    assert refusals(schema_of(Source, graph), source) == []
    assert refusals(schema_of(Source, graph), f"{source}{line}\n") != []


def test_lengths_are_counted_in_characters_without_the_line_end_of_a_block(graph: Graph) -> None:
    assert refusals(schema_of(Topic, graph), f"name: |\n  {'𝔄' * 200}\n") == []
    assert refusals(schema_of(Topic, graph), f"name: |\n  {'𝔄' * 201}\n") != []


@pytest.mark.parametrize(
    ("at", "right"),
    [("{lat: 90, lon: -180}", True), ('{lat: "-90", lon: +180.0}', True), ("{lat: 90.1, lon: 0}", False)],
)
def test_degrees_go_as_far_as_the_globe(at: str, right: bool, graph: Graph) -> None:
    assert (refusals(schema_of(Place, graph), f"name: A\nat: {at}\n") == []) is right


NOTES = "name: A\nnotes:\n  - {}\n"


@pytest.mark.parametrize(
    ("note", "right"),
    [("{sic: a}", True), ("{on: a, dispute: b}", True), ("{on: a}", False), ("{sic: a, gloss: b}", False)],
)
def test_a_note_has_one_kind(note: str, right: bool, graph: Graph) -> None:
    assert (refusals(schema_of(Topic, graph), NOTES.format(note)) == []) is right


def test_hostile_names_are_only_text() -> None:
    name = 'A"},\\u0000{"$ref": "file:///etc/passwd"}\u2028\ud83d</script>'.encode("utf-8", "replace").decode()
    schema = schema_of(Meeting, build_graph([a_record(Person, "one", name)]))
    assert schema["definitions"]["id-of-person"]["enumDescriptions"] == [" ".join(name.split())]


def test_the_same_records_give_the_same_bytes(graph: Graph) -> None:
    again = build_graph(reversed(graph.records))
    assert list(schemas(graph)) == list(schemas(again))


def _many() -> Iterator[Record]:
    for number in range(12_000):
        yield a_record(Source, f"source-{number:06}", f"An account that has a title of usual length, number {number}")
    for number in range(900):
        yield a_record(Person, f"person-{number:06}", f"Person {number}")


def test_ids_that_are_too_many_are_left_out_the_most_first_and_the_schema_says_so() -> None:
    graph = build_graph(_many())
    schema = schema_of(Meeting, graph)
    assert len(dict(schemas(graph))["meeting.json"]) <= MOST_BYTES
    assert "id-of-person" in schema["definitions"]
    assert "id-of-source" not in schema["definitions"]
    assert schema["description"].endswith("There are too many to list here, so any id is accepted: source.")
    assert refusals(schema, "title: A\nkind: call\ndate: 2019\nreadouts: {a: any-source}\n") == []


@pytest.mark.parametrize("most", [30_000, 25_000, 20_000, 0])
def test_a_schema_keeps_to_its_limit_as_long_as_there_are_ids_to_leave_out(most: int, graph: Graph) -> None:
    smallest = len(dict(schemas(graph, 0))["meeting.json"])
    assert len(dict(schemas(graph, most))["meeting.json"]) <= max(most, smallest)


def test_a_project_without_records_accepts_any_id() -> None:
    schema = schema_of(Meeting, build_graph([]))
    assert refusals(schema, "title: A\nkind: call\ndate: 2019\nplace: anywhere\n") == []
    assert refusals(schema, "title: A\nkind: call\ndate: 2019\nplace: Any Where\n") != []
