"""What a contributor sees while writing, as YAML's language server tells it."""

import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from readouts.model import RECORD_TYPES, Meeting, Record
from readouts.model.shape import shapes
from tests.conftest import ROOT, TREE
from tests.editor.client import Editor, Position
from tests.editor.conftest import Start, project, write_schemas_of

TALKS = "content/meetings/2019-05-11-harbour-talks.yml"
NEW = "content/meetings/2020-01-01-new.yml"
MEETING = "title: Talks\nkind: meeting\ndate: 2019\n"


@pytest.mark.parametrize("content", [TREE, ROOT / "content"], ids=["tree", "seed"])
def test_no_record_is_marked(content: Path, start: Start, tmp_path: Path) -> None:
    editor = start(project(tmp_path, content))
    names = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.glob("content/*/*.yml"))]
    pages = {name: editor.open(name) for name in names}
    assert {name: found for name, page in pages.items() if (found := page.diagnostics())} == {}


@pytest.mark.parametrize("model", RECORD_TYPES, ids=lambda model: model.TYPE)
def test_each_folder_has_its_schema(model: type[Record], editor: Editor) -> None:
    page = editor.open(f"content/{model.FOLDER}/any.yml", "no-such-field: a\n")
    assert ((1, 1), "Property no-such-field is not allowed.") in page.diagnostics()


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("place: ", {"linden": "Linden"}),
        ("person: ", {"hedda-brandt": "Hedda Brandt", "tomas-reyle": "Tomas Reyle"}),
        ("topics: [", {"fish": "Fish", "harbour": "Harbour"}),
        ("source: ", {"mirror-2019-05-12": "Doors", "courier-2019-05-12": "An open door, oiled"}),
        ("speaker: ", {"hedda-brandt": "Hedda Brandt", "courier": "The Linden Courier"}),
    ],
)
def test_ids_are_offered_with_names(behind: str, names: Mapping[str, str], editor: Editor) -> None:
    offered = editor.open(TALKS).completions(behind)
    assert names.items() <= {label: item["documentation"] for label, item in offered.items()}.items()
    assert all(item["insertText"] == label for label, item in offered.items())


def test_ids_are_offered_as_keys(editor: Editor) -> None:
    offered = editor.open(NEW, f"{MEETING}readouts:\n  \n").completions("readouts:\n  ")
    assert offered["aldermark"]["insertText"] == "aldermark: "


def test_quotes_are_offered_with_who_says_what(editor: Editor) -> None:
    source = "title: A\nlog:\n  - quote: \n"
    offered = editor.open("content/commitments/new.yml", source).completions("quote: ")
    assert offered["2019-05-11-harbour-talks/fish"]["documentation"] == "Tomas Reyle: Fish know no quays."


def test_the_fields_of_the_model_are_offered_with_what_they_mean(editor: Editor) -> None:
    offered = editor.open(NEW, "").completions("")
    assert set(shapes(Meeting)) - {"id"} <= set(offered)
    assert offered["place"]["documentation"] == "Where."
    example = "takeaways: [Both sides say that they want the harbour dredged.]"
    says = f"The bottom line first, each a sentence.\n\n```yaml\n{example}\n```"
    assert offered["takeaways"]["documentation"] == {"kind": "markdown", "value": says}


def test_fields_that_are_there_are_not_offered_again(editor: Editor) -> None:
    offered = editor.open(NEW, f"{MEETING}\n").completions(MEETING)
    assert "place" in offered
    assert not {"title", "kind", "date"} & set(offered)


def test_choices_are_offered_with_their_meaning(editor: Editor) -> None:
    offered = editor.open(TALKS).completions("mode: ")
    assert {label: item["documentation"] for label, item in offered.items()} == {
        "direct": "in the source's quotation marks or a transcript",
        "partial": "some words quoted inside a paraphrase",
        "indirect": "reported speech",
    }


@pytest.mark.parametrize("behind", ["title: ", "text: ", "summary: "])
def test_nothing_is_offered_where_words_belong(behind: str, editor: Editor) -> None:
    assert editor.open(TALKS).completions(behind) == {}


def test_dates_and_languages_are_offered_as_examples(editor: Editor) -> None:
    page = editor.open(TALKS)
    assert {"2024", "2024-04", "2024-04-26", "2024-04-26/2024-04-28"} <= set(page.completions("date: "))
    assert {"en", "zh-Hans"} <= set(page.completions("lang: "))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("title", "What happened, in a line."),
        ("title", "```yaml\ntitle: Talks on the harbour\n```"),
        ("speaker", "Who said it."),
        ("renderings", "Its wording in each source, at least one."),
        ("mode: direct", "* `direct`: in the source's quotation marks or a transcript"),
        ("speaker: hedda-brandt", "* `hedda-brandt`: Hedda Brandt"),
        ("date", "```yaml\n2024-04-26\n```"),
    ],
)
def test_pointing_at_a_field_tells_what_it_means(words: str, said: str, editor: Editor) -> None:
    assert said in editor.open(TALKS).hover(words)


QUOTE = "quotes:\n  - id: x\n    speaker: mirror\n"
RENDERING = f"{QUOTE}    renderings:\n      - source: mirror-2019-05-12\n        text: Doors\n        lang: en\n"
NO_DATE = "Write 2024, 2024-04, 2024-04-26 or 2024-04-26/2024-04-28, with ~ or ? after it where it is not certain."
ONE_KIND = "A note takes one of sic, translation, gloss, attribution, dispute."


