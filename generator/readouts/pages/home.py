"""The home page."""

from collections.abc import Iterator
from functools import partial

from readouts.graph import Quotation
from readouts.insight import Insight
from readouts.model import RECORD_TYPES, Phrase
from readouts.pages.drawings import all_meetings
from readouts.pages.indexes import NEWEST, commitments_of_status, statuses
from readouts.pages.page import Page
from readouts.pages.records import TITLES, description_of


def plan_home(insight: Insight) -> Iterator[Page]:
    """Yield the home page."""
    graph = insight.graph
    briefings = [meeting for meeting in reversed(graph.meetings) if meeting.quotes][:NEWEST]
    others = [meeting for meeting in reversed(graph.meetings) if meeting not in briefings][:NEWEST]
    lead = "Meetings, what each side says happened at them, and what became of it."
    statuses_ = [(status, len(commitments_of_status(graph, status).items)) for status in statuses()]
    yield Page(
        address="",
        template="home.md",
        title="What was said, by whom, and according to whom",
        description=lead,
        context=partial(
            dict,
            lead=lead,
            briefings=[(meeting, meeting.takeaways[:3] or (description_of(graph, meeting),)) for meeting in briefings],
            others=others,
            phrases=_most_quoted(insight),
            statuses=[found for found in statuses_ if found[1]],
            counts=[(TITLES[model], model.FOLDER, len(graph.live(model))) for model in RECORD_TYPES],
            quotations=len(graph.quotations),
            renderings=sum(len(quotation.quote.renderings) for quotation in graph.quotations),
            sources=len({r.source for quotation in graph.quotations for r in quotation.quote.renderings}),
            quoted=graph.quoted,
            meetings=graph.meetings,
            timeline=all_meetings(graph),
        ),
    )


def _most_quoted(insight: Insight) -> list[tuple[Phrase, int]]:
    """Return the phrases that stand in most acts of speech, with how many; what is quoted inside one counts with it."""
    counted = [
        (-len({_whole(o.quotation) for o in occurrences}), id_, occurrences[0].phrase)
        for id_, occurrences in insight.occurrences_by_phrase.items()
    ]
    return [(phrase, -count) for count, _, phrase in sorted(counted, key=lambda found: found[:2])[:NEWEST]]


def _whole(quotation: Quotation) -> str:
    """Return the id of the quotation inside which one stands, or else its own."""
    inside = quotation.quote.inside
    return f"{quotation.meeting.id}/{inside}" if inside else quotation.id
