"""Where everything stands in the site."""

from readouts.graph import FOLDER_OF_TYPE, Key, Node, Quotation
from readouts.model import Meeting

RULES = "contribute/rules/"


def address_of_key(key: Key) -> str:
    """Return the address of a type and id."""
    type_, id_ = key
    return f"{Meeting.FOLDER}/{id_}/" if type_ == Quotation.TYPE else f"{FOLDER_OF_TYPE[type_]}/{id_}/"


def address_of(node: Node) -> str:
    """Return the address of a record or quotation."""
    return address_of_key((node.TYPE, node.id))


def comparison_address(meeting: Meeting) -> str:
    """Return the address of the comparison of a meeting's accounts."""
    return f"{address_of(meeting)}compare/"


def pair_address(one: str, other: str) -> str:
    """Return the address of a pair of parties."""
    first, second = sorted((one, other))
    return f"pairs/{first}--{second}/"


def year_address(year: int) -> str:
    """Return the address of the meetings of a year."""
    return f"{Meeting.FOLDER}/index/{year}/"


def rule_address(code: str) -> str:
    """Return the address of the page that explains a rule."""
    return f"{RULES}{code}/"


def numbered(address: str, number: int) -> str:
    """Return the address of the nth page of a list."""
    return address if number == 1 else f"{address}{number}/"


def relative(to: str, *, start: str) -> str:
    """Return the relative reference from one address to another; both are folders below the site's root."""
    here, there = [part for part in start.split("/") if part], [part for part in to.split("/") if part]
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    steps = [".."] * (len(here) - common) + there[common:]
    return "/".join([*steps, ""]) if steps else "./"
