from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.problem import ReadoutsError
from readouts.writing.forms import FOLDER, form_of, read_answers, read_forms
from readouts.writing.submissions import FORMS
from tests.conftest import ROOT
from tests.writing.answered import OURS, answered

QUOTATION = OURS["quotation"]
WORDS = {"meeting": "2019-05-11-harbour-talks", "speaker": "Hedda Brandt", "text": "An open door.", "lang": "en"}
ALL = {**WORDS, "mode": "direct", "source": "chancellery-2019-05-11"}


def test_what_was_answered_is_found_by_question() -> None:
    answers, objections = read_answers(QUOTATION, answered("quotation", ALL))
    assert (answers, objections) == (ALL, ())


def test_line_ends_of_the_browser_change_nothing() -> None:
    body = answered("quotation", {**ALL, "remarks": "One.\nTwo."}).replace("\n", "\r\n")
    assert read_answers(QUOTATION, body)[0] == {**ALL, "remarks": "One.\nTwo."}


@pytest.mark.parametrize(
    "words",
    [
        "  indented, with two spaces at the end  ",
        "### Not a heading of the form\n\n# nor this",
        "<!-- no comment --> **no** markup &amp; `no code`",
        "```\nsome\n```",
        "_No response_ was what they said",
        "one\n\n\nthree lines on",
        "\u3000begins with a space of another kind",
        "${{ github.token }} $(id) `id` \\n",
    ],
)
def test_exact_words_stay_as_they_were_typed(words: str) -> None:
    answers, objections = read_answers(QUOTATION, answered("quotation", {**ALL, "text": words}))
    assert (answers["text"], objections) == (words, ())


def test_blank_lines_around_the_words_are_no_part_of_them() -> None:
    assert read_answers(QUOTATION, answered("quotation", {**ALL, "text": "\n \nWords.\n\n"}))[0]["text"] == "Words."


@given(st.text(st.characters(exclude_characters="\r"), min_size=1))
def test_any_words_come_through(words: str) -> None:
    answers, _ = read_answers(QUOTATION, answered("quotation", {**ALL, "text": f"<{words}>"}))
    assert answers["text"] == f"<{words}>"


@given(st.text())
def test_no_text_at_all_is_too_much(body: str) -> None:
    for form in OURS.values():
        read_answers(form, body)
        form_of(body, tuple(OURS.values()))


def test_a_heading_of_the_form_inside_an_answer_is_told() -> None:
    body = answered("quotation", {**ALL, "remarks": "### Who said it\n\nsomebody else"})
    answers, objections = read_answers(QUOTATION, body)
    assert "speaker" not in answers
    assert [objection.label for objection in objections] == ["Who said it"]


def test_what_is_required_is_missed_and_what_is_not_is_not() -> None:
    _, objections = read_answers(QUOTATION, answered("quotation", {}))
    required = [question.label for question in QUOTATION.questions if question.required]
    assert [objection.label for objection in objections] == required
    assert read_answers(QUOTATION, "")[1] == objections


def test_a_choice_that_the_form_does_not_have_is_told() -> None:
    answers, objections = read_answers(QUOTATION, answered("quotation", {**ALL, "mode": "sideways"}))
    assert "mode" not in answers
    assert objections[0].message == "'sideways' is not one of direct, partial, indirect"


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_known_by_its_first_question(name: str) -> None:
    forms = tuple(OURS.values())
    form = form_of("\r\n" + answered(name, {}).replace("\n", "\r\n"), forms)
    assert form
    assert form.name == name


def test_another_text_is_of_no_form() -> None:
    forms = tuple(OURS.values())
    assert form_of("Hello!\n\n### At which meeting\n\nx", forms) is None
    assert form_of("### At which meetings\n\nx", forms) is None
    assert form_of("", forms) is None


def test_a_project_without_forms_has_none_and_one_that_is_none_is_told(tmp_path: Path) -> None:
    assert read_forms(tmp_path, FORMS) == ()
    (tmp_path / FOLDER).mkdir(parents=True)
    for text in ("body: [{type: input, attributes: {label: x}}]", "body: 1", "[", "name: x"):
        (tmp_path / FOLDER / "meeting.yml").write_text(text)
        with pytest.raises(ReadoutsError, match=r"meeting\.yml"):
            read_forms(tmp_path, FORMS)


def test_labels_and_ids_are_unique_and_no_label_begins_two_forms() -> None:
    assert {form.name for form in OURS.values()} == set(FORMS)
    for form in OURS.values():
        assert len({question.id for question in form.questions}) == len(form.questions)
        assert len({question.label for question in form.questions}) == len(form.questions)
    assert len({form.questions[0].label for form in OURS.values()}) == len(FORMS)
    assert (ROOT / FOLDER / "config.yml").is_file()
