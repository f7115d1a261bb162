import re
from pathlib import Path

import pytest

from readouts.build import check
from readouts.load.files import LARGEST
from readouts.load.revision import content_at
from readouts.problem import ReadoutsError
from tests.conftest import TREE, Lay, git

FISH = "topics/fish.yml"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def commit(root: Path, words: str) -> str:
    git(root, "add", "-A", "-f")
    git(root, "commit", "-qm", words, "--allow-empty")
    return git(root, "rev-parse", "HEAD").strip()


def at(content: Path, revision: str) -> dict[str, bytes]:
    with content_at(content, revision) as found:
        assert found.content is not None
        return files(found.content)


@pytest.fixture
def content(lay: Lay, tmp_path: Path) -> Path:
    """Return the content folder of a repository whose last commit renames the topic of fish."""
    content = lay()
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "All")
    git(tmp_path, "tag", "-a", "first", "-m", "First")
    (content / FISH).write_text("name: Herring\nbroader: harbour\n")
    commit(tmp_path, "Herring")
    return content


@pytest.mark.parametrize("revision", ["HEAD~1", "HEAD^", "first", "first^{}", "main~1", ":/All", "main@{1}"])
def test_every_way_to_name_a_commit_leads_to_its_records(content: Path, revision: str) -> None:
    assert at(content, revision) == files(TREE)


def test_an_abbreviated_name_is_told_in_full(content: Path) -> None:
    full = git(content, "rev-parse", "HEAD").strip()
    with content_at(content, full[:9]) as found:
        assert found.commit == full


@pytest.mark.parametrize(
    "revision",
    ["nonsense", "", "HEAD~9", "HEAD~1..HEAD", "^HEAD", "HEAD:content", "HEAD^{tree}", "-p", "--all", "HEAD main"],
)
def test_what_names_no_commit_is_told(content: Path, revision: str) -> None:
    with pytest.raises(ReadoutsError, match="git knows no commit"), content_at(content, revision):
        pass


def test_a_revision_is_named_without_what_a_terminal_would_obey(content: Path) -> None:
    with pytest.raises(ReadoutsError) as error, content_at(content, "\x1b[31m"):
        pass
    assert str(error.value) == r"git knows no commit '\x1b[31m'"


