"""Options that several commands share."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from readouts.project import find_project

_FOLDER = click.Path(file_okay=False, path_type=Path)
# As in git and make, `-C` may stand before the command, too.
start_option = functools.partial(
    click.option, "-C", "start", type=_FOLDER, metavar="DIR", help="Work on the project of this folder."
)


def project_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where a project is, and pass the command the project."""

    @start_option(default=lambda: click.get_current_context().obj)
    @click.option("--content", type=_FOLDER, metavar="DIR", help="The folder of records, instead of the project's.")
    @click.option("--site", type=_FOLDER, metavar="DIR", help="The folder of the site, instead of the project's.")
    @functools.wraps(command)
    def with_project(start: Path, content: Path | None, site: Path | None, **options: Any) -> Any:
        return command(find_project(start, content=content, site=site), **options)

    return with_project
