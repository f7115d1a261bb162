"""The invented tree with a meeting at which everything is long: lists go on elsewhere, words do not fit in a line."""

import shutil
from pathlib import Path

from tests.conftest import TREE

MEETING = """\
title: Long talks
kind: negotiation
date: 2019-05-11
place: linden
participants:
  - {person: hedda-brandt, for: aldermark}
  - {person: tomas-reyle, for: birchland}
GUESTStopics: [harbour]
readouts:
  aldermark: chancellery-2019-05-11
  birchland: birchland-house-2019-05-11
summary: It was spoken of fish, at length.
takeaways: [The talks were long.]
quotes:
"""
GUEST = "  - {{person: guest-{n}, for: birchland, as: Guest number {n} of the talks}}\n"
QUOTE = """\
  - id: more-{n}
    speaker: tomas-reyle
    for: birchland
    topics: [fish]
    commitments: [dredge-the-harbour]
    renderings:
      - {{source: birchland-house-2019-05-11, lang: en, text: "{n} fish know no quays, he said.", mode: direct}}
"""
WORD = "Hafenschlammausbaggerungsgenehmigungsverfahrensordnungsentwurf"  # an official word, of 62 letters
WIDE = f"""\
  - id: wide
    speaker: hedda-brandt
    for: aldermark
    topics: [harbour]
    renderings:
      - {{source: chancellery-2019-05-11, lang: de, text: "{WORD}, sagte sie.", mode: direct, original: true}}
  - id: chinese
    speaker: hedda-brandt
    for: aldermark
    topics: [harbour]
    renderings:
      - {{source: chancellery-2019-05-11, lang: zh-Hans, text: 港口是一扇敞开的门，敞开的门需要上油。, mode: direct}}
"""
STEP = "  - {{date: 2019-06-{day:02d}, status: urged, by: [aldermark], source: courier-2019-05-12, note: Step {n}.}}\n"
GUESTS, QUOTES, STEPS = 31, 103, 103  # a few more than fit on the page of their record, or on the first of a list


def write_long(content: Path) -> None:
    """Write the content into a folder."""
    shutil.copytree(TREE, content)
    for n in range(GUESTS):
        (content / "people" / f"guest-{n}.yml").write_text(f"name: Guest number {n}\n", encoding="utf-8")
    guests = "".join(GUEST.format(n=n) for n in range(GUESTS))
    quotes = WIDE + "".join(QUOTE.format(n=n) for n in range(QUOTES))
    meeting = MEETING.replace("GUESTS", guests) + quotes
    (content / "meetings" / "2019-05-11-long-talks.yml").write_text(meeting, encoding="utf-8")
    with (content / "commitments" / "dredge-the-harbour.yml").open("a", encoding="utf-8") as log:
        log.writelines(STEP.format(day=n // 4 + 1, n=n) for n in range(STEPS))
