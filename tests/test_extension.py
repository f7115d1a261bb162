"""A new record type, page type and rule, each by doing no more than what a contributor of code should have to."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TREE


class Copy:
    """A copy of the program with the tree as its content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("generator", "templates", "mkdocs.yml"):
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, folder / name)
        shutil.copytree(TREE, folder / "content")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def insert(self, name: str, before: str, text: str) -> None:
        path = self.folder / "generator" / "readouts" / name
        source = path.read_text(encoding="utf-8")
        assert source.count(before) == 1, before
        path.write_text(source.replace(before, text + before), encoding="utf-8")

    def run(self, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(self.folder / "generator")}
        command = [sys.executable, "-m", "readouts", *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, env=environment, check=False, timeout=600
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def page(self, address: str) -> str:
        return (self.folder / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_record_type_is_a_class_a_registry_line_and_a_template(copy: Copy) -> None:
    copy.insert(
        "model/records.py",
        "RECORD_TYPES: tuple",
        '''class Treaty(Identified):
    """Something that parties signed."""

    TYPE, FOLDER = "treaty", "treaties"

    name: Line
    """What it is called."""
    signed_at: Annotated[Reference, Link(("meeting",), "Treaties signed")]
    """Where it was signed."""


''',
    )
    copy.insert("model/records.py", "    Topic,\n)", "    Treaty,\n")
    copy.write("templates/treaty.md", '{% extends "page.md" %}\n{% block body %}\n<p>A treaty.</p>\n{% endblock %}\n')
    copy.write("content/treaties/rope.yml", "name: Treaty of the Rope\nsigned_at: 2019-05-11-harbour-talks\n")
    copy.run("build")
    assert "Treaty of the Rope" in copy.page("treaties/rope")
    assert "Treaty of the Rope" in copy.page("treaties")  # the list of its type
    assert "Treaties signed" in copy.page("meetings/2019-05-11-harbour-talks")  # the way back
    assert "signed_at" in copy.page("data")  # the dictionary


def test_a_page_type_is_a_function_and_a_template(copy: Copy) -> None:
    copy.insert(
        "pages/indexes.py",
        "def plan_board(",
        '''def plan_colophon(insight: Insight) -> Iterator[Page]:
    """Yield the colophon."""
    count = len(insight.graph.records)
    yield Page(
        address="colophon/",
        template="colophon.md",
        title="Colophon",
        description="How it is made.",
        context=partial(dict, count=count),
        trail=(HOME,),
    )


''',
    )
    copy.insert("pages/__init__.py", "plan_board, plan_indexes", "plan_colophon, ")
    copy.insert("pages/__init__.py", "plan_home, plan_years, plan_indexes", "plan_colophon, ")
    copy.write(
        "templates/colophon.md",
        '{% extends "page.md" %}\n{% block body %}\n<p>{{ count }} records.</p>\n{% endblock %}\n',
    )
    copy.run("build")
    assert "<p>21 records.</p>" in copy.page("colophon")


def test_a_rule_is_a_function_in_a_tuple(copy: Copy) -> None:
    copy.insert(
        "checks/habits.py",
        "def missing_summary(",
        '''def no_bio(scope: Scope) -> Iterator[Finding]:
    """A person has a bio.

    Wrong:
        a person without `bio`
    Right:
        bio: Chancellor for six years.
    """
    for person in scope.graph.live(Person):
        if person.bio is None:
            yield Finding(record=person, path=("bio",), message="no bio", help="say who it is", at="missing")


''',
    )
    copy.insert("checks/__init__.py", "    habits.missing_summary,", "    habits.no_bio,\n")
    said = copy.run("check")
    assert "warning[no-bio]: no bio" in said
    assert "content/people/tomas-reyle.yml:1:1  bio" in said
    assert "A person has a bio." in copy.run("explain", "no-bio")


def test_a_site_may_replace_a_template_by_one_of_its_own(tmp_path: Path) -> None:
    shutil.copytree(TREE, tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: material\nplugins: [readouts]\n")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "topic.md").write_text(
        '{% extends "page.md" %}\n{% block body %}\n<p>Ours.</p>\n{% endblock %}\n'
    )
    command = [sys.executable, "-m", "readouts", "build", "-C", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert "<p>Ours.</p>" in (tmp_path / "site" / "topics" / "fish" / "index.html").read_text(encoding="utf-8")
    assert "Hedda Brandt" in (tmp_path / "site" / "people" / "hedda-brandt" / "index.html").read_text(encoding="utf-8")
