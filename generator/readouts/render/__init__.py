"""A page to Markdown."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from readouts.graph import Graph, Node
from readouts.load.history import History
from readouts.model import Record
from readouts.pages.addresses import address_of, relative
from readouts.pages.hues import Hue
from readouts.pages.linked_data import describe_page
from readouts.pages.page import Context, Label, Page, Publication, Redirect
from readouts.problem import ReadoutsError
from readouts.render.commonmark import finalize_for_reading
from readouts.render.environment import make_environment
from readouts.render.faults import describe, fault_of_template
from readouts.text import Text, encode

__all__ = ["Renderer", "fault_of_template", "label_markup"]


_BLANK_LINES, _SPACE_AT_END = re.compile(r"\n{3,}"), re.compile(r" +$", re.MULTILINE)


def label_markup(label: Label) -> Markup:
    """Return a title or description as it goes into HTML."""
    return Markup(encode(label.raw if isinstance(label, Text) else label))  # noqa: S704  # encoded to the last mark


def _file_of(record: Record) -> str:
    return f"{record.FOLDER}/{record.id}.yml"


@dataclass(frozen=True, kw_only=True)
class Renderer:
    """Renders pages of one graph.

    `history` says where the files stand and when they changed.
    """

    graph: Graph
    templates: tuple[Path, ...]
    history: History
    publication: Publication

    @cached_property
    def environment(self) -> Environment:
        """Return what renders the templates of pages."""
        return make_environment(self.templates)

    @cached_property
    def _markdown_environment(self) -> Environment:
        return make_environment(self.templates, finalize_for_reading)

    def changed(self, record: Record | None) -> date | None:
        """Return the day on which a record last changed, where it is known."""
        return self.history.changed.get(_file_of(record)) if record else None

    def title(self, page: Page) -> Markup:
        """Return the title of a page by which a browser tells it from all others."""
        title = label_markup(page.title)
        return Markup("{} ({})").format(title, page.aspect) if page.aspect else title

    def markdown(self, page: Page) -> str:
        """Return the Markdown of a page."""

        def url(to: Node | str, anchor: str = "") -> Markup:
            address = to if isinstance(to, str) else address_of(to)
            if address == page.address and anchor:
                return Markup(f"#{anchor}")  # noqa: S704  # ids and addresses are letters, digits, hyphens and slashes
            return Markup(relative(address, start=page.address) + (f"#{anchor}" if anchor else ""))  # noqa: S704  # see above

        context = {
            "page": page,
            "graph": self.graph,
            "publication": self.publication,
            "url": url,
            "edit_url": self._edit_url(page.record),
            "new_address": self._new_address,
            "changed": self.changed(page.record),
            "linked_data": [thing for thing in (page.linked_data(), describe_page(page)) if thing],
            **page.context(),
        }
        return self._rendered(self.environment, page.template, context)

    def _rendered(self, environment: Environment, template: str, context: Mapping[str, Any]) -> str:
        """Return a template filled in; a site has its own, and what goes wrong in one is told by name and line."""
        try:
            return environment.get_template(template).render(context)
        except Exception as error:
            raise fault_of_template(error) or ReadoutsError(f"template {template}: {describe(error)}") from error

    def _edit_url(self, record: Record | None) -> Text | None:
        if record is None or not self.publication.edit_base:
            return None
        return Text(f"{self.publication.edit_base}{self.history.prefix}{_file_of(record)}")

    def _new_address(self, folder: str) -> Text | None:
        """Return where one makes a new file in a folder of the content, on the web page of the repository."""
        base = self.publication.new_base
        return Text(f"{base}{self.history.prefix}{folder}") if base else None

    def for_reading(self, template: str, context: Context) -> str:
        """Return Markdown that people read as it is, and other programs too."""
        context = {"graph": self.graph, "publication": self.publication, **context}
        written = self._rendered(self._markdown_environment, template, context)
        return _BLANK_LINES.sub("\n\n", _SPACE_AT_END.sub("", written))

    def hues(self, hues: Sequence[Hue]) -> str:
        """Return the stylesheet that gives parties their hues."""
        return self._rendered(self.environment, "parties.css", {"hues": hues})

    def redirect(self, redirect: Redirect) -> str:
        """Return the HTML that leads from an old address to the new one."""
        to = Markup(relative(redirect.to, start=redirect.address))  # noqa: S704  # see above
        return self._rendered(self.environment, "redirect.html", {"to": to, "title": redirect.title})
