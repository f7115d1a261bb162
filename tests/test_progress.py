import io
from types import SimpleNamespace

import pytest

from readouts import progress
from readouts.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    return terminal


def test_a_long_job_is_shown_and_cleared(clock: Clock, terminal: Terminal) -> None:
    job = Progress()
    job.begin("pages", 2000)
    clock.now += 1.5
    for _ in range(500):
        job.step()
    assert terminal.getvalue() == "\r\x1b[K  0 % of 2,000 pages"
    clock.now += 0.2
    job.step()
    assert terminal.getvalue().endswith("\r\x1b[K 25 % of 2,000 pages")
    job.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_job_of_unknown_length_is_counted(clock: Clock, terminal: Terminal) -> None:
    job = Progress()
    job.begin("files read")
    clock.now += 2
    job.step()
    assert terminal.getvalue() == "\r\x1b[K1 files read"


def test_a_short_job_shows_nothing(clock: Clock, terminal: Terminal) -> None:
    job = Progress()
    job.begin("pages", 10)
    clock.now += 0.9
    job.step()
    job.clear()
    assert terminal.getvalue() == ""


def test_without_a_terminal_nothing_is_shown(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    job = Progress()
    job.begin("pages", 10)
    clock.now += 5
    job.step()
    job.clear()
    assert stream.getvalue() == ""


def test_a_part_that_takes_long_in_one_step_is_named_at_its_beginning(clock: Clock, terminal: Terminal) -> None:
    job = Progress()
    job.begin("files read")
    clock.now += 3
    job.begin("rules checked", 30)
    assert terminal.getvalue().endswith("\r\x1b[K  0 % of 30 rules checked")
