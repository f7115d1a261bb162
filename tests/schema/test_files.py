import json
from pathlib import Path

import pytest

from readouts.graph import Graph, build_graph
from readouts.model import RECORD_TYPES
from readouts.problem import ReadoutsError
from readouts.schema import schemas, write_schemas

NAMES = {f"{model.TYPE}.json" for model in RECORD_TYPES}


def test_each_type_has_a_file_and_the_folder_nothing_else(graph: Graph, tmp_path: Path) -> None:
    write_schemas(graph, tmp_path / "new" / "schema")
    assert {path.name for path in (tmp_path / "new" / "schema").iterdir()} == NAMES


def test_older_schemas_are_replaced_and_other_files_stay(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("{}")
    write_schemas(build_graph([]), tmp_path)
    write_schemas(graph, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"mine.json": b"{}", **dict(schemas(graph))}


def test_what_has_not_changed_is_not_written(graph: Graph, tmp_path: Path) -> None:
    write_schemas(graph, tmp_path)
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    write_schemas(graph, tmp_path)
    assert {path: path.stat().st_ino for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", ["{}", "", json.dumps({"description": "of a person" * 20})])
def test_a_file_that_is_none_of_ours_stops_it_and_nothing_is_written(
    content: str, graph: Graph, tmp_path: Path
) -> None:
    (tmp_path / "person.json").write_text(content)
    with pytest.raises(ReadoutsError, match=r"person\.json is no schema of ours"):
        write_schemas(graph, tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("person.json", content)]


def test_a_write_that_fails_leaves_what_was_there(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_schemas(build_graph([]), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError):  # as the system raises it
        write_schemas(graph, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
