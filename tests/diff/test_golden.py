"""What a reviewer reads, as files that a person can read; `python -m tests.diff.test_golden` writes them anew."""

import json
import shutil
import tempfile
from pathlib import Path

import pytest

from readouts.build import Checked, check
from readouts.diff import Difference, compare
from readouts.diff.data import as_data
from readouts.diff.formats import as_markdown, as_text
from tests.conftest import TREE
from tests.diff.conftest import TALKS, TEMPLATES, Files, edited, renamed

GOLDEN = Path(__file__).parent / "golden"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
NEW_CALL = """\
title: Call about fish
kind: call
date: 2019-06-01
follows: 2019-05-11-harbour-talks
participants:
  - {person: hedda-brandt, for: aldermark}
  - {person: tomas-reyle, for: birchland}
topics: [herring]
readouts:
  aldermark: {none: The Chancellery keeps no account of calls.}
  birchland: {none: Nothing was published.}
summary: A call after the visit.
quotes:
  - id: welcome
    speaker: hedda-brandt
    for: aldermark
    topics: [herring]
    renderings:
      - {source: courier-2019-05-12, lang: en, mode: direct, text: "There is an open door for fish, too."}
"""
FILES: Files = {
    "meetings/2019-06-01-fish-call.yml": NEW_CALL.replace("date: 2019-06-01", "date: 2019-05-12"),
    **renamed("topics/fish.yml", "topics/herring.yml", "name: Herring\nbroader: harbour\n"),
    **edited(
        TALKS,
        ("open door , and open doors want oil.", "open door, and open doors want grease."),
        ("        notes:\n          - on: door ,\n            sic: The stray space is in the paper.\n", ""),
        ("        mode: indirect\n", "        mode: partial\n"),
        ("    topics: [fish]\n", "    topics: [herring]\n"),
        ("  - Only Birchland speaks of fish.\n", ""),
    ),
    **edited("commitments/dredge-the-harbour.yml", ("status: reaffirmed", "status: fulfilled")),
    **edited("phrases/open-door.yml", ("contrasts_with: [no-quays]\n", "")),
    "phrases/no-quays.yml": None,
    **edited("topics/harbour.yml", ("formerly: [port]\n", "withdrawn: It is two harbours.\nformerly: [port]\n")),
    "people/odo.yml": "name: Odo\n",
}
# The same with a misspelt name in a meeting and a file that can't be read.
CASES: dict[str, Files] = {
    "pull-request": FILES,
    "with-errors": {
        **FILES,
        TALKS: str(FILES[TALKS]).replace("speaker: mirror", "speaker: miror"),
        "people/odo.yml": "name: [Odo\n",
    },
}


def differing(files: Files, folder: Path) -> Difference:
    content = folder / "content"
    shutil.copytree(TREE, content)
    for name, text in files.items():
        (content / name).unlink(missing_ok=True)
        if isinstance(text, str):
            (content / name).write_text(text, encoding="utf-8")
    return compare(check(TREE), check(content), TEMPLATES)


def written(difference: Difference) -> dict[str, str]:
    data = as_data(difference, name="main", commit=COMMIT)
    return {
        "txt": "".join(f"{line}\n" for line in as_text(difference)),
        "md": "".join(f"{part}\n" for part in as_markdown(difference, COMMIT, TEMPLATES)),
        "json": json.dumps(data, indent=1) + "\n",
    }


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_told_as_it_was_read_and_approved(name: str, tmp_path: Path) -> None:
    for format_, text in written(differing(CASES[name], tmp_path)).items():
        assert text == (GOLDEN / f"{name}.{format_}").read_text(encoding="utf-8")


def test_content_compared_with_itself_differs_in_nothing(checked: Checked) -> None:
    difference = compare(checked, checked, TEMPLATES)
    assert list(as_text(difference)) == ["changes nothing on the site"]
    assert "it changes nothing on the site." in "\n".join(as_markdown(difference, COMMIT, TEMPLATES))


if __name__ == "__main__":
    for case, case_files in CASES.items():
        with tempfile.TemporaryDirectory() as place:
            for suffix, output in written(differing(case_files, Path(place))).items():
                (GOLDEN / f"{case}.{suffix}").write_text(output, encoding="utf-8")
