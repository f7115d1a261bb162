"""A site of which each file is made when it is asked for."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import BytecodeCache
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from readouts.feeds import Feed
from readouts.pages import Page
from readouts.plugin.hooks import ReadoutsPlugin, file_of, src_uri
from readouts.publish import SEARCH, write_feeds, write_search


class SiteOnDemand:
    """The site of the records as they are now; what `mkdocs build` does, but for one page at a time.

    Making it raises what a build raises before its first page.
    """

    def __init__(self, config: MkDocsConfig, plugin: ReadoutsPlugin, compiled: BytecodeCache) -> None:
        """Check and plan, and write what is no page; templates that are `compiled` already need not be once more."""
        plugin.on_demand = True
        self.config, self.plugin, self.folder = config.plugins.on_config(config), plugin, Path(config.site_dir)
        config.plugins.on_pre_build(config=config)
        files, self.env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(self.env, config)
        self.files = config.plugins.on_files(files, config=config)
        for environment in (self.env, plugin.site.renderer.environment):
            environment.bytecode_cache = compiled
        set_exclusions(self.files, config)
        self.nav = config.plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.env = config.plugins.on_env(self.env, config=config, files=self.files)
        self.files.copy_static_files()

    @cached_property
    def base(self) -> str:
        """Return the folder of its host that the site will be in, as a path with a slash; empty for the whole host."""
        return urlsplit(self.config.site_url or "").path.lstrip("/")

    @cached_property
    def _feeds(self) -> Mapping[str, Feed]:
        return {feed.address: feed for feed in self.plugin.site.feeds}

    def page(self, path: str) -> Page | None:
        """Return the page of ours that a path of the site leads to."""
        return self.plugin.site.plan.find(path.removesuffix("index.html")) if path.endswith("index.html") else None

    def file(self, path: str) -> Path | None:
        """Return a file of the site by its path there, made if need be; None if the site has none of this path."""
        file = self.folder / path
        if not _is_there(file):
            self._make(path)
        return file if _is_there(file) else None

    def _make(self, path: str) -> None:
        if path.startswith(f"{SEARCH}/"):
            if not (self.folder / SEARCH).exists():
                write_search(self.plugin.site.plan.entries, self.folder)
        elif path in self._feeds:
            write_feeds([self._feeds[path]], self.folder)
        elif path in self.config.theme.static_templates:
            mkdocs_build._build_theme_template(path, self.env, self.files, self.config, self.nav)  # noqa: SLF001  # see below
        elif page := self._mkdocs_page(path):
            # MkDocs has no public name for what it does with one page; that of its last version will not change.
            mkdocs_build._populate_page(page, self.config, self.files)  # noqa: SLF001
            mkdocs_build._build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)  # noqa: SLF001

    def _mkdocs_page(self, path: str) -> MkDocsPage | None:
        file = next((file for file in self.files.documentation_pages() if file.dest_uri == path), None)
        if file is None and (page := self.page(path)):
            file = self._added(page)
        if file is None:
            return None
        return file.page or MkDocsPage(None, file, self.config)

    def _added(self, page: Page) -> File:
        """Return the file of a page of ours that MkDocs did not know yet."""
        file = file_of(page, self.config)
        self.files.append(file)
        self.plugin.pages[src_uri(page)] = page
        return file


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # no path that the system takes: too long
        return False
