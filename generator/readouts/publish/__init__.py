"""A site to disk: what MkDocs does not write, and the swap that puts it in the place of the one before."""

from readouts.publish.feeds import write_feeds
from readouts.publish.search import SEARCH, write_search
from readouts.publish.swap import MARKER, mark, published

__all__ = ["MARKER", "SEARCH", "mark", "published", "write_feeds", "write_search"]
