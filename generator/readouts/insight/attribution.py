"""Who says that someone said it."""

from dataclasses import dataclass

from readouts.graph import Graph, Node, Quotation
from readouts.insight.accounts import known_through
from readouts.model import Organization, Rendering, Source
from readouts.text import Text


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """The chain from the speaker to the reader: whose document has the words, and who passes them on.

    `credited` is whom the source names in the words `as_`; `only_through` is the other party through which
    alone the words are known.
    """

    speaker: Node
    for_: Organization | None
    according_to: Organization | None
    reported_by: Organization | None
    credited: Node | None
    as_: Text | None
    only_through: Organization | None


def attribute(graph: Graph, quotation: Quotation, rendering: Rendering) -> Attribution:
    """Return who says so, for one rendering."""
    quote = quotation.quote
    source = graph.record(Source, rendering.source)
    first = graph.record(Source, rendering.relays) if rendering.relays else source
    issuer, publisher = graph.record(Organization, first.issuer), graph.record(Organization, source.publisher)
    known = (quote.speaker, issuer.id)
    credited, other = rendering.credited, known_through(graph, quotation)
    return Attribution(
        speaker=graph.speaker(quote.speaker),
        for_=graph.record(Organization, quote.for_) if quote.for_ else None,
        according_to=issuer if issuer.id != quote.speaker else None,
        reported_by=publisher if publisher is not issuer and publisher.id != quote.speaker else None,
        credited=graph.speaker(credited.to) if credited and credited.to and credited.to not in known else None,
        as_=credited.as_ if credited else None,
        only_through=graph.record(Organization, other) if other else None,
    )
