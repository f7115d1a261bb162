"""What the loader accepts, the schemas accept; a misspelt or a missing field is refused by both."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from jsonschema import Draft7Validator

from readouts.build import check
from readouts.graph import build_graph
from readouts.load.binding import bind
from readouts.load.reader import read
from readouts.model import NOTE_KINDS, RECORD_TYPES, LogEntry, Note, Part, Record
from readouts.model.shape import Either, Fields, Many, Shape, Table, Value, name_of, shapes, stand_in
from readouts.schema import schemas
from tests.conftest import TREE
from tests.schema.yaml_core import read_core

ODD = ("null", "true", "2024", "1e3", "0x10", "no")
GRAPH = build_graph(
    [
        *check(TREE).insight.graph.records,
        *(stand_in(Fields(model)).model_copy(update={"id": id_}) for model in RECORD_TYPES for id_ in ODD),
    ]
)
IDS: dict[str, list[str]] = {}
for type_, id_ in GRAPH.nodes:
    IDS.setdefault(type_, []).append(id_)
VALIDATORS = {name.removesuffix(".json"): Draft7Validator(json.loads(text)) for name, text in schemas(GRAPH)}

LETTERS = st.characters(categories=("L", "N", "P", "S"), include_characters=" ")
ID = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True) | st.sampled_from(ODD)
WORDS = st.builds("{}a{}".format, st.text(LETTERS, max_size=20), st.text(LETTERS, max_size=20)) | st.sampled_from(
    ["NO", "~", "Null", "12:30", "1.5", "0x1F", ".inf", "on", "TRUE", "2024-04-26", "1_000", "-3", "+.5e-7", "𝔄" * 200]
)
LINES = WORDS | st.sampled_from([" ", "a\nb", *("𝔄" * most for most in (201, 300, 301, 1000, 1001))])
ONE_DATE = st.from_regex(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?[~?]?", fullmatch=True)
Kinds = Mapping[str, SearchStrategy[str]]
RIGHT: Kinds = {
    **dict.fromkeys(("name", "one line of text", "sentence", "wording", "text", "prose"), WORDS),
    **dict.fromkeys(("id", "id of a quote of the same meeting"), ID),
    "date": st.sampled_from(["2024", "0001", "2024-02", "2024-02-29", "2024-02~", "2024/2025-01", "2024?/2024"]),
    "language tag": st.sampled_from(["en", "no", "zh-Hans", "EN", "x-own", "sl-rozaj-biske"]),
    "country code": st.sampled_from(["NO", "CN"]),
    "web address": st.sampled_from(
        ["https://example.org/a?b=c#d", "HTTP://EXAMPLE.org", "https://例え.jp/𝔄", "http://[::1]/"]
    ),
    "colour": st.sampled_from(["#b3261e", "#ABCDEF"]),
    "true or false": st.sampled_from(["true", "false"]),
    "whole number from 1": st.sampled_from(["1", "999999"]),
    "degrees north": st.sampled_from(["0", "-90", "+12.5", "007"]),
    "degrees east": st.sampled_from(["180", "-0.0"]),
}
ANY: Kinds = {
    **{kind: right | LINES for kind, right in RIGHT.items()},
    "date": ONE_DATE | st.builds("{}/{}".format, ONE_DATE, ONE_DATE),
    "language tag": RIGHT["language tag"] | st.sampled_from(["y", "cn", "i-klingon", "english", "zh_Hans"]),
    "country code": st.from_regex(r"[A-Z]{2}", fullmatch=True),
    "degrees north": st.from_regex(r"[-+]?[0-9]{1,3}(\.[0-9]{1,3})?", fullmatch=True),
    "degrees east": st.from_regex(r"[-+]?[0-9]{1,3}(\.[0-9]{1,3})?", fullmatch=True),
}


def of_shape(shape: Shape, kinds: Kinds) -> SearchStrategy[Any]:  # noqa: PLR0911  # one for each shape
    match shape:
        case Value(choices=choices) if choices:
            return st.sampled_from(choices)
        case Value(link=link) if link:
            return st.sampled_from([id_ for type_ in link.to for id_ in IDS[type_]])
        case Value(title=title):
            return kinds[title]
        case Many(item=item, bounds=bounds):
            return st.lists(of_shape(item, kinds), min_size=bounds.least, max_size=2)
        case Table(key=key, value=value):
            return st.dictionaries(of_shape(key, kinds), of_shape(value, kinds), max_size=2)
        case Either(value=value, model=model):
            return of_shape(value, kinds) | of_model(model, kinds)
        case Fields(model=model):
            return st.deferred(lambda: of_model(model, kinds))


def required(model: type[Part]) -> list[str]:
    fields = ((key, model.model_fields[name_of(model, key)]) for key in shapes(model))
    return [key for key, field in fields if field.is_required() and not field.exclude]


def of_model(model: type[Part], kinds: Kinds) -> SearchStrategy[dict[str, Any]]:
    known = {
        key: of_shape(shape, kinds)
        for key, shape in shapes(model).items()
        if not (issubclass(model, Record) and key == "id")
    }
    optional = {key: found for key, found in known.items() if key not in required(model)}
    if model is Note:
        remarks = [{kind: optional.pop(kind)} for kind in NOTE_KINDS]
        return st.one_of(*(st.fixed_dictionaries(remark, optional=optional) for remark in remarks))
    if model is LogEntry:
        del optional["quote"]
    return st.fixed_dictionaries({key: known[key] for key in required(model)}, optional=optional)


NEEDS_NO_QUOTES = re.compile(r"[^\W_]([\w.:+/ -]*[\w.+/-])?|[-+.][0-9]\w*|~")


def written(data: Any) -> str:
    """Return data in one line of YAML, without quotes where it can be."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{written(key)}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(written, data)) + "]"
    plain = NEEDS_NO_QUOTES.fullmatch(data) and ": " not in data
    return str(data) if plain else json.dumps(data, ensure_ascii=False)


