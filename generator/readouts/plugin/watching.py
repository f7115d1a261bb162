"""What a server watches, and how it stays up while something is broken."""

from collections.abc import Callable

import click
from mkdocs.livereload import LiveReloadServer

from readouts.project import Project
from readouts.render.faults import describe


def watch(server: LiveReloadServer, project: Project) -> None:
    """Build again when a record, a template, a page of the project's own or its settings are saved."""
    for path in (project.content, *project.templates, project.root / "docs", project.config):
        if path.exists():
            server.watch(str(path))


def guarded(build_again: Callable[[], None]) -> Callable[[], None]:
    """Return a build that leaves the site as it was where it can't be built."""

    def build() -> None:
        try:
            build_again()
        except Exception as error:  # noqa: BLE001  # whatever it is, the server goes on
            click.echo(f"readouts: {describe(error)}; the site stays as it was", err=True)

    return build
