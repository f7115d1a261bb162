"""Templates of a project's own that have no effect."""

from pathlib import Path

import pytest

from readouts.plugin.overrides import remarks
from readouts.project import SHIPPED
from tests.conftest import run


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("meting.md", ": did you mean templates/meeting.md?"),
        ("Meeting.md", ": did you mean templates/meeting.md?"),
        ("meeting.html", ": did you mean templates/meeting.md?"),
        ("main.html", ": did you mean templates/theme/main.html?"),
        ("theme/assets/readout.css", ": did you mean templates/theme/assets/readouts.css?"),
        ("greeting_card.md", ", and none of yours includes it"),
    ],
)
def test_a_template_without_effect_is_told_with_its_near_miss(name: str, hint: str, tmp_path: Path) -> None:
    file = tmp_path / "templates" / name
    file.parent.mkdir(parents=True)
    file.write_text("# Mine\n")
    assert list(remarks(tmp_path / "templates")) == [f"templates/{name} takes the place of no template{hint}"]


@pytest.mark.parametrize(
    "files",
    [
        {"meeting.md": "# Mine\n", "theme/main.html": "", "theme/assets/readouts.css": ""},
        {
            "person.md": '{% include "metings.md" %}',
            "metings.md": '{% include "cards/meting.md" %}',
            "cards/meting.md": "",
        },
        {"theme/partials/tabs.html": "", "theme/partials/search.html": ""},  # of Material
        {"theme/assets/own.css": "", "theme/assets/readouts.png": "", "theme/own.html": ""},
        {"README.md": "What is here.", ".draft.md": ""},
    ],
)
def test_a_template_with_an_effect_of_its_own_is_not(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert list(remarks(tmp_path)) == []


def test_the_templates_that_ship_are_all_in_place() -> None:
    assert list(remarks(SHIPPED / "templates")) == []


def test_a_remark_does_not_stop_the_build(project: Path, templates: Path) -> None:
    (templates / "meting.md").write_text("# Mine\n")
    done = run("build", "-C", project)
    assert done.returncode == 0
    assert "did you mean templates/meeting.md?" in done.stderr
    assert done.stdout.strip() == str(project / "site")
