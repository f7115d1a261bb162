"""Files made to take time or memory, each as large as a file may be, checked as a contributor's would be."""

import subprocess
import sys
from pathlib import Path

import pytest

from readouts.model.fields import LONGEST_WORDING
from tests.conftest import ROOT, TREE, Lay

SIZE = 1024 * 1024
HEAD = "title: T\nkind: call\ndate: 2024\n"
QUOTE = "  - {id: q%d, speaker: mirror, channel: written, topics: [fish], renderings: [{source: mirror-2019-05-12, lang: en, mode: direct, text: %s}]}\n"  # noqa: E501
MEETING, PERSON, PHRASE = "meetings/bomb.yml", "people/bomb.yml", "phrases/bomb.yml"


def cased(words: str, number: int) -> str:
    """Return words in one of many ways to write them in capitals."""
    return "".join(c.upper() if number >> i & 1 else c for i, c in enumerate(words))


def repeated(line: str, head: str = "") -> str:
    """Return a line over and over, numbered where it has a place for a number."""
    lines, length, number = [head], len(head), 0
    while length + len(line) < SIZE - 20:
        made = line % number if "%d" in line else line
        lines.append(made)
        length += len(made.encode())
        number += 1
    return "".join(lines)


def said(text: str) -> str:
    """Return a meeting of as many quotations of a text as there is room for, the text as long as it may be."""
    return repeated(QUOTE.replace("%s", f'"{text[:LONGEST_WORDING]}"'), HEAD + "quotes:\n")


