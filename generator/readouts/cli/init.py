"""The command that begins a project."""

import shlex
from pathlib import Path

import click

from readouts.problem import ReadoutsError
from readouts.report import count, shown
from readouts.scaffold import create_project


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--name", help="What the site is called; the folder's name says it else.")
def init_command(folder: Path, name: str | None) -> int:
    """Begin a project in DIR, with an example to change."""
    place = folder.absolute()
    number = create_project(place, _name(name) if name is not None else _named_after(place))
    click.echo(place)
    serve = f"readouts serve -C {shlex.quote(str(folder))}"
    click.echo(f"{count(number, 'file')}; `{serve}` shows the site on http://127.0.0.1:8000/", err=True)
    click.echo("The meeting in content/meetings/ is an example: change it, or begin with `readouts new`", err=True)
    click.echo("README.md says how the site gets onto the web", err=True)
    return 0


def _name(name: str) -> str:
    """Return the name of a site, if it is one."""
    if not name.strip() or shown(name) != name:
        raise ReadoutsError("--name: write a line of text, without hidden characters")
    return name.strip()


def _named_after(folder: Path) -> str:
    words = " ".join(folder.name.replace("-", " ").replace("_", " ").split())
    return _name(words[:1].upper() + words[1:] if words else "Briefings")
