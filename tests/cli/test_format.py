"""The command that puts records into form."""

import os
import stat
from pathlib import Path

import pytest

from tests.conftest import Lay, run

FISH, LOOSE, FORM = (
    "topics/fish.yml",
    "broader:  'harbour'\nname: Fish # small\n",
    "name: Fish # small\nbroader: harbour\n",
)


def test_all_records_are_put_into_form_and_what_changed_is_listed(lay: Lay) -> None:
    content = lay({FISH: LOOSE})
    done = run("format", "--content", content)
    assert (done.returncode, done.stdout) == (0, f"{content / FISH}\n")
    assert (content / FISH).read_text() == FORM
    again = run("format", "--content", content)
    assert (again.returncode, again.stdout) == (0, "")


def test_check_writes_nothing_and_fails(lay: Lay) -> None:
    content = lay({FISH: LOOSE})
    done = run("format", "--check", "--content", content)
    assert (done.returncode, done.stdout) == (1, f"{content / FISH}\n")
    assert (content / FISH).read_text() == LOOSE


def test_named_files_alone_are_put_into_form(lay: Lay) -> None:
    content = lay({FISH: LOOSE, "topics/bait.yml": LOOSE})
    assert run("format", "--content", content, content / FISH).returncode == 0
    assert (content / FISH).read_text() == FORM
    assert (content / "topics" / "bait.yml").read_text() == LOOSE


def test_a_file_with_faults_is_left_and_told_and_the_others_go_on(lay: Lay) -> None:
    faulty = "nam: Bait\nbroader:   fish\n"
    content = lay({FISH: LOOSE, "topics/bait.yml": faulty})
    done = run("format", "--content", content)
    assert done.returncode == 1
    assert "error[unknown-field]" in done.stderr
    assert "content/topics/bait.yml:1:1" in done.stderr
    assert (content / "topics" / "bait.yml").read_text() == faulty
    assert (content / FISH).read_text() == FORM


def test_windows_line_ends_and_a_mark_at_the_beginning_go_and_permissions_stay(lay: Lay) -> None:
    content = lay({FISH: b"\xef\xbb\xbfname: Fish\r\nbroader: harbour\r\n"})
    (content / FISH).chmod(0o640)
    assert run("format", "--content", content).returncode == 0
    assert (content / FISH).read_bytes() == b"name: Fish\nbroader: harbour\n"
    assert stat.S_IMODE((content / FISH).stat().st_mode) == 0o640


def test_no_link_is_followed(lay: Lay, tmp_path: Path) -> None:
    content = lay()
    (tmp_path / "elsewhere.yml").write_text(LOOSE)
    (content / "topics" / "bait.yml").symlink_to(tmp_path / "elsewhere.yml")
    done = run("format", "--content", content)
    assert done.returncode == 1
    assert (tmp_path / "elsewhere.yml").read_text() == LOOSE


@pytest.mark.parametrize("name", ["nowhere.yml", "../mkdocs.yml"])
def test_a_file_that_is_no_record_is_refused(lay: Lay, name: str) -> None:
    content = lay()
    done = run("format", "--content", content, content / name)
    assert done.returncode == 2
    assert "no record of" in done.stderr
    assert os.path.basename(name) in done.stderr  # noqa: PTH119  # a name is enough
