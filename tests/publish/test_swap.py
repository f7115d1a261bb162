import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readouts.problem import ReadoutsError
from readouts.publish import MARKER, mark, published
from tests.conftest import TREE, Lay, changed, run

CALL = "meetings/2019-03-02-harbour-call.yml"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def good_site(folder: Path) -> Path:
    site = folder / "site"
    site.mkdir()
    (site / "index.html").write_text("the old site")
    mark(site)
    return site


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = good_site(tmp_path)
    with published(site) as staging:
        (staging / "page.html").write_text("new")
        assert (site / "index.html").read_text() == "the old site"
    assert set(contents(site)) == {"page.html", MARKER}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = good_site(tmp_path)
    before = contents(site)
    with pytest.raises(FileNotFoundError), published(site) as staging:
        (staging / "page.html").write_bytes(b"half" + (staging / "missing").read_bytes())
    assert contents(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_no_site_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("years of work")
    with pytest.raises(ReadoutsError, match="not a site of ours"), published(tmp_path / "site"):
        pytest.fail("it was entered")
    assert (tmp_path / "site" / "thesis.txt").read_text() == "years of work"


def test_what_a_link_points_to_is_left_alone(tmp_path: Path) -> None:
    elsewhere = good_site(tmp_path)
    (tmp_path / "link").symlink_to(elsewhere)
    with pytest.raises(ReadoutsError), published(tmp_path / "link"):
        pytest.fail("it was entered")


def test_only_one_build_runs_at_a_time(tmp_path: Path) -> None:
    with published(tmp_path / "site"), pytest.raises(ReadoutsError, match="under way"), published(tmp_path / "site"):
        pytest.fail("it was entered")
    assert (tmp_path / "site" / MARKER).is_file()


def test_a_site_is_brought_back_that_was_lost_between_two_renames(tmp_path: Path) -> None:
    good_site(tmp_path).rename(tmp_path / ".site.old")
    with pytest.raises(RuntimeError), published(tmp_path / "site"):
        raise RuntimeError
    assert (tmp_path / "site" / "index.html").read_text() == "the old site"


def test_a_build_that_was_killed_while_it_removed_the_old_site_is_no_hindrance(tmp_path: Path) -> None:
    site = good_site(tmp_path)
    (tmp_path / ".site.old" / "half").mkdir(parents=True)
    with published(site) as staging:
        (staging / "page.html").write_text("new")
    assert set(contents(site)) == {"page.html", MARKER}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_leftovers_of_a_killed_build_are_not_published(tmp_path: Path) -> None:
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "leftover.html").write_text("half")
    with published(tmp_path / "site") as staging:
        (staging / "page.html").write_text("new")
    assert set(contents(tmp_path / "site")) == {"page.html", MARKER}


@pytest.mark.parametrize("site", ["content/site", ".", "/"])
def test_records_and_site_never_lie_one_inside_the_other(lay: Lay, tmp_path: Path, site: str) -> None:
    content = lay()
    before = contents(content)
    done = run("build", "--content", content, "--site", tmp_path / site)
    assert done.returncode == 2
    assert "one inside the other" in done.stderr
    assert contents(content) == before


@pytest.mark.parametrize("site", ["docs/site", "templates/site"])
def test_a_site_is_not_built_into_what_it_is_built_from(lay: Lay, tmp_path: Path, site: str) -> None:
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: material\nplugins: [readouts]\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "templates").mkdir()
    done = run("build", "-C", tmp_path, "--site", tmp_path / site)
    assert (done.returncode, done.stdout) == (2, "")
    assert "one inside the other" in done.stderr


def test_a_killed_build_leaves_the_old_site_whole(lay: Lay, tmp_path: Path) -> None:
    content, site = lay(), tmp_path / "site"
    assert run("build", "--content", content, "--site", site).returncode == 0
    before = contents(site)
    command = [sys.executable, "-m", "readouts", "build", "--content", str(content), "--site", str(site)]
    killed = 0
    for pages in (1, 10, 40):
        build = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        staging, end = tmp_path / ".site.new", time.monotonic() + 60
        while build.poll() is None and time.monotonic() < end:
            if sum(name.endswith(".html") for _, _, names in os.walk(staging) for name in names) >= pages:
                os.kill(build.pid, signal.SIGKILL)
                killed += 1
                break
        build.wait()
        assert contents(site) == before
    assert killed == 3
    assert run("build", "--content", content, "--site", site).returncode == 0
    assert contents(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]


def test_two_builds_of_the_same_content_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("build", "--content", TREE, "--site", tmp_path / name).returncode == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_content_with_errors_builds_nothing_and_says_why(lay: Lay, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("build", "--content", lay(), "--site", site).returncode == 0
    before = contents(site)
    done = run("build", "--content", lay(changed(CALL, "kind: call", "kind: cal")), "--site", site)
    assert done.returncode == 1
    assert "error[not-a-choice]" in done.stderr
    assert contents(site) == before
