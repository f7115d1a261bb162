"""MkDocs: the plugin that gives it our pages, and runs of it to build and to serve."""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.commands import build
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from readouts.build import Checked, Site, check, prepare
from readouts.pages import Page
from readouts.problem import ReadoutsError
from readouts.progress import Progress
from readouts.project import Project, find_project
from readouts.publish import mark, published
from readouts.render import label_markup
from readouts.render.links import LinkCheck
from readouts.report import as_text, summary

STYLESHEET = "assets/readouts.css"
MOST_SHOWN = 20
UNDATED = "1980-01-01"  # MkDocs wants a date for every page, and takes today's


class ContentError(Abort):
    """The content has errors; they have been shown."""


class PluginConfig(base.Config):
    """The options of the plugin in `mkdocs.yml`."""

    content = config_options.Type(str, default="content")


def show_problems(checked: Checked) -> None:
    """Print the first problems and how many there are."""
    for problem in checked.problems[:MOST_SHOWN]:
        click.echo(as_text(problem), err=True)
    if len(checked.problems) > MOST_SHOWN:
        click.echo(f"… and {len(checked.problems) - MOST_SHOWN} more: readouts check", err=True)
    click.echo(summary(checked.problems, len(checked.content.documents)), err=True)


class ReadoutsPlugin(BasePlugin[PluginConfig]):
    """Checks the content, and hands its pages to MkDocs as they are asked for."""

    site: Site
    pages: dict[str, Page]
    links: LinkCheck
    progress: Progress

    def _project(self, config: MkDocsConfig) -> Project:
        folder = Path(config.config_file_path).parent
        return find_project(folder, content=folder / self.config.content)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the content and plan the pages."""
        project = self._project(config)
        reading = Progress("files read")
        checked = check(project.content, reading.step)
        reading.done()
        show_problems(checked)
        if checked.errors:
            raise ContentError("the content has errors: nothing was built")
        edit_base = f"{config.repo_url.rstrip('/')}/{config.edit_uri}" if config.repo_url and config.edit_uri else ""
        self.site = prepare(checked, project.content, project.templates, edit_base)
        self.pages = {f"{page.address}index.md": page for page in self.site.plan.pages}
        self.links, self.progress = LinkCheck(), Progress("pages", 2 * len(self.pages))
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs[own:own] = [str(folder / "theme") for folder in project.templates]
        config.extra_css.append(STYLESHEET)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for every page, its text to be asked for later, and for every redirect."""
        for src_uri in self.pages:
            files.append(File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        for redirect in self.site.plan.redirects:
            html = self.site.renderer.redirect(redirect)
            files.append(File.generated(config, f"{redirect.address}index.html", content=html))
        return files

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:  # noqa: ARG002  # MkDocs' signature
        """Return the Markdown of a page of ours."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return None
        markdown = self.site.renderer.markdown(ours)
        self.links.add(ours.address, markdown)
        self.progress.step()
        return markdown

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Set a page's title and description, encoded: MkDocs' themes put them on the page as they are."""
        ours = self.pages.get(page.file.src_uri)
        if ours is not None:
            changed = self.site.renderer.changed(ours)
            title, description = self.site.renderer.title(ours), label_markup(ours.description)
            page.meta.update(title=str(title), description=str(description), changed=changed and changed.isoformat())
            page.update_date = changed.isoformat() if changed else UNDATED
            page.edit_url = None
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Let go of a page's Markdown: MkDocs keeps all pages to the end."""
        page.markdown = ""
        return html

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Let go of a page that is done."""
        page.content = ""
        self.progress.step()
        return output

    def on_env(self, env: Any, **_: Any) -> Any:
        """Stop if a link leads nowhere: every page has been rendered to Markdown by now."""
        broken = list(self.links.broken())
        for address, link in broken[:MOST_SHOWN]:
            click.echo(f"broken link on /{address}: {link}", err=True)
        if broken:
            raise ReadoutsError(f"{len(broken)} links lead nowhere: nothing was built")
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mark the folder as a site of ours."""
        self.progress.done()
        mark(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch the records and templates; keep the last good site while the content has errors."""
        project = self._project(config)
        _watch(server, project)
        server.builder = _guarded(server.builder)
        return server


def _watch(server: LiveReloadServer, project: Project) -> None:
    for folder in (project.content, *project.templates):
        server.watch(str(folder))


def _guarded(build_again: Callable[[], None]) -> Callable[[], None]:
    """Return a build that leaves the site as it was where it can't be built."""

    def guarded() -> None:
        try:
            build_again()
        except (ContentError, ReadoutsError) as error:
            click.echo(f"{error}; the site stays as it was", err=True)

    return guarded


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
    plugin.config.content = str(project.content)
    return config


def build_site(project: Project) -> None:
    """Build a project's site in the place of the one before; raise ContentError if the content has errors."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with published(project.site) as staging, _configured(project, site_dir=str(staging)) as settings:
        config = _load(project, settings)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build.build(config)
        except MkDocsException as error:
            if isinstance(error, ContentError):
                raise
            raise ReadoutsError(f"MkDocs: {error}") from error
        finally:
            config.plugins.on_shutdown()


class _Server(LiveReloadServer):
    """A server that says where it is once it can be reached."""

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError as error:
            raise ReadoutsError(
                f"can't serve on port {self.server_address[1]}: {error.strerror}; name another with --port"
            ) from None

    def server_activate(self) -> None:
        super().server_activate()
        click.echo(f"Serving on {self.url} until you press Ctrl+C", err=True)


def serve_site(project: Project, port: int) -> None:
    """Serve a project's site on localhost, and build it again when a record or a template is saved."""
    with tempfile.TemporaryDirectory(prefix="readouts-") as folder:
        served = replace(project, site=Path(folder) / "site")
        build_site(served)
        build_again = _guarded(partial(build_site, served))
        server = _Server(builder=build_again, host="127.0.0.1", port=port, root=str(served.site))
        server.error_handler = lambda code: _error_page(served.site, code)
        _watch(server, project)
        try:
            server.serve()
        except KeyboardInterrupt:
            click.echo("Stopped", err=True)
        finally:
            server.shutdown()


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None
