import pytest

from readouts.model import Meeting, Organization, Phrase, Place, Record
from readouts.problem import FieldPath
from readouts.writing.values import fault_of_key, fault_of_value


@pytest.mark.parametrize(
    ("model", "path", "value", "suggestion"),
    [
        (Meeting, ("date",), "2019-5-11", "2019-05-11"),
        (Meeting, ("kind",), "sumit", "summit"),
        (Meeting, ("quotes", 3, "renderings", 1, "lang"), "english", "en"),
        (Organization, ("iso",), "Norway", "NO"),
        (Place, ("at", "lat"), "91", None),
        (Meeting, ("title",), "a\nb", None),
        (Meeting, ("title",), "a\u200bb", None),
        (Meeting, ("readouts", "aldermark", "none"), " ", None),
    ],
)
def test_a_wrong_value_is_told_as_check_tells_it(
    model: type[Record], path: FieldPath, value: str, suggestion: str | None
) -> None:
    fault = fault_of_value(model, path, value)
    assert fault is not None
    assert fault.suggestion == suggestion


@pytest.mark.parametrize(
    ("model", "path", "value"),
    [
        (Meeting, ("date",), "2019-05-11/2019-05-12"),
        (Meeting, ("quotes", 3, "renderings", 1, "text"), " “a\nb” "),
        (Meeting, ("readouts", "aldermark"), "any"),  # whether there is such a record is asked elsewhere
        (Meeting, ("participants", 7, "person"), "any"),
        (Place, ("at", "lat"), "-49.25"),
    ],
)
def test_nothing_is_said_of_a_right_one_nor_of_what_else_is_missing(
    model: type[Record], path: FieldPath, value: str
) -> None:
    assert fault_of_value(model, path, value) is None


def test_keys_are_held_against_their_kind_too() -> None:
    assert fault_of_key(Phrase, ("forms",), "de") is None
    fault = fault_of_key(Phrase, ("forms",), "german")
    assert fault is not None
    assert fault.suggestion == "de"
