"""The files of a site that are no pages, to disk."""

from collections.abc import Iterable
from pathlib import Path

from readouts.feeds import Feed


def write_feeds(feeds: Iterable[Feed], site: Path) -> None:
    """Write each file as it is asked for; raise ReadoutsError if a template is broken."""
    for feed in feeds:
        file = site / feed.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(feed.content().encode())
