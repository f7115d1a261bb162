"""The invented content tree, and ways to lay other files over it."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from lxml import html

from readouts.build import Checked, check
from readouts.graph import Graph
from readouts.insight import Insight

TREE = Path(__file__).parent / "tree" / "content"
ROOT = Path(__file__).parents[1]

Lay = Callable[..., Path]

settings.register_profile("patient", deadline=None)  # a busy machine is no fault
settings.load_profile("patient")


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Return a function that copies the tree, lays files over it and returns its content folder."""

    def laid(files: Mapping[str, str | bytes | None] | None = None) -> Path:
        content = tmp_path / "content"
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(TREE, content)
        for name, text in (files or {}).items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text.encode() if isinstance(text, str) else text)
        return content

    return laid


@pytest.fixture
def project(lay: Lay, tmp_path: Path) -> Path:
    lay()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Mine\ntheme: material\nplugins: [readouts]\nnav: [{Home: index.md}]\n"
    )
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.fixture
def templates(project: Path) -> Path:
    (project / "templates").mkdir()
    return project / "templates"


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the tree with some words replaced; they must be there."""
    source = (TREE / name).read_text(encoding="utf-8")
    assert source.count(old) >= 1, f"{old!r} is not in {name}"
    return {name: source.replace(old, new, 1)}


@pytest.fixture(scope="session")
def checked() -> Checked:
    return check(TREE)


@pytest.fixture(scope="session")
def graph(checked: Checked) -> Graph:
    return checked.insight.graph


@pytest.fixture(scope="session")
def insight(checked: Checked) -> Insight:
    return checked.insight


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a contributor does."""
    command = [sys.executable, "-m", "readouts", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False, timeout=600)


@dataclass(frozen=True, kw_only=True)
class Installed:
    """An environment that has the wheel and what it depends on, and nothing of the checkout."""

    python: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run Python there."""
        command = [self.python, *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=cwd, env=self.environment, check=False, timeout=600
        )


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Return an environment of its own with the wheel; only the dependencies, not the checkout, are lent to it."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip"]
    _quietly(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    _quietly(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv" / "bin" / "python"
    _quietly(*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    own = _quietly(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    lent = folder / "lent"
    lent.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "readouts" not in entry.name and entry.suffix != ".pth":
            (lent / entry.name).symlink_to(entry)
    return Installed(python=python, environment={**os.environ, "PYTHONPATH": os.pathsep.join([own, str(lent)])})


def _quietly(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    return done.stdout


def git(folder: Path, *arguments: str, day: str = "2020-01-01", when: str = "") -> str:
    """Run git in a folder as nobody in particular, on a day; return what it prints."""
    when = when or f"{day}T12:00:00+0000"
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "Tester" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_AUTHOR_DATE": when,
        "GIT_COMMITTER_DATE": when,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    command = ["git", "-C", folder, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the tree."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = run("build", "--content", TREE, "--site", folder)
    assert done.returncode == 0, done.stderr
    return folder


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield address and document of every page that is not a redirect."""
    for path in sorted(site.rglob("*.html")):
        document = html.fromstring(path.read_bytes())
        if not document.xpath("//meta[@http-equiv='refresh']"):
            yield path.relative_to(site).as_posix(), document
