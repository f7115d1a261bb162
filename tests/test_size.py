"""No page grows with the content: what is long is cut, and goes on elsewhere."""

from pathlib import Path

from tests.conftest import Lay, changed, run

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


def test_a_meeting_of_two_thousand_quotations_has_pages_of_bounded_size(lay: Lay, tmp_path: Path) -> None:
    words = " ".join(f"word-{n}," for n in range(30))
    more = "".join(QUOTE.format(n=n, topic=n % 80, words=words) for n in range(2000))
    files = changed(TALKS, "called:\n", f"{more}called:\n")
    files |= {f"topics/topic-{n}.yml": f"name: Topic number {n} of eighty\n" for n in range(80)}
    done = run("build", "--content", lay(files), "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    sizes = {path.relative_to(tmp_path).as_posix(): path.stat().st_size for path in tmp_path.rglob("*.html")}
    assert len(sizes) > 2000
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
