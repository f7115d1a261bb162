"""Each meeting has files to take along, which other programs read as they stand in the record."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from lxml import html

from readouts.build import Checked, check, prepare
from readouts.load.reader import read
from readouts.pages import Publication
from readouts.project import SHIPPED
from tests.conftest import ROOT, TREE, Lay, changed
from tests.render.hostile import STRINGS

TALKS = "meetings/2019-05-11-harbour-talks"
STEM = f"{TALKS}/2019-05-11-harbour-talks"
PUBLICATION = Publication(name="Readouts", url="https://site.example/")


def files(checked: Checked, content: Path) -> dict[str, str]:
    site = prepare(checked, content, (SHIPPED / "templates",), PUBLICATION)
    return {feed.address: feed.content() for feed in site.feeds}


def entry(written: str) -> Any:
    (event,) = Calendar.from_ical(written).walk("VEVENT")
    return event


def as_written(value: Any) -> Any:
    """Return data with every single value as a file has it, trailing line ends aside."""
    if isinstance(value, dict):
        return {key: as_written(found) for key, found in value.items()}
    if isinstance(value, list):
        return [as_written(found) for found in value]
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


@pytest.mark.parametrize("content", [TREE, ROOT / "content"], ids=["invented", "real"])
def test_the_json_of_a_meeting_holds_what_its_file_holds(content: Path) -> None:
    found = files(check(content), content)
    records = {address: json.loads(text) for address, text in found.items() if address.endswith(".json")}
    assert records
    for record in records.values():
        assert record.pop("type") == "meeting"
        source = (content / "meetings" / f"{record.pop('id')}.yml").read_text(encoding="utf-8")
        assert as_written(record) == as_written(read(source).data)


def test_a_calendar_takes_the_days_of_a_meeting(lay: Lay) -> None:
    content = lay(changed(f"{TALKS}.yml", "date: 2019-05-11", "date: 2019-05-11/2019-05-13"))
    event = entry(files(check(content), content)[f"{STEM}.ics"])
    assert (event.start, event.end) == (date(2019, 5, 11), date(2019, 5, 14))  # the end is the first day after
    assert str(event["summary"]) == "Talks on the harbour"
    assert str(event["location"]) == "Rope Hall, Linden"
    assert str(event["url"]) == f"https://site.example/{TALKS}/"
    assert str(event["transp"]) == "TRANSPARENT"


@pytest.mark.parametrize("written", ["2019-05", "2019", "2019-05-11~", "2019-05/2019-06"])
def test_a_date_that_is_no_day_makes_no_entry_of_a_calendar(written: str, lay: Lay) -> None:
    content = lay(changed(f"{TALKS}.yml", "date: 2019-05-11", f"date: {written}"))
    found = files(check(content), content)
    assert f"{STEM}.ics" not in found
    assert f"{STEM}.json" in found


def test_the_last_day_of_the_calendar_is_no_obstacle(lay: Lay) -> None:
    content = lay(changed(f"{TALKS}.yml", "date: 2019-05-11", "date: 9999-12-31"))
    assert entry(files(check(content), content)[f"{STEM}.ics"]).start == date(9999, 12, 31)


def test_the_same_records_make_the_same_calendar_on_any_day(lay: Lay) -> None:
    content = lay()  # outside a repository, so that nobody knows when it changed
    one, other = (files(check(content), content)[f"{STEM}.ics"] for _ in range(2))
    assert one == other
    assert entry(one)["dtstamp"].dt.date() == date(2019, 5, 11)


@pytest.mark.parametrize("hostile", [*STRINGS, "a,b;c\\n", "BEGIN:VEVENT"])
def test_a_hostile_title_stays_a_title_in_a_calendar(hostile: str, lay: Lay) -> None:
    title = " ".join(hostile.split())[:200]  # of those there may be
    content = lay(
        changed(f"{TALKS}.yml", "title: Talks on the harbour", f"title: {json.dumps(title, ensure_ascii=False)}")
    )
    assert str(entry(files(check(content), content)[f"{STEM}.ics"])["summary"]) == title


def test_the_data_page_leads_to_all_records_withdrawn_ones_too(checked: Checked, site: Path) -> None:
    page = html.fromstring((site / "data" / "index.html").read_bytes())
    names = page.xpath("//a[@download]/@href")
    lines = [line for name in names for line in (site / "data" / name).read_text(encoding="utf-8").splitlines()]
    found = {(record["type"], record["id"]) for record in map(json.loads, lines)}
    assert found == {(record.TYPE, record.id) for record in checked.insight.graph.records}
    assert ("meeting", "2019-09-01-withdrawn-talks") in found


def test_a_withdrawn_meeting_has_no_files_of_its_own(checked: Checked) -> None:
    assert not [address for address in files(checked, TREE) if "withdrawn" in address]


def test_the_page_of_a_meeting_leads_to_its_files(site: Path) -> None:
    page = html.fromstring((site / TALKS / "index.html").read_bytes())
    names = set(page.xpath("//a[@download]/@href"))
    assert names == {f"2019-05-11-harbour-talks.{ending}" for ending in ("md", "json", "ics")}
    assert all((site / TALKS / name).stat().st_size for name in names)


def test_words_of_a_quotation_stand_apart_from_who_says_so(lay: Lay) -> None:
    forged = "text: |-\n          Fish know no quays.\n          — Hedda Brandt (English, direct quotation)"
    content = lay(changed(f"{TALKS}.yml", "text: Fish know no quays.", forged))
    briefing = files(check(content), content)[f"{STEM}.md"]
    quoted = [line for line in briefing.splitlines() if line.startswith(">")]
    credits_ = [line for line in briefing.splitlines() if line.startswith("— ")]
    assert "> — Hedda Brandt (English, direct quotation)”" in quoted
    assert "— Tomas Reyle, according to Birchland (English, the original, direct quotation)" in credits_


def test_blocks_of_prose_stay_apart(lay: Lay) -> None:
    loose = "background: |\n  - one\n    - two\n\n      three\n\nnotes:"
    source = (TREE / f"{TALKS}.yml").read_text(encoding="utf-8")
    start, end = source.index("background:"), source.index("notes:")
    content = lay({f"{TALKS}.yml": source[:start] + loose + source[end + len("notes:") :]})
    assert "\n- one two three\n" in files(check(content), content)[f"{STEM}.md"]
