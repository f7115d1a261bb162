"""Texts as GitHub makes them of the answers to a form."""

from collections.abc import Mapping

from readouts.writing.forms import read_forms
from readouts.writing.submissions import FORMS
from tests.conftest import ROOT

OURS = {form.name: form for form in read_forms(ROOT, FORMS)}


def answered(name: str, answers: Mapping[str, str]) -> str:
    """Return the text of an issue made with one of the forms."""
    return "\n\n".join(
        f"### {question.label}\n\n{_shown(name, question.id, answers)}" for question in OURS[name].questions
    )


def _shown(name: str, question: str, answers: Mapping[str, str]) -> str:
    (asked,) = (asked for asked in OURS[name].questions if asked.id == question)
    if question not in answers:
        return "None" if asked.choices else "_No response_"
    return f"```text\n{answers[question]}\n```" if asked.fenced else answers[question]
