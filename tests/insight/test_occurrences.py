import pytest

from readouts.graph import Quotation
from readouts.insight.occurrences import Finder
from readouts.load.binding import bind
from readouts.load.reader import Reading
from readouts.model import Meeting, Phrase


def found(forms: str | list[str], text: str, *, lang: str = "en", text_lang: str | None = None) -> list[str]:
    several = forms if isinstance(forms, list) else [forms]
    phrase = bind(Phrase, "p", Reading(data={"name": "P", "forms": {lang: several}})).record
    rendering = {"source": "s", "lang": text_lang or lang, "text": text, "mode": "direct"}
    quote = {"id": "q", "speaker": "a", "renderings": [rendering]}
    meeting = bind(Meeting, "m", Reading(data={"title": "M", "kind": "call", "date": "2024", "quotes": [quote]})).record
    assert isinstance(phrase, Phrase)
    assert isinstance(meeting, Meeting)
    quotation = Quotation(meeting, meeting.quotes[0])
    return [text[o.start : o.end] for o in Finder([phrase]).find(quotation, quotation.quote.renderings[0])]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("two-way street", "A Two-Way Street, a two-way street.", ["Two-Way Street", "two-way street"]),
        ("bloc", "blocs block bloc", ["bloc"]),  # whole words
        ("bloc*", "blocs block bloc en bloc.", ["blocs", "block", "bloc", "bloc"]),
        ("small bloc*", "small  blocs and small\nbloc", ["small  blocs", "small\nbloc"]),  # any space
        ("stabili*e", "stabilize or stabili*e", ["stabili*e"]),  # endings only: elsewhere the mark is itself
        ("a" + "*a" * 30 + "*", "a" * 5000 + " b", []),  # and takes no time
        ("* *", "anything", []),
        ("small * bloc", "small big bloc, small * bloc", ["small * bloc"]),  # it is no word
        ("cafe", "cafe\u0301 cafe", ["cafe"]),  # an accent belongs to its letter
        ("हिन्द*", "हिन्दी", ["हिन्दी"]),  # and a vowel sign to its word
        ("हिन्द", "हिन्दी", []),
        ("ecole", "e\u0301ecole ecole", ["ecole"]),
        ("no", "not no nor No", ["no", "No"]),
        ("45 years", "145 years, 45 years", ["45 years"]),
        ("café", "cafe\u0301 café", ["cafe\u0301", "café"]),  # either normal form
        ("[sic]", "so [sic] it is", ["[sic]"]),  # marks are themselves
        ("a.c", "abc a.c", ["a.c"]),
        ("Straße", "STRASSE Straße straße", ["Straße", "straße"]),
        ("!", "yes!", ["!"]),
        ("*", "anything", []),  # an ending without a word
    ],
)
def test_a_form_is_found_as_whole_words_whatever_their_case(form: str, text: str, expected: list[str]) -> None:
    assert found(form, text) == expected


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("小圈子", "不要搞小圈子,小圈子没有出路。", ["小圈子", "小圈子"]),
        ("旧金山愿景", "落实旧金山愿景的共识", ["旧金山愿景"]),  # no spaces around words
        ("AI", "谈AI风险,不谈AIDS", ["AI"]),  # Latin letters among them keep their bounds
        ("AI*", "谈AIs风险", ["AIs"]),  # and their endings
    ],
)
def test_scripts_without_spaces_are_matched_by_characters(form: str, text: str, expected: list[str]) -> None:
    assert found(form, text, lang="zh-Hans") == expected


def test_of_forms_that_overlap_the_longest_counts() -> None:
    assert found(["two-way", "two-way street"], "a two-way street, two-way") == ["two-way street", "two-way"]


def test_a_form_is_looked_for_in_renderings_of_its_language_only() -> None:
    assert found("chat", "le chat", lang="fr", text_lang="en") == []
    assert found("小圈子", "小圈子", lang="zh-Hans", text_lang="zh-Hant-TW") == ["小圈子"]
