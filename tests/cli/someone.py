"""Someone at a terminal who reads what the command shows there, and answers its questions."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect
from wcwidth import wcwidth

CLEAR = "\x15"  # Ctrl+U deletes what stands before the cursor
INTERRUPT = "\x03"
END = "\x04"
RIGHT = "\x1b[C"
PATIENCE = 30  # seconds: the machine may be busy
_PIECE = re.compile(r"\x1b\[(\??[0-9;]*)([A-Za-z])|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b|.", re.DOTALL)


class Screen:
    """What a terminal shows, and what has left it at its top."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = [[]]
        self.row = self.column = 0
        self._rest = ""

    def feed(self, output: str) -> None:
        pieces = list(_PIECE.finditer(self._rest + output))
        self._rest = ""
        for piece in pieces:
            if piece[0] == "\x1b":  # the rest of the sequence is still to come
                self._rest = piece.string[piece.start() :]
                return
            if piece[2]:
                self._obey(piece[1], piece[2])
            elif piece[0][0] != "\x1b":
                self._show(piece[0])

    def _show(self, character: str) -> None:
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.row += 1
            self.rows += [[]] if self.row == len(self.rows) else []
        elif character == "\b":
            self.column -= 1
        elif character.isprintable():
            line = self.rows[self.row]
            line += [" "] * (self.column + 2 - len(line))
            line[self.column] = character
            if wcwidth(character) == 2:
                line[self.column + 1] = ""
            self.column += wcwidth(character)

    def _obey(self, numbers: str, letter: str) -> None:
        count = int(numbers) if numbers.isdigit() else 1
        match letter:
            case "A":
                self.row = max(0, self.row - count)
            case "B":
                self.row += count
            case "C":
                self.column += count
            case "D":
                self.column = max(0, self.column - count)
            case "K":
                del self.rows[self.row][self.column :]
            case "J":
                del self.rows[self.row][self.column :]
                del self.rows[self.row + 1 :]

    def text(self, first: int = 0) -> str:
        return "\n".join("".join(row).rstrip() for row in self.rows[first:])


class Someone:
    """A pseudo-terminal with the command at its other end; what was read before the last answer is behind them."""

    def __init__(self, content: Path, *arguments: str, columns: int = 160) -> None:
        # Nobody here tells where the cursor is, and colours are of no use.
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"}
        command = ["-m", "readouts", "new", *arguments, "--content", str(content)]
        self.child = pexpect.spawn(sys.executable, command, env=environment, encoding="utf-8", dimensions=(40, columns))
        self.child.delaybeforesend = None
        self.screen = Screen()
        self.asked = self.answered = 0

    def _reads(self) -> bool:
        """Take in what is shown next; tell whether there may be more."""
        try:
            self.screen.feed(self.child.read_nonblocking(4096, timeout=0.1))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def sees(self, words: str) -> int:
        """Wait until some words are shown below the last answer; return the row that they are in."""
        end = time.monotonic() + PATIENCE
        while words not in self.screen.text(self.answered):
            may_come = self._reads() and time.monotonic() < end
            assert may_come, f"no {words!r} in:\n{self.screen.text()}"
        return self.answered + self.screen.text(self.answered).partition(words)[0].count("\n")

    def is_asked(self, question: str) -> None:
        """Wait for a question, with what is proposed."""
        self.asked = self.sees(question)

    def types(self, text: str) -> None:
        self.child.send(text)

    def enters(self, text: str = "") -> None:
        """Answer the question that was seen last, and look at what comes below it."""
        self.answered = self.asked + 1
        self.types(f"{text}\r")

    def tries(self, text: str) -> None:
        """Give an answer that isn't accepted, in the place of the one before."""
        self.types(f"{CLEAR}{text}\r")

    def answers(self, question: str, answer: str = "") -> None:
        """Answer the question with this label, or accept what is proposed."""
        self.is_asked(f"{question}:")
        self.enters(answer)

    def chooses(self, question: str, answer: str = "") -> None:
        self.is_asked(question)
        self.enters(answer)

    def leaves_out(self, *questions: str) -> None:
        for question in questions:
            self.answers(question)

    def pastes(self, text: str) -> None:
        self.types(f"\x1b[200~{text}\x1b[201~")

    def ends(self) -> int:
        """Return the exit status, once all is said."""
        end = time.monotonic() + PATIENCE
        while self._reads():
            assert time.monotonic() < end, f"it goes on after:\n{self.screen.text()}"
        self.child.close()
        return int(self.child.exitstatus)

    @property
    def seen(self) -> str:
        return self.screen.text()
