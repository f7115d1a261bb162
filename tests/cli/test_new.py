"""`readouts new` with all values given, as a script does."""

import subprocess
from pathlib import Path

import pytest

from readouts.model import RECORD_TYPES
from tests.conftest import Lay, changed, run

TALKS = "2019-05-11-harbour-talks"
REQUIRED = {
    "meeting": ["title=A walk", "kind=visit", "date=2019-07-01"],
    "person": ["name=Odo Lintz"],
    "organization": ["name=Fishers of Birchland", "kind=company"],
    "place": ["name=Reyle Bay"],
    "source": ["title=Fish", "kind=news", "publisher=mirror"],
    "phrase": ["name=Fish first", "forms.en=fish first", "forms.en=fish, first"],
    "commitment": [
        "title=Fish no more",
        f"made_at={TALKS}",
        "by=birchland",
        "log[0].date=2019-05-11",
        "log[0].status=made",
    ],
    "topic": ["name=Pilots"],
}
MADE = {
    "meeting": "meetings/2019-07-01-a-walk.yml",
    "person": "people/odo-lintz.yml",
    "organization": "organizations/fishers-of-birchland.yml",
    "place": "places/reyle-bay.yml",
    "source": "sources/fish.yml",
    "phrase": "phrases/fish-first.yml",
    "commitment": "commitments/fish-no-more.yml",
    "topic": "topics/pilots.yml",
}
QUOTE = [
    "speaker=tomas-reyle",
    "for=birchland",
    "topics=fish",
    "renderings[0].source=birchland-house-2019-05-11",
    "renderings[0].lang=en",
    "renderings[0].text=Fish: “no quays”, 'no' # pilots",
    "renderings[0].mode=direct",
    "renderings[0].at.paragraph=2",
]


