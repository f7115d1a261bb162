"""The guide for contributors: how to send a record, how to write it, what is checked, how to look after a site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from readouts.model import RECORD_TYPES
from readouts.pages.addresses import RULES, rule_address
from readouts.pages.page import Crumb, Page
from readouts.pages.records import HOME
from readouts.pages.reference import DATA
from readouts.problem import Rule

START = Crumb(title="Contribute", address="contribute/")
# In the order in which someone needs them.
PAGES = (
    Page(
        address=START.address,
        template="contribute.md",
        title=START.title,
        description="You know the meeting. How to send it as a record, in the browser or on your own computer.",
        trail=(HOME,),
    ),
    Page(
        address="contribute/record/",
        template="worked_record.md",
        title="A record, step by step",
        description="From a press release to a page, with every file and every word that the program prints.",
        trail=(HOME, START),
    ),
    Page(
        address="contribute/style/",
        template="style.md",
        title="Style",
        description="How to write what is not a quotation, and how to treat what is one.",
        trail=(HOME, START),
    ),
    Page(
        address=RULES,
        template="rules.md",
        title="What is checked",
        description="Every rule, with a wrong and a right example.",
        trail=(HOME, START),
    ),
    Page(
        address="contribute/editors/",
        template="editors.md",
        title="Editors",
        description="How an editor completes names, explains fields and marks mistakes while you write.",
        trail=(HOME, START),
    ),
    Page(
        address="contribute/maintaining/",
        template="maintaining.md",
        title="Maintaining",
        description="For those who look after a site: how to review, merge, rename, take back and publish.",
        trail=(HOME, START),
    ),
)
# With the fields, which are those of the data, after the records.
LISTED = (*PAGES[:2], DATA, *PAGES[2:])
# What the rules are asked of, by the group that they name.
GROUPS: Mapping[str, str] = {
    "files": "The file",
    "values": "Fields and values",
    "links": "Names of other records",
    "names": "Names and addresses",
    "quotations": "Who said it, according to whom",
    "chronology": "Order in time",
    "habits": "Allowed, and seldom meant",
}


def _groups(rules: Sequence[Rule]) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """Return the rules by what they are asked of, those of a group that has no title of its own under its name."""
    names = dict.fromkeys((*GROUPS, *(rule.group for rule in rules)))
    found = ((GROUPS.get(name, name), tuple(rule for rule in rules if rule.group == name)) for name in names)
    return tuple((title, of_group) for title, of_group in found if of_group)


def plan_guide(rules: Sequence[Rule]) -> Iterator[Page]:
    """Yield the pages of the guide, and a page for each rule."""
    context = {
        "guide": LISTED,
        "folders": [model.FOLDER for model in RECORD_TYPES],
        "groups": _groups(rules),
        "rule_address": rule_address,
    }
    for page in PAGES:
        yield replace(page, context=partial(dict, context))
    index = next(page for page in PAGES if page.address == RULES)
    trail = (*index.trail, Crumb(title=index.title, address=index.address))
    for rule in rules:
        yield Page(
            address=rule_address(rule.code),
            template="rule.md",
            title=rule.code,
            description=" ".join(rule.says.replace("`", "").split()),
            context=partial(dict, context, rule=rule),
            trail=trail,
        )
