import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Lay, run

TEXT = "LINDEN:\n“We want the quay,” Chancellor Hedda Brandt said.\n“Why.\n"
SOURCE = "courier-2019-05-12"


@pytest.fixture
def project(lay: Lay, tmp_path: Path) -> Path:
    """Return a project with a text beside its records, and the same as the snapshot of a source."""
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / f"{SOURCE}.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_file_becomes_a_draft_and_a_remark(project: Path) -> None:
    done = run("draft", "article.txt", cwd=project)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "# yaml-language-server: $schema=../../.readouts/schema/meeting.json\n# A draft by rules"
    )
    assert "speaker: hedda-brandt\n" in done.stdout
    assert "# source: …  # the id of the source record of this text\n" in done.stdout
    assert done.stderr == "1 quoted passage, 1 with a speaker; 1 quotation mark without a partner\n"


def test_a_source_is_named_beside_the_file_or_in_its_place(project: Path) -> None:
    named = run("draft", "article.txt", "--source", SOURCE, cwd=project)
    own = run("draft", SOURCE, cwd=project)
    for done in (named, own):
        assert done.returncode == 0
        assert f"      - source: {SOURCE}\n        lang: en\n" in done.stdout


def test_standard_input_is_read_where_a_dash_stands(project: Path) -> None:
    command = [sys.executable, "-m", "readouts", "draft", "-"]
    done = subprocess.run(command, input=TEXT.encode(), capture_output=True, cwd=project, check=False, timeout=600)
    assert done.returncode == 0
    assert b"A draft by rules from standard input." in done.stdout
    assert b"speaker: hedda-brandt\n" in done.stdout


def test_what_stands_on_standard_output_is_utf_8_on_every_terminal(project: Path) -> None:
    command = [sys.executable, "-m", "readouts", "draft", "article.txt"]
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, cwd=project, env=environment, check=False, timeout=600)
    assert done.returncode == 0
    assert "text: We want the quay,\n" in done.stdout.decode()
    assert "“Chancellor Hedda Brandt said”" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draft"], "SOURCE"),
        (["draft", "no-such-file.txt"], "no file no-such-file.txt"),
        (["draft", "courier-2019-05-21"], "no source 'courier-2019-05-21': did you mean 'courier-2019-05-12'?"),
        (["draft", "mirror-2019-05-12"], "the source 'mirror-2019-05-12' has no text here"),
        (["draft", "article.txt", "--source", "courier"], "no source 'courier'"),
        (["draft", "content"], "Is a directory"),
        (["draft", "latin.txt"], "latin.txt is not UTF-8: byte 0xFC is no part of a character, line 1, column 2"),
        (["draft", "wide.txt"], "wide.txt is not UTF-8"),
        (["draft", "zero.txt"], "zero.txt is no text in UTF-8"),
        (["draft", "long.txt"], "long.txt is larger than 256 KiB"),
        (["draft", "\x1b[2J../x"], "no file"),
    ],
)
def test_what_can_not_be_drafted_from_is_refused_in_words(project: Path, arguments: list[str], words: str) -> None:
    (project / "latin.txt").write_bytes("für".encode("latin-1"))
    (project / "wide.txt").write_bytes("“A”".encode("utf-16"))
    (project / "zero.txt").write_bytes(b"\0")
    (project / "long.txt").write_bytes(b"a" * 3_000_000)
    done = run(*arguments, cwd=project)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""
    assert not {"\x1b", "Traceback"} & {*done.stderr.split(), *done.stderr}


def test_a_text_without_quotation_marks_is_an_empty_draft(project: Path) -> None:
    (project / "mute.txt").write_text("Nobody said a word.\n")
    done = run("draft", "mute.txt", cwd=project)
    assert (done.returncode, done.stderr) == (0, "no words in quotation marks\n")
    assert all(line.startswith("#") for line in done.stdout.splitlines())


def test_records_with_faults_do_not_stop_a_draft(project: Path) -> None:
    (project / "content" / "people" / "odo.yml").write_text("name: [\n")
    (project / "content" / "people" / "ida.yml").write_text("sort: Quill, Ida\n")
    done = run("draft", "article.txt", cwd=project)
    assert done.returncode == 0
    assert "speaker: hedda-brandt\n" in done.stdout
