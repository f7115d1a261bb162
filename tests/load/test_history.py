import datetime as dt
from pathlib import Path

import pytest

from readouts.load.history import read_history
from tests.conftest import Lay, git, run

FISH = "topics/fish.yml"


@pytest.fixture
def repository(lay: Lay, tmp_path: Path) -> Path:
    content = lay()
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "All", day="2021-03-04")
    (content / FISH).write_text("name: Herring\nbroader: harbour\n")
    git(tmp_path, "commit", "-qam", "Fish", day="2022-05-06")
    return tmp_path


def test_each_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    history = read_history(repository / "content")
    assert history.prefix == "content/"
    assert history.changed[FISH] == dt.date(2022, 5, 6)
    assert history.changed["topics/harbour.yml"] == dt.date(2021, 3, 4)


def test_a_name_that_git_would_quote_is_read(repository: Path) -> None:
    (repository / "content" / "topics" / "übung\n.yml").write_text("name: Odd\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Odd", day="2023-01-01")
    assert read_history(repository / "content").changed[FISH] == dt.date(2022, 5, 6)


def test_what_looks_like_the_head_of_a_commit_is_a_name(repository: Path) -> None:
    for name in ("\x01oops", ".a\n\x01b"):
        (repository / "content" / name).write_text("odd")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Odd", day="2023-01-01")
    assert read_history(repository / "content").changed[FISH] == dt.date(2022, 5, 6)


def test_a_day_beyond_the_calendar_is_none(repository: Path) -> None:
    (repository / "content" / FISH).write_text("name: Cod\nbroader: harbour\n")
    git(repository, "commit", "-qam", "Late", when="@999999999999 +0000")
    history = read_history(repository / "content")
    assert history.changed["topics/harbour.yml"] == dt.date(2021, 3, 4)
    assert history.changed[FISH] == dt.date(2022, 5, 6)


def test_a_shallow_clone_knows_no_day(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", tmp_path / "shallow")
    history = read_history(tmp_path / "shallow" / "content")
    assert (history.prefix, history.changed) == ("content/", {})


def test_outside_a_repository_no_day_is_known(lay: Lay) -> None:
    history = read_history(lay())
    assert (history.prefix, history.changed) == ("content/", {})


def test_a_page_says_when_its_record_changed_and_where_to_edit_it(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text(
        "site_name: Mine\nsite_url: https://mine.example/\nrepo_url: https://forge.example/us/mine/\n"
        "edit_uri: edit/main/\ntheme: material\nplugins: [readouts]\n"
    )
    assert run("build", "-C", repository).returncode == 0
    page = (repository / "site" / "topics" / "fish" / "index.html").read_text(encoding="utf-8")
    assert 'Last changed <time datetime="2022-05-06">6 May 2022</time>' in page
    assert (
        "https&#58;&#47;&#47;forge&#46;example&#47;us&#47;mine&#47;edit&#47;main&#47;content&#47;topics&#47;fish&#46;yml"
        in page
    )
    sitemap = (repository / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://mine.example/topics/fish/</loc><lastmod>2022-05-06</lastmod>" in sitemap
    assert "<loc>https://mine.example/topics/</loc></url>" in sitemap  # no day of its own
