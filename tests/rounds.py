"""The invented tree with rounds of talks between three parties at four places: enough for every chart."""

import shutil
from pathlib import Path

from tests.conftest import TREE

MEETING = """\
title: Round {n}
kind: meeting
date: {date}
place: {place}
participants:
  - {{person: {one}, for: {first}}}
  - {{person: {other}, for: {second}}}
topics: [{topic}]
readouts:
  {first}: {{none: Nothing was published.}}
  {second}: {{none: Nothing was published.}}
summary: A round of talks.
quotes:
  - id: words
    speaker: {one}
    for: {first}
    topics: [{topic}]
    renderings:
      - {{source: {source}, lang: en, mode: direct, text: "An open door, the {n}th time."}}
"""
PEOPLE = {"aldermark": "hedda-brandt", "birchland": "tomas-reyle", "carland": "ada-quist"}
DOCUMENTS = {
    "aldermark": "chancellery-2019-05-11",
    "birchland": "birchland-house-2019-05-11",
    "carland": "courier-2019-05-12",
}
PAIRS = (("aldermark", "birchland"), ("birchland", "carland"), ("carland", "aldermark"), ("aldermark", "birchland"))
PLACES = ("linden", "quay", "isle", "far")
EXTRA = {
    "organizations/carland.yml": "name: Carland\nkind: state\ncolour: '#fff3a0'\n",
    "people/ada-quist.yml": """\
name: Ada Quist
roles:
  - {organization: carland, title: Envoy, from: 1988~, to: 1999-06}
  - {organization: carland, title: Speaker, from: 1999-07-01}
  - {organization: carland, title: Member of the board}
""",
    "places/quay.yml": "name: The Quay\nin: linden\nat: {lat: -49.3, lon: 69.6}\n",
    "places/isle.yml": "name: The Isle\nat: {lat: 10, lon: 20}\n",
    "places/far.yml": "name: Far\nat: {lat: 60, lon: -179.5}\n",
}


def _meeting(n: int, year: int) -> str:
    first, second = PAIRS[n % len(PAIRS)]
    date = f"{year}~" if n % 7 == 0 else f"{year}-0{3 + n // 30}-0{1 + n % 9}"
    topic, place = ("harbour", "fish", "harbour")[n % 3], PLACES[n % len(PLACES)]
    one, other = PEOPLE[first], PEOPLE[second]
    return MEETING.format(
        n=n,
        date=date,
        place=place,
        first=first,
        second=second,
        one=one,
        other=other,
        topic=topic,
        source=DOCUMENTS[first],
    )


def write_rounds(content: Path, count: int, *, first: int = 1989, apart: int = 1) -> None:
    """Write the content into a folder: so many rounds in thirty years from the first on, so far apart."""
    shutil.copytree(TREE, content)
    files = EXTRA | {f"meetings/round-{n:03d}.yml": _meeting(n, first + n % 30 * apart) for n in range(count)}
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