def new(content: Path, *arguments: str, given: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    settings = [word for assignment in given or () for word in ("--set", assignment)]
    return run("new", *arguments, *settings, "--content", content)


def files(content: Path) -> dict[str, bytes]:
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def content(lay: Lay) -> Path:
    return lay()


def test_every_type_has_a_case() -> None:
    assert [model.TYPE for model in RECORD_TYPES] == list(REQUIRED)


@pytest.mark.parametrize("type_", REQUIRED)
def test_a_record_of_each_type_is_written_without_errors(type_: str, content: Path) -> None:
    before = files(content)
    done = new(content, type_, given=REQUIRED[type_])
    assert (done.returncode, done.stdout) == (0, f"{content / MADE[type_]}\n"), done.stderr
    assert files(content).keys() - before.keys() == {MADE[type_]}
    assert (
        " 0 errors" in run("check", "--content", content).stdout
        or "no problems" in run("check", "--content", content).stdout
    )


def test_what_check_finds_in_what_is_written_is_told(content: Path) -> None:
    done = new(content, "quote", TALKS, given=[value for value in QUOTE if not value.startswith("topics=")])
    assert "warning[quote-without-topic]" in done.stderr
    assert f"content/meetings/{TALKS}.yml:" in done.stderr


def test_that_nobody_names_it_yet_is_not(content: Path) -> None:
    assert new(content, "source", given=REQUIRED["source"]).stderr == ""
    assert "uncited-source" in run("check", "--content", content).stdout


def test_an_id_may_be_given(content: Path) -> None:
    assert new(content, "person", "o-lintz", given=REQUIRED["person"]).stdout == f"{content / 'people/o-lintz.yml'}\n"


def test_a_source_is_called_after_its_issuer_and_its_date(content: Path) -> None:
    done = new(content, "source", given=[*REQUIRED["source"], "date=2019-06"])
    assert done.stdout == f"{content / 'sources/mirror-2019-06.yml'}\n"


@pytest.mark.parametrize(
    ("arguments", "given", "said"),
    [
        (["metting"], [], "no type 'metting': did you mean 'meeting'?"),
        (["xyzzy"], [], "no type 'xyzzy': the types are meeting, person,"),
        (["person", "Odo_Lintz"], ["name=Odo"], "at most 100 characters: did you mean 'odo-lintz'?"),
        (["person", "con"], ["name=Odo"], "'con' is no id"),
        (["person", "index"], ["name=Odo"], "'index' is reserved"),
        (["person", "hedda-brandt"], ["name=Odo"], "people/hedda-brandt.yml exists already"),
        (["person"], ["name=Hedda Brandt"], "people/hedda-brandt.yml exists already"),
        (["topic", "port"], ["name=Port"], "the address 'port' is already taken"),  # a former id
        (["person"], ["name=赫达"], "no id can be made of the name: give one after the type"),
        (["person", "odo"], ["name=Hedda Brandt"], "has the same name"),
        (["person"], ["name"], "--set name has no value: write --set name=…"),
        (["person"], ["name=a", "nmae=b"], "unknown field 'nmae'\n  --> nmae\n   = help: did you mean 'name'?"),
        (["person"], ["name=a", "roles[0].titel=b"], "  --> roles[0].titel\n   = help: did you mean 'title'?"),
        (["person"], ["name=a", "name=b"], "name is given twice"),
        (["person"], ["name=a\u200bb"], "name: hidden character U+200B zero width space"),
        (["topic"], ["name=Pilots", "broader=harbor"], "  --> broader\n   = help: did you mean 'harbour'?"),
        (["topic"], ["name="], "is empty: a field without a value"),
        (["meeting"], ["title=a", "kind=sumit", "date=2019"], "'sumit' is not one of meeting, call,"),
        (["meeting"], ["title=a", "kind=call", "date=2019-02-30"], "is not a date: February 2019 has no day 30"),
        (["place"], ["name=a", "at.lat=100", "at.lon=2"], "'100' is no number of degrees from -90 to 90"),
        (["organization"], ["name=a", "kind=state", "iso=Aldermark"], "'Aldermark' is no country code"),
        (["source"], ["title=a", "kind=news", "publisher=mirror", "lang=english"], "did you mean 'en'?"),
        (["source"], ["title=a", "kind=news", "publisher=mirror", "url=mirror.example"], "is no web address"),
        (["quote", "2019-05-11-harbour-talk"], QUOTE, f"no meeting '2019-05-11-harbour-talk': did you mean '{TALKS}'?"),
        (["quote", TALKS, "fish"], QUOTE, "the address '2019-05-11-harbour-talks/fish' is already taken"),
        (["quote", TALKS, "compare"], QUOTE, "'compare' is reserved"),
        (["quote", TALKS], [*QUOTE, "speeker=x"], "  --> speeker\n   = help: did you mean 'speaker'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_and_nothing_is_written(
    arguments: list[str], given: list[str], said: str, content: Path
) -> None:
    before = files(content)
    done = new(content, *arguments, given=given)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert files(content) == before


def test_all_that_is_missing_is_listed_at_once(content: Path) -> None:
    done = new(content, "source", given=["lang=en"])
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if line.startswith("  -->")] == [
        "  --> title", "  --> kind", "  --> publisher",
    ]  # fmt: skip
    assert "give it with --set kind=…, one of readout, transcript" in done.stderr
    assert done.stderr.endswith("readouts: nothing was written: 3 errors\n")


def test_parties_need_their_accounts(content: Path) -> None:
    given = [*REQUIRED["meeting"], "participants[0].person=hedda-brandt", "participants[0].for=aldermark"]
    done = new(content, "meeting", given=given)
    assert "error[missing-readout]" in done.stderr
    assert new(content, "meeting", given=[*given, "readouts.aldermark.none=It was a walk."]).returncode == 0


def test_values_are_never_read_as_yaml(content: Path) -> None:
    given = ["name=[Fish]: # 'all'", "also=NO", "also=a, b", "also={x: y}", "gloss=one\n\ntwo", "names.de=1_000"]
    assert new(content, "topic", "odd", given=given).returncode == 0
    from readouts.load.reader import read  # noqa: PLC0415  # what the file says, and nothing of what it looks like

    assert read((content / "topics/odd.yml").read_text(encoding="utf-8")).data == {
        "name": "[Fish]: # 'all'",
        "gloss": "one\n\ntwo",
        "names": {"de": ["1_000"]},
        "also": ["NO", "a, b", "{x: y}"],
    }


def test_a_quotation_is_added_with_an_id_of_its_words(content: Path) -> None:
    path = content / "meetings" / f"{TALKS}.yml"
    before = path.read_text(encoding="utf-8")
    done = new(content, "quote", TALKS, given=QUOTE)
    assert (done.returncode, done.stdout) == (0, f"{path}\n"), done.stderr
    after = path.read_text(encoding="utf-8")
    assert "  - id: fish-no-quays-no-pilots\n    speaker: tomas-reyle\n" in after
    assert after.startswith(before)


def test_the_same_words_get_another_id(content: Path) -> None:
    for _ in range(2):
        assert new(content, "quote", TALKS, given=QUOTE).returncode == 0
    assert "- id: fish-no-quays-no-pilots-2\n" in (content / "meetings" / f"{TALKS}.yml").read_text(encoding="utf-8")


def test_a_quotation_is_added_to_a_meeting_that_has_errors_already(lay: Lay) -> None:
    content = lay(changed(f"meetings/{TALKS}.yml", "venue: Rope Hall", "venu: Rope Hall"))
    assert new(content, "quote", TALKS, given=QUOTE).returncode == 0


def test_a_meeting_that_cannot_be_read_is_shown(lay: Lay) -> None:
    content = lay(changed(f"meetings/{TALKS}.yml", "venue: Rope Hall", "venue: 'Rope Hall"))
    before = files(content)
    done = new(content, "quote", TALKS, given=QUOTE)
    assert done.returncode == 1
    assert "error[syntax]: a quotation mark opens here that is not closed" in done.stderr
    assert files(content) == before


def test_a_folder_is_made_for_the_first_record_of_a_type(content: Path) -> None:
    (content / "topics/fish.yml").unlink()
    (content / "topics/harbour.yml").unlink()
    (content / "topics").rmdir()
    assert new(content, "topic", given=REQUIRED["topic"]).returncode == 0


def test_the_help_of_a_type_has_its_fields() -> None:
    said = " ".join(run("new", "meeting", "--help").stdout.split())
    assert "participants[0].for" in said
    assert "The building or room." in said
