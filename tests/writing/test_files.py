import os
import stat
from pathlib import Path

import pytest

from readouts.model import Meeting, Topic
from readouts.problem import ReadoutsError
from readouts.writing.changes import Change
from readouts.writing.files import carry_out

PILOTS = Change(model=Topic, id="pilots", after=b"name: Pilots\n")
TIDES = Change(model=Topic, id="tides", after=b"name: Tides\n")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_files_are_written_into_the_folder_of_their_type(tmp_path: Path) -> None:
    assert carry_out(tmp_path, [PILOTS, TIDES]) == (tmp_path / "topics/pilots.yml", tmp_path / "topics/tides.yml")
    assert (tmp_path / "topics/pilots.yml").read_bytes() == b"name: Pilots\n"
    assert names(tmp_path) == ["topics/pilots.yml", "topics/tides.yml"]


def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        (path,) = carry_out(tmp_path, [PILOTS])
    finally:
        os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_is_there_stays_and_so_does_all_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    if not has_links:
        monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics/pilots.yml").write_bytes(b"name: Others\n")
    with pytest.raises(ReadoutsError, match="exists already"):
        carry_out(tmp_path, [PILOTS, TIDES])
    assert names(tmp_path) == ["topics/pilots.yml"]
    assert (tmp_path / "topics/pilots.yml").read_bytes() == b"name: Others\n"
    carry_out(tmp_path, [TIDES])
    assert (tmp_path / "topics/tides.yml").read_bytes() == b"name: Tides\n"


def test_a_link_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content/topics").mkdir(parents=True)
    (tmp_path / "content/topics/pilots.yml").symlink_to(tmp_path / "elsewhere.yml")
    (tmp_path / "content/meetings").symlink_to(tmp_path)
    for change in (PILOTS, Change(model=Meeting, id="talks", after=b"")):
        with pytest.raises(ReadoutsError, match="behind a link"):
            carry_out(tmp_path / "content", [change])
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_file_is_replaced_only_as_it_was_read_and_keeps_its_rights(tmp_path: Path) -> None:
    (path,) = carry_out(tmp_path, [PILOTS])
    path.chmod(0o600)
    carry_out(tmp_path, [Change(model=Topic, id="pilots", before=PILOTS.after, after=b"name: All pilots\n")])
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"name: All pilots\n", 0o600)
    with pytest.raises(ReadoutsError, match="has changed in the meantime"):
        carry_out(tmp_path, [Change(model=Topic, id="pilots", before=PILOTS.after, after=b""), TIDES])
    assert names(tmp_path) == ["topics/pilots.yml"]