def no_record(of: str) -> str:
    return f"No {of} has this id. If the record is new, run `readouts schema`."


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        (f"{MEETING}palce: linden\n", {(4, 1): "Property palce is not allowed."}),
        (f"{MEETING}place: lindn\n", {(4, 8): no_record("place")}),
        (f"{MEETING}topics:\n  - fish\n  - fisch\n", {(6, 5): no_record("topic")}),
        (f"{MEETING}readouts:\n  aldermrk: {{none: Nothing.}}\n", {(5, 3): no_record("organization")}),
        (f"{MEETING}readouts: {{aldermark: nowhere}}\n", {(4, 23): no_record("source")}),
        (f"{MEETING}{QUOTE}", {(5, 5): 'Missing property "renderings".'}),
        (f"{MEETING}{RENDERING}", {(8, 9): 'Missing property "mode".'}),
        ("title: 北京 “Talks”\ndate: 2019-13\n", {(1, 1): 'Missing property "kind".', (2, 7): NO_DATE}),
        (f"{MEETING}topics: fish\n", {(4, 9): 'Incorrect type. Expected "array".'}),
        (f"{MEETING}notes:\n  - on: Talks\n", {(5, 5): ONE_KIND}),
        (f"{MEETING}notes:\n  - gloss: a\n    sic: b\n", {(5, 5): ONE_KIND, (6, 5): ONE_KIND}),
    ],
)
def test_what_is_wrong_is_marked_where_it_stands(source: str, wrong: dict[Position, str], editor: Editor) -> None:
    assert dict(editor.open(NEW, source).diagnostics()) == wrong


def test_a_wrong_choice_is_answered_with_the_right_ones(editor: Editor) -> None:
    place, message = editor.open(NEW, MEETING.replace("kind: meeting", "kind: metting")).diagnostics()[0]
    assert place == (2, 7)
    assert message.startswith('Value is not accepted. Valid values: "meeting", "call", ')


@pytest.mark.parametrize("value", ["NO", "2024", "12:30", "Null", "~", "true", "1e3", "0x1F", ".inf", "on", "1_000"])
def test_a_value_is_text_whatever_yaml_takes_it_for(value: str, editor: Editor) -> None:
    source = f"name: {value}\nshort: {value}\nalso: [{value}]\nnames: {{no: [{value}]}}\nkind: state\niso: NO\n"
    assert editor.open("content/organizations/new.yml", source).diagnostics() == []


def test_a_year_is_a_date_and_a_colour_needs_quotes(editor: Editor) -> None:
    assert editor.open(NEW, MEETING).diagnostics() == []
    page = editor.open("content/organizations/new.yml", "name: A\nkind: state\ncolour: #b3261e\n")
    assert page.diagnostics() == [((3, 9), 'Incorrect type. Expected "string".')]


def test_a_snippet_has_all_that_is_required_with_its_choices(editor: Editor) -> None:
    quote = editor.open(NEW, f"{MEETING}quotes:\n  - \n").completions("  - ")["new quote"]
    assert quote["insertText"].splitlines() == [
        "id: $1",
        "  speaker: $2",
        "  renderings:",
        "    - source: $3",
        "      lang: $4",
        "      text: $5",
        "      mode: ${6|direct,partial,indirect|}",
    ]
    meeting = editor.open(NEW, "").completions("")["new meeting"]
    assert meeting["insertText"].splitlines()[::2] == ["title: $1", "date: $3"]


def test_a_key_brings_what_its_value_requires(editor: Editor) -> None:
    offered = editor.open(NEW, f"{MEETING}part\n").completions("part")
    assert offered["participants"]["insertText"] == "participants:\n  - person: $1\n    for: $2"


def test_a_line_on_top_of_the_file_is_enough(start: Start, tmp_path: Path) -> None:
    editor = start(project(tmp_path), {"yaml.schemaStore.enable": False})
    assert editor.open(NEW, f"{MEETING}place: lindn\n").diagnostics() == []  # nothing tells it of our schemas
    line = "# yaml-language-server: $schema=../../.readouts/schema/meeting.json\n"
    page = editor.open("content/meetings/2020-01-02-other.yml", f"{line}{MEETING}place: lindn\n")
    assert page.diagnostics() == [((5, 8), no_record("place"))]


def test_a_record_is_known_once_the_schemas_are_written_again(start: Start, tmp_path: Path) -> None:
    editor = start(project(tmp_path))
    page = editor.open(NEW, f"{MEETING}place: gull-rock\n")
    assert page.diagnostics() == [((4, 8), no_record("place"))]
    (tmp_path / "content" / "places" / "gull-rock.yml").write_text("name: Gull Rock\n")
    write_schemas_of(tmp_path)
    editor.tell_changed(tmp_path / ".readouts" / "schema" / "meeting.json")
    assert page.diagnostics() == []


def test_nothing_is_fetched_from_the_network(start: Start, settings: dict[str, Any], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.setblocking(False)  # noqa: FBT003  # the name of the parameter is not for callers
        through = {"http.proxy": f"http://127.0.0.1:{proxy.getsockname()[1]}"}
        editor = start(project(tmp_path), {**settings, **through})
        assert editor.open(TALKS).diagnostics() == []
        with pytest.raises(BlockingIOError):
            proxy.accept()


def test_the_editor_leaves_the_form_of_records_to_us(editor: Editor) -> None:
    page = editor.open(TALKS, 'title:   "Talks"\n')
    options = {"tabSize": 2, "insertSpaces": True}
    formatted = editor.request("textDocument/formatting", textDocument={"uri": page.uri}, options=options)
    assert not formatted


def test_settings_name_a_schema_for_every_type(settings: dict[str, Any]) -> None:
    wanted = {f".readouts/schema/{model.TYPE}.json": f"content/{model.FOLDER}/*.yml" for model in RECORD_TYPES}
    assert settings["yaml.schemas"] == wanted
    assert json.loads((ROOT / ".vscode" / "extensions.json").read_text())["recommendations"] == ["redhat.vscode-yaml"]
