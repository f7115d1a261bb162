"""What nodes are called, in full and in short."""

from readouts.graph import Node, Quotation
from readouts.model import Organization
from readouts.text import Text

LONGEST_TITLE = 80
# English says "the" before the name of an institution that is built on one of these.
_WITH_ARTICLE = frozenset(
    """
    administration agency assembly association bank bureau cabinet chancellery commission committee conference congress
    council court department directorate embassy emirates federation fund government house institute islands kingdom
    league ministry mission nations netherlands office organization palace parliament philippines presidency republic
    secretariat senate service states treasury union
    """.split()  # noqa: SIM905  # as a list of strings it would be forty lines
)


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


def article_of(organization: Organization) -> str:
    """Return `the` where the name of an institution takes it in a sentence: the State Department, but China's Ministry.

    A newspaper is called what it calls itself.
    """
    name = organization.short_text.raw.casefold()
    if organization.kind == "press" or name.startswith("the ") or "’s " in name or "'s " in name:
        return ""
    built_on = name.partition(" of ")[0].split()
    return "the" if built_on and built_on[-1] in _WITH_ARTICLE else ""
