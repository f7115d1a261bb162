"""What a server watches, and how it stays up while something is broken."""

from collections.abc import Callable
from pathlib import Path

import click

from readouts.project import Project
from readouts.render.faults import describe


def watched(project: Project) -> tuple[Path, ...]:
    """Return where the records, the templates, the project's own pages and its settings are."""
    places = (project.content, *project.templates, project.root / "docs", project.config)
    return tuple(place for place in places if place.exists())


def guarded(build_again: Callable[[], None]) -> Callable[[], None]:
    """Return a build that leaves the site as it was where it can't be built."""

    def build() -> None:
        try:
            build_again()
        except Exception as error:  # noqa: BLE001  # whatever it is, the server goes on
            click.echo(f"readouts: {describe(error)}; the site stays as it was", err=True)

    return build