@pytest.mark.usefixtures("content")
def test_a_shallow_clone_says_how_to_complete_it(tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    with (
        pytest.raises(ReadoutsError, match="the clone is shallow"),
        content_at(tmp_path / "shallow" / "content", "HEAD~1"),
    ):
        pass


def test_outside_a_repository_git_says_so(lay: Lay) -> None:
    content = lay()
    words = f"what {content.resolve()} was, git can't tell: not a git repository"
    with pytest.raises(ReadoutsError, match=re.escape(words)), content_at(content, "HEAD"):
        pass


def test_a_repository_without_commits_says_so(lay: Lay) -> None:
    content = lay()
    git(content, "init", "-q")
    with pytest.raises(ReadoutsError, match="git knows no commit 'HEAD': the repository has no commit yet"):
        content_at(content, "HEAD").__enter__()


def test_without_the_folder_there_is_nothing(content: Path, tmp_path: Path) -> None:
    content.rename(tmp_path / "records")
    with content_at(tmp_path / "records", "HEAD") as found:
        assert found.content is None


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_or_a_link_of_the_folders_name_is_no_folder(lay: Lay, tmp_path: Path, kind: str) -> None:
    git(tmp_path, "init", "-q")
    if kind == "file":
        (tmp_path / "content").write_text("x")
    else:
        (tmp_path / "content").symlink_to("/etc")
    commit(tmp_path, "No folder")
    (tmp_path / "content").unlink()
    with content_at(lay(), "HEAD") as found:
        assert found.content is None


@pytest.mark.parametrize("name", ["content", "sub/content", "Aufzeichnungen über alles", ":(top)x", "a*"])
def test_the_folder_may_lie_anywhere_under_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "topics"
    folder.mkdir(parents=True)
    (folder / "fish.yml").write_text("name: Fish\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "All")
    (folder / "fish.yml").unlink()
    assert at(tmp_path / name, "HEAD") == {"topics/fish.yml": b"name: Fish\n"}


def test_the_folder_may_be_the_whole_repository(lay: Lay) -> None:
    content = lay()
    git(content, "init", "-q")
    commit(content, "All")
    assert at(content, "HEAD") == files(TREE)


def test_the_work_tree_and_what_is_staged_stay_as_they_are(content: Path) -> None:
    (content / FISH).write_text("name: Cod\n")
    (content / "topics" / "new.yml").write_text("name: New\n")
    git(content, "add", "topics/new.yml")
    before = git(content, "status", "--porcelain"), files(content)
    at(content, "HEAD~1")
    assert (git(content, "status", "--porcelain"), files(content)) == before


def test_no_attribute_setting_or_hook_changes_what_was_committed(content: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\necho changed\n")
    program.chmod(0o755)
    (content / FISH).write_bytes(b"name: $Format:%H$ $Id$\nbroader: harbour\n")
    (content.parent / ".gitattributes").write_text("* text eol=crlf ident filter=x diff=x export-ignore export-subst\n")
    commit(tmp_path, "Attributes")
    for setting in ("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.x.command", "diff.external"):
        git(tmp_path, "config", setting, str(program))
    git(tmp_path, "config", "core.fsmonitor", str(program))
    git(tmp_path, "config", "core.autocrlf", "true")
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (tmp_path / ".git" / "hooks" / hook).write_bytes(program.read_bytes())
        (tmp_path / ".git" / "hooks" / hook).chmod(0o755)
    assert at(content, "HEAD")[FISH] == b"name: $Format:%H$ $Id$\nbroader: harbour\n"
    assert not ran.exists()


def test_what_someone_put_in_the_place_of_a_commit_is_not_taken(content: Path) -> None:
    git(content, "replace", "HEAD~1", "HEAD")
    assert at(content, "HEAD~1") == files(TREE)


def test_links_submodules_and_folders_are_harmless_and_told_as_on_disk(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("name: Secret\n")
    (content / "topics" / "linked.yml").symlink_to(secret)
    (content / "people" / "deep" / "er").mkdir(parents=True)
    (content / "people" / "deep" / "er" / "x.yml").write_text("name: X\n")
    inner = content / "places" / "inner.yml"
    inner.mkdir()
    git(inner, "init", "-q")
    commit(inner, "Inner")
    commit(tmp_path, "Odd ones")
    with content_at(content, "HEAD") as found:
        assert found.content is not None
        assert check(found.content).problems == check(content).problems
        assert [str(path.readlink()) for path in found.content.rglob("*") if path.is_symlink()] == ["linked.yml"]
        assert not any(b"Secret" in read for read in files(found.content).values() if read)


def test_a_file_that_is_too_large_is_told_without_its_bytes(content: Path, tmp_path: Path) -> None:
    (content / FISH).write_bytes(b"#" * (LARGEST + 1))
    commit(tmp_path, "Large")
    with content_at(content, "HEAD") as found:
        assert found.content is not None
        assert [problem.message for problem in check(found.content).errors if problem.path == f"content/{FISH}"] == [
            "larger than 1 MiB"
        ]


def test_names_that_lead_out_of_the_folder_are_left_out(content: Path, tmp_path: Path) -> None:
    blob = git(tmp_path, "rev-parse", f"HEAD:content/{FISH}").strip()

    def tree(*entries: tuple[str, str, str]) -> str:
        raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(object_) for mode, name, object_ in entries)
        (tmp_path / "raw").write_bytes(raw)
        return git(tmp_path, "hash-object", "-t", "tree", "-w", "--literally", str(tmp_path / "raw")).strip()

    up = tree(("100644", "escaped.yml", blob))
    topics = tree(("40000", "..", up), ("100644", "fish.yml", blob))
    top = tree(("40000", "content", tree(("40000", "..", up), ("40000", "topics", topics))))
    made = git(tmp_path, "commit-tree", top, "-m", "By hand").strip()
    with content_at(content, made) as found:
        assert found.content is not None
        assert list(files(found.content.parent)) == ["content/topics/fish.yml"]
