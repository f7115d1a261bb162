"""The writing desk: the last good site, with what is wrong with the records now."""

import posixpath
import shutil
import tempfile
import time
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from threading import Condition, RLock

import click
from jinja2 import FileSystemBytecodeCache

from readouts.build import Checked
from readouts.plugin.hooks import ContentError
from readouts.plugin.notice import blank_page, notice, on_desk
from readouts.plugin.on_demand import SiteOnDemand
from readouts.plugin.runs import configured, told_as_ours
from readouts.problem import ReadoutsError
from readouts.project import Project
from readouts.schema import keep_fresh

NOT_FOUND = "404.html"
NOTHING_YET = "Nothing to show yet"
BROKEN = "This page can't be made"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a browser gets: a status of HTTP, and the content of a file of that name."""

    status: HTTPStatus
    name: str
    content: bytes


class Desk:
    """Makes a page when it is asked for, and every page anew once something was saved.

    While something is wrong the last good site stays, and each page says on top what it is. `version` tells one state
    from the next; no desk before has had it.
    """

    def __init__(self, project: Project, folder: Path) -> None:
        """Set up a desk that keeps what it makes in a folder."""
        self.version = time.time_ns()
        self._project, self._folder = project, folder
        self._site: SiteOnDemand | None = None
        self._checked: Checked | None = None
        self._fault = ""
        self._compiled = FileSystemBytecodeCache(tempfile.mkdtemp(dir=folder))
        self._lock, self._news = RLock(), Condition()

    def refresh(self) -> None:
        """Look at everything as it is now, and tell the browsers that wait for news."""
        site, fault = None, ""
        try:
            site = self._new_site()
        except ContentError:
            pass  # its problems are told
        except ReadoutsError as error:
            fault = str(error)
            click.echo(f"readouts: {fault}; the site stays as it was", err=True)
        with self._lock:
            old, self._site, self._fault = self._site, site or self._site, fault
        with self._news:
            self.version += 1
            self._news.notify_all()
        if site and old:
            shutil.rmtree(old.folder, ignore_errors=True)
        if self._checked and (fault := keep_fresh(self._checked.insight.graph, self._project)):
            click.echo(f"readouts: editors are not told of new records: {fault}", err=True)

    def _new_site(self) -> SiteOnDemand:
        with configured(self._project, self._folder / str(self.version)) as (config, plugin):
            plugin.checked = self._checked
            try:
                return SiteOnDemand(config, plugin, self._compiled)
            finally:
                self._checked = plugin.checked

    def news(self, version: int, patience: float) -> int:
        """Return the version once it is another than that, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, patience)
            return self.version

    def has_folder(self, path: str) -> bool:
        """Tell whether a path leads to a page once a slash is added to it."""
        with self._lock:
            return self._site is not None and self._site.page(f"{self._inside(path)}/index.html") is not None

    def answer(self, path: str) -> Answer:
        """Return the file of a path, or what there is in its place."""
        path = self._inside(path)
        with self._lock:
            if self._site is None:
                return self._page(HTTPStatus.SERVICE_UNAVAILABLE, path, blank_page(NOTHING_YET))
            try:
                with told_as_ours():
                    file = self._site.file(path)
                    lost = None if file else self._site.file(NOT_FOUND)
            except ReadoutsError as error:
                return self._page(HTTPStatus.INTERNAL_SERVER_ERROR, path, blank_page(BROKEN), str(error))
            if file and file.suffix == ".html":
                return self._page(HTTPStatus.OK, path, file.read_text(encoding="utf-8"))
            if file:
                return Answer(status=HTTPStatus.OK, name=file.name, content=file.read_bytes())
            html = lost.read_text(encoding="utf-8") if lost else blank_page("Page not found")
            return self._page(HTTPStatus.NOT_FOUND, path, html)

    def _inside(self, path: str) -> str:
        """Return a path without what would lead out of the site, and without the folder that the site will be in."""
        inside = posixpath.normpath(f"/{path}").lstrip("/")
        return inside.removeprefix(self._site.base) if self._site else inside

    def _page(self, status: HTTPStatus, path: str, html: str, fault: str = "") -> Answer:
        """Return a page with what is wrong on top of it."""
        page = self._site.page(path) if self._site else None
        record = page.record if page else None
        file = f"{self._project.content.name}/{record.FOLDER}/{record.id}.yml" if record else ""
        problems = self._checked.problems if self._checked else ()
        is_stale = self._site is not None and bool(self._fault or (self._checked and self._checked.errors))
        above = notice(problems, file, fault=fault or self._fault, is_stale=is_stale)
        return Answer(status=status, name="index.html", content=on_desk(html, above, self.version).encode())
