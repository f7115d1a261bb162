"""Which problems are new, and which are fixed."""

from tests.conftest import changed
from tests.diff.conftest import CALL, TALKS, Differ, Files, edited, renamed

FAULT = changed(CALL, "person: hedda-brandt", "person: hedda-brand")
ODO = {"people/odo.yml": "name: Odo\n"}


def counts(differ: Differ, files: Files, since: Files) -> tuple[int, int]:
    problems = differ(files, since=since).problems
    return len(problems.fixed), len(problems.new)


def test_problems_are_fixed_or_new(differ: Differ) -> None:
    assert counts(differ, ODO, FAULT) == (1, 1)
    assert counts(differ, {**ODO, **FAULT}, FAULT) == (0, 1)


def test_a_problem_that_moved_is_the_same(differ: Differ) -> None:
    assert counts(differ, {CALL: f"# A comment\n{FAULT[CALL]}"}, FAULT) == (0, 0)


def test_a_problem_in_a_renamed_file_is_the_same(differ: Differ) -> None:
    moved = {
        **renamed(CALL, "meetings/call.yml", FAULT[CALL]),
        **edited(TALKS, ("follows: 2019-03-02-harbour-call", "follows: call")),
    }
    moved[TALKS] = str(moved[TALKS]).replace("[2019-03-02-harbour-call]", "[call]")
    assert counts(differ, moved, FAULT) == (0, 0)


def test_a_second_problem_of_the_same_words_is_new(differ: Differ) -> None:
    twice = {CALL: FAULT[CALL].replace("person: tomas-reyle", "person: hedda-brand")}
    assert counts(differ, twice, FAULT) == (0, 1)
