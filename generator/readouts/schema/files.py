"""Schemas to disk, each whole or not at all."""

import os
from pathlib import Path
from tempfile import mkstemp

from readouts.graph import Graph
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.schema.documents import MARK, schemas

FOLDER = Path(".readouts", "schema")  # of a project: the schema line of a record leads there


def keep_fresh(graph: Graph, project: Project) -> str:
    """Write the schemas of a project, unless the records are not its own; return why that can't be, if so."""
    if project.config.parent == project.root == project.content.parent:
        try:
            write_schemas(graph, project.root / FOLDER)
        except OSError as error:
            return f"{error.strerror}: {error.filename}"
        except ReadoutsError as error:
            return str(error)
    return ""


def write_schemas(graph: Graph, folder: Path) -> None:
    """Write the schema of each record type into a folder: in the place of an older one, and of nothing else."""
    wanted = {folder / name: content for name, content in schemas(graph)}
    there = {path: path.read_bytes() for path in wanted if path.exists()}
    for path, content in there.items():
        if MARK.encode() not in content[:100]:
            raise ReadoutsError(f"{path} is no schema of ours: move it, or name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in wanted.items():
        if there.get(path) != content:
            _put(path, content)


def _put(path: Path, content: bytes) -> None:
    """Write a file beside its place, then move it there in one step."""
    descriptor, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
