from tests.schema.yaml_core import read_core


def test_values_without_quotes_have_their_types_and_those_with_quotes_are_text() -> None:
    assert read_core("a: 1\nb: '1'\nc: [~, \"~\", true]\nd: |-\n  1\n2: x\n") == {
        "a": 1,
        "b": "1",
        "c": [None, "~", True],
        "d": "1",
        "2": "x",
    }
