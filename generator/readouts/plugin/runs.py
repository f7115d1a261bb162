"""Runs of MkDocs on a project: one that builds and publishes, one that serves."""

import logging
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from readouts.plugin.hooks import ContentError, ReadoutsPlugin
from readouts.plugin.watching import guarded, watch
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.publish import published
from readouts.render import fault_of_template

HOST = "127.0.0.1"


@contextmanager
def _configured(project: Project, **settings: Any) -> Iterator[dict[str, Any]]:
    """Yield the settings for a run of MkDocs on a project, with an empty folder where it has no `docs`."""
    empty = tempfile.mkdtemp(prefix="readouts-")
    try:
        docs = project.config.parent / "docs"
        yield {"docs_dir": str(docs if docs.is_dir() else empty), **settings}
    finally:
        shutil.rmtree(empty)


def _load(project: Project, settings: dict[str, Any]) -> MkDocsConfig:
    config = load_config(str(project.config), **settings)
    plugin = config.plugins.get("readouts")
    if not isinstance(plugin, ReadoutsPlugin):
        raise ReadoutsError(f"{project.config} does not list the plugin 'readouts'")
    plugin.project = project
    return config


def build_site(project: Project, command: Literal["build", "serve"] = "build") -> None:
    """Build a project's site in the place of the one before; raise ContentError if the content has errors."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with published(project.site) as staging, _configured(project, site_dir=str(staging)) as settings:
        try:
            config = _load(project, settings)
            config.plugins.on_startup(command=command, dirty=False)
            try:
                build.build(config)
            finally:
                config.plugins.on_shutdown()
        except (ContentError, ReadoutsError):
            raise
        except Abort as error:
            raise ReadoutsError(str(error)) from error
        except (MkDocsException, UnicodeError) as error:  # of a page or plugin of the project's own
            raise ReadoutsError(f"MkDocs: {error}") from error
        except Exception as error:
            if (fault := fault_of_template(error)) is None:
                raise
            raise fault from error


class _Server(LiveReloadServer):
    """A server that says where it is once it can be reached."""

    def server_activate(self) -> None:
        super().server_activate()
        click.echo(f"Serving on {self.url} until you press Ctrl+C", err=True)


def _refuse_taken(port: int) -> None:
    try:
        socket.create_server((HOST, port)).close()
    except OSError as error:
        message = f"can't serve on port {port}: {error.strerror}; name another with --port"
        raise ReadoutsError(message) from None


def serve_site(project: Project, port: int) -> None:
    """Serve a project's site on localhost, and build it again when a record or a template is saved."""
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="readouts-") as folder:
        served = replace(project, site=Path(folder) / "site")
        build_site(served, "serve")
        build_again = guarded(partial(build_site, served, "serve"))
        server = _Server(builder=build_again, host=HOST, port=port, root=str(served.site))
        server.error_handler = lambda code: _error_page(served.site, code)
        watch(server, project)
        try:
            server.serve()
        except KeyboardInterrupt:
            click.echo("Stopped", err=True)
        finally:
            server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
