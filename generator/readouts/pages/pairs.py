"""The pages of every two parties that met."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from readouts.graph import Graph
from readouts.insight import Insight
from readouts.insight.changes import changes, topics_of
from readouts.model import Commitment, Meeting, Organization, Topic
from readouts.pages.addresses import pair_address
from readouts.pages.drawings import meetings_of_pair, parties_who_met, topics_over_time
from readouts.pages.lists import Listing, paged, rest
from readouts.pages.page import Context, Crumb, Page
from readouts.pages.records import HOME
from readouts.pages.titles import article_of
from readouts.text import Text

MOST_TOPICS = 12
FEWEST = 2  # meetings in half of all, below which nothing rises or falls


def plan_pairs(insight: Insight) -> Iterator[Page]:
    """Yield a page for each two parties that met, and the list of these."""
    graph = insight.graph
    pairs = [
        (graph.record(Organization, one), graph.record(Organization, other), pair_address(one, other), meetings)
        for (one, other), meetings in insight.pairs.items()
    ]
    pairs.sort(key=lambda pair: -len(pair[3]))
    lead = "Every two parties whose people met, and the meetings on record that name people of both."
    page = Page(address="pairs/", template="pairs.md", title="Pairs", description=lead, trail=(HOME,))
    listing = Listing(title="Pairs", items=pairs, address="pairs/", template="pairs.md")
    yield from paged(listing, page, later="pairs/index/", above=lambda: {"parties_who_met": parties_who_met(insight)})
    parties_of = [(commitment, {*commitment.by, *commitment.to}) for commitment in graph.live(Commitment)]
    for one, other, address, meetings in pairs:
        listing = Listing(title="Meetings", items=tuple(reversed(meetings)), address=f"{address}index/meetings/")
        promised = tuple(c for c, parties in parties_of if {one.id, other.id} <= parties)
        commitments = Listing(title="Commitments", items=promised, address=f"{address}index/commitments/")
        title = Text(f"{_named(one)} and {_named(other)}")
        pair = Page(
            address=address,
            template="pair.md",
            title=title,
            description=Text(f"Every meeting between {title.raw} on record"),
            context=partial(_pair, graph, (one, other), (listing, commitments), meetings),
            trail=(HOME, Crumb(title="Pairs", address="pairs/")),
        )
        yield pair
        yield from rest((listing, commitments), pair)


def _named(party: Organization) -> str:
    """Return a name as it stands in a sentence."""
    return f"{article_of(party)} {party.short_text.raw}".strip()


def _pair(
    graph: Graph,
    parties: tuple[Organization, Organization],
    listings: tuple[Listing, Listing],
    meetings: tuple[Meeting, ...],
) -> Context:
    spoken = [topics_of(meeting) for meeting in meetings if topics_of(meeting)]
    half = len(spoken) // 2
    moved = changes(*({id_ for topics in part for id_ in topics} for part in (spoken[:half], spoken[half:])))
    topics = Counter(id_ for several in spoken for id_ in several)
    counted = sorted(topics.items(), key=lambda found: (-found[1], found[0]))[:MOST_TOPICS]
    return {
        "parties": parties,
        "listing": listings[0],
        "commitments": listings[1],
        "timeline": meetings_of_pair(graph, (parties[0].id, parties[1].id), listings[0]),
        "topics_over_time": topics_over_time(graph, meetings),
        "topics": [(graph.record(Topic, id_), count) for id_, count in counted],
        "spoken": len(spoken),
        "rising": [graph.record(Topic, id_) for id_ in moved.new[:MOST_TOPICS]] if half >= FEWEST else [],
        "falling": [graph.record(Topic, id_) for id_ in moved.dropped[:MOST_TOPICS]] if half >= FEWEST else [],
    }
