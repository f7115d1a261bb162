from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.load.binding import bind
from readouts.load.reader import Reading, read
from readouts.model import RECORD_TYPES, Meeting, Record
from readouts.model.dates import UNKNOWN

KEYS = (
    *("title", "name", "date", "kind", "quotes", "id", "renderings", "text", "notes", "on"),
    *("sic", "roles", "readouts", "none", "forms", "en", "log"),
)
VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | st.sampled_from(["en", "2024", "a-b"])
PLAIN: st.SearchStrategy[Any] = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(PLAIN, st.sampled_from(RECORD_TYPES))
@settings(max_examples=600)
def test_whatever_a_file_holds_there_is_a_record_or_a_fault(data: Any, model: type[Record]) -> None:
    binding = bind(model, "some-id", Reading(data=data))
    assert isinstance(binding.record, model)
    assert binding.record.id == "some-id"


def test_a_faulty_record_keeps_what_is_sound() -> None:
    source = "title: Talks\nkind: cal\ndate: soon\nparticipants:\n  - person: a\n  - person: b\n    for: c\n"
    record = bind(Meeting, "x", read(source)).record
    assert isinstance(record, Meeting)
    assert record.title.raw == "Talks"
    assert record.date is UNKNOWN
    assert [(p.person, p.for_) for p in record.participants] == [("a", ""), ("b", "c")]


@pytest.mark.parametrize("source", ["just words", "- a\n- b\n", "'quoted'", "12"])
def test_a_file_that_is_no_mapping_has_one_fault_that_says_so(source: str) -> None:
    (fault,) = bind(Meeting, "x", read(source)).faults
    assert (fault.code, fault.span.line, fault.span.column) == ("wrong-shape", 1, 1)


def test_a_name_where_a_title_belongs_is_recognized() -> None:
    (fault,) = bind(Meeting, "x", read("name: T\nkind: call\ndate: 2024\n")).faults
    assert (fault.code, fault.suggestion) == ("unknown-field", "title")


def test_a_missing_choice_is_told_with_what_may_be_chosen() -> None:
    (fault,) = bind(Meeting, "x", read("title: T\ndate: 2024\n")).faults
    assert fault.help.startswith("add `kind: …` here, one of meeting, call, ")


def test_a_misspelt_field_is_one_fault_and_not_two() -> None:
    binding = bind(Meeting, "x", read("titel: Talks\nkind: call\ndate: 2024\n"))
    assert [(fault.code, fault.suggestion) for fault in binding.faults] == [("unknown-field", "title")]


def test_what_is_wrong_within_a_list_given_twice_is_looked_for_nowhere_else() -> None:
    source = "title: T\nkind: call\ndate: 2024\nquotes: []\nquotes:\n  - renderings:\n      - at:\nvenu: Quay\n"
    codes = [fault.code for fault in bind(Meeting, "x", read(source)).faults]
    assert codes == ["duplicate-key", "empty-value", "unknown-field"]
