"""No page grows with the content: what is long is cut, and goes on elsewhere."""

import posixpath
from collections import Counter
from pathlib import Path

from lxml import html

from tests.conftest import TREE, Lay, changed, run

TALKS = "meetings/2019-05-11-harbour-talks.yml"
LARGEST = 150_000
QUOTE = """\
  - id: more-{n}
    speaker: tomas-reyle
    for: birchland
    topics: [topic-{topic}]
    renderings:
      - source: birchland-house-2019-05-11
        lang: en
        text: "{n}, he said; {words}"
        mode: direct
"""


STEP = """\
  - {{date: 2019-06-{day:02d}, status: urged, by: [aldermark, birchland], source: courier-2019-05-12, note: {words}}}
"""


def test_a_meeting_of_two_thousand_quotations_has_pages_of_bounded_size(lay: Lay, tmp_path: Path) -> None:
    words = " ".join(f"word-{n}," for n in range(30))
    more = "".join(QUOTE.format(n=n, topic=n % 80, words=words) for n in range(2000))
    files = changed(TALKS, "called:\n", f"{more}called:\n")
    gloss = "See [[2019-05-11-harbour-talks/open-door]]."
    files |= {f"topics/topic-{n}.yml": f"name: Topic number {n} of eighty\ngloss: {gloss}\n" for n in range(80)}
    files |= {f"people/guest-{n}.yml": f"name: Guest number {n} of the talks\n" for n in range(300)}
    guests = "".join(f"  - {{person: guest-{n}, for: birchland, as: a guest of the talks}}\n" for n in range(300))
    files[TALKS] = files[TALKS].replace("participants:\n", f"participants:\n{guests}")
    steps = "".join(STEP.format(day=n // 20 + 1, words=words.replace(",", "")) for n in range(400))
    files["commitments/dredge-the-harbour.yml"] = (TREE / "commitments" / "dredge-the-harbour.yml").read_text() + steps
    words_of_many = [f"word-{n}, word-{n + 1}" for n in range(0, 29, 3)]
    files |= {
        f"phrases/phrase-{n}.yml": f'name: Phrase {n}\nforms: {{en: ["{w}"]}}\n' for n, w in enumerate(words_of_many)
    }
    done = run("build", "--content", lay(files), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    sizes = {path.relative_to(tmp_path).as_posix(): path.stat().st_size for path in tmp_path.rglob("*.html")}
    assert len(sizes) > 2000
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    compared = [html.fromstring(path.read_bytes()) for path in tmp_path.rglob("compare/**/index.html")]
    assert len(compared) > 1
    documents = [html.fromstring(path.read_bytes()) for path in tmp_path.rglob("index.html")]
    titles = Counter(d.xpath("string(//title)") for d in documents if not d.xpath("//meta[@http-equiv='refresh']"))
    assert {title: count for title, count in titles.items() if count > 1} == {}
    told = Counter(
        link for page in compared for link in page.xpath("//table//td//a[contains(@class, 'r-quoted')]/@href")
    )
    named = Counter(posixpath.basename(link.rstrip("/")) for link in told.elements())
    assert {f"more-{n}": named[f"more-{n}"] for n in range(2000)} == {f"more-{n}": 1 for n in range(2000)}
