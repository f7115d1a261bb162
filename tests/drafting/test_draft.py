"""Drafts of invented articles, as files a person can read; `python -m tests.drafting.test_draft` writes them anew."""

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readouts.build import check
from readouts.drafting import Draft, draft
from readouts.drafting.article import read_article
from readouts.drafting.characters import LARGEST, read_lines
from readouts.drafting.reading import MOST_PASSAGES
from readouts.load.reader import read
from readouts.model import Meeting, Source
from readouts.problem import ReadoutsError
from readouts.writing.formatting import in_form
from tests.conftest import Lay
from tests.drafting.cases import MORE, world

ARTICLES = Path(__file__).parent / "articles"
SOURCES = {"english": "courier-2019-05-12", "german": None, "chinese": None}
MEETING = "meetings/2019-05-12-quay.yml"


def drafted(name: str) -> Draft:
    source = world().get(Source.TYPE, SOURCES[name] or "")
    content = (ARTICLES / f"{name}.txt").read_bytes()
    return draft(content, f"{name}.txt", world(), source if isinstance(source, Source) else None)


def unwrapped(made: Draft) -> str:
    return " ".join(made.text.replace("# ", "").split())


@pytest.mark.parametrize("name", SOURCES)
def test_a_draft_is_as_it_was(name: str) -> None:
    assert drafted(name).text == (ARTICLES / f"{name}.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SOURCES)
def test_a_draft_is_in_form(name: str) -> None:
    text = drafted(name).text
    assert in_form(text, Meeting) == text


def test_check_finds_in_a_draft_exactly_what_is_left_to_do(lay: Lay) -> None:
    problems = check(lay({**MORE, MEETING: drafted("english").text})).problems
    own = [problem for problem in problems if problem.path.endswith(MEETING)]
    fields = {re.sub(r"\[\d+\]", "", problem.field) for problem in own}
    assert fields == {"title", "kind", "date", "summary", "quotes.speaker", "quotes.topics"}
    unnamed = [problem for problem in own if problem.field.endswith(".speaker")]
    assert len(unnamed) == drafted("english").text.count("    # speaker: ")


def filled(text: str) -> str:
    """Return a draft as a contributor leaves it who takes the first of what is proposed, and writes what isn't."""
    lines, done = [], set()
    for line in text.splitlines()[1:]:
        field = re.match(r"(?P<place> *)# (?P<key>(?: *(?:- )?)[a-z_-]+):(?: |$)", line)
        if field and not (field["place"] == "" and field["key"] in done):
            done.add(field["key"] if field["key"].isalpha() else "")
            lines.append(line.replace("# ", "", 1).replace("…", "x"))
        elif not re.match(r" *#", line):
            lines.append(line)
    return "\n".join(lines)


def test_a_draft_whose_proposals_are_taken_has_no_fault_left_but_in_what_was_made_up(lay: Lay) -> None:
    text = (
        filled(drafted("english").text).replace("kind: x", "kind: meeting").replace("topics: []", "topics: [harbour]")
    )
    text = text.replace("speaker: x", "speaker: tomas-reyle").replace("quotes:", "summary: Talks.\nquotes:", 1)
    problems = check(lay({**MORE, MEETING: text})).problems
    assert [problem.message for problem in problems if problem.path.endswith(MEETING)] == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_draft_whose_proposals_are_taken_can_be_read(name: str) -> None:
    assert read(filled(drafted(name).text)).faults == []


@pytest.mark.parametrize("text", ["", "\n\n", "Nobody said a word.", "Reyle’s quay"])
def test_without_quotation_marks_the_draft_has_no_quote_and_says_so(text: str) -> None:
    made = draft(text.encode(), "x", world(), None)
    assert (made.passages, read(made.text).data) == (0, {})
    assert "No words in quotation marks were found" in made.text


def test_a_passage_too_long_for_a_record_is_told_and_left_out() -> None:
    made = draft(f"“{'Quay ' * 1100}now,” he said. “Short.”".encode(), "x", world(), None)
    assert [quote["renderings"][0]["text"] for quote in read(made.text).data["quotes"]] == ["Short."]
    assert "Left out: 5,504 characters, where a rendering takes at most 5,000." in unwrapped(made)


def test_more_passages_than_a_draft_holds_are_counted() -> None:
    made = draft(("“A b.”\n" * (MOST_PASSAGES + 7)).encode(), "x", world(), None)
    assert made.passages == MOST_PASSAGES
    assert "Left out: the last 7 quoted passages." in made.text


def test_hidden_characters_are_named_and_do_not_get_into_the_draft() -> None:
    made = draft("“Qu\u202eay,” he said.\u200b".encode(), "x", world(), None)
    assert "U+200B zero width space (1), U+202E right-to-left override (1)" in unwrapped(made)
    assert not re.search("[\u202e\u200b]", made.text)
    assert read(made.text).data["quotes"][0]["renderings"][0]["text"] == "Quay,"


def test_words_that_occur_twice_in_a_paragraph_are_located_by_what_stands_beside_them() -> None:
    made = draft("He said: “Our quay.” She said: “Our quay.”".encode(), "x", world(), None)
    places = [quote["renderings"][0]["at"] for quote in read(made.text).data["quotes"]]
    assert [place["prefix"] for place in places] == ["He said: “", "quay.” She said: “"]


# What records, comments and YAML could stumble over, between words that the rules look for.
PIECES = st.sampled_from(
    [
        *'“”"‘’„«»「」 ,:—#%{]|>\t\\`…~=@?1',
        *(" ", ". ", ": ", "\n", "\n\n", " #", "- ", "&a", "*b", "!c", "null", "yes", "'s", "no", "a" * 130),
        *("\u202e", "\u00ad", "\u00a0", "\x07", "\ufeff", "\u2028", "\r", "e\u0301", "👩\u200d👧"),
        *("Hedda Brandt", "Reyle", "said", "told", "he", "the statement", "According to", "Linden", "on Friday"),
        *("The", "and", "but", "who", "谭墨罗", "表示："),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_text_of_a_draft_stands_in_its_paragraph_to_the_letter(text: str) -> None:
    made = draft(text.encode(), "x", world(), None)
    reading = read(made.text)
    assert reading.faults == []
    paragraphs = read_article(read_lines(text.encode(), "x")).paragraphs
    for quote in reading.data.get("quotes", ()):
        rendering = quote["renderings"][0]
        paragraph = paragraphs[int(rendering["at"]["paragraph"]) - 1]
        assert rendering["text"] in paragraph
        for words in (
            rendering.get("credited", {}).get("as"),
            rendering["at"].get("prefix"),
            rendering["at"].get("suffix"),
        ):
            assert words is None or words in paragraph


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_make_a_draft_or_are_refused(content: bytes) -> None:
    try:
        made = draft(content, "x", world(), None)
    except ReadoutsError:
        return
    assert read(made.text).faults == []


def test_words_that_stand_inside_others_are_not_taken_for_the_same(lay: Lay) -> None:
    made = draft(
        "Reyle said: “He told me, ‘We want the quay, and want it soon, before winter.’”".encode(), "x", world(), None
    )
    assert made.text.count("inside: he-told-me-we-want") == 1
    codes = {problem.code for problem in check(lay({**MORE, MEETING: made.text})).problems if MEETING in problem.path}
    assert "near-duplicate" not in codes


# Texts that took minutes when a clause was sought in all of its sentence for each of its verbs.
ODD = [
    "Hedda Brandt said ",
    "according to Reyle ",
    "quoted as saying ",
    "as said ",
    ") said ",
    "told Hedda Brandt “a” that ",
    "He said he said ",
    "!,",
    "在表示上",
]


@pytest.mark.parametrize("odd", ODD)
def test_no_text_takes_long(odd: str) -> None:
    text = (f"Brandt came. {odd * (LARGEST // len(odd.encode()))}").encode()[:LARGEST].decode("utf-8", "ignore")
    start = process_time()
    draft(text.encode(), "x", world(), None)
    assert process_time() - start < 20


def test_a_sentence_without_an_end_credits_nobody_and_says_so() -> None:
    made = draft(f"Hedda Brandt said {'word ' * 2000}“we want it.”".encode(), "x", world(), None)
    assert (made.passages, made.attributed) == (1, 0)
    assert "its sentence is too long to tell what belongs together in it" in unwrapped(made)


if __name__ == "__main__":
    for article in SOURCES:
        (ARTICLES / f"{article}.yml").write_text(drafted(article).text, encoding="utf-8")
