"""The plugin that checks the content and hands its pages to MkDocs as they are asked for."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from readouts.build import Checked, Site, check, prepare
from readouts.pages import Page
from readouts.plugin.files import compress, drop_unloaded, refuse_links
from readouts.plugin.overrides import remarks
from readouts.plugin.settings import NO_ADDRESS, complete, publication_of
from readouts.plugin.watching import guarded, watched
from readouts.problem import ReadoutsError
from readouts.progress import Progress
from readouts.project import Project, find_project
from readouts.publish import mark, write_feeds, write_search
from readouts.publish.words import unspaced_in_script
from readouts.render import label_markup
from readouts.render.links import LinkCheck
from readouts.render.policy import headers, with_policy
from readouts.report import as_text, summary

STYLESHEET = "assets/readouts.css"
HUES = "assets/parties.css"
MOST_SHOWN = 20
UNDATED = "1980-01-01"  # MkDocs wants a date for every page, and takes today's


def src_uri(page: Page) -> str:
    """Return the path of a page among MkDocs' files."""
    return f"{page.address}index.md"


def file_of(page: Page, config: MkDocsConfig) -> File:
    """Return the file of a page as MkDocs has it, its text to be asked for later."""
    return File.generated(config, src_uri(page), content="", inclusion=InclusionLevel.NOT_IN_NAV)


class ContentError(Abort):
    """The content has errors; they have been shown."""


@contextmanager
def _told_to_mkdocs() -> Iterator[None]:
    """Turn our errors into one that MkDocs shows in a line and stops at."""
    try:
        yield
    except ReadoutsError as error:
        raise Abort(str(error)) from error


def show_problems(checked: Checked) -> None:
    """Print the first problems and how many there are."""
    for problem in checked.problems[:MOST_SHOWN]:
        click.echo(as_text(problem), err=True)
    if len(checked.problems) > MOST_SHOWN:
        click.echo(f"… and {len(checked.problems) - MOST_SHOWN} more: readouts check", err=True)
    click.echo(summary(checked.problems, len(checked.content.documents)), err=True)


class Options(base.Config):
    """The plugin has no options."""


