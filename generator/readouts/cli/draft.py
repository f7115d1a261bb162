"""The command that drafts a meeting from the text of a source."""

import sys
from pathlib import Path

import click

from readouts.cli.options import project_options
from readouts.drafting import Draft, draft
from readouts.drafting.characters import LARGEST
from readouts.graph import Graph, build_graph
from readouts.load import load_content
from readouts.model import Source
from readouts.model.fields import ID
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.report import count, shown
from readouts.text import near

SNAPSHOTS = "snapshots"
STANDARD_INPUT = "-"


@click.command("draft")
@project_options
@click.argument("text", metavar="SOURCE")
@click.option("--source", "source_id", metavar="ID", help="The source record that the text is of.")
def draft_command(project: Project, text: str, source_id: str | None) -> None:
    """Print a draft of a meeting from the text of a SOURCE: a file, - for standard input, or a source's id.

    The text of a source with an id is looked for in snapshots/ID.txt of the project.
    """
    content = load_content(project.content)
    graph = build_graph(document.record for document in content.documents if document.record)
    given = _source(graph, source_id) if source_id is not None else None
    read, source = _read(project, graph, text)
    made = draft(read, _called(text), graph, given or source)
    sys.stdout.buffer.write(made.text.encode())  # a record is UTF-8, whatever the terminal is
    sys.stdout.buffer.flush()
    click.echo(_summary(made), err=True)


def _source(graph: Graph, id_: str) -> Source:
    record = graph.get(Source.TYPE, id_)
    if isinstance(record, Source):
        return record
    meant = near(id_, [source.id for source in graph.all_of(Source)])
    hint = f": did you mean '{meant}'?" if meant else ""
    raise ReadoutsError(f"no source '{shown(id_)}'{hint}")


def _read(project: Project, graph: Graph, text: str) -> tuple[bytes, Source | None]:
    """Return the bytes of a text, and the source whose snapshot it is."""
    if text == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1), None
    if Path(text).exists():
        return _bytes(Path(text)), None
    if not ID.fullmatch(text):
        raise ReadoutsError(f"no file {shown(text)}")
    source = _source(graph, text)
    snapshot = project.root / SNAPSHOTS / f"{text}.txt"
    if not snapshot.is_file():
        raise ReadoutsError(f"the source '{text}' has no text here: put it into {snapshot}, or name a file")
    return _bytes(snapshot), source


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _called(text: str) -> str:
    return "standard input" if text == STANDARD_INPUT else shown(Path(text).name)


def _summary(made: Draft) -> str:
    if not made.passages:
        said = "no words in quotation marks"
    else:
        said = f"{count(made.passages, 'quoted passage')}, {made.attributed:,} with a speaker"
    strays = f"; {count(made.strays, 'quotation mark')} without a partner" if made.strays else ""
    hidden = f"; {count(made.left_out.total(), 'character')} left out" if made.left_out else ""
    return f"{said}{strays}{hidden}"
