import os
from pathlib import Path

import pytest

from readouts.load import load_content
from tests.conftest import Lay

CALL = "meetings/2019-03-02-harbour-call.yml"


def faults(content: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in load_content(content).problems]


def test_a_file_that_cannot_be_opened_is_a_problem_and_no_traceback(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: object, *rest: int) -> int:
        if str(path).endswith(CALL):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)  # type: ignore[arg-type]

    content = lay()
    monkeypatch.setattr(os, "open", refuse)
    assert faults(content) == [("unreadable-file", f"content/{CALL}")]


@pytest.mark.parametrize("kind", ["link", "link out", "dangling link", "folder", "pipe", "folder link"])
def test_only_regular_files_are_read(kind: str, lay: Lay, tmp_path: Path) -> None:
    content = lay()
    file = content / "topics" / "odd.yml"
    if kind == "link":
        file.symlink_to(content / "topics" / "fish.yml")
    elif kind == "link out":
        (tmp_path / "secret").write_text("name: Secret\n")
        file.symlink_to(tmp_path / "secret")
    elif kind == "dangling link":
        file.symlink_to(tmp_path / "nowhere")
    elif kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)  # opening it would wait for ever
    else:
        file = content / "odd"
        file.symlink_to(content / "topics")
    assert faults(content) == [("stray-file", f"content/{file.relative_to(content)}")]


def test_the_size_is_taken_from_the_file_that_was_opened(lay: Lay) -> None:
    content = lay({"topics/fish.yml": b"name: Fish\n#" + b"f" * (1024 * 1024 - 12)})
    assert faults(content) == []
    assert faults(lay({"topics/fish.yml": b"name: Fish\n#" + b"f" * (1024 * 1024 - 11)})) == [
        ("too-long", "content/topics/fish.yml")
    ]


def test_a_folder_that_cannot_be_read_hides_nothing_in_others(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    content = lay({"people/hedda-brandt.yml": "nam: Hedda\n"})
    listed = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "topics":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert ("unreadable-file", "content/topics") in faults(content)
    assert "content/people/hedda-brandt.yml" in {path for _, path in faults(content)}


def test_files_are_read_in_one_order_on_every_machine(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    content = lay()
    forward = [document.path for document in load_content(content).documents]
    listed = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: reversed(list(listed(path))))
    assert [document.path for document in load_content(content).documents] == forward


def test_only_files_that_changed_are_read_again(lay: Lay) -> None:
    content = lay({"topics/bait.yml": "nam: Bait\n"})
    before = load_content(content)
    (content / "topics" / "fish.yml").write_text("name: Herring\n")
    (content / "topics" / "net.yml").write_text("name: Net\n")
    (content / "people" / "hedda-brandt.yml").unlink()
    after, anew = load_content(content, before=before), load_content(content)
    assert (after.documents, after.problems) == (anew.documents, anew.problems)
    known = {id(document.record) for document in before.documents}
    assert {document.stem for document in after.documents if id(document.record) not in known} == {"fish", "net"}
