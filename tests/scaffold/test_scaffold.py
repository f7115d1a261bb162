import subprocess
import sys
from pathlib import Path

import pytest

from readouts.problem import ReadoutsError
from readouts.scaffold import create_project
from tests.conftest import ROOT, run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project as the command makes it."""
    folder = tmp_path_factory.mktemp("new") / "ferry-briefings"
    done = run("init", folder)
    assert (done.returncode, done.stdout) == (0, f"{folder}\n"), done.stderr
    assert done.stderr.count("\n") == 3
    return folder


def test_a_new_project_has_no_problems_and_is_in_order(project: Path) -> None:
    done = run("check", "--strict", cwd=project)
    assert (done.returncode, done.stdout) == (0, "8 records, no problems\n")
    done = run("format", "--check", cwd=project)
    assert done.returncode == 0, done.stdout


def test_a_new_project_is_called_like_its_folder_or_as_one_says(project: Path, tmp_path: Path) -> None:
    assert (project / "mkdocs.yml").read_text().startswith('site_name: "Ferry briefings"\n')
    assert run("init", tmp_path / "x", "--name", 'A "talk": of *two*').returncode == 0
    assert 'site_name: "A \\"talk\\": of *two*"' in (tmp_path / "x" / "mkdocs.yml").read_text()
    assert (tmp_path / "x" / "README.md").read_text().startswith('# A "talk": of \\*two\\*\n')


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "a\u202eb", "tab\there", "\udc80"])
def test_a_name_that_is_no_line_of_text_is_refused(name: str, tmp_path: Path) -> None:
    done = run("init", tmp_path / "x", "--name", name)
    assert done.returncode == 2
    assert done.stderr.startswith("readouts: --name")
    assert not (tmp_path / "x").exists()


def test_what_is_in_the_way_is_named_and_kept(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = run("init", tmp_path)
    assert done.returncode == 2
    assert "notes.txt would be in the way" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_or_a_link_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    for name in ("file", "link"):
        with pytest.raises(ReadoutsError, match="is no folder"):
            create_project(tmp_path / name, "Mine")
    assert not list((tmp_path / "empty").iterdir())


def test_an_empty_folder_and_a_new_clone_are_filled_in_place(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = run("init", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {".git", "content", "mkdocs.yml"} <= {path.name for path in tmp_path.iterdir()}


def test_what_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    rename, moved = Path.rename, []

    def failing(path: Path, target: Path) -> Path:
        moved.append(target)
        if len(moved) == 4:
            raise OSError("no space left")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no space left"):
        create_project(folder, "Mine")
    assert [list(folder.iterdir()), list(tmp_path.iterdir())] == [[], [folder]]


def test_it_pins_the_version_that_made_it(project: Path) -> None:
    version = run("--version").stdout.split()[-1]
    assert (project / "requirements.txt").read_text() == f"readouts=={version}\n"
    assert f"rev: v{version}\n" in (project / ".pre-commit-config.yaml").read_text()


def test_nothing_is_left_to_fill_in(project: Path) -> None:
    for path in project.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "<%" not in text, path
            assert "<<" not in text, path
            assert path.suffix != ".jinja"


def test_what_is_not_published_is_what_git_leaves_out(project: Path) -> None:
    ours = set((ROOT / ".gitignore").read_text().split())
    assert set((project / ".gitignore").read_text().split()) <= ours


def test_mkdocs_itself_builds_it_too(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", project / "by-mkdocs"],
        cwd=project, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (project / "by-mkdocs" / "people" / "ida-quill" / "index.html").is_file()