WORDS = ["open", "door", "harbour", "fish", "quay", "winter", "pilot", "guild"]
BOMBS: dict[str, tuple[str, str | bytes]] = {
    # Characters
    "nothing but control characters": (MEETING, "\x01" * SIZE),
    "control characters escaped": (MEETING, 'title: "' + "\\u0001" * (SIZE // 7) + '"'),
    "no UTF-8": (MEETING, b"\xff" * SIZE),
    "combining marks": (PERSON, "name: a" + "\u0301" * 400_000),
    "marks of two classes": (PERSON, "name: a" + "\u0301\u0323" * 250_000),
    "many heaps of marks": (PERSON, "name: " + "a" + ("\u0301" * 31 + "a") * 15_000),
    "a heap after many": (PERSON, "name: " + ("a" + "\u0301" * 31) * 210 + "a" + "\u0301\u0323" * 240_000),
    "marks in a host": (MEETING, "title: T\nurl: https://a" + "\u0301\u0323" * 250_000 + ".example/"),
    "marks escaped": (PERSON, 'name: "a' + "\\u0301\\u0323" * 80_000 + '"'),
    "problems on a wide line": (MEETING, HEAD + "also: [" + "&a b, " * 198 + "\U0001f600, " + "v" * 1_000_000 + "]"),
    "references on a wide line": (
        MEETING,
        HEAD + "refers_to: [" + "".join(f"no{n}, " for n in range(300)) + "\U0001f600, " + "v" * 1_000_000 + "]",
    ),
    # YAML
    "directives": (MEETING, "".join(f"%TAG !a{n}! x\n" for n in range(60_000)) + "--- {}"),
    "problems under a long key": (MEETING, HEAD + "names:\n  ? " + "x" * 900_000 + "\n  : [" + "'', " * 300 + "x]"),
    "brackets": (MEETING, "[" * SIZE),
    "braces": (MEETING, "{" * SIZE),
    "nested mappings": (MEETING, "{a: " * (SIZE // 4)),
    "dashes": (MEETING, "- " * (SIZE // 2)),
    "items": (MEETING, repeated("- b\n", "a:\n")),
    "keys": (MEETING, repeated("k%d: v\n")),
    "the same key": (MEETING, repeated("a: b\n")),
    "anchors": (MEETING, repeated("k%d: &a v\n")),
    "laughs": (MEETING, repeated("k%d: [*a,*a,*a,*a]\n", "a: &a [x,x,x,x]\n")),
    "open quote": (MEETING, "a: '" + "b\n" * (SIZE // 2 - 4)),
    "long key": (MEETING, "a" * (SIZE - 8) + ": b"),
    "long value": (MEETING, "a: " + "b" * (SIZE - 8)),
    "escapes": (MEETING, 'a: "' + "\\u00e9" * (SIZE // 6 - 8) + '"'),
    "documents": (MEETING, "---\n" * (SIZE // 4)),
    "comments": (MEETING, "#\n" * (SIZE // 2)),
    "empty values": (MEETING, repeated("k%d:\n")),
    "question marks": (MEETING, "? " * (SIZE // 2)),
    "tabs": (MEETING, "\t" * SIZE),
    "colons": (MEETING, ":" * SIZE),
    "colons without space": (MEETING, repeated("a:b\n")),
    "spaces": (MEETING, " " * (SIZE - 4) + "a: b"),
    # Records
    "notes that are astray": (MEETING, repeated("- {on: zz%d, gloss: x}\n", HEAD + "notes:\n")),
    "terms in one office": (PERSON, repeated("- {organization: mirror, title: T, from: 2024}\n", "name: N\nroles:\n")),
    "participants": (MEETING, repeated("- {person: hedda-brandt, for: mirror}\n", HEAD + "participants:\n")),
    "references to nobody": (MEETING, repeated("- hedda-brand%d\n", HEAD + "refers_to:\n")),
    "record links to nobody": (PERSON, "name: N\nbio: |\n  " + "[[people/x]] " * (SIZE // 13 - 8)),
    "open record links": (PERSON, "name: N\nbio: |\n  " + "[[" * (SIZE // 2 - 20)),
    "quotes": (MEETING, repeated(QUOTE.replace("%s", "x"), HEAD + "summary: S\nquotes:\n")),
    "quotes inside others": (
        MEETING,
        repeated(QUOTE.replace("%s", "x").replace("{id", "{inside: zz, id"), HEAD + "quotes:\n"),
    ),
    "nearly the same quotes": (
        MEETING,
        repeated(QUOTE.replace("%s", "a harbour is an open door and should be one for all"), HEAD + "quotes:\n"),
    ),
    "absent speakers": (
        MEETING,
        HEAD
        + "participants:\n"
        + "- {person: hedda-brandt, for: mirror}\n" * 9000
        + "quotes:\n"
        + "".join((QUOTE % (n, "x")).replace("mirror, channel: written", "tomas-reyle") for n in range(2400)),
    ),
    "long quotes of few words": (
        MEETING,
        HEAD + "quotes:\n" + "".join(QUOTE % (n, " ".join(WORDS[n * w % 8] for w in range(900))) for n in range(180)),
    ),
    "names like those of nobody": (
        MEETING,
        HEAD
        + "also:\n"
        + "".join(f"- abcdefgh nam {n} xyz\n" for n in range(35_000))
        + "refers_to:\n"
        + "".join(f"- zzzzz-{n}-abc\n" for n in range(500)),
    ),
    "a long name": (MEETING, HEAD + f"also: [{'ab' * 260_000}]\nrefers_to: [{'ac' * 255_000}]\n"),
    "dashes before a colon": (MEETING, HEAD + "-" * 900_000 + ": x\n"),
    "marks that are made of marks": (PERSON, "name: a" + "\u0f73" * 300_000),
    "unknown languages": (MEETING, repeated("  q%dx: [a]\n", HEAD + "names:\n")),
    "languages misspelt": (
        MEETING,
        HEAD + "quotes:\n" + "".join((QUOTE % (n, "x")).replace("lang: en", f"lang: english{n}") for n in range(4000)),
    ),
    "a tag of many parts": (
        "sources/bomb.yml",
        "title: T\nkind: news\npublisher: mirror\nlang: en" + "".join(f"-abcd{n}" for n in range(3000)) + "\n",
    ),
    "forms like a text of the tree": (
        PHRASE,
        "name: P\nforms:\n"
        + "".join(
            f"  en-{region}:\n" + "".join(f"    - {cased('the harbour is an', 50 * i + n)}\n" for n in range(50))
            for i, region in enumerate(("AU", "BB", "BE", "BW", "CA", "GB", "GH", "HK", "IE", "IN", "JM", "KE", "US"))
        ),
    ),
    "a form of many words": (PHRASE, "name: P\nforms: {en: ['" + "h* " * 300_000 + "b']}\n"),
    "notes on a long text": (
        MEETING,
        repeated("- {on: ab%da, gloss: x}\n", HEAD + f"summary: {'a' * 600_000}\nnotes:\n"),
    ),
    "notes and renderings of one quote": (
        MEETING,
        HEAD
        + "quotes:\n  - id: q\n    speaker: mirror\n    channel: written\n    notes:\n"
        + "      - {on: zz, gloss: x}\n" * 8000
        + "    renderings:\n"
        + "      - {source: mirror-2019-05-12, lang: en, mode: direct, text: t}\n" * 5000,
    ),
    "old ids of a meeting and of its quotes": (
        MEETING,
        HEAD
        + f"formerly: [{', '.join(f'm{n}' for n in range(20))}]\nquotes:\n"
        + "".join(
            (QUOTE % (n, "x")).replace("{id", "{formerly: [" + ", ".join(f"f{n}-{i}" for i in range(20)) + "], id")
            for n in range(1400)
        ),
    ),
    "a link of many words": (PERSON, f"name: N\nbio: '[[{'a ' * 500_000}]]'\n"),
    "many links of many words": (PERSON, "name: N\nbio: '" + f"[[{'a ' * 2500}]] " * 200 + "'\n"),
    "a name that grows": (PERSON, "name: " + "\ufdfa" * 340_000),
    "renderings of few words": (
        MEETING,
        HEAD
        + "quotes:\n  - id: q\n    speaker: mirror\n    channel: written\n    renderings:\n"
        + "".join(
            "      - {source: mirror-2019-05-12, lang: en, mode: direct, text: "
            + " ".join(WORDS[n // 8**i % 8] for i in range(8))
            + "}\n"
            for n in range(9000)
        ),
    ),
    "old ids": (MEETING, repeated("- old-%d\n", HEAD + "formerly:\n")),
    "forms": (PHRASE, repeated("  - a* b* %d*\n", "name: P\nforms:\n  en:\n")),
    "stars": (PHRASE, "name: P\nforms: {en: [" + "o*" * 500_000 + "]}"),
    "long forms of short words": (
        PHRASE,
        "name: P\nforms:\n"
        + "".join(
            f"  en-{region}:\n" + "".join(f"    - {'o* ' * 96} {n}\n" for n in range(50))
            for region in ("AU", "BB", "BE", "BW", "CA", "GB", "GH", "HK", "IE", "IN", "JM", "KE", "US")
        ),
    ),
    "a log": (
        "commitments/bomb.yml",
        repeated("- {date: 2019-05-12, status: urged}\n", "title: C\nmade_at: x\nby: [mirror]\nlog:\n"),
    ),
}


FORMS = "name: P\nforms: {en: [%s]}\n"
PAIRS: dict[str, dict[str, str]] = {
    "endings without a word": {PHRASE: FORMS % '"a * * * * * * b"', MEETING: said("a" + " " * 60 + "c")},
    "an ending before spaces": {PHRASE: FORMS % '"* x"', MEETING: said("x" + " " * (LONGEST_WORDING - 2) + "c")},
    "an ending after a line": {PHRASE: FORMS % '"_* x"', MEETING: said("_" * (LONGEST_WORDING - 1) + "c")},
    "many forms alike": {
        PHRASE: FORMS % ", ".join("a" + "*" * n for n in range(50)),
        MEETING: said("a " * LONGEST_WORDING),
    },
    "many phrases alike": {
        MEETING: said("a " * LONGEST_WORDING),
        **{f"phrases/bomb-{n}.yml": f"name: P{n}\nforms: {{en: [a]}}\n" for n in range(10)},
    },
    "many terms of one who takes part often": {
        "people/hedda-brandt.yml": "name: Hedda Brandt\nroles:\n"
        + "- {organization: mirror, title: T, from: 2900}\n" * 12_000,
        MEETING: repeated("- {person: hedda-brandt, for: mirror}\n", HEAD + "participants:\n"),
    },
    "faulty files and sources that nobody cites": {
        **{f"sources/s{n}.yml": "title: T\nkind: news\npublisher: mirror\n" for n in range(800)},
        **{f"topics/t{n}.yml": f"nam: N{n}\ngloss: {'g' * 1000}\n" for n in range(800)},
    },
    "a long chain of parts": {
        MEETING: HEAD
        + "quotes:\n"
        + "".join(
            (QUOTE % (n, "x")).replace("{source", "{credited: {to: c0}, source").replace("topics", "for: c999, topics")
            for n in range(3000)
        ),
        **{f"organizations/c{n}.yml": f"name: C{n}\nkind: other\npart_of: c{n + 1}\n" for n in range(999)},
        "organizations/c999.yml": "name: C999\nkind: other\n",
    },
}


def seconds_and_bytes(content: Path) -> tuple[float, int, str]:
    """Check a folder in a process of its own; return its processor time, peak memory and output."""
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from readouts.build import check\n"
        "from readouts.report import report\n"
        "from tests.load.peak import peak_memory\n"
        "checked = check(Path(sys.argv[1]))\n"
        "lines = list(report(checked.problems, 1, 'text'))\n"
        "print(time.process_time(), peak_memory(), lines[-1])\n"
    )
    command = [sys.executable, "-c", program, str(content)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=100)
    assert done.returncode == 0, done.stderr
    seconds, memory, said = done.stdout.split(maxsplit=2)
    return float(seconds), int(memory), said


@pytest.fixture(scope="module")
def harmless() -> float:
    """Return the processor time that the tree itself takes, most of it Python's own start."""
    return seconds_and_bytes(TREE)[0]


@pytest.mark.parametrize("bomb", [*BOMBS, *PAIRS])
def test_no_file_takes_much_time_or_memory(bomb: str, lay: Lay, harmless: float) -> None:
    files = PAIRS[bomb] if bomb in PAIRS else dict([BOMBS[bomb]])
    content = lay(files)
    assert all((content / name).stat().st_size <= SIZE for name in files)
    seconds, memory, _ = seconds_and_bytes(content)
    # Two seconds is the promise; the machine may be busy and slow, so that only what grows beyond all bounds fails.
    assert seconds - harmless < 6
    assert memory < 300 * 1024 * 1024
