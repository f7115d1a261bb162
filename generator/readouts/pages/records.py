"""What the pages of records have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from readouts.graph import Graph, Node, Quotation
from readouts.insight import Insight
from readouts.model import RECORD_TYPES, Meeting, Organization, Person, Phrase, Record, Source
from readouts.pages.addresses import address_of
from readouts.pages.linked_data import describe_record
from readouts.pages.lists import Listing, rest
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.prose import plain, read_prose
from readouts.pages.titles import shortened
from readouts.text import Prose, Text

TITLES: Mapping[type[Record], str] = {model: model.FOLDER.capitalize() for model in RECORD_TYPES}
HOME = Crumb(title="Home", address="")
LONGEST_DESCRIPTION = 155
# What a reader looks for first, and what stands at the side.
_FIRST = ("Quotations", "Quotations on it", "Quotations from it", "Meetings", "Meetings on it", "Meetings here")
_ASIDE = frozenset(
    ["Contrasted by", "Followed by", "Has names for", "Narrower", "Parts", "People", "Phrases", "Places", "Readout of"]
)
_PROSE_FIELDS = ("summary", "bio", "gloss")


def _day(node: Node) -> str:
    if isinstance(node, Quotation):
        return node.quote.said_on(node.meeting.date).earliest.isoformat()
    date = getattr(node, "date", None)
    return date.earliest.isoformat() if date else ""


def newest_first(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return nodes by date, newest first; of one day in the order given, and those without a date last."""
    return tuple(sorted(nodes, key=_day, reverse=True))


def listings_of(graph: Graph, node: Node) -> tuple[Listing, ...]:
    """Return everything that names a record or quotation, by what it calls it."""
    folder = f"{address_of(node)}index/"
    found = (
        Listing(
            title=label,
            items=newest_first(nodes),
            address=f"{folder}{label.lower().replace(' ', '-')}/",
            is_aside=label in _ASIDE,
        )
        for label, nodes in graph.backlinks(node).items()
    )
    return tuple(sorted(found, key=lambda listing: _place(listing.title)))


def _place(label: str) -> int:
    return _FIRST.index(label) if label in _FIRST else len(_FIRST)


def _facts_of(graph: Graph, record: Record) -> Iterator[str]:
    """Yield what there is to say of a record that has no prose."""
    yield record.title_text.raw
    match record:
        case Meeting():
            yield f"{record.kind.replace('-', ' ')} of {record.date.raw}"
        case Person():
            yield from (role.title.raw for role in record.roles)
        case Source():
            yield f"{record.kind.replace('-', ' ')} of {graph.record(Organization, record.publisher).name.raw}"
            yield from [record.date.raw] if record.date else []
        case Organization() | Phrase():
            yield from [record.kind] if record.kind else []


def description_of(graph: Graph, record: Record) -> Text:
    """Return a sentence or two on what a record is, for lists of search results."""
    prose = next((value for name in _PROSE_FIELDS if (value := getattr(record, name, None))), None)
    if isinstance(prose, Prose):
        words = "".join(plain(read_prose(graph, prose)))
    else:
        words = f"{', '.join(_facts_of(graph, record))}: all that is on record"
    return shortened(Text(words), LONGEST_DESCRIPTION)


def trail_to(record: Record) -> tuple[Crumb, ...]:
    """Return the way from the home page to a record."""
    return HOME, Crumb(title=TITLES[type(record)], address=f"{record.FOLDER}/")


def record_page(insight: Insight, record: Record, context: Callable[[], Context]) -> Page:
    """Return the page of a record; of a withdrawn one, what says why."""
    withdrawn = record.withdrawn is not None
    return Page(
        address=address_of(record),
        template="withdrawn.md" if withdrawn else f"{record.TYPE}.md",
        title=record.title_text,
        description=record.withdrawn or description_of(insight.graph, record),
        aspect=record.date.raw if isinstance(record, Meeting) else "",
        context=partial(dict, record=record) if withdrawn else context,
        trail=trail_to(record),
        record=record,
        linked_data=partial(describe_record, insight.graph, record) if not withdrawn else lambda: None,
    )


def with_lists(
    insight: Insight, record: Record, context: Callable[[tuple[Listing, ...]], Context], extra: tuple[Listing, ...] = ()
) -> Iterator[Page]:
    """Yield the page of a record and those of its long lists; an extra one takes the place of one of its title."""
    titles = {listing.title for listing in extra}
    named = (listing for listing in listings_of(insight.graph, record) if listing.title not in titles)
    listings = (*extra, *named)
    page = record_page(insight, record, partial(context, listings))
    yield page
    if record.withdrawn is None:
        yield from rest(listings, page)
