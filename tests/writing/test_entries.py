"""What an issue form or another door calls, without a terminal."""

import pytest

from readouts.build import Checked, check
from readouts.load.reader import read
from readouts.model import RECORD_TYPES, Meeting, Record, Topic
from readouts.problem import ReadoutsError
from readouts.writing.changes import Change, new_problems, with_changes
from readouts.writing.entries import new_quote, new_record
from readouts.writing.formatting import in_form
from tests.cli.test_new import QUOTE, REQUIRED, TALKS
from tests.conftest import TREE, Lay, changed


def pairs(assignments: list[str]) -> list[tuple[str, str]]:
    return [(field, value) for field, _, value in (assignment.partition("=") for assignment in assignments)]


def codes(checked: Checked, *changes: Change) -> list[tuple[str, str]]:
    found = new_problems(checked.problems, with_changes(checked.content, TREE.name, changes))
    return [(problem.path, problem.code) for problem in found]


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_format_finds_nothing_to_change_in_a_new_record(model: type[Record]) -> None:
    text = new_record(model, pairs(REQUIRED[model.TYPE])).after.decode()
    assert in_form(text, model) == text


def test_nor_in_a_new_meeting_with_a_quotation() -> None:
    meeting = new_record(Meeting, pairs([*REQUIRED["meeting"], "topics=fish", "summary=A walk."]))
    text = new_quote(meeting.id, meeting.after, pairs(QUOTE)).after.decode()
    assert in_form(text, Meeting) == text


def test_nor_in_a_quotation_added_to_a_meeting_in_form() -> None:
    talks = in_form((TREE / f"meetings/{TALKS}.yml").read_text(encoding="utf-8"), Meeting)
    assert talks is not None
    text = new_quote(TALKS, talks.encode(), pairs(QUOTE)).after.decode()
    assert in_form(text, Meeting) == text


def test_a_new_record_is_a_file_in_the_folder_of_its_type(checked: Checked) -> None:
    change = new_record(Topic, [("name", "Pilots"), ("broader", "harbour")])
    assert (change.name, change.before) == ("topics/pilots.yml", None)
    assert read(change.after.decode()).data == {"name": "Pilots", "broader": "harbour"}
    assert codes(checked, change) == []


def test_an_id_may_be_given_and_is_asked_of_the_model() -> None:
    assert new_record(Topic, [("name", "渔业")], "fishery").id == "fishery"
    with pytest.raises(ReadoutsError, match="did you mean 'fish-ery'"):
        new_record(Topic, [("name", "渔业")], "Fish Ery")
    with pytest.raises(ReadoutsError, match="no id can be made of the name"):
        new_record(Topic, [("name", "渔业")])


def test_what_check_would_say_is_said_before_anything_is_written(checked: Checked) -> None:
    lost = new_record(Topic, [("name", "Pilots"), ("broader", "harbor")])
    assert codes(checked, lost) == [("content/topics/pilots.yml", "unknown-reference")]
    # The rule points at the later of the two, which is the one that is there.
    same = new_record(Topic, [("name", "Harbour")], "aaa")
    assert codes(checked, same) == [("content/topics/harbour.yml", "same-name")]


def test_records_that_name_each_other_are_held_against_each_other(checked: Checked) -> None:
    pilots = new_record(Topic, [("name", "Pilots"), ("broader", "tides")])
    tides = new_record(Topic, [("name", "Tides")])
    assert codes(checked, pilots, tides) == []


def test_what_was_wrong_before_is_not_told_again(lay: Lay) -> None:
    content = lay(changed(f"meetings/{TALKS}.yml", "venue: Rope Hall", "venu: Rope Hall"))
    checked = check(content)
    assert checked.errors
    assert codes(checked, new_quote(TALKS, (content / f"meetings/{TALKS}.yml").read_bytes(), pairs(QUOTE))) == []
