"""What a page is, before it is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

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

    `url` is its address, ending in `/`, and empty where it isn't known; `edit_base` is the address that a file's path
    in the repository is added to, to edit it.
    """

    name: str
    url: str = ""
    edit_base: str = ""


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """An old address, and where it leads now."""

    address: str
    to: str
    title: Label
