import json
from pathlib import Path

import pytest

from readouts.graph import Graph, build_graph
from readouts.model import RECORD_TYPES
from readouts.problem import ReadoutsError
from readouts.project import find_project
from readouts.schema import FOLDER, keep_fresh, schemas, write_schemas
from tests.conftest import Lay, run

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


@pytest.fixture
def root(lay: Lay) -> Path:
    """Return the folder of a project."""
    folder = lay().parent
    (folder / "mkdocs.yml").write_text("site_name: Mine\nplugins: [readouts]\n")
    return folder


def test_the_command_writes_where_records_look_for_them_and_says_so(root: Path, graph: Graph) -> None:
    done = run("schema", "-C", root / "content" / "people")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{root / FOLDER}\n", "")
    assert {path.name: path.read_bytes() for path in (root / FOLDER).iterdir()} == dict(schemas(graph))


def test_the_command_writes_into_another_folder(root: Path) -> None:
    done = run("schema", "there", "-C", root, cwd=root)
    assert (done.returncode, done.stdout) == (0, f"{root / 'there'}\n")
    assert {path.name for path in (root / "there").iterdir()} == NAMES
    assert not (root / FOLDER).exists()


@pytest.mark.parametrize("name", ["person.json", "mine"])
def test_the_command_says_why_it_cannot_write(name: str, root: Path) -> None:
    (root / "there").mkdir()
    (root / "there" / name).write_text("mine")
    done = run("schema", root / "there" / ("mine" if name == "mine" else ""), "-C", root)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert (root / "there" / name).read_text() == "mine"


def test_records_with_errors_have_schemas_too(root: Path) -> None:
    (root / "content" / "topics" / "fish.yml").write_text("name: Fish\nbroadr: harbour\n")
    (root / "content" / "people" / "odo.yml").write_text("name: [\n")
    (root / "content" / "meetings" / "new.yml").write_text("quotes: [{id: A B}, {}]\n")
    assert run("schema", "-C", root).returncode == 0
    topics = json.loads((root / FOLDER / "topic.json").read_text())["definitions"]["id-of-topic"]["enum"]
    assert topics == ["fish", "harbour"]


def test_a_new_record_is_known_to_editors_at_once(root: Path) -> None:
    assert run("new", "topic", "--set", "name=Pilots", "-C", root).returncode == 0
    assert '"pilots"' in (root / FOLDER / "meeting.json").read_text()


def test_schemas_of_records_that_are_not_the_projects_are_not_kept(root: Path, graph: Graph, tmp_path: Path) -> None:
    others = tmp_path / "others" / "content"
    others.mkdir(parents=True)
    assert keep_fresh(graph, find_project(root, content=others)) == ""
    assert keep_fresh(graph, find_project(others, content=others)) == ""
    assert not list(tmp_path.rglob("*.json"))
    assert keep_fresh(graph, find_project(root)) == ""
    assert (root / FOLDER / "topic.json").exists()


def test_schemas_that_cannot_be_kept_stop_nothing(root: Path) -> None:
    (root / ".readouts").write_text("")
    done = run("new", "topic", "--set", "name=Pilots", "-C", root)
    assert (done.returncode, done.stdout) == (0, f"{root / 'content' / 'topics' / 'pilots.yml'}\n")
    assert done.stderr == f"readouts: editors are not told of it: Not a directory: {root / FOLDER}\n"
