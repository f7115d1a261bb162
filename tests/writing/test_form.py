"""A record in form says what it said: whatever it was written like, each value and each comment is there once."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.load.reader import read
from readouts.model import RECORD_TYPES, Meeting, Record
from readouts.writing.comments import find_comments
from readouts.writing.formatting import in_form
from tests.writing.sources import Scribbler, records


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
@given(data=st.data(), seed=st.integers(0, 1 << 32))
def test_values_and_comments_survive_any_layout(model: type[Record], data: st.DataObject, seed: int) -> None:
    scribbler = Scribbler(random.Random(seed))  # noqa: S311  # no secret
    source = scribbler.text(record := data.draw(records(model)))
    assert read(source).data == record
    form = in_form(source, model)
    assert form is not None, source
    assert read(form).data == record
    told = [comment for own in find_comments(form).values() for comment in own]
    assert sorted(told) == sorted(scribbler.comments)
    assert in_form(form, model) == form


@pytest.mark.parametrize("name", ["odd", "comments", "brackets"])
def test_each_case_gets_the_form_of_its_golden_file(name: str) -> None:
    cases = Path(__file__).parent / "cases"
    before, after = (cases / f"{name}.{side}.yml" for side in ("before", "after"))
    assert in_form(before.read_text(encoding="utf-8"), Meeting) == after.read_text(encoding="utf-8")
