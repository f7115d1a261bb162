"""Addresses that open a source at its words."""

from urllib.parse import unquote

import pytest

from readouts.model import Source
from readouts.model.quotes import Locator, Rendering
from readouts.pages.deep_links import at_words
from readouts.text import Text

LONG = "When the tide is out, the boats lie on the sand - and nobody, it is said, counts them, or their ropes."


def source(url: str | None, archive: str | None = None) -> Source:
    return Source.model_construct(id="s", url=url and Text(url), archive=archive and Text(archive))


def rendering(words: str, at: Locator | None = None) -> Rendering:
    return Rendering.model_construct(text=Text(words), at=at)


def address(words: str, url: str = "https://a.example/x", at: Locator | None = None) -> str:
    found = at_words(source(url), rendering(words, at))
    assert found is not None
    return found.raw


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("Fish know no quays.", "Fish%20know%20no%20quays."),
        ("well-known, we & they", "well%2Dknown%2C%20we%20%26%20they"),  # which mean something there
        ("two\nlines", "two%20lines"),
        (LONG, "When%20the%20tide%20is,them%2C%20or%20their%20ropes."),
        ("旧" * 100, f"{'%E6%97%A7' * 12},{'%E6%97%A7' * 12}"),
        ("1" + "旧" * 100, f"1{'%E6%97%A7' * 11},{'%E6%97%A7' * 12}"),
        ("a" * 3000, f"{'a' * 12},{'a' * 12}"),
        (
            "internationalisation of responsibilities notwithstanding",
            "internationalisation%20of,responsibilities%20notwithstanding",
        ),
    ],
)
def test_words_stand_in_the_address_whole_or_by_their_ends(words: str, directive: str) -> None:
    assert address(words) == f"https://a.example/x#:~:text={directive}"


def test_the_ends_are_those_of_the_words() -> None:
    start, _, end = address(LONG).partition(":~:text=")[2].partition(",")
    assert LONG.startswith(unquote(start))
    assert LONG.endswith(unquote(end))


def test_words_beside_them_tell_which_are_meant() -> None:
    at = Locator.model_construct(prefix=Text("he said"), suffix=Text("and left"), paragraph=None)
    assert address("Yes", at=at).endswith(":~:text=he%20said-,Yes,-and%20left")


def test_of_long_words_beside_them_those_stand_in_the_address_that_are_next_to_them() -> None:
    at = Locator.model_construct(prefix=Text("a b c d  he\nsaid " * 20), suffix=Text("旧" * 300), paragraph=None)
    assert address("Yes", at=at).endswith(f":~:text=c%20d%20he%20said-,Yes,-{'%E6%97%A7' * 12}")


def test_a_place_in_the_document_stays() -> None:
    assert address("Yes", url="https://a.example/x#part") == "https://a.example/x#part:~:text=Yes"


def test_the_lasting_copy_serves_where_there_is_no_other() -> None:
    found = at_words(source(None, "https://archive.example/x"), rendering("Yes"))
    assert found == Text("https://archive.example/x#:~:text=Yes")
    assert at_words(source(None), rendering("Yes")) is None
