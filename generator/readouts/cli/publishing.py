"""Commands that make a site."""

import click

from readouts.cli.options import project_options
from readouts.project import Project


@click.command("build")
@project_options
@click.option("--clean", is_flag=True, help="Has no effect: every build is whole.")
def build_command(project: Project, *, clean: bool) -> int:  # noqa: ARG001  # for scripts that ask for it
    """Check the content and build the site."""
    from readouts.plugin import ContentError, build_site  # noqa: PLC0415  # MkDocs takes half a second to import

    try:
        build_site(project)
    except ContentError as error:
        click.echo(f"readouts: {error}", err=True)
        return 1
    click.echo(project.site)
    return 0


@click.command("serve")
@project_options
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def serve_command(project: Project, port: int) -> None:
    """Serve the site on localhost; a saved record shows at once."""
    from readouts.plugin import serve_site  # noqa: PLC0415  # see above

    serve_site(project, port)
