"""A person at a terminal, who is asked and answers."""

import os
import sys
from collections.abc import Sequence
from textwrap import fill
from typing import Any

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style
from prompt_toolkit.validation import ValidationError, Validator

from readouts.cli.prompts.completion import Offer, OneOf
from readouts.cli.prompts.question import Objection, Question
from readouts.report import shown

_STYLE = Style.from_dict(
    {"says": "ansigreen", "placeholder": "ansibrightblack", "bottom-toolbar": "noreverse ansibrightblack"}
)
NARROWEST = 20  # columns that a terminal is taken to have at least
_STOP = "Ctrl+C stops, and what was asked for is not written"


def has_terminal() -> bool:
    """Tell whether there is someone to ask: questions go to standard error, so that the output has results alone."""
    return sys.stdin.isatty() and sys.stderr.isatty()


class _Objecting(Validator):
    """Says under an answer what is wrong with it."""

    def __init__(self, objection: Objection) -> None:
        self.objection = objection

    def validate(self, document: Document) -> None:
        if message := self.objection(document.text.strip()):
            raise ValidationError(len(document.text), shown(message))


def _ends_of_text() -> KeyBindings:
    """Return the keys that end a text of several lines; what is pasted may have empty lines in it."""
    keys = KeyBindings()

    def accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    keys.add("enter", filter=Condition(_is_on_empty_last_line))(accept)
    keys.add("c-d")(accept)
    return keys


def _taking(proposal: str) -> KeyBindings:
    """Return the key that takes a proposal as if it had been typed."""
    keys = KeyBindings()

    @keys.add("right", filter=Condition(lambda: not get_app().current_buffer.text))
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(proposal)

    return keys


def _is_on_empty_last_line() -> bool:
    document = get_app().current_buffer.document
    return document.on_last_line and not document.current_line.strip()


class Terminal:
    """Asks on standard error and reads from standard input."""

    def say(self, text: str) -> None:
        """Show a line."""
        click.echo(shown(text), err=True)

    def ask(self, question: Question, objection: Objection, offers: Sequence[Offer] = ()) -> str:
        """Return an answer of one line to which there is no objection, without spaces around it; or the proposal."""
        proposal = question.default
        session = _session(
            lambda typed: objection(typed or proposal),
            f"{_enter(question)} · Tab completes · {_STOP}",
            completer=OneOf(offers),
            placeholder=FormattedText([("class:placeholder", shown(proposal))]),
            key_bindings=_taking(proposal),
        )
        return session.prompt(_message(question), default=question.written).strip() or proposal

    def ask_text(self, question: Question, objection: Objection) -> str:
        """Return an answer of several lines to which there is no objection, without spaces and lines around it."""
        keys = f"Enter on an empty line, or Ctrl+D, ends the text · {_STOP}"
        session = _session(objection, keys, multiline=True, key_bindings=_ends_of_text())
        return session.prompt(_message(question), default=question.written).strip()

    def choose(self, question: str, *choices: str) -> str:
        """Return one of several words, whose beginning is enough; the first where nothing is typed."""

        def objection(typed: str) -> str | None:
            return None if _begun(typed, choices) else f"answer {' or '.join(choices)}"

        session = _session(objection, f"Enter alone: {choices[0]} · {_STOP}")
        typed = session.prompt(FormattedText([("bold", f"{shown(question)} [{choices[0]}]/{'/'.join(choices[1:])} ")]))
        return _begun(typed.strip(), choices) or choices[0]


def _enter(question: Question) -> str:
    """Return what Enter alone does."""
    if question.default:
        return "Enter takes what is proposed, → lets you change it"
    return "Needed" if question.required else "Enter alone leaves it out"


def _begun(typed: str, choices: Sequence[str]) -> str | None:
    return next((choice for choice in choices if choice.startswith(typed.casefold())), None)


def _session(objection: Objection, keys: str, **settings: Any) -> PromptSession[str]:
    """Return what asks one question: nothing of the one before is left in it."""
    return PromptSession(
        output=create_output(sys.stderr), style=_STYLE, validator=_Objecting(objection), bottom_toolbar=keys, **settings
    )


def _message(question: Question) -> FormattedText:
    """Return what stands before the answer, with what is asked for above it."""
    width = os.get_terminal_size(sys.stderr.fileno()).columns
    says = fill(f"# {shown(question.says)}", max(width - 1, NARROWEST), subsequent_indent="# ")
    return FormattedText([("class:says", f"{says}\n"), ("bold", f"{shown(question.label)}: ")])
