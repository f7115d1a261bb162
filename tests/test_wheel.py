"""The wheel has everything that a site and a project need, beside no checkout."""

import json
from pathlib import Path

from lxml import html

from readouts.scaffold import create_project
from tests.conftest import TREE, Installed


def test_the_wheel_builds_a_site_by_itself(installed: Installed, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = installed.run("-m", "readouts", "build", "--content", TREE, "--site", site, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    where = Path(installed.run("-c", "import readouts; print(readouts.__file__)", cwd=tmp_path).stdout.strip())
    assert where.is_relative_to(installed.python.parents[1])
    assert (site / "people" / "hedda-brandt" / "index.html").is_file()
    assert (site / "assets" / "readouts.css").stat().st_size > 1000
    place = site / "places" / "linden" / "index.html"
    assert 'class="r-land"' in place.read_text(encoding="utf-8")
    assert "Michael Bostock" in next(where.parent.rglob("land-110m.LICENSE")).read_text(encoding="utf-8")


def test_the_wheel_begins_a_project_that_checks_and_builds(installed: Installed, tmp_path: Path) -> None:
    project = tmp_path / "ferry"
    for arguments in (("init", project), ("check", "--strict", "-C", project), ("build", "-C", project)):
        done = installed.run("-m", "readouts", *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    report = installed.run("-m", "readouts", "check", "-C", project, "--format", "json", cwd=tmp_path)
    assert json.loads(report.stdout)["problems"] == []
    records = sorted(path.relative_to(project / "content") for path in project.rglob("content/*/*.yml"))
    assert len(records) == 8
    for record in records:
        assert (project / "site" / record.with_suffix("") / "index.html").is_file(), record
    page = html.parse(project / "site" / "meetings" / "2024-03-08-ferry-talks" / "every-winter" / "index.html")
    (words,) = page.xpath("//*[contains(@class, 'rendering-text')]")
    assert words.text_content() == "A ferry that stops in winter is a bridge that opens in spring."


def test_the_project_of_the_wheel_is_that_of_the_checkout(installed: Installed, tmp_path: Path) -> None:
    assert installed.run("-m", "readouts", "init", "theirs/same", cwd=tmp_path).returncode == 0
    create_project(tmp_path / "ours" / "same", "Same")
    theirs, ours = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "theirs", tmp_path / "ours")
    )
    assert theirs == ours
