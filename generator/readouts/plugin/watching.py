"""What a server watches, and how it stays up while something is broken."""

from collections.abc import Callable

import click
from mkdocs.livereload import LiveReloadServer

from readouts.project import Project
from readouts.render.faults import describe


def watch(server: LiveReloadServer, project: Project) -> None:
    """Build again when a record or a template is saved."""
    for folder in (project.content, *project.templates):
        server.watch(str(folder))


def guarded(build_again: Callable[[], None]) -> Callable[[], None]:
    """Return a build that leaves the site as it was where it can't be built."""

    def build() -> None:
        try:
            build_again()
        except Exception as error:  # noqa: BLE001  # whatever it is, the server goes on
            click.echo(f"readouts: {describe(error)}; the site stays as it was", err=True)

    return build