def accepted(model: type[Record], source: str) -> bool:
    return not bind(model, "any", read(source)).faults


def follows(model: type[Record], source: str) -> bool:
    return VALIDATORS[model.TYPE].is_valid(read_core(source))


by_type = pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)


@by_type
def test_what_the_loader_accepts_the_schema_accepts(model: type[Record]) -> None:
    seen = [0, 0]

    @given(of_model(model, ANY))
    def agree(data: dict[str, Any]) -> None:
        source = written(data)
        is_accepted = accepted(model, source)
        seen[is_accepted] += 1
        assert follows(model, source) or not is_accepted

    agree()
    assert min(seen) > 0, "some are to be right, and some wrong"


def mappings(shape: Shape, data: Any) -> Iterator[tuple[type[Part], dict[str, Any]]]:
    """Yield every mapping of fields in data."""
    match shape:
        case Fields(model=model) | Either(model=model) if isinstance(data, dict):
            yield model, data
            for key, value in data.items():
                yield from mappings(shapes(model)[key], value)
        case Many(item=item):
            for value in data:
                yield from mappings(item, value)
        case Table(value=value_shape):
            for value in data.values():
                yield from mappings(value_shape, value)
        case _:
            return


Harm = Callable[[type[Part], dict[str, Any], Any], None]


def misspell(_: type[Part], fields: dict[str, Any], draw: Any) -> None:
    key = draw(st.sampled_from(list(fields)))
    fields[f"{key}x"] = fields.pop(key)


def leave_out(model: type[Part], fields: dict[str, Any], draw: Any) -> None:
    del fields[
        draw(st.sampled_from([*required(model), *(kind for kind in NOTE_KINDS if model is Note and kind in fields)]))
    ]


@by_type
@pytest.mark.parametrize("harm", [misspell, leave_out])
def test_a_field_that_is_misspelt_or_missing_is_refused_by_both(model: type[Record], harm: Harm) -> None:
    @given(st.data())
    def refuse(data: st.DataObject) -> None:
        record = data.draw(of_model(model, RIGHT))
        assert accepted(model, written(record))
        places = [(part, fields) for part, fields in mappings(Fields(model), record) if fields]
        if harm is leave_out:
            places = [(part, fields) for part, fields in places if required(part) or part is Note]
        harm(*data.draw(st.sampled_from(places)), data.draw)
        source = written(record)
        assert not accepted(model, source)
        assert not follows(model, source)

    refuse()