class ReadoutsPlugin(BasePlugin[Options]):
    """Checks the content, and hands its pages to MkDocs as they are asked for.

    A run of ours may set the `project`, else it is that of the configuration's folder; what was `checked` before; and
    that it is `on_demand`: it then has the pages of no record until they are added.
    """

    project: Project | None = None
    checked: Checked | None = None
    on_demand = False
    site: Site
    pages: dict[str, Page]
    links: LinkCheck
    progress: Progress
    bodies: dict[str, bytes]
    hashes: set[str]
    is_scripted = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  # MkDocs' signature
        """Note whether MkDocs adds a script to every page, which reloads it."""
        self.is_scripted = command == "serve"

    def _project(self, config: MkDocsConfig) -> Project:
        return self.project or find_project(Path(config.config_file_path).parent)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings and the content, and plan the pages."""
        with _told_to_mkdocs():
            complete(config)
            project = self._project(config)
            ours = [folder for folder in project.templates if folder.is_relative_to(project.root)]
            for folder in (config.docs_dir, config.theme.custom_dir, *ours):
                if folder:
                    refuse_links(Path(folder))
            for remark in (remark for folder in ours for remark in remarks(folder)):
                click.echo(remark, err=True)
        self.progress = Progress()
        self.checked = checked = check(project.content, self.progress, before=self.checked)
        self.progress.clear()
        show_problems(checked)
        if checked.errors:
            raise ContentError("the content has errors: nothing was built")
        publication = publication_of(config)
        # A theme puts them into HTML as they stand.
        config.site_name, config.site_description = escape(config.site_name), escape(config.site_description or "")
        self.site = prepare(checked, project.content, project.templates, publication)
        plan = self.site.plan
        self.pages = {src_uri(page): page for page in (plan.of_site if self.on_demand else plan.pages)}
        self.links, self.bodies, self.hashes = LinkCheck(), {}, set()
        if not self.on_demand:
            self.progress.begin("pages rendered", 2 * len(self.pages))
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs[own:own] = [str(folder / "theme") for folder in project.templates]
        config.extra_css += [STYLESHEET, HUES]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a file for every page, its text to be asked for later, and for every redirect."""
        drop_unloaded(files, config)
        compress(files, STYLESHEET)
        for page in self.pages.values():
            if files.get_file_from_path(src_uri(page)) is not None:
                raise Abort(f"docs/{src_uri(page)} has the address of a page of ours: rename it")
            files.append(file_of(page, config))
        for redirect in self.site.plan.redirects:
            html = self.site.renderer.redirect(redirect)
            files.append(File.generated(config, f"{redirect.address}index.html", content=html))
        files.append(File.generated(config, HUES, content=self.site.renderer.hues(self.site.plan.hues)))
        return files

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:  # noqa: ARG002  # MkDocs' signature
        """Return the Markdown of a page of ours."""
        ours = self.pages.get(page.file.src_uri)
        if ours is None:
            return None
        with _told_to_mkdocs():
            markdown = self.site.renderer.markdown(ours)
            self.links.add(ours.address, markdown)
        self.progress.step()
        return markdown

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        """Tell the theme about a page; title and description encoded, since it puts them on the page as they are."""
        ours = self.pages.get(page.file.src_uri)
        if ours is not None:
            changed = self.site.renderer.changed(ours.record)
            title, description = self.site.renderer.title(ours), label_markup(ours.description)
            page.meta.update(
                title=str(title),
                description=str(description),
                changed=changed and changed.isoformat(),
                withdrawn=ours.record is not None and ours.record.withdrawn is not None,
            )
            page.update_date = changed.isoformat() if changed else UNDATED
            page.edit_url = None
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        """Keep a page's HTML compressed, and let go of its Markdown: MkDocs renders all pages before it writes one."""
        page.markdown = ""
        self.bodies[page.file.src_uri] = zlib.compress(html.encode(), level=1)
        return ""

    @event_priority(100)  # before any other plugin reads it
    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> TemplateContext:
        """Give a page its HTML back: it is about to be written."""
        page.content = zlib.decompress(self.bodies.pop(page.file.src_uri)).decode()
        return context

    @event_priority(-100)  # after every plugin that adds to a page
    def on_post_page(self, output: str, *, page: MkDocsPage, **_: Any) -> str:
        """Say what a page may run, and let go of it: it is done."""
        content, page.content = page.content or "", ""
        self.progress.step()
        return self._secured(output, content, page.file.src_uri)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """Say what a page of the theme's own, such as that of an error, may run."""
        return self._secured(output_content, "", template_name) if template_name.endswith(".html") else output_content

    def _secured(self, html: str, content: str, name: str) -> str:
        """Return a page with its policy; without one while it is served, since MkDocs adds a script that reloads it."""
        if self.is_scripted:
            return html
        with _told_to_mkdocs():
            secured, hashes = with_policy(html, content, name)
        self.hashes |= hashes
        return secured

    def on_env(self, env: Any, *, files: Files, **_: Any) -> Any:
        """Stop if a link leads nowhere, every page being Markdown by now; tell the theme what its search needs."""
        others = {file.url for file in files} | {feed.address for feed in self.site.feeds}
        broken = list(self.links.broken(others))
        for address, link in broken[:MOST_SHOWN]:
            click.echo(f"broken link on /{address}: {link}", err=True)
        if broken:
            raise Abort(f"{len(broken)} links lead nowhere: nothing was built")
        self.links = LinkCheck()
        graph = self.site.renderer.graph
        env.globals.update(meetings=len(graph.meetings), quoted=graph.quoted, unspaced=unspaced_in_script())
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add the files for other programs and the search index, and mark the folder as a site of ours."""
        self.progress.clear()
        with _told_to_mkdocs():
            write_feeds(self.site.feeds, Path(config.site_dir))
            write_search(self.site.plan.entries, Path(config.site_dir))
        if not self.is_scripted:
            (Path(config.site_dir) / "_headers").write_text(headers(self.hashes), encoding="utf-8")
            if not config.site_url:
                click.echo(NO_ADDRESS, err=True)
        mark(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch what the site is made of; keep the last good site while the content has errors."""
        for path in watched(self._project(config)):
            server.watch(str(path))
        server.builder = guarded(server.builder)
        return server
