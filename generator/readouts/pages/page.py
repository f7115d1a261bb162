"""What a page is, before it is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from readouts.model import Record
from readouts.text import Text

Context = Mapping[str, object]
Label = Text | str  # contributor text, or words of ours


@dataclass(frozen=True, slots=True)
class Address:
    """An address in data for machines, to be written as it is reached from the page that has the data."""

    to: str


@dataclass(frozen=True, kw_only=True)
class Crumb:
    """A step on the way from the home page to a page."""

    title: Label
    address: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """An address, a template and what the template gets.

    The address ends in `/` and is empty for the home page. `context` is called when the page is rendered, so that
    pages are independent of each other. `record` is the one that an edit of the page would change. `aspect` tells the
    page from others of its title, where a browser or a search engine shows the title alone.
    """

    address: str
    template: str
    title: Label
    description: Label
    aspect: str = ""
    context: Callable[[], Context] = dict
    trail: tuple[Crumb, ...] = ()
    record: Record | None = None
    linked_data: Callable[[], Mapping[str, object] | None] = field(default=lambda: None)


@dataclass(frozen=True, kw_only=True)
class Publication:
    """The site as it is published.

    `url` is its address, ending in `/`, and empty where it isn't known; `repository` is where its records are kept;
    `edit_base` is the address that a file's path in the repository is added to, to edit it.
    """

    name: str
    url: str = ""
    repository: str = ""
    edit_base: str = ""

    @property
    def is_on_github(self) -> bool:
        """Tell whether the records are kept on GitHub, which has forms and pages that others have not."""
        return urlsplit(self.repository).hostname == "github.com"

    @property
    def new_base(self) -> str:
        """Return the address that a folder's path in the repository is added to, to make a new file there."""
        start, edit, branch = self.edit_base.rpartition("/edit/")
        return f"{start}/new/{branch}" if edit else ""


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """An old address, and where it leads now."""

    address: str
    to: str
    title: Label
