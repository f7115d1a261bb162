"""What nodes are called, in full and in short."""

from readouts.graph import Node, Quotation
from readouts.model import Organization
from readouts.text import Text

LONGEST_TITLE = 80


def shortened(text: Text, length: int = LONGEST_TITLE) -> Text:
    """Return a text cut at a word, with an ellipsis where it was cut."""
    words = " ".join(text.raw.split())
    if len(words) <= length:
        return Text(words)
    cut = words[:length]
    return Text(f"{cut[: cut.rfind(' ')] if ' ' in cut[length // 2 :] else cut}…")


def short_title_of(node: Node) -> Text:
    """Return the shortest name of an organization, and what any other node is called."""
    return node.short_text if isinstance(node, Organization) else title_of(node)


def title_of(node: Node) -> Text:
    """Return what a record is called; of a quotation, its first words."""
    return shortened(node.best.text) if isinstance(node, Quotation) else node.title_text
