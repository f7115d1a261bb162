"""Whatever contributors wrote, a terminal obeys nothing in it, and it forms nothing on GitHub."""

import json
import re

import pytest

from readouts.diff import Difference, formats
from readouts.diff.data import as_data
from readouts.diff.formats import as_markdown, as_text
from tests.conftest import changed
from tests.diff.conftest import CALL, TALKS, TEMPLATES, Differ, edited
from tests.render.github import OURS, rendered, triggers
from tests.render.hostile import STRINGS

COMMIT = "0123456789abcdef0123456789abcdef01234567"
# One line each, as a name or title is.
NAMES = [string for string in STRINGS if "\n" not in string.strip()]
TRIGGERS = ["@someone", "#1", "GH-1", "someone/something#1", ":tada:", "me@example.org", "https://evil.example"]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # YAML reads it, too


def hostile(differ: Differ, text: str) -> Difference:
    """Return a difference that has a text as name, title, words that were and that are, unknown id and field."""
    written = quoted(text)
    files = edited(
        TALKS,
        ("title: Talks on the harbour", f"title: {written}"),
        ("text: Fish know no quays.", f"text: {written}"),
        ("text: It was his third visit to Linden in two years.", f"text: {quoted(f'{text} {text}')}"),
        ("    speaker: mirror\n", f"    speaker: {written}\n"),
    )
    person = {"people/odo.yml": f"name: {written}\n? {written}\n: x\n", "people/ada.yml": f"name: {written}\n"}
    since = edited(TALKS, ("text: It was his third visit to Linden in two years.", f"text: {written}"))
    return differ({**files, **person, "topics/`x` @y #1.yml": "name: X\n"}, since=since)


@pytest.mark.parametrize("text", [*NAMES, *TRIGGERS])
def test_no_text_forms_anything_on_github(differ: Differ, text: str) -> None:
    page = rendered("\n".join(as_markdown(hostile(differ, text), COMMIT, TEMPLATES)))
    assert {element.tag for element in page.iter()} <= OURS
    assert triggers(page) == []
    assert text.strip().replace("\t", " ") in page.text_content()


@pytest.mark.parametrize("text", ["\x1b[31m", "\u202eback", "::error::x", "##[error]x", "\x07", "\x9b2J"])
def test_a_terminal_and_a_log_obey_no_text(differ: Differ, text: str) -> None:
    lines = list(as_text(hostile(differ, text)))
    assert not [line for line in lines if re.search(r"[\x00-\x1f\x7f-\x9f\u202e]|##\[|^\s*::", line)]


def test_words_of_several_lines_stay_on_one(differ: Differ) -> None:
    files = changed(TALKS, "text: Fish know no quays.", 'text: "Fish know\\nno quays."')
    assert "Fish know[- -]{+⏎+}no quays." in "\n".join(as_text(differ(files)))
    page = rendered("\n".join(as_markdown(differ(files), COMMIT, TEMPLATES)))
    assert "Fish know ⏎no quays." in page.text_content()


def test_a_summary_stops_before_it_is_too_large_and_says_how_much_is_left_out(
    differ: Differ, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = {f"people/guest-{n}.yml": f"name: Guest {n} at the talks\n" for n in range(60)}
    whole = "\n".join(as_markdown(differ(people), COMMIT, TEMPLATES))
    monkeypatch.setattr(formats, "MOST_BYTES", 3000)
    cut = "\n".join(as_markdown(differ(people), COMMIT, TEMPLATES))
    assert 3000 < len(cut.encode()) < 4000 < len(whole.encode())
    left = sum(int(number) for number in re.findall(r"^- and (\d+) more: `readouts diff` has all$", cut, re.MULTILINE))
    assert cut.count("\n- ") - len(re.findall(r"\n- and \d+ more", cut)) + left == whole.count("\n- ")
    assert {element.tag for element in rendered(cut).iter()} <= OURS


def test_what_is_reported_speech_is_told(differ: Differ) -> None:
    said = (
        "quotes:\n  - id: {mode}\n    speaker: hedda-brandt\n    for: aldermark\n    topics: [harbour]\n"
        "    renderings:\n"
        "      - {{source: courier-2019-05-12, lang: en, mode: {mode}, text: He may come.}}\nsummary:"
    )
    lines = {}
    for mode in ("direct", "indirect"):
        text = "\n".join(as_text(differ(changed(CALL, "summary:", said.format(mode=mode)))))
        lines[mode] = next(line for line in text.splitlines() if line.startswith("  added /"))
        assert "    courier-2019-05-12 (en): {+He may come.+}" in text
    assert lines["direct"].endswith("/direct/, Hedda Brandt")
    assert lines["indirect"].endswith("/indirect/, Hedda Brandt, as reported")


def test_the_keys_for_scripts_are_those_that_are_documented(differ: Differ) -> None:
    from readouts.diff import data  # noqa: PLC0415  # its docstring is the documentation

    documented = set(re.findall(r"^    (\w+(?:, \w+)*)(?:  |:)", data.__doc__ or "", re.MULTILINE))
    documented |= {key for keys in list(documented) for key in keys.split(", ")}
    found = as_data(differ({}), name="main", commit=COMMIT)
    assert set(found) - documented == set()


def test_addresses_of_pages_are_listed_for_scripts(differ: Differ) -> None:
    pages = as_data(differ({"people/odo.yml": "name: Odo\n"}), name="main", commit=COMMIT)["pages"]
    assert pages["added"] == ["/people/odo/"]
    assert {"/", "/people/"} <= set(pages["changed"])
    assert pages["removed"] == []
