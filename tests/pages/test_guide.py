"""The guide is true: its files are valid, and what it shows as printed is what is printed."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from readouts.build import ALL_RULES, check
from readouts.pages.addresses import rule_address
from tests.conftest import Lay


def page(site: Path, address: str) -> html.HtmlElement:
    return html.fromstring((site / address / "index.html").read_bytes())


@pytest.fixture
def project(lay: Lay, tmp_path: Path) -> Path:
    """Return a project with the invented content."""
    lay()
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: material\nplugins: [readouts]\n")
    return tmp_path


def printed(project: Path, command: str) -> str:
    """Return what a command of the guide prints."""
    program, *arguments = command.split()
    assert program == "readouts"
    done = subprocess.run(
        [sys.executable, "-m", "readouts", *arguments], capture_output=True, text=True, cwd=project, timeout=600, check=False
    )
    return done.stdout


def exchange(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_worked_record_does_what_it_says(site: Path, project: Path) -> None:
    slips: list[tuple[Path, str, str]] = []
    written, told = Path(), 0
    for element in page(site, "contribute/record").xpath("//*[@data-file or @data-slip or @data-console]"):
        if name := element.get("data-file"):
            written = project / name
            written.write_text(f"{element.text_content()}\n", encoding="utf-8")
        elif slip := element.get("data-slip"):
            right, _, wrong = slip.partition(" → ")
            exchange(written, right, wrong)
            slips.append((written, wrong, right))
        else:
            command, _, expected = element.text_content().partition("\n")
            assert printed(project, command.removeprefix("$ ")).strip() == expected.strip()
            while slips:
                exchange(*slips.pop())
            told += 1
    assert told > 1
    assert check(project / "content").problems == ()
