from typing import Any

import pytest

from readouts.model import Meeting, Person, Record, Source, Topic
from readouts.model.fields import ID
from readouts.writing.ids import fault_of_id, proposed_id, proposed_quote_id


@pytest.mark.parametrize(
    ("model", "data", "id_"),
    [
        (Person, {"name": "Ødo Lïntz-Straße"}, "do-lintz-strasse"),
        (Topic, {"name": "渔业"}, None),
        (Topic, {"name": ["a"]}, None),
        (Topic, {}, None),
        (Meeting, {"title": "Talks, again", "date": "2019-05-11"}, "2019-05-11-talks-again"),
        (Meeting, {"title": "Visit", "date": "2019-05-10/2019-05-12"}, "2019-05-10-visit"),
        (Meeting, {"title": "Visit", "date": "2019-05~"}, "2019-05-visit"),
        (Meeting, {"title": "Visit"}, "visit"),
        (Source, {"title": "Doors", "publisher": "mirror", "date": "2019-05-12"}, "mirror-2019-05-12"),
        (Source, {"title": "Doors", "publisher": "mirror", "issued_by": "house", "date": "2019"}, "house-2019"),
        (Source, {"title": "Doors", "publisher": "mirror"}, "doors"),  # two undated ones would be called the same
        (Topic, {"name": f"{'a' * 60} {'b' * 60}"}, "a" * 60),  # no part of a word at its end
        (Topic, {"name": "a" * 120}, "a" * 100),
    ],
)
def test_an_id_is_proposed_from_what_is_given(model: type[Record], data: dict[str, Any], id_: str | None) -> None:
    assert proposed_id(model, data) == id_


@pytest.mark.parametrize(
    ("texts", "id_"),
    [
        (["Fish know no quays."], "fish-know-no-quays"),
        (["The harbour is an open door , and open doors want oil."], "the-harbour-is-an-open-door"),
        (["Internationalization, notwithstanding counterrevolutionaries"], "internationalization-notwithstanding"),
        (["渔业", "Fish"], "fish"),
        (["渔业"], "mirror"),
        (["Compare!"], "compare-2"),
        (["Taken."], "taken-3"),
        ([], "mirror"),
    ],
)
def test_a_quotation_is_called_after_its_words(texts: list[str], id_: str) -> None:
    quote = {"speaker": "mirror", "renderings": [{"text": text} for text in texts]}
    assert proposed_quote_id(quote, ("taken", "taken-2")) == id_
    assert ID.fullmatch(id_)


def test_an_odd_quotation_gets_an_id_all_the_same() -> None:
    for odd in ({}, {"renderings": ["a"]}, {"renderings": [{"text": ["a"]}]}, {"speaker": ["a"]}, {"renderings": "a"}):
        assert proposed_quote_id(odd, ()) == "quote"


def test_what_is_wrong_with_an_id_is_said() -> None:
    assert fault_of_id("fish") is None
    assert fault_of_id("Fish & co") == (
        "'Fish & co' is no id: lower-case letters a to z, digits and single hyphens, at most 100 characters:"
        " did you mean 'fish-co'?"
    )
    assert fault_of_id("nul") == "'nul' is no id: some systems reserve it for a device"
    assert "reserved" in (fault_of_id("index") or "")
