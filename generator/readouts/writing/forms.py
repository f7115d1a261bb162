"""What someone answered in a form for issues, as its text came in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from readouts.problem import ReadoutsError
from readouts.text import shortened

FOLDER = Path(".github/ISSUE_TEMPLATE")
_UNANSWERED = ("", "_No response_")
_FENCE = re.compile(r"(?P<fence>`{3,})[^`\n]*\n(?P<inside>.*?)\n?(?P=fence)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Question:
    """A field of a form: under which heading its answer stands, which answers it takes, whether in a block of code."""

    id: str
    label: str
    required: bool
    choices: tuple[str, ...]
    fenced: bool


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form, by the name of its file."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Objection:
    """What is wrong with the answer to a question."""

    label: str
    message: str


def _questions(body: list[Any]) -> Iterator[Question]:
    for element in body:
        if element["type"] == "markdown":
            continue
        attributes = element["attributes"]
        yield Question(
            id=element["id"],
            label=attributes["label"].strip(),
            required=element.get("validations", {}).get("required", False),
            choices=tuple(str(option) for option in attributes.get("options", ())),
            fenced="render" in attributes,
        )


def read_forms(project: Path, names: Iterable[str]) -> tuple[Form, ...]:
    """Return those forms of a project that are there; raise ReadoutsError if one can't be read."""
    forms = []
    for path in (project / FOLDER / f"{name}.yml" for name in names):
        if not path.is_file():
            continue
        try:
            questions = tuple(_questions(yaml.safe_load(path.read_text(encoding="utf-8"))["body"]))
        except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
            raise ReadoutsError(f"{path}: no form whose questions each have an id and a label") from error
        forms.append(Form(name=path.stem, questions=questions))
    return tuple(forms)


def _heading(question: Question) -> re.Pattern[str]:
    return re.compile(rf"^### {re.escape(question.label)} *$", re.MULTILINE)


def form_of(body: str, forms: tuple[Form, ...]) -> Form | None:
    """Return the form that a text was made with: the one with whose first question it begins."""
    begun = body.replace("\r\n", "\n").lstrip()
    return next((form for form in forms if form.questions and _heading(form.questions[0]).match(begun)), None)


def read_answers(form: Form, body: str) -> tuple[Mapping[str, str], tuple[Objection, ...]]:
    """Return the answers that stand in a text, by the id of their question, and what is wrong with others.

    Between an answer and the next heading there is nothing else; blank lines around it are no part of it.
    """
    body = body.replace("\r\n", "\n")
    found = {question: list(_heading(question).finditer(body)) for question in form.questions}
    starts = sorted(match.start() for matches in found.values() for match in matches)
    answers, objections = {}, []
    for question, matches in found.items():
        if len(matches) > 1:
            message = "the heading of this question stands in the text more than once: keep one"
            objections.append(Objection(label=question.label, message=message))
            continue
        begin = matches[0].end() if matches else len(body)
        end = next((start for start in starts if start >= begin), len(body))
        answer = _answer(question, body[begin:end])
        if wrong := _wrong(question, answer):
            objections.append(Objection(label=question.label, message=wrong))
        elif answer is not None:
            answers[question.id] = answer
    return answers, tuple(objections)


def _answer(question: Question, section: str) -> str | None:
    answer = _trimmed(section)
    if question.fenced and (block := _FENCE.fullmatch(answer)):
        answer = _trimmed(block["inside"])
    # What a menu says that nothing was chosen from.
    is_none = answer in _UNANSWERED or (question.choices and answer == "None" and "None" not in question.choices)
    return None if is_none else answer


def _trimmed(section: str) -> str:
    """Return lines without the blank ones before and after them."""
    lines = section.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip(" \t")]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""


def _wrong(question: Question, answer: str | None) -> str | None:
    if answer is None:
        return "an answer is missing" if question.required else None
    if question.choices and answer not in question.choices:
        return f"'{shortened(answer)}' is not one of {', '.join(question.choices)}"
    return None
