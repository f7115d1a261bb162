"""The command that tells editors what records look like."""

from pathlib import Path

import click

from readouts.cli.options import project_options
from readouts.graph import build_graph
from readouts.load import load_content
from readouts.project import Project
from readouts.schema import FOLDER, write_schemas


@click.command("schema")
@project_options
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), required=False)
def schema_command(project: Project, folder: Path | None) -> None:
    """Write a JSON Schema for each record type into DIR, for editors.

    Without DIR they go where the settings of a project's editors, and the first line of its records, look for them.
    """
    documents = load_content(project.content).documents
    folder = (folder or project.root / FOLDER).resolve()
    write_schemas(build_graph(document.record for document in documents if document.record), folder)
    click.echo(folder)
