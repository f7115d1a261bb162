"""A briefing as Markdown that people read."""

from readouts.graph import Quotation
from readouts.insight import Insight
from readouts.insight.attribution import attribute
from readouts.model import Meeting
from readouts.pages.addresses import address_of
from readouts.pages.meetings import commitments_of, present_at, sources_of
from readouts.render import Renderer


def briefing_of(insight: Insight, meeting: Meeting, renderer: Renderer) -> str:
    """Return the briefing of a meeting with every rendering of every quotation, and who says so with each."""
    graph = insight.graph
    quotations = (Quotation(meeting, quote) for quote in meeting.quotes)
    context = {
        "record": meeting,
        "address": f"{renderer.publication.url}{address_of(meeting)}",
        "participants": present_at(graph, meeting),
        "quotations": [(one, [(r, attribute(graph, one, r)) for r in one.renderings]) for one in quotations],
        "commitments": commitments_of(insight, meeting),
        "sources": sources_of(graph, meeting),
    }
    return renderer.for_reading("briefing.md", context)
